// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edit.hpp"

#include "base/Overloaded.hpp"
#include "show/EditImport.hpp"
#include "show/EditRules.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vitrina::show {
namespace {

using Facts = Result<std::vector<Fact>>;
using Wanted = Result<RundownEdited>;

RundownEdited step(EditedRow row) {
    return RundownEdited{{std::move(row)}, 0, {}};
}

Wanted wanted(const Rundown& rundown, const AddItem& add) {
    const Location above = locate(rundown, add.after);
    const Segment* segment = above.item ? above.segment : findSegment(rundown, add.segment);
    if (!add.after.empty() && !above.item)
        return fail(ErrorCode::UnknownItem, add.after.value);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, add.segment.value);
    if (add.item.id.empty() || findItem(rundown, add.item.id))
        return fail(ErrorCode::BadRequest, "a new item needs an id of its own");
    PlacedItem after{segment->id,
                     above.item ? above.position + 1 : static_cast<std::int64_t>(segment->items.size()),
                     add.item};
    after.item.title = trimmed(after.item.title);
    if (const auto good = checkItem(Item{}, after.item); !good)
        return good.error();
    if (after.item.title.empty())
        return fail(ErrorCode::BadText, "title");
    return step({{}, after, {}, {}});
}

void change(Item& item, const ChangeItem& by) {
    item.title = by.title ? trimmed(*by.title) : item.title;
    item.plannedMs = by.plannedMs.value_or(item.plannedMs);
    item.role = by.role.value_or(item.role);
    item.kind = by.kind.value_or(item.kind);
    item.product = by.product.value_or(item.kind == ItemKind::Product ? item.product : ProductId{});
    item.talkingPoints = by.talkingPoints.value_or(item.talkingPoints);
    item.note = by.note.value_or(item.note);
    item.disclosure = by.disclosure.value_or(item.disclosure);
    item.mark = by.mark.value_or(item.mark);
    item.disclosureText = by.disclosureText ? trimmed(*by.disclosureText) : item.disclosureText;
}

/// The row as it is and as `make` would have it.
template <class Make>
Wanted changed(const Rundown& rundown, const ItemId& id, Make make) {
    const std::optional<PlacedItem> before = placed(rundown, id);
    if (!before)
        return fail(ErrorCode::UnknownItem, id.value);
    PlacedItem after = *before;
    make(after.item);
    if (const auto good = checkItem(before->item, after.item); !good)
        return good.error();
    return step({before, after, {}, {}});
}

Wanted wanted(const Rundown& rundown, const ChangeItem& by) {
    return changed(rundown, by.item, [&](Item& item) { change(item, by); });
}

Wanted wanted(const Rundown& rundown, const SetStandby& set) {
    return changed(rundown, set.item, [&](Item& item) { item.standby = set.on; });
}

Wanted wanted(const Rundown& rundown, const SetSkipped& set) {
    return changed(rundown, set.item, [&](Item& item) { item.skipped = set.on; });
}

Wanted wanted(const Rundown& rundown, const MoveItem& move) {
    const std::optional<PlacedItem> before = placed(rundown, move.item);
    const Segment* segment = findSegment(rundown, move.segment);
    if (!before)
        return fail(ErrorCode::UnknownItem, move.item.value);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, move.segment.value);
    const auto others =
        static_cast<std::int64_t>(segment->items.size()) - (segment->id == before->segment ? 1 : 0);
    return step({before,
                 PlacedItem{segment->id, std::clamp<std::int64_t>(move.position, 0, others), before->item},
                 {},
                 {}});
}

Wanted wanted(const Rundown& rundown, const DuplicateItem& duplicate) {
    const std::optional<PlacedItem> from = placed(rundown, duplicate.item);
    if (!from)
        return fail(ErrorCode::UnknownItem, duplicate.item.value);
    if (duplicate.newId.empty() || findItem(rundown, duplicate.newId))
        return fail(ErrorCode::BadRequest, "a new item needs an id of its own");
    PlacedItem copy = *from;
    ++copy.position;
    copy.item.id = duplicate.newId;
    copy.item.skipped = false;
    return step({{}, copy, {}, {}});
}

