// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "show/Edit.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <set>

using namespace vitrina;
using namespace vitrina::show;

namespace {

struct World {
    Show show;
    Run run;
    int made = 0;

    std::string id(const char* kind) { return kind + std::to_string(made++); }
};

Item anyItem(World& world) {
    Item item;
    item.id = ItemId{world.id("i")};
    item.title = item.id.value;
    item.kind = ItemKind::Talk;
    item.plannedMs = *rc::gen::inRange(0, 600) * 1000;
    item.standby = *rc::gen::inRange(0, 5) == 0;
    item.skipped = *rc::gen::inRange(0, 5) == 0;
    return item;
}

World anyWorld() {
    World world;
    const int segments = *rc::gen::inRange(1, 4);
    for (int s = 0; s < segments; ++s) {
        Segment segment{SegmentId{world.id("s")}, "head", {}};
        const int items = *rc::gen::inRange(0, 5);
        for (int i = 0; i < items; ++i)
            segment.items.push_back(anyItem(world));
        world.show.rundown.segments.push_back(segment);
    }
    world.run.phase = RunPhase::Live;
    const Item* first = itemAfter(world.show.rundown, {});
    if (first && *rc::gen::arbitrary<bool>()) {
        world.run.aired.push_back({AiredId{"a"}, *first, 1, {}, Instant{}, std::nullopt});
        first = itemAfter(world.show.rundown, first->id);
    }
    world.run.next = first ? first->id : ItemId{};
    return world;
}

template <class Thing>
Thing oneOf(const std::vector<Thing>& things) {
    return things.empty() ? Thing{} : things[*rc::gen::inRange<std::size_t>(0, things.size())];
}

std::vector<ItemId> itemsOf(const Rundown& rundown) {
    std::vector<ItemId> ids;
    for (const Segment& segment : rundown.segments)
        for (const Item& item : segment.items)
            ids.push_back(item.id);
    return ids;
}

std::vector<SegmentId> segmentsOf(const Rundown& rundown) {
    std::vector<SegmentId> ids;
    for (const Segment& segment : rundown.segments)
        ids.push_back(segment.id);
    return ids;
}

Edit anyEdit(World& world) {
    const ItemId item = oneOf(itemsOf(world.show.rundown));
    const SegmentId segment = oneOf(segmentsOf(world.show.rundown));
    switch (*rc::gen::inRange(0, 14)) {
    case 0:
        return AddItem{segment, *rc::gen::arbitrary<bool>() ? item : ItemId{}, anyItem(world)};
    case 1:
    case 2: {
        ChangeItem change;
        change.item = item;
        change.plannedMs = *rc::gen::inRange(-5, 600) * 1000;
        change.title = "title " + std::to_string(*rc::gen::inRange(0, 9));
        return change;
    }
    case 3:
    case 4:
        return MoveItem{item, segment, *rc::gen::inRange(-1, 7)};
    case 5:
        return DuplicateItem{item, ItemId{world.id("i")}};
    case 6:
        return RemoveItem{item};
    case 7:
        return SetSkipped{item, *rc::gen::arbitrary<bool>()};
    case 8:
        return SetStandby{item, *rc::gen::arbitrary<bool>()};
    case 9:
        return AddSegment{SegmentId{world.id("s")}, "new", *rc::gen::inRange(0, 5)};
    case 10:
        return MoveSegment{segment, *rc::gen::inRange(-1, 5)};
    case 11:
        return BringIn{item};
    case 12:
        return ImportRows{{{SegmentId{world.id("s")}, "brought", {anyItem(world), anyItem(world)}},
                           {SegmentId{world.id("s")}, "empty", {}}},
                          *rc::gen::arbitrary<bool>()};
    default:
        return *rc::gen::inRange(0, 2) == 0 ? Edit(RenameSegment{segment, "name"})
                                            : Edit(RemoveSegment{segment});
    }
}

std::optional<RundownEdited> carryOut(World& world, const Result<std::vector<Fact>>& facts) {
    std::optional<RundownEdited> edited;
    if (!facts)
        return edited;
    for (const Fact& fact : *facts) {
        if (const auto* one = std::get_if<RundownEdited>(&fact)) {
            edited = *one;
            apply(world.show.rundown, *one);
        }
        world.run = apply(std::move(world.run), fact, {});
    }
    return edited;
}

void assertSound(const World& world) {
    const Rundown& rundown = world.show.rundown;
    const std::vector<ItemId> items = itemsOf(rundown);
    const std::vector<SegmentId> segments = segmentsOf(rundown);
    RC_ASSERT((std::set<ItemId>(items.begin(), items.end()).size() == items.size()));
    RC_ASSERT((std::set<SegmentId>(segments.begin(), segments.end()).size() == segments.size()));
    std::int64_t sum = 0;
    for (const ItemId& id : items)
        sum += counts(*findItem(rundown, id)) ? findItem(rundown, id)->plannedMs : 0;
    RC_ASSERT(sum == plannedLength(rundown));
    RC_ASSERT((!world.run.current() || findItem(rundown, world.run.current()->item.id)));
    RC_ASSERT((world.run.next.empty() || findItem(rundown, world.run.next)));
    RC_ASSERT((!world.run.current() || world.run.next != world.run.current()->item.id));
}

bool anyEditsKeepThePlanSound() {
    return rc::check("revisions grow by one, ids are unique, the row on air stays, times add up", [] {
        World world = anyWorld();
        for (int step = 0; step < 30; ++step) {
            const std::uint64_t revision = world.show.rundown.revision;
            const Show before = world.show;
            const ItemId onAir = world.run.current() ? world.run.current()->item.id : ItemId{};
            const auto edited = carryOut(world, decide(world.show, world.run, anyEdit(world)));
            RC_ASSERT(world.show.rundown.revision == revision + (edited ? 1 : 0));
            RC_ASSERT((edited || world.show == before));
            // The locked row: it may have other neighbours, never another segment.
            RC_ASSERT((onAir.empty() || locate(world.show.rundown, onAir).segment->id ==
                                            locate(before.rundown, onAir).segment->id));
            assertSound(world);
        }
    });
}

/// All steps back is where it began, all again is where it ended; and each way is one more revision.
bool undoAndRedoAreInverse() {
    return rc::check("undo after do, and redo after undo, change nothing", [] {
        World world = anyWorld();
        const std::vector<Segment> start = world.show.rundown.segments;
        std::vector<RundownEdited> done;
        for (int step = 0; step < 12; ++step) {
            const std::vector<Segment> before = world.show.rundown.segments;
            const auto edited = carryOut(world, decide(world.show, world.run, anyEdit(world)));
            if (!edited)
                continue;
            World tried = world;
            const auto undone = carryOut(tried, decideInverse(tried.show, tried.run, *edited));
            RC_ASSERT(undone.has_value());
            RC_ASSERT(tried.show.rundown.segments == before);
            RC_ASSERT(undone->revision == edited->revision + 1);
            RC_ASSERT(carryOut(tried, decideInverse(tried.show, tried.run, *undone)).has_value());
            RC_ASSERT(tried.show.rundown.segments == world.show.rundown.segments);
            done.push_back(*edited);
        }
        for (auto step = done.rbegin(); step != done.rend(); ++step) {
            RC_ASSERT(carryOut(world, decideInverse(world.show, world.run, *step)).has_value());
            assertSound(world);
        }
        RC_ASSERT(world.show.rundown.segments == start);
    });
}

bool jumpingIsWalking() {
    return rc::check("steps up and down end where one move does", [] {
        World world = anyWorld();
        const ItemId item = oneOf(itemsOf(world.show.rundown));
        RC_PRE(!item.empty());
        world.run = {};
        World jumped = world;
        const int by = *rc::gen::inRange(-8, 9);
        for (int left = std::abs(by); left > 0; --left) {
            const auto move = stepOf(world.show.rundown, item, by);
            if (move)
                RC_ASSERT(carryOut(world, decide(world.show, world.run, *move)).has_value());
        }
        const Location end = locate(world.show.rundown, item);
        carryOut(jumped, decide(jumped.show, jumped.run, MoveItem{item, end.segment->id, end.position}));
        RC_ASSERT(jumped.show.rundown.segments == world.show.rundown.segments);
    });
}

/// A document saved at any moment and the journal read over it come to the same plan.
bool aSavedPlanAndTheJournalAgree() {
    return rc::check("edits already in the document are not made twice", [] {
        World world = anyWorld();
        std::vector<Rundown> saved{world.show.rundown};
        std::vector<RundownEdited> journal;
        for (int step = 0; step < 12; ++step) {
            if (const auto edited = carryOut(world, decide(world.show, world.run, anyEdit(world)))) {
                journal.push_back(*edited);
                saved.push_back(world.show.rundown);
            }
        }
        Rundown opened = oneOf(saved);
        for (const RundownEdited& edited : journal)
            apply(opened, edited);
        RC_ASSERT(opened == world.show.rundown);
    });
}

} // namespace

class EditPropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void anyEdits() { QVERIFY(anyEditsKeepThePlanSound()); }
    void undoAndRedo() { QVERIFY(undoAndRedoAreInverse()); }
    void jumping() { QVERIFY(jumpingIsWalking()); }
    void savedPlan() { QVERIFY(aSavedPlanAndTheJournalAgree()); }
};

QTEST_GUILESS_MAIN(EditPropertyTest)
#include "EditPropertyTest.moc"
