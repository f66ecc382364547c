// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edit.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::show;

namespace {

const Instant now{1000, 1000};

Item fresh(const std::string& id) {
    Item made;
    made.id = ItemId{id};
    made.kind = ItemKind::Talk;
    made.title = id;
    made.plannedMs = 60'000;
    made.role = SceneRole::Full;
    return made;
}

Item product(const std::string& id) {
    Item made = fresh(id);
    made.kind = ItemKind::Product;
    made.product = ProductId{"p-" + id};
    made.disclosure = true;
    return made;
}

Show smallShow() {
    Show show;
    Item spare = fresh("spare");
    spare.standby = true;
    show.rundown.segments = {{SegmentId{"s1"}, "Opening", {fresh("hello"), product("mug")}},
                             {SegmentId{"s2"}, "Table", {spare, product("towel"), fresh("bye")}}};
    return show;
}

/// hello · mug | spare (standby) · towel · bye, live, hello on air.
struct Stage {
    Show show = smallShow();
    Run run;

    Stage() {
        run.phase = RunPhase::Live;
        run.next = ItemId{"mug"};
        run.aired = {{AiredId{"a1"}, show.rundown.segments[0].items[0], 1, now, now, std::nullopt}};
    }
    ErrorCode edit(const Edit& edit) { return carryOut(decide(show, run, edit)); }
    ErrorCode undo(const RundownEdited& done) { return carryOut(decideInverse(show, run, done)); }
    ErrorCode carryOut(const Result<std::vector<Fact>>& facts) {
        if (!facts)
            return facts.error().code;
        for (const Fact& fact : *facts) {
            if (const auto* edited = std::get_if<RundownEdited>(&fact)) {
                last = *edited;
                apply(show.rundown, *edited);
            }
            run = apply(std::move(run), fact, now);
        }
        return ErrorCode::None;
    }
    std::string order() const {
        std::string line;
        for (const Segment& segment : show.rundown.segments) {
            for (const Item& item : segment.items)
                line += item.id.value + " ";
            line += "| ";
        }
        return line;
    }
    const Item& item(const char* id) const { return *findItem(show.rundown, ItemId{id}); }

    RundownEdited last;
};

ChangeItem retitled(const char* id, const std::string& title) {
    ChangeItem change;
    change.item = ItemId{id};
    change.title = title;
    return change;
}

ChangeItem retimed(const char* id, std::int64_t ms) {
    ChangeItem change;
    change.item = ItemId{id};
    change.plannedMs = ms;
    return change;
}

} // namespace

class EditTest : public QObject {
    Q_OBJECT

  private slots:
    void rowsComeGoAndMove();
    void rowOnAirStays();
    void pointerMovesOn();
    void badValuesAreRefused();
    void changesWhatIsGivenOnly();
    void segments();
    void segmentsMove();
    void aRowFromTheShelfIsNext();
    void anImportIsOneStep();
    void anImportThatReplaces();
    void badImportsChangeNothing();
    void importIntoAnEmptyPlan();
    void marksAreOnlyLooks();
    void aStepThatNoLongerFits();
    void anEditAppliesOnce();
    void stepsOverHeadings();
    void namesOfEdits();
    void typedTimes_data();
    void typedTimes();
};

void EditTest::rowsComeGoAndMove() {
    Stage stage;
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, fresh("new")}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug new | spare towel bye | ");
    QCOMPARE(stage.show.rundown.revision, std::uint64_t(2));
    QCOMPARE(stage.edit(AddItem{SegmentId{"s1"}, {}, fresh("end")}), ErrorCode::None);
    QCOMPARE(stage.edit(DuplicateItem{ItemId{"towel"}, ItemId{"copy"}}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug new end | spare towel copy bye | ");
    QCOMPARE(stage.edit(MoveItem{ItemId{"end"}, SegmentId{"s2"}, 99}), ErrorCode::None);
    QCOMPARE(stage.edit(RemoveItem{ItemId{"spare"}}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug new | towel copy bye end | ");
    QCOMPARE(stage.edit(MoveItem{ItemId{"towel"}, SegmentId{"s2"}, 1}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug new | copy towel bye end | ");
    QCOMPARE(stage.show.rundown.revision, std::uint64_t(7));
    QCOMPARE(stage.edit(MoveItem{ItemId{"towel"}, SegmentId{"s2"}, 1}), ErrorCode::None);
    QCOMPARE(stage.show.rundown.revision, std::uint64_t(7)); // nothing changed
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, fresh("towel")}), ErrorCode::BadRequest);
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"gone"}, fresh("x")}), ErrorCode::UnknownItem);
    QCOMPARE(stage.edit(AddItem{SegmentId{"gone"}, {}, fresh("x")}), ErrorCode::UnknownSegment);
    QCOMPARE(stage.edit(RemoveItem{ItemId{"gone"}}), ErrorCode::UnknownItem);
}