Wanted wanted(const Rundown& rundown, const RemoveItem& remove) {
    const std::optional<PlacedItem> before = placed(rundown, remove.item);
    if (!before)
        return fail(ErrorCode::UnknownItem, remove.item.value);
    return step({before, {}, {}, {}});
}

Wanted wanted(const Rundown& rundown, const AddSegment& add) {
    if (add.newId.empty() || findSegment(rundown, add.newId))
        return fail(ErrorCode::BadRequest, "a new segment needs an id of its own");
    const std::string title = trimmed(add.title);
    if (const auto good = checkTitle(title); !good)
        return good.error();
    const auto last = static_cast<std::int64_t>(rundown.segments.size());
    return step(
        {{},
         {},
         {},
         PlacedSegment{std::clamp<std::int64_t>(add.position, 0, last), Segment{add.newId, title, {}}}});
}

Wanted wanted(const Rundown& rundown, const RenameSegment& rename) {
    const Segment* segment = findSegment(rundown, rename.segment);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, rename.segment.value);
    const PlacedSegment before = heading(rundown, *segment);
    PlacedSegment after = before;
    after.segment.title = trimmed(rename.title);
    if (const auto good = checkTitle(after.segment.title); !good)
        return good.error();
    return step({{}, {}, before, after});
}

Wanted wanted(const Rundown& rundown, const RemoveSegment& remove) {
    const Segment* segment = findSegment(rundown, remove.segment);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, remove.segment.value);
    return step({{}, {}, PlacedSegment{positionOf(rundown, *segment), *segment}, {}});
}

Wanted wanted(const Rundown& rundown, const MoveSegment& move) {
    const Segment* segment = findSegment(rundown, move.segment);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, move.segment.value);
    const PlacedSegment before = heading(rundown, *segment);
    PlacedSegment after = before;
    const auto others = static_cast<std::int64_t>(rundown.segments.size()) - 1;
    after.position = std::clamp<std::int64_t>(move.position, 0, others);
    return step({{}, {}, before, after});
}

/// In front of the row that is next, else below the one on air, else where it is.
Wanted wantedIn(const Rundown& rundown, const Run& run, const BringIn& in) {
    const std::optional<PlacedItem> before = placed(rundown, in.item);
    if (!before)
        return fail(ErrorCode::UnknownItem, in.item.value);
    if (in.item == itemOnAir(run))
        return fail(ErrorCode::ItemOnAir, in.item.value);
    PlacedItem after = *before;
    after.item.standby = false;
    after.item.skipped = false;
    const Location next = locate(rundown, run.next);
    const Location at = next.item ? next : locate(rundown, itemOnAir(run));
    if (at.item && at.item->id != in.item) {
        after.segment = at.segment->id;
        after.position = at.position + (next.item ? 0 : 1);
        if (after.segment == before->segment && before->position < after.position)
            --after.position;
    }
    return step({before, after, {}, {}});
}

/// What is on air keeps its row, its place and its part in the planned time; its other values may change, as
/// the aired item is a copy.
Result<void> guardItem(const ItemId& onAir, const EditedRow& row) {
    const auto& before = row.itemBefore;
    const auto& after = row.itemAfter;
    if (!before || before->item.id != onAir)
        return {};
    if (!after || after->segment != before->segment || after->position != before->position ||
        (counts(before->item) && !counts(after->item)))
        return fail(ErrorCode::ItemOnAir, onAir.value);
    return {};
}

/// A segment that is moved keeps its items in the plan: the row says the heading alone.
Result<void> guardSegment(const Rundown& rundown, const Run& run, const ItemId& onAir, const EditedRow& row) {
    const auto& before = row.segmentBefore;
    if (!before)
        return {};
    const Segment* segment = findSegment(rundown, before->segment.id);
    const bool moved = row.segmentAfter && row.segmentAfter->position != before->position;
    if (!segment || (row.segmentAfter && !moved))
        return {};
    for (const Item& item : segment->items) {
        if (item.id == onAir)
            return fail(ErrorCode::ItemOnAir, onAir.value);
        if (!moved && aired(run, item.id))
            return fail(ErrorCode::SegmentAired, item.id.value);
    }
    return {};
}

