// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Stage.hpp"

#include <QTest>

#include <limits>

using namespace vitrina;
using namespace vitrina::stage;

namespace {

const Transition fade{TransitionKind::Fade, 300};

SetUp threeScenes() {
    SetUp setUp;
    for (const char* id : {"a", "b", "c"})
        setUp.scenes.push_back({SceneId{id}, id, SceneRole::None, {}});
    setUp.sources.push_back(sourceFromAddress("mic", "test:"));
    setUp.sources.back().muted = true;
    return setUp;
}

} // namespace

class StageTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cutSwapsPreviewAndProgram();
    void autoUsesTheTransition();
    void cutBeforeTheConfirmationSwapsWhatWasAsked();
    void aTakeBringsTheFollowingScene();
    void aChosenPreviewStaysForOneTake();
    void unknownIdsAreRefused();
    void tokensAreUsedOnce();
    void confirmationsComeInOrder();
    void aLateConfirmationDoesNotFlipProgram();
    void anOvertakenRequestMayStillShow();
    void soundFollowsTheSetUpUntilSet();
    void theSlateSilencesAllAndGivesBackWhatWasSet();
    void allAreMutedAndComeBackAsTheyWere();
    void volumeIsClamped();
    void statusIsStampedWhenHealthChanges();
    void aLostCameraIsStoodInForAndComesBackOnTheHostsWord();

  private:
    ErrorCode tryTo(const Command& command);
    void confirm(const std::string& token, const std::string& scene);

    SetUp setUp_;
    Stage stage_;
    Instant now_;
};

void StageTest::init() {
    setUp_ = threeScenes();
    stage_ = {};
    now_ = {1000, 1000};
    QCOMPARE(tryTo(ShowOnProgram{"t0", SceneId{"a"}, fade, SceneId{"b"}}), ErrorCode::None);
    confirm("t0", "a");
}

ErrorCode StageTest::tryTo(const Command& command) {
    const auto facts = decide(setUp_, stage_, command);
    if (!facts)
        return facts.error().code;
    for (const Fact& fact : *facts)
        stage_ = apply(stage_, fact, now_);
    return ErrorCode::None;
}

void StageTest::confirm(const std::string& token, const std::string& scene) {
    stage_ = apply(stage_, ProgramConfirmed{token, SceneId{scene}, 0}, now_);
}

void StageTest::cutSwapsPreviewAndProgram() {
    QCOMPARE(stage_.program.value, "a");
    QCOMPARE(tryTo(Cut{"t1"}), ErrorCode::None);
    QCOMPARE(stage_.requested, (ProgramRequest{"t1", SceneId{"b"}, Transition{TransitionKind::Cut, 0}}));
    QCOMPARE(stage_.preview.value, "a");
    QVERIFY(!stage_.previewChosenByHost);
    QCOMPARE(stage_.program.value, "a"); // until the engine says so
    confirm("t1", "b");
    QCOMPARE(stage_.program.value, "b");
}