void EditTest::rowOnAirStays() {
    Stage stage;
    const ItemId hello{"hello"};
    QCOMPARE(stage.edit(RemoveItem{hello}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(MoveItem{hello, SegmentId{"s2"}, 0}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(SetSkipped{hello, true}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(RemoveSegment{SegmentId{"s1"}}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(retimed("hello", 5000)), ErrorCode::None);
    QCOMPARE(stage.item("hello").plannedMs, 5000);
    QCOMPARE(stage.run.current()->item.plannedMs, 60'000); // the copy is what it was
    QCOMPARE(stage.edit(MoveItem{ItemId{"mug"}, SegmentId{"s1"}, 0}), ErrorCode::None); // others pass it
    QCOMPARE(stage.order(), "mug hello | spare towel bye | ");
}

void EditTest::pointerMovesOn() {
    Stage stage;
    QCOMPARE(stage.edit(RemoveItem{ItemId{"mug"}}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "towel");
    QCOMPARE(stage.edit(SetSkipped{ItemId{"towel"}, true}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "bye");
    QCOMPARE(plannedLength(stage.show.rundown), 120'000);
    QCOMPARE(stage.edit(SetSkipped{ItemId{"towel"}, false}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "bye"); // the pointer is the host's, not the plan's
    QCOMPARE(stage.edit(MoveItem{ItemId{"bye"}, SegmentId{"s1"}, 0}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "bye");
    QCOMPARE(stage.edit(SetStandby{ItemId{"bye"}, true}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "towel"); // over hello, which is on air
    stage.run.next = ItemId{"spare"};        // set by hand although in reserve
    QCOMPARE(stage.edit(retitled("spare", "Spare")), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "spare");
    QCOMPARE(stage.edit(RemoveSegment{SegmentId{"s2"}}), ErrorCode::None);
    QCOMPARE(stage.run.next.value, "");
}

void EditTest::badValuesAreRefused() {
    Stage stage;
    QCOMPARE(stage.edit(retimed("mug", -1)), ErrorCode::BadDuration);
    QCOMPARE(stage.edit(retimed("mug", maxPlannedMs + 1)), ErrorCode::BadDuration);
    QCOMPARE(stage.edit(retimed("mug", maxPlannedMs)), ErrorCode::None);
    QCOMPARE(stage.edit(retitled("mug", " \t ")), ErrorCode::BadText);
    QCOMPARE(stage.edit(retitled("mug", std::string(201, 'a'))), ErrorCode::BadText);
    std::string letters;
    for (int i = 0; i < 200; ++i)
        letters += "ā";
    QCOMPARE(stage.edit(retitled("mug", "  " + letters + " ")), ErrorCode::None);
    QCOMPARE(stage.item("mug").title, letters);
    ChangeItem note;
    note.item = ItemId{"mug"};
    note.note = std::string(201, 'n');
    QCOMPARE(stage.edit(note), ErrorCode::BadText);
    Item nameless = fresh("x");
    nameless.title.clear();
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, nameless}), ErrorCode::BadText);
    Item nothing = fresh("x");
    nothing.kind = ItemKind::None;
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, nothing}), ErrorCode::BadRequest);
    Item sold = fresh("x");
    sold.kind = ItemKind::Product;
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, sold}), ErrorCode::UnknownProduct);
}

void EditTest::changesWhatIsGivenOnly() {
    Stage stage;
    ChangeItem change;
    change.item = ItemId{"towel"};
    change.kind = ItemKind::Talk;
    change.talkingPoints = {"soft", "dry"};
    QCOMPARE(stage.edit(change), ErrorCode::None);
    Item expected = fresh("towel");
    expected.disclosure = true;
    expected.talkingPoints = {"soft", "dry"};
    QVERIFY(stage.item("towel") == expected); // and the product went with the kind
}

void EditTest::segments() {
    Stage stage;
    QCOMPARE(stage.edit(AddSegment{SegmentId{"s3"}, " Thanks ", 1}), ErrorCode::None);
    QCOMPARE(stage.show.rundown.segments[1].title, "Thanks");
    QCOMPARE(stage.edit(AddSegment{SegmentId{"s3"}, "Again", 1}), ErrorCode::BadRequest);
    QCOMPARE(stage.edit(RenameSegment{SegmentId{"s2"}, "Kitchen"}), ErrorCode::None);
    QCOMPARE(stage.show.rundown.segments[2].title, "Kitchen");
    QCOMPARE(stage.show.rundown.segments[2].items.size(), std::size_t(3));
    QCOMPARE(stage.undo(stage.last), ErrorCode::None);
    QCOMPARE(stage.show.rundown.segments[2].title, "Table");
    QCOMPARE(stage.edit(RenameSegment{SegmentId{"s2"}, " "}), ErrorCode::BadText);
    QCOMPARE(stage.edit(RemoveSegment{SegmentId{"s3"}}), ErrorCode::None);
    const Show before = stage.show;
    QCOMPARE(stage.edit(RemoveSegment{SegmentId{"s2"}}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | ");
    QCOMPARE(stage.undo(stage.last), ErrorCode::None);
    QVERIFY(stage.show.rundown.segments == before.rundown.segments);
    stage.run.aired.back().item = stage.item("bye");
    stage.run.aired.back().ended = now;
    QCOMPARE(stage.edit(RemoveSegment{SegmentId{"s2"}}), ErrorCode::SegmentAired);
}

void EditTest::segmentsMove() {
    Stage stage;
    // The part on air stays; what is around it may change places.
    QCOMPARE(stage.edit(MoveSegment{SegmentId{"s1"}, 1}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(MoveSegment{SegmentId{"gone"}, 1}), ErrorCode::UnknownSegment);
    QCOMPARE(stage.edit(MoveSegment{SegmentId{"s2"}, 0}), ErrorCode::None);
    QCOMPARE(stage.order(), "spare towel bye | hello mug | ");
    QCOMPARE(editKind(stage.last), EditKind::MoveSegment);
    const RundownEdited moved = stage.last;
    QCOMPARE(stage.edit(RenameSegment{SegmentId{"s2"}, "Table"}), ErrorCode::None);
    QCOMPARE(stage.undo(moved), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | ");
    QCOMPARE(stage.edit(MoveSegment{SegmentId{"s2"}, 9}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | ");
    QVERIFY(stepOf(stage.show.rundown, SegmentId{"s2"}, -1) == (MoveSegment{SegmentId{"s2"}, 0}));
    QVERIFY(!stepOf(stage.show.rundown, SegmentId{"s2"}, 1));
}

void EditTest::aRowFromTheShelfIsNext() {
    Stage stage;
    QCOMPARE(stage.edit(BringIn{ItemId{"spare"}}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello spare mug | towel bye | ");
    QVERIFY(!stage.item("spare").standby);
    QCOMPARE(stage.run.next, ItemId{"spare"});
    const RundownEdited brought = stage.last;
    QCOMPARE(editKind(brought), EditKind::UnreserveItem);
    // What was next follows it, also when it goes back to the shelf.
    QCOMPARE(itemAfter(stage.show.rundown, ItemId{"spare"})->id, ItemId{"mug"});
    QCOMPARE(stage.undo(brought), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | ");
    QCOMPARE(stage.run.next, ItemId{"mug"});
    QCOMPARE(stage.edit(BringIn{ItemId{"hello"}}), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(BringIn{ItemId{"gone"}}), ErrorCode::UnknownItem);
    // Nothing is next any more: below the row on air.
    stage.run.next = {};
    QCOMPARE(stage.edit(BringIn{ItemId{"bye"}}), ErrorCode::None);
    QCOMPARE(stage.order(), "hello bye mug | spare towel | ");
    QCOMPARE(stage.run.next, ItemId{"bye"});
}

void EditTest::anImportIsOneStep() {
    Stage stage;
    const std::vector<Segment> before = stage.show.rundown.segments;
    const ImportRows import{
        {{SegmentId{"n1"}, " Late ", {fresh("one"), product("two")}}, {SegmentId{"n2"}, "Last", {}}}, false};
    QCOMPARE(stage.edit(import), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | one two | | ");
    QCOMPARE(stage.show.rundown.segments[2].title, "Late");
    QCOMPARE(stage.show.rundown.revision, std::uint64_t(2));
    QCOMPARE(editKind(stage.last), EditKind::Import);
    QCOMPARE(stage.run.next, ItemId{"mug"});
    const RundownEdited done = stage.last;
    QCOMPARE(stage.undo(done), ErrorCode::None);
    QVERIFY(stage.show.rundown.segments == before);
    QCOMPARE(stage.undo(stage.last), ErrorCode::None);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | one two | | ");
    // A row of it was changed since: all of it stays.
    QCOMPARE(stage.edit(retitled("two", "Other")), ErrorCode::None);
    QCOMPARE(stage.undo(done), ErrorCode::EditOutdated);
    QCOMPARE(stage.order(), "hello mug | spare towel bye | one two | | ");
}

void EditTest::anImportThatReplaces() {
    Stage stage;
    const std::vector<Segment> before = stage.show.rundown.segments;
    // An id of a row that goes may come again.
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"n1"}, "New", {fresh("one"), fresh("spare")}}}, true}),
             ErrorCode::None);
    QCOMPARE(stage.order(), "hello | one spare | ");
    QCOMPARE(stage.run.next, ItemId{"one"});
    QCOMPARE(stage.undo(stage.last), ErrorCode::None);
    QVERIFY(stage.show.rundown.segments == before);
    QCOMPARE(stage.run.next, ItemId{"mug"});
    QCOMPARE(stage.undo(stage.last), ErrorCode::None);
    QCOMPARE(stage.order(), "hello | one spare | ");
}

void EditTest::badImportsChangeNothing() {
    Stage stage;
    const Show before = stage.show;
    QCOMPARE(stage.edit(ImportRows{}), ErrorCode::BadRequest);
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"s1"}, "Taken", {}}}, false}), ErrorCode::BadRequest);
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"n"}, "N", {fresh("a"), fresh("a")}}}, false}),
             ErrorCode::BadRequest);
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"n"}, "", {fresh("a")}}}, false}), ErrorCode::BadText);
    Item bad = fresh("a");
    bad.plannedMs = -1;
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"n"}, "N", {fresh("b"), bad}}}, true}),
             ErrorCode::BadDuration);
    Segment many{SegmentId{"n"}, "N", {}};
    for (std::size_t i = 0; i <= maxPlanItems; ++i)
        many.items.push_back(fresh("i" + std::to_string(i)));
    QCOMPARE(stage.edit(ImportRows{{many}, true}), ErrorCode::TooLarge);
    QVERIFY(stage.show == before);
}