Result<void> guardAired(const Rundown& rundown, const Run& run, const EditedRow& row) {
    const ItemId onAir = itemOnAir(run);
    if (const auto free = guardItem(onAir, row); !free)
        return free;
    return guardSegment(rundown, run, onAir, row);
}

bool running(const Run& run) {
    return run.phase == RunPhase::Standby || run.phase == RunPhase::Live;
}

/// The first row that has come and counts.
ItemId firstNew(const Rundown& before, const Rundown& after) {
    std::set<ItemId> known;
    for (const Segment& segment : before.segments)
        for (const Item& item : segment.items)
            known.insert(item.id);
    for (const Segment& segment : after.segments) {
        for (const Item& item : segment.items) {
            if (counts(item) && !known.contains(item.id))
                return item.id;
        }
    }
    return {};
}

/// Where the pointer goes when its row is gone or no longer counts: to the first item after it that is still
/// there, else to the first one that has come. A row the host made next although it did not count stays next.
std::optional<NextSet> movedNext(const Rundown& before, const Rundown& after, const Run& run,
                                 const RundownEdited& edited) {
    const Item* was = findItem(before, run.next);
    const Item* is = findItem(after, run.next);
    if (!running(run) || (is && (counts(*is) || !counts(*was))))
        return std::nullopt;
    if (!was) {
        // An import into a plan that was empty; a row added by hand is not next by itself.
        const bool begins = run.aired.empty() && run.next.empty() && !edited.itemAfter;
        const ItemId first = begins ? firstNew(before, after) : ItemId{};
        return first.empty() ? std::nullopt : std::optional(NextSet{first});
    }
    const Item* next = itemAfter(before, run.next);
    const auto waits = [&](const Item& item) {
        const Item* there = findItem(after, item.id);
        return there && counts(*there) && item.id != itemOnAir(run);
    };
    while (next && !waits(*next))
        next = itemAfter(before, next->id);
    return NextSet{next ? next->id : firstNew(before, after)};
}

Facts settle(const Show& show, const Run& run, RundownEdited edited) {
    if (edited.more.empty() && edited.itemBefore == edited.itemAfter &&
        edited.segmentBefore == edited.segmentAfter)
        return std::vector<Fact>{};
    if (const auto free = guardAired(show.rundown, run, edited); !free)
        return free.error();
    for (const EditedRow& row : edited.more) {
        if (const auto free = guardAired(show.rundown, run, row); !free)
            return free.error();
    }
    edited.revision = show.rundown.revision + 1;
    Rundown after = show.rundown;
    apply(after, edited);
    const std::optional<NextSet> next = movedNext(show.rundown, after, run, edited);
    std::vector<Fact> facts{std::move(edited)};
    if (next)
        facts.emplace_back(*next);
    return facts;
}

/// The row is next whatever the edit alone would have done to the pointer.
Facts bringIn(const Show& show, const Run& run, const BringIn& in) {
    Wanted edited = wantedIn(show.rundown, run, in);
    if (!edited)
        return edited.error();
    Facts facts = settle(show, run, std::move(edited).value());
    if (!facts)
        return facts;
    std::erase_if(*facts, [](const Fact& fact) { return std::holds_alternative<NextSet>(fact); });
    if (running(run) && run.next != in.item)
        facts->emplace_back(NextSet{in.item});
    return facts;
}

/// The row as it stands now, if it is still what the step left; its place may have shifted since.
bool refreshItem(const Rundown& rundown, EditedRow& step) {
    if (step.itemAfter && !findSegment(rundown, step.itemAfter->segment))
        return false;
    if (!step.itemBefore)
        return !step.itemAfter || !findItem(rundown, step.itemAfter->item.id);
    const std::optional<PlacedItem> now = placed(rundown, step.itemBefore->item.id);
    if (!now || now->item != step.itemBefore->item || now->segment != step.itemBefore->segment)
        return false;
    // A change that moved nothing leaves the row where it is by now.
    if (step.itemAfter && step.itemAfter->segment == step.itemBefore->segment &&
        step.itemAfter->position == step.itemBefore->position)
        step.itemAfter->position = now->position;
    step.itemBefore = now;
    return true;
}

