// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StudioRig.hpp"

#include <QSignalSpy>
#include <QTest>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;

/// The machine's set-up edited through the dispatcher, live or not.
class SetUpTest : public QObject {
    Q_OBJECT

  private slots:
    void theEngineHearsTheDifferenceAndTheJournalNothing();
    void whatIsOnProgramIsRefused();
    void aGoneSourceTakesItsFaultAlong();
    void theStartTellsTheEngineNothingTwice();
    void aResumeOfAGoneSceneTakesTheRoles();
    void withoutStudioModeAPressIsOnProgram();
};

namespace {

stage::SetUpEdit phone() {
    stage::AddSource add{stage::sourceFromAddress("Phone", "rtmp:1935/secret")};
    add.source.id = {};
    return add;
}

} // namespace

void SetUpTest::theEngineHearsTheDifferenceAndTheJournalNothing() {
    StudioRig rig;
    rig.startLive();
    QSignalSpy edited(&rig.dispatcher, &Dispatcher::setUpEdited);
    rig.forget();
    QCOMPARE(rig.tryTo(phone()), ErrorCode::None);
    const stage::Source& added = rig.dispatcher.state().setUp.sources.back();
    QVERIFY(!added.id.empty() && added.muted);
    const std::vector<std::string> said = rig.effects;
    QCOMPARE(said.at(0), "put source " + added.id.value);
    QCOMPARE(said.at(1), "put scene full-" + added.id.value);
    QVERIFY(std::ranges::find(said, "mute " + added.id.value) != said.end());
    QVERIFY2(rig.records.empty(), "its address holds a key");
    QCOMPARE(edited.size(), 1);
    QVERIFY(std::ranges::find(rig.patches.back(), Change{PatchKind::SetUp, ""}) != rig.patches.back().end());

    rig.forget();
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::RemoveSource{added.id}}), ErrorCode::None);
    const std::vector<std::string> gone = rig.effects;
    QVERIFY(std::ranges::find(gone, "drop scene full-" + added.id.value) != gone.end());
    QCOMPARE(gone.back(), "drop source " + added.id.value);
    rig.forget();
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::SetLostFallback{}}), ErrorCode::None);
    QVERIFY2(rig.effects.empty() && edited.size() == 2, "nothing changed");
}

void SetUpTest::whatIsOnProgramIsRefused() {
    StudioRig rig;
    rig.startLive();
    QSignalSpy refused(&rig.dispatcher, &Dispatcher::refused);
    const SourceId host = rig.dispatcher.state().setUp.sources.front().id;
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::RemoveSource{host}}), ErrorCode::SourceOnAir);
    QCOMPARE(refused.size(), 1);
}

void SetUpTest::aGoneSourceTakesItsFaultAlong() {
    StudioRig rig;
    rig.startLive();
    const SourceId table = rig.dispatcher.state().setUp.sources.back().id;
    rig.dispatcher.engineSaid(
        engine::SourceChanged{table, {stage::SourceHealth::Lost, 0, 0, 0.0, {}, ErrorCode::CameraLost, {}}});
    QVERIFY(rig.dispatcher.state().faults.contains("source:" + table.value));
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::RemoveSource{table}}), ErrorCode::None);
    QVERIFY(!rig.dispatcher.state().faults.contains("source:" + table.value));
    QVERIFY(!rig.dispatcher.state().stage.sources.contains(table));
}

void SetUpTest::theStartTellsTheEngineNothingTwice() {
    StudioRig rig;
    rig.startLive();
    rig.forget();
    rig.dispatcher.engineSaid(engine::EngineStarted{"fake", 0});
    for (const std::string& said : rig.effects)
        QVERIFY2(!said.starts_with("put "), said.c_str());
}

void SetUpTest::aResumeOfAGoneSceneTakesTheRoles() {
    StudioRig first;
    QCOMPARE(first.tryTo(StartStandby{}), ErrorCode::None);
    QCOMPARE(first.tryTo(show::GoLive{}), ErrorCode::None);
    QCOMPARE(first.tryTo(stage::SetPreview{SceneId{"both"}}), ErrorCode::None);
    QCOMPARE(first.tryTo(stage::Cut{}), ErrorCode::None);
    State changed = test::smallState();
    std::erase_if(changed.setUp.scenes, [](const stage::Scene& scene) { return scene.id.value == "both"; });
    StudioRig second(std::move(changed));
    QVERIFY(second.dispatcher.resume(first.records));
    QCOMPARE(second.dispatcher.state().stage.requested.scene.value, "full");
}

void SetUpTest::withoutStudioModeAPressIsOnProgram() {
    StudioRig rig;
    rig.startLive();
    const SceneId preview = rig.dispatcher.state().stage.preview;
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::SetStudioMode{false}}), ErrorCode::None);
    rig.forget();
    QCOMPARE(rig.tryTo(stage::SetPreview{SceneId{"both"}}), ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().stage.requested.scene, SceneId{"both"});
    QCOMPARE(rig.dispatcher.state().stage.preview, preview);
    QCOMPARE(rig.records.size(), std::size_t(1));
    rig.confirm();
    rig.forget();
    QCOMPARE(rig.tryTo(stage::SetPreview{SceneId{"both"}}), ErrorCode::None);
    QVERIFY2(rig.records.empty() && rig.effects.empty(), "it is there already");
    QCOMPARE(rig.tryTo(stage::SetPreview{SceneId{"nowhere"}}), ErrorCode::UnknownScene);
    QCOMPARE(rig.tryTo(stage::SetUpEdit{stage::SetStudioMode{true}}), ErrorCode::None);
    QCOMPARE(rig.tryTo(stage::SetPreview{SceneId{"close"}}), ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().stage.preview, SceneId{"close"});
    QCOMPARE(rig.dispatcher.state().stage.requested.scene, SceneId{"both"});
}

QTEST_GUILESS_MAIN(SetUpTest)
#include "SetUpTest.moc"