void EditTest::importIntoAnEmptyPlan() {
    Stage stage;
    stage.show.rundown.segments.clear();
    stage.run.aired.clear();
    stage.run.next = {};
    stage.run.phase = RunPhase::Standby;
    Item spare = fresh("spare");
    spare.standby = true;
    QCOMPARE(stage.edit(ImportRows{{{SegmentId{"n"}, "N", {spare, fresh("first")}}}, false}),
             ErrorCode::None);
    QCOMPARE(stage.run.next, ItemId{"first"});
}

void EditTest::marksAreOnlyLooks() {
    Stage stage;
    ChangeItem change;
    change.item = ItemId{"hello"};
    change.mark = ItemMark::Guest;
    QCOMPARE(stage.edit(change), ErrorCode::None);
    QCOMPARE(stage.item("hello").mark, ItemMark::Guest);
    QCOMPARE(stage.item("hello").title, "hello");
}

void EditTest::aStepThatNoLongerFits() {
    Stage stage;
    QCOMPARE(stage.edit(AddItem{{}, ItemId{"mug"}, fresh("new")}), ErrorCode::None);
    const RundownEdited added = stage.last;
    QCOMPARE(stage.edit(retitled("new", "Newer")), ErrorCode::None);
    const RundownEdited named = stage.last;
    QCOMPARE(stage.undo(added), ErrorCode::EditOutdated);
    QCOMPARE(stage.edit(MoveItem{ItemId{"new"}, SegmentId{"s1"}, 0}), ErrorCode::None);
    QCOMPARE(stage.undo(named), ErrorCode::None); // its place is another, its title is not
    QCOMPARE(stage.order(), "new hello mug | spare towel bye | ");
    stage.run.aired.back().item = stage.item("new");
    QCOMPARE(stage.undo(added), ErrorCode::ItemOnAir);
    QCOMPARE(stage.edit(RemoveItem{ItemId{"spare"}}), ErrorCode::None);
    const RundownEdited removed = stage.last;
    QCOMPARE(stage.undo(removed), ErrorCode::None);
    QCOMPARE(stage.undo(removed), ErrorCode::EditOutdated); // it is there already
}

