// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StudioRig.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;

/// Editing the plan through the dispatcher: what is recorded, what preview does, and the steps back.
class EditTest : public QObject {
    Q_OBJECT

  private slots:
    void anEditIsARecordAndAPatch();
    void beforeARunOnlyThePlanChanges();
    void unknownProductsAreRefused();
    void previewGoesWithTheNextRow();
    void theHostsOwnPreviewStays();
    void twoHundredStepsBack();
    void aNewStepForgetsRedo();
    void aResumeOverASavedPlan();
};

namespace {

show::Edit retitled(const std::string& item, const std::string& title) {
    show::ChangeItem change;
    change.item = ItemId{item};
    change.title = title;
    return change;
}

show::Edit withRole(const std::string& item, SceneRole role) {
    show::ChangeItem change;
    change.item = ItemId{item};
    change.role = role;
    return change;
}

} // namespace

void EditTest::anEditIsARecordAndAPatch() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(rig.tryTo(retitled("mug", "Cup")), ErrorCode::None);
    QCOMPARE(rig.records.size(), std::size_t(1));
    QCOMPARE(show::findItem(rig.dispatcher.state().show.rundown, ItemId{"mug"})->title, "Cup");
    QVERIFY(std::ranges::find(rig.patches.front(), Change{PatchKind::Show, ""}) != rig.patches.front().end());
    rig.forget();
    QCOMPARE(rig.tryTo(retitled("mug", "Cup")), ErrorCode::None);
    QVERIFY(rig.records.empty()); // nothing changed, so there is no step either
    QCOMPARE(rig.tryTo(Undo{}), ErrorCode::None);
    QCOMPARE(rig.tryTo(Undo{}), ErrorCode::NothingToUndo);
    QCOMPARE(rig.dispatcher.state().show.rundown.revision, std::uint64_t(3));
}

void EditTest::beforeARunOnlyThePlanChanges() {
    StudioRig rig;
    QCOMPARE(rig.tryTo(show::Edit{show::RemoveItem{ItemId{"hello"}}}), ErrorCode::None);
    QVERIFY(rig.records.empty());
    rig.tryTo(StartStandby{});
    QCOMPARE(rig.dispatcher.state().run.next.value, "mug");
    QCOMPARE(rig.tryTo(Undo{}), ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().show.rundown.segments, test::smallShow().rundown.segments);
}

void EditTest::unknownProductsAreRefused() {
    StudioRig rig;
    show::ChangeItem change;
    change.item = ItemId{"mug"};
    change.product = ProductId{"p-gone"};
    QCOMPARE(rig.tryTo(show::Edit{change}), ErrorCode::UnknownProduct);
    change.product = ProductId{"p-towel"};
    QCOMPARE(rig.tryTo(show::Edit{change}), ErrorCode::None);
    show::Item fresh = test::item({}, show::ItemKind::Product, SceneRole::Full, "p-gone");
    fresh.title = "Gone";
    QCOMPARE(rig.tryTo(show::Edit{show::AddItem{{}, ItemId{"mug"}, fresh}}), ErrorCode::UnknownProduct);
}

void EditTest::previewGoesWithTheNextRow() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(rig.outside.preview, "full");
    QCOMPARE(rig.tryTo(withRole("hello", SceneRole::CloseUp)), ErrorCode::None);
    QCOMPARE(rig.outside.preview, "close");
    QCOMPARE(rig.tryTo(withRole("bye", SceneRole::CloseUp)), ErrorCode::None);
    QCOMPARE(rig.tryTo(show::Edit{show::RemoveSegment{SegmentId{"s1"}}}), ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().run.next.value, "towel");
    QCOMPARE(rig.outside.preview, "both");
    QCOMPARE(rig.tryTo(Undo{}), ErrorCode::None);
    QCOMPARE(rig.outside.preview, "both"); // the pointer is the host's: undo leaves it
}

void EditTest::theHostsOwnPreviewStays() {
    StudioRig rig;
    rig.startLive();
    rig.tryTo(stage::SetPreview{SceneId{"both"}});
    QCOMPARE(rig.tryTo(withRole("hello", SceneRole::CloseUp)), ErrorCode::None);
    QCOMPARE(rig.outside.preview, "both");
}

void EditTest::twoHundredStepsBack() {
    StudioRig rig;
    for (int step = 0; step < 250; ++step)
        QCOMPARE(rig.tryTo(retitled("bye", "title " + std::to_string(step))), ErrorCode::None);
    int back = 0;
    while (rig.tryTo(Undo{}) == ErrorCode::None)
        ++back;
    QCOMPARE(back, 200);
    const show::Rundown& rundown = rig.dispatcher.state().show.rundown;
    QCOMPARE(show::findItem(rundown, ItemId{"bye"})->title, "title 49");
    QCOMPARE(rundown.revision, std::uint64_t(451));
    int again = 0;
    while (rig.tryTo(Redo{}) == ErrorCode::None)
        ++again;
    QCOMPARE(again, 200);
    QCOMPARE(show::findItem(rundown, ItemId{"bye"})->title, "title 249");
}

void EditTest::aNewStepForgetsRedo() {
    StudioRig rig;
    rig.tryTo(retitled("bye", "A"));
    rig.tryTo(Undo{});
    QVERIFY(rig.dispatcher.history().redoable());
    rig.tryTo(retitled("mug", "B"));
    QVERIFY(!rig.dispatcher.history().redoable());
    QCOMPARE(rig.tryTo(Redo{}), ErrorCode::NothingToUndo);
}

/// The document may hold any of the edits the journal tells of.
void EditTest::aResumeOverASavedPlan() {
    StudioRig rig;
    rig.startLive();
    rig.tryTo(show::Edit{show::DuplicateItem{ItemId{"mug"}, {}}});
    State saved = test::smallState();
    saved.show = rig.dispatcher.state().show;
    rig.tryTo(show::Edit{show::SetSkipped{ItemId{"mug"}, true}});
    rig.take();
    for (const State& opened : {test::smallState(), saved}) {
        StudioRig again(opened);
        QVERIFY(again.dispatcher.resume(rig.journal));
        QVERIFY(again.dispatcher.state().show == rig.dispatcher.state().show);
        QCOMPARE(again.dispatcher.state().run.next, rig.dispatcher.state().run.next);
        QVERIFY(!again.dispatcher.history().undoable());
    }
}

QTEST_GUILESS_MAIN(EditTest)
#include "EditTest.moc"