bool refreshSegment(const Rundown& rundown, EditedRow& step) {
    if (!step.segmentBefore) {
        const auto& after = step.segmentAfter;
        return !after || (!findSegment(rundown, after->segment.id) &&
                          std::ranges::none_of(after->segment.items, [&](const Item& item) {
                              return findItem(rundown, item.id) != nullptr;
                          }));
    }
    const Segment* now = findSegment(rundown, step.segmentBefore->segment.id);
    if (!now || now->title != step.segmentBefore->segment.title ||
        (!step.segmentAfter && *now != step.segmentBefore->segment))
        return false;
    const std::int64_t position = positionOf(rundown, *now);
    // One that is only renamed stays where it is by now.
    if (step.segmentAfter && step.segmentAfter->position == step.segmentBefore->position)
        step.segmentAfter->position = position;
    step.segmentBefore->position = position;
    return true;
}

bool refresh(const Rundown& rundown, EditedRow& row) {
    return refreshItem(rundown, row) && refreshSegment(rundown, row);
}

/// The further rows of a step, each against the plan as those before it leave it.
bool refreshMore(const Rundown& rundown, RundownEdited& step) {
    if (step.more.empty())
        return true;
    Rundown now = rundown;
    applyRow(now, step);
    return std::ranges::all_of(step.more, [&](EditedRow& row) {
        const bool fits = refresh(now, row);
        applyRow(now, row);
        return fits;
    });
}

} // namespace

Facts decide(const Show& show, const Run& run, const Edit& edit) {
    if (const auto* in = std::get_if<BringIn>(&edit))
        return bringIn(show, run, *in);
    Wanted edited =
        std::visit(Overloaded{
                       [&](const BringIn& in) { return wantedIn(show.rundown, run, in); },
                       [&](const ImportRows& import) { return wantedImport(show.rundown, run, import); },
                       [&](const auto& command) { return wanted(show.rundown, command); },
                   },
                   edit);
    if (!edited)
        return edited.error();
    return settle(show, run, std::move(edited).value());
}

Facts decideInverse(const Show& show, const Run& run, const RundownEdited& done) {
    RundownEdited step = inverse(done);
    if (!refresh(show.rundown, step) || !refreshMore(show.rundown, step))
        return fail(ErrorCode::EditOutdated, editedTitle(done));
    return settle(show, run, std::move(step));
}

std::optional<MoveItem> stepOf(const Rundown& rundown, const ItemId& item, int by) {
    const Location at = locate(rundown, item);
    if (!at.item || by == 0)
        return std::nullopt;
    const bool down = by > 0;
    const std::int64_t last = static_cast<std::int64_t>(at.segment->items.size()) - 1;
    if (down ? at.position < last : at.position > 0)
        return MoveItem{item, at.segment->id, at.position + (down ? 1 : -1)};
    const std::int64_t segment = positionOf(rundown, *at.segment) + (down ? 1 : -1);
    if (segment < 0 || segment >= static_cast<std::int64_t>(rundown.segments.size()))
        return std::nullopt;
    const Segment& other = rundown.segments[static_cast<std::size_t>(segment)];
    return MoveItem{item, other.id, down ? 0 : static_cast<std::int64_t>(other.items.size())};
}

std::optional<MoveSegment> stepOf(const Rundown& rundown, const SegmentId& segment, int by) {
    const Segment* found = findSegment(rundown, segment);
    if (!found || by == 0)
        return std::nullopt;
    const std::int64_t position = positionOf(rundown, *found) + (by > 0 ? 1 : -1);
    if (position < 0 || position >= static_cast<std::int64_t>(rundown.segments.size()))
        return std::nullopt;
    return MoveSegment{segment, position};
}

} // namespace vitrina::show