void EditTest::anEditAppliesOnce() {
    Stage stage;
    QCOMPARE(stage.edit(DuplicateItem{ItemId{"towel"}, ItemId{"copy"}}), ErrorCode::None);
    const Rundown edited = stage.show.rundown;
    apply(stage.show.rundown, stage.last); // a journal read over the saved document
    QVERIFY(stage.show.rundown == edited);
    RundownEdited strange = stage.last;
    strange.revision = 9;
    strange.itemAfter->segment = SegmentId{"gone"};
    strange.itemAfter->item.id = ItemId{"x"};
    apply(stage.show.rundown, strange);
    QVERIFY(stage.show.rundown.segments == edited.segments);
    QCOMPARE(stage.show.rundown.revision, std::uint64_t(9));
}

void EditTest::stepsOverHeadings() {
    const Rundown rundown = smallShow().rundown;
    QVERIFY((stepOf(rundown, ItemId{"mug"}, 1) == MoveItem{ItemId{"mug"}, SegmentId{"s2"}, 0}));
    QVERIFY((stepOf(rundown, ItemId{"mug"}, -1) == MoveItem{ItemId{"mug"}, SegmentId{"s1"}, 0}));
    QVERIFY((stepOf(rundown, ItemId{"spare"}, -1) == MoveItem{ItemId{"spare"}, SegmentId{"s1"}, 2}));
    QVERIFY(!stepOf(rundown, ItemId{"hello"}, -1));
    QVERIFY(!stepOf(rundown, ItemId{"bye"}, 1));
    QVERIFY(!stepOf(rundown, ItemId{"gone"}, 1));
}