void StageTest::autoUsesTheTransition() {
    QCOMPARE(tryTo(Auto{"t1"}), ErrorCode::None);
    QCOMPARE(stage_.requested.transition, fade);
    QCOMPARE(tryTo(SetTransition{{TransitionKind::Fade, 99'999}}), ErrorCode::None);
    QCOMPARE(stage_.transition.durationMs, 10'000);
    QCOMPARE(tryTo(SetTransition{{TransitionKind::None, 1}}), ErrorCode::BadRequest);
    tryTo(SetTransition{{TransitionKind::Cut, 300}});
    tryTo(Auto{"t2"});
    QCOMPARE(stage_.requested.transition, (Transition{TransitionKind::Cut, 0}));
}

void StageTest::cutBeforeTheConfirmationSwapsWhatWasAsked() {
    tryTo(Cut{"t1"});
    tryTo(Cut{"t2"});
    QCOMPARE(stage_.requested.scene.value, "a");
    QCOMPARE(stage_.preview.value, "b");
    tryTo(SetPreview{SceneId{"a"}});
    QCOMPARE(decide(setUp_, stage_, Cut{"t3"})->size(), std::size_t(0)); // nothing would change
}

void StageTest::aTakeBringsTheFollowingScene() {
    QCOMPARE(stage_.preview.value, "b");
    tryTo(ShowOnProgram{"t1", SceneId{"b"}, fade, SceneId{"c"}});
    QCOMPARE(stage_.preview.value, "c");
    tryTo(ShowOnProgram{"t2", SceneId{"b"}, fade, {}});
    QCOMPARE(stage_.preview.value, "c");    // at the end of the rundown
    QCOMPARE(stage_.requested.token, "t2"); // the same scene again is a request of its own
}

void StageTest::aChosenPreviewStaysForOneTake() {
    tryTo(SetPreview{SceneId{"c"}});
    QVERIFY(stage_.previewChosenByHost);
    tryTo(ShowOnProgram{"t1", SceneId{"b"}, fade, SceneId{"a"}});
    QCOMPARE(stage_.preview.value, "c");
    QVERIFY(!stage_.previewChosenByHost);
    tryTo(ShowOnProgram{"t2", SceneId{"b"}, fade, SceneId{"a"}});
    QCOMPARE(stage_.preview.value, "a");
}

void StageTest::unknownIdsAreRefused() {
    const Stage before = stage_;
    QCOMPARE(tryTo(SetPreview{SceneId{"x"}}), ErrorCode::UnknownScene);
    QCOMPARE(tryTo(ShowOnProgram{"t", SceneId{"x"}, fade, {}}), ErrorCode::UnknownScene);
    QCOMPARE(tryTo(ShowOnProgram{"t", SceneId{"a"}, fade, SceneId{"x"}}), ErrorCode::UnknownScene);
    QCOMPARE(tryTo(SetMuted{SourceId{"x"}, true}), ErrorCode::UnknownSource);
    QCOMPARE(tryTo(SetVolume{SourceId{"x"}, 0}), ErrorCode::UnknownSource);
    QCOMPARE(stage_, before);
    stage_.preview = {};
    QCOMPARE(tryTo(Cut{"t"}), ErrorCode::UnknownScene);
}

void StageTest::tokensAreUsedOnce() {
    QCOMPARE(tryTo(Cut{""}), ErrorCode::BadRequest);
    QCOMPARE(tryTo(Cut{"t0"}), ErrorCode::BadRequest);
    tryTo(Cut{"t1"});
    tryTo(Cut{"t2"});
    QCOMPARE(tryTo(Cut{"t1"}), ErrorCode::BadRequest); // overtaken, but still open
}

void StageTest::confirmationsComeInOrder() {
    tryTo(Cut{"t1"});
    QVERIFY(awaits(stage_, "t1"));
    QVERIFY(!awaits(stage_, "t0"));
    QVERIFY(!awaits(stage_, ""));
    confirm("t1", "b");
    QVERIFY(!awaits(stage_, "t1"));
    confirm("t0", "a");
    confirm("strange", "c");
    QCOMPARE(stage_.program.value, "b");
}

void StageTest::aLateConfirmationDoesNotFlipProgram() {
    tryTo(Cut{"t1"});
    tryTo(ShowOnProgram{"t2", SceneId{"c"}, fade, {}});
    confirm("t2", "c");
    confirm("t1", "b"); // came after the one that overtook it
    QCOMPARE(stage_.program.value, "c");
    QCOMPARE(stage_.programToken, "t2");
}

void StageTest::anOvertakenRequestMayStillShow() {
    tryTo(Cut{"t1"});
    tryTo(ShowOnProgram{"t2", SceneId{"c"}, fade, {}});
    confirm("t1", "b"); // it was on program for a moment: the tally tells the truth
    QCOMPARE(stage_.program.value, "b");
    QVERIFY(stage_.overtaken.empty());
    confirm("t2", "c");
    QCOMPARE(stage_.program.value, "c");
}

void StageTest::soundFollowsTheSetUpUntilSet() {
    const Source& mic = setUp_.sources.front();
    QVERIFY(mutedOf(stage_, mic));
    QCOMPARE(decide(setUp_, stage_, SetMuted{mic.id, true})->size(), std::size_t(0));
    tryTo(SetMuted{mic.id, false});
    QVERIFY(!mutedOf(stage_, mic));
}

void StageTest::theSlateSilencesAllAndGivesBackWhatWasSet() {
    setUp_.sources.push_back(sourceFromAddress("table", "test:"));
    const Source& mic = setUp_.sources.front();
    const Source& table = setUp_.sources.back();
    tryTo(SetMuted{mic.id, false});
    tryTo(SetMuted{table.id, true});
    tryTo(SetSlate{true});
    QVERIFY(mutedOf(stage_, mic) && mutedOf(stage_, table));
    QCOMPARE(decide(setUp_, stage_, SetSlate{true})->size(), std::size_t(0));
    // What is set under the slate is what comes back, and is not heard before.
    tryTo(SetMuted{table.id, false});
    QVERIFY(mutedOf(stage_, table));
    QCOMPARE(tryTo(Cut{"t1"}), ErrorCode::None); // the picture beneath can be put right
    tryTo(SetSlate{false});
    QVERIFY(!mutedOf(stage_, mic) && !mutedOf(stage_, table));
}

void StageTest::allAreMutedAndComeBackAsTheyWere() {
    setUp_.sources.push_back(sourceFromAddress("table", "test:"));
    setUp_.sources.push_back(sourceFromAddress("hands", "test:"));
    const Source& mic = setUp_.sources[0];
    const Source& table = setUp_.sources[1];
    const Source& hands = setUp_.sources[2];
    for (const Source& source : setUp_.sources)
        tryTo(SetMuted{source.id, source.id == table.id});
    tryTo(SetAllMuted{true});
    QVERIFY(mutedOf(stage_, mic) && mutedOf(stage_, table) && mutedOf(stage_, hands));
    QCOMPARE(decide(setUp_, stage_, SetAllMuted{true})->size(), std::size_t(0));
    const Stage muted = stage_;
    tryTo(SetAllMuted{false});
    QVERIFY(!mutedOf(stage_, mic) && mutedOf(stage_, table) && !mutedOf(stage_, hands));
    // One by itself: it alone is heard again.
    stage_ = muted;
    tryTo(SetMuted{table.id, false});
    QVERIFY(!stage_.allMuted && mutedOf(stage_, mic) && !mutedOf(stage_, table) && mutedOf(stage_, hands));
    // To mute one more changes nothing that is heard.
    stage_ = muted;
    tryTo(SetMuted{mic.id, true});
    QVERIFY(stage_.allMuted && mutedOf(stage_, mic));
}

void StageTest::volumeIsClamped() {
    const Source& mic = setUp_.sources.front();
    tryTo(SetVolume{mic.id, 40});
    QCOMPARE(volumeOf(stage_, mic), 6.0);
    tryTo(SetVolume{mic.id, -std::numeric_limits<double>::max()});
    QCOMPARE(volumeOf(stage_, mic), -96.0);
    QCOMPARE(tryTo(SetVolume{mic.id, std::numeric_limits<double>::quiet_NaN()}), ErrorCode::BadRequest);
    QCOMPARE(tryTo(SetVolume{mic.id, -std::numeric_limits<double>::infinity()}), ErrorCode::BadRequest);
}

void StageTest::statusIsStampedWhenHealthChanges() {
    const SourceId mic{"mic"};
    SourceStatus live{SourceHealth::Live, 640, 360, 30, {}, ErrorCode::None, ""};
    stage_ = apply(stage_, SourceStatusChanged{mic, live}, {5, 5});
    QCOMPARE(stage_.sources[mic].since, (Instant{5, 5}));
    live.width = 1280;
    stage_ = apply(stage_, SourceStatusChanged{mic, live}, {9, 9});
    QCOMPARE(stage_.sources[mic].since, (Instant{5, 5}));
    QCOMPARE(stage_.sources[mic].width, 1280);
    live.health = SourceHealth::Lost;
    stage_ = apply(stage_, SourceStatusChanged{mic, live}, {12, 12});
    QCOMPARE(stage_.sources[mic].since, (Instant{12, 12}));
    const OutputId web{"web"};
    stage_ = apply(stage_, OutputStatusChanged{web, {OutputHealth::Active, {}, ErrorCode::None, "", ""}},
                   {13, 13});
    QCOMPARE(stage_.outputs[web].since, (Instant{13, 13}));
}

void StageTest::aLostCameraIsStoodInForAndComesBackOnTheHostsWord() {
    const SourceId host{"host"};
    const SourceId table{"table"};
    setUp_.sources = {sourceFromAddress("host", "test:"), sourceFromAddress("table", "test:")};
    const auto show = [&](std::size_t scene, const SourceId& source) {
        setUp_.scenes[scene].layouts[CanvasShape::Landscape] = {SceneItem{source, {}, Fit::Cover}};
    };
    show(0, host);
    show(1, table);
    QVERIFY(!standIn(setUp_, stage_, host, "t1")); // no fallback chosen
    QCOMPARE(tryTo(ReturnToScene{"t1"}), ErrorCode::StaleCommand);
    setUp_.lostFallback = SceneId{"b"};
    QVERIFY(!standIn(setUp_, stage_, table, "t1")); // not on program
    const auto other = standIn(setUp_, stage_, host, "t1");
    QVERIFY(other);
    QCOMPARE(other->request, (ProgramRequest{"t1", SceneId{"b"}, {TransitionKind::Cut, 0}, SceneId{"a"}}));
    QVERIFY(!standIn(setUp_, stage_, host, "t0")); // a token is used once
    stage_ = apply(stage_, *other, now_);
    QVERIFY(!standIn(setUp_, stage_, host, "t2")); // it is not asked for any more
    confirm("t1", "b");
    QCOMPARE(tryTo(ReturnToScene{"t2"}), ErrorCode::None);
    QCOMPARE(stage_.requested, (ProgramRequest{"t2", SceneId{"a"}, fade}));
    QCOMPARE(tryTo(ReturnToScene{"t3"}), ErrorCode::StaleCommand);
    show(1, host); // a fallback that shows the lost camera itself is none
    QVERIFY(!standIn(setUp_, stage_, host, "t3"));
}

QTEST_GUILESS_MAIN(StageTest)
#include "StageTest.moc"
