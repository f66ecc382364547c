// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Script.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

control::State twoScenes() {
    control::State state;
    state.setUp.sources = {{SourceId{"mic"}, "Host", stage::SourceKind::TestCamera, {}, false, 0.0}};
    state.setUp.scenes = {{SceneId{"s1"}, "Host", SceneRole::Full, {}},
                          {SceneId{"s2"}, "Close-up", SceneRole::CloseUp, {}}};
    state.run.next = ItemId{"i7"};
    return state;
}

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

  private slots:
    void stepsAreSortedByTime() {
        const auto steps = readScript(R"([{"at": 5, "do": "cut"}, {"at": 0.5, "do": "take"}])");
        QVERIFY(bool(steps));
        QCOMPARE(steps->front().verb, QStringLiteral("take"));
        QCOMPARE(steps->back().atSeconds, 5.0);
    }

    void badScriptsSayWhichStep() {
        QVERIFY(!readScript("{}"));
        QVERIFY(!readScript("[{"));
        const auto unknown = readScript(R"([{"at": 1, "do": "take"}, {"at": 2, "do": "explode"}])");
        QVERIFY(!unknown);
        QVERIFY(unknown.error().detail.find("step 2") != std::string::npos);
        QVERIFY(!readScript(R"([{"do": "take"}])"));
    }

    void aTakeExpectsWhatTheStateShows() {
        const auto command = commandFor({0, QStringLiteral("take_cut"), {}}, twoScenes());
        QVERIFY(bool(command));
        const auto* take = std::get_if<control::Take>(&*command);
        QVERIFY(take);
        QCOMPARE(take->expectedNext, ItemId{"i7"});
        QVERIFY(take->expectedCurrent.empty());
        QVERIFY(take->cut);
    }

    void scenesAndSourcesAreFoundByName() {
        const auto preview =
            commandFor({0, QStringLiteral("preview"), QStringLiteral("Close-up")}, twoScenes());
        QVERIFY(bool(preview));
        QCOMPARE(std::get<stage::SetPreview>(*preview).scene, SceneId{"s2"});
        const auto mute = commandFor({0, QStringLiteral("mute"), QStringLiteral("Host")}, twoScenes());
        QVERIFY(bool(mute));
        QVERIFY(std::get<stage::SetMuted>(*mute).muted);
        QCOMPARE(
            commandFor({0, QStringLiteral("preview"), QStringLiteral("Nowhere")}, twoScenes()).error().code,
            ErrorCode::UnknownScene);
        QCOMPARE(commandFor({0, QStringLiteral("mute"), QStringLiteral("Nobody")}, twoScenes()).error().code,
                 ErrorCode::UnknownSource);
    }

    void overlaysAndCues() {
        const auto of = [](const char* verb, const char* with) {
            return *commandFor({0, QLatin1String(verb), QString::fromUtf8(with)}, twoScenes());
        };
        QCOMPARE(std::get<stage::SetLowerThird>(of("lower_third", "Ilze")),
                 (stage::SetLowerThird{true, "Ilze", ""}));
        QCOMPARE(std::get<stage::SetLowerThird>(of("lower_third", "off")),
                 (stage::SetLowerThird{false, "", ""}));
        QCOMPARE(std::get<stage::StartCountdown>(of("countdown", "1.5")).durationMs, 1500);
        QVERIFY(std::holds_alternative<stage::StopCountdown>(of("countdown", "off")));
        QCOMPARE(std::get<show::SendCue>(of("cue", "Lēnāk")).text, "Lēnāk");
    }
};

QTEST_GUILESS_MAIN(ScriptTest)
#include "ScriptTest.moc"