void EditTest::namesOfEdits() {
    Stage stage;
    const auto kindOf = [&](const Edit& edit) {
        return stage.edit(edit) == ErrorCode::None ? editKind(stage.last) : EditKind::None;
    };
    QCOMPARE(kindOf(DuplicateItem{ItemId{"bye"}, ItemId{"copy"}}), EditKind::AddItem);
    QCOMPARE(editKind(inverse(stage.last)), EditKind::RemoveItem);
    QCOMPARE(kindOf(retitled("bye", "Good bye")), EditKind::ChangeItem);
    QCOMPARE(editedTitle(stage.last), "bye");
    QCOMPARE(kindOf(MoveItem{ItemId{"bye"}, SegmentId{"s2"}, 0}), EditKind::MoveItem);
    QCOMPARE(kindOf(SetSkipped{ItemId{"bye"}, true}), EditKind::SkipItem);
    QCOMPARE(kindOf(SetStandby{ItemId{"bye"}, true}), EditKind::ReserveItem);
    QCOMPARE(kindOf(AddSegment{SegmentId{"s3"}, "New", 9}), EditKind::AddSegment);
    QCOMPARE(kindOf(RenameSegment{SegmentId{"s3"}, "Newer"}), EditKind::ChangeSegment);
    QCOMPARE(kindOf(RemoveSegment{SegmentId{"s3"}}), EditKind::RemoveSegment);
    QCOMPARE(editedTitle(stage.last), "Newer");
}

void EditTest::typedTimes_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("seconds");
    for (const char* ninety : {"90", "90s", "90 s", "1:30", "1.30", "1,30", " 1:30 ", "01:30", "0:01:30"})
        QTest::newRow(ninety) << ninety << qint64(90);
    QTest::newRow("none") << "0" << qint64(0);
    QTest::newRow("hours") << "1:02:03" << qint64(3723);
    QTest::newRow("a day") << "24:00:00" << qint64(86400);
    QTest::newRow("many minutes") << "75:00" << qint64(4500);
    for (const char* bad : {"", " ", "s", "x", "1:75", "1:3", "1.5", "-5", "1:30:", ":30", "24:00:01",
                            "9999999", "1:2:3:4", "00:00:00:00", "1 30", "1:30s", "٣"})
        QTest::newRow(qPrintable(QStringLiteral("bad \"%1\"").arg(QString::fromUtf8(bad))))
            << bad << qint64(-1);
}

void EditTest::typedTimes() {
    QFETCH(QString, typed);
    QFETCH(qint64, seconds);
    const auto parsed = parseDuration(typed.toStdString());
    QCOMPARE(parsed ? *parsed : -1000, seconds * 1000);
}

QTEST_GUILESS_MAIN(EditTest)
#include "EditTest.moc"
