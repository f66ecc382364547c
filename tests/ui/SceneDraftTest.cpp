// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "ui/models/SceneDraft.hpp"
#include "stage/Layouts.hpp"

#include <QTest>

#include <rapidcheck.h>

namespace vitrina::test {

using ui::SceneDraft;

class SceneDraftTest final : public QObject {
    Q_OBJECT

  private slots:
    void undoingAllIsNothingDone();
    void aDragIsOneStep();
    void shapesAreEditedSeparately();
    void aMissingLayoutBeginsAsWhatIsShown();
    void arrangesForTheRole();
};

namespace {

stage::Scene pair() {
    return stage::sceneOfRole(SceneId{"s"}, "Pair", SceneRole::PictureInPicture,
                              {SourceId{"a"}, SourceId{"b"}});
}

void anyStep(SceneDraft& draft) {
    switch (*rc::gen::inRange(0, 10)) {
    case 0:
        draft.setArea({*rc::gen::inRange(0, 90) / 100.0, 0.1, 0.3, 0.3}, SceneDraft::Step::Move);
        break;
    case 1:
        draft.setFit(*rc::gen::element(stage::Fit::Cover, stage::Fit::Contain));
        break;
    case 2:
        draft.raise();
        break;
    case 3:
        draft.lower();
        break;
    case 4:
        draft.remove();
        break;
    case 5:
        draft.add(SourceId{"c"});
        break;
    case 6:
        draft.select(std::size_t(*rc::gen::inRange(0, 4)));
        break;
    case 7:
        draft.setShape(
            *rc::gen::elementOf(std::vector(stage::canvasShapes.begin(), stage::canvasShapes.end())));
        break;
    case 8:
        draft.setRole(*rc::gen::element(SceneRole::Full, SceneRole::SideBySide));
        draft.arrangeForRole();
        break;
    default:
        draft.setName("n" + std::to_string(*rc::gen::inRange(0, 5)));
        break;
    }
}

} // namespace

void SceneDraftTest::undoingAllIsNothingDone() {
    QVERIFY(rc::check("undo after any steps, and redo brings them back", [] {
        SceneDraft draft(pair(), stage::CanvasShape::Landscape);
        const int steps = *rc::gen::inRange(0, 25);
        for (int i = 0; i < steps; ++i) {
            anyStep(draft);
            RC_ASSERT(!draft.selected() || *draft.selected() < draft.items().size());
        }
        const stage::Scene done = draft.scene();
        while (draft.canUndo())
            draft.undo();
        RC_ASSERT(!draft.changed());
        while (draft.canRedo())
            draft.redo();
        RC_ASSERT(draft.scene() == done);
    }));
}

void SceneDraftTest::aDragIsOneStep() {
    SceneDraft draft(pair(), stage::CanvasShape::Landscape);
    for (int i = 1; i < 20; ++i)
        draft.setArea({i / 100.0, 0.1, 0.3, 0.3}, SceneDraft::Step::Move);
    draft.endStep();
    draft.setArea({0.5, 0.5, 0.3, 0.3}, SceneDraft::Step::Move);
    draft.undo();
    QCOMPARE(draft.selectedItem()->area.x, 0.19);
    draft.undo();
    QVERIFY(!draft.canUndo() && !draft.changed());
}

void SceneDraftTest::shapesAreEditedSeparately() {
    SceneDraft draft(pair(), stage::CanvasShape::Landscape);
    const auto portrait = draft.scene().layouts.at(stage::CanvasShape::Portrait);
    draft.setArea({0.1, 0.1, 0.2, 0.2}, SceneDraft::Step::Move);
    QCOMPARE(draft.scene().layouts.at(stage::CanvasShape::Portrait), portrait);
    draft.setShape(stage::CanvasShape::Portrait);
    QCOMPARE(draft.items(), portrait);
}

void SceneDraftTest::aMissingLayoutBeginsAsWhatIsShown() {
    stage::Scene scene = pair();
    scene.layouts.erase(stage::CanvasShape::Portrait);
    SceneDraft draft(scene, stage::CanvasShape::Portrait);
    QCOMPARE(draft.items(), scene.layouts.at(stage::CanvasShape::Landscape));
    QVERIFY(!draft.changed());
    draft.setFit(stage::Fit::Contain);
    QCOMPARE(draft.scene().layouts.size(), std::size_t(3));
    QCOMPARE(draft.scene().layouts.at(stage::CanvasShape::Landscape),
             scene.layouts.at(stage::CanvasShape::Landscape));
}

void SceneDraftTest::arrangesForTheRole() {
    SceneDraft draft(pair(), stage::CanvasShape::Portrait);
    draft.setRole(SceneRole::SideBySide);
    draft.arrangeForRole();
    QCOMPARE(draft.items(), stage::layoutOf(SceneRole::SideBySide, stage::CanvasShape::Portrait,
                                            {SourceId{"a"}, SourceId{"b"}}));
}

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::SceneDraftTest)
#include "SceneDraftTest.moc"
