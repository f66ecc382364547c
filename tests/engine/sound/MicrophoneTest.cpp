// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/SoundDevices.hpp"
#include "engine/obs/ObsEngine.hpp"
#include "engine/sound/support/HeardRecording.hpp"
#include "engine/support/Recorder.hpp"
#include "support/ChildProcess.hpp"
#include "support/PrivateDisplay.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <mutex>
#include <optional>

using namespace vitrina;
using namespace vitrina::engine;
using vitrina::stage::OutputHealth;
using vitrina::stage::SourceHealth;
using vitrina::test::Recorder;

/// A microphone of a real sound server, which the test starts, ends and starts again.
class MicrophoneTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void isHeardWithoutHolesAndComesBack();

  private:
    test::ChildProcess startServer();
    bool comesTo(SourceHealth health, int seconds);

    std::unique_ptr<test::PrivateDisplay> display_;
    QTemporaryDir folder_;
    Recorder heard_;
    const SourceId mic_{"mic"};
};

void MicrophoneTest::initTestCase() {
    display_ = std::make_unique<test::PrivateDisplay>();
    QVERIFY2(display_->works(), "Xvfb doesn't start");
}

/// With a room that hums, a microphone in it, and headphones nobody wears. (A module-sine-source would send
/// its sound in blocks of two seconds, as no device does.)
test::ChildProcess MicrophoneTest::startServer() {
    const std::string socket = folder_.filePath(QStringLiteral("pulse")).toStdString();
    QFile::remove(QString::fromStdString(socket));
    qputenv("PULSE_SERVER", ("unix:" + socket).c_str());
    return test::ChildProcess({"pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
                               "--exit-idle-time=-1", "-L",
                               "module-native-protocol-unix auth-anonymous=1 socket=" + socket, "-L",
                               "module-null-sink sink_name=phones", "-L", "module-null-sink sink_name=room",
                               "-L", "module-sine sink=room frequency=440", "-L",
                               "module-remap-source master=room.monitor source_name=hum"},
                              folder_.filePath(QStringLiteral("pulse.log")).toStdString());
}

bool MicrophoneTest::comesTo(SourceHealth health, int seconds) {
    return heard_.waitFor(
        [&](const EngineEvent& event) {
            const auto* changed = std::get_if<SourceChanged>(&event);
            return changed && changed->source == mic_ && changed->status.health == health;
        },
        seconds);
}

void MicrophoneTest::isHeardWithoutHolesAndComesBack() {
    test::ChildProcess server = startServer();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder_.filePath(QStringLiteral("pulse"))), 10'000);
    EngineConfig config;
    config.canvas = {640, 360, 30};
    stage::Source camera;
    camera.id = SourceId{"camera"};
    camera.name = "camera";
    camera.kind = stage::SourceKind::TestCamera;
    camera.muted = true;
    stage::Source microphone;
    microphone.id = mic_;
    microphone.name = "mic";
    microphone.kind = stage::SourceKind::Microphone;
    microphone.address = "pulse:hum";
    config.sources = {camera, microphone};
    config.scenes = {stage::fullScene(camera)};
    config.scenes.front().id = SceneId{"full"};
    const std::unique_ptr<Engine> engine = obs::makeObsEngine();
    QVERIFY(bool(engine->start(config, heard_.sink(), heard_.fragments())));
    engine->post(ShowScene{"first", SceneId{"full"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(comesTo(SourceHealth::Live, 15));

    std::mutex mutex;
    std::optional<SoundDevices> devices;
    dynamic_cast<SoundDeviceList&>(*engine).listSoundDevices([&](SoundDevices found) {
        const std::lock_guard lock(mutex);
        devices = std::move(found);
    });
    QTRY_VERIFY_WITH_TIMEOUT((std::lock_guard(mutex), devices.has_value()), 5000);
    const auto has = [](const std::vector<SoundDevice>& list, const char* address) {
        return std::ranges::find(list, address, &SoundDevice::address) != list.end();
    };
    QVERIFY(has(devices->microphones, "pulse:hum"));
    QVERIFY2(!has(devices->microphones, "pulse:phones.monitor"), "nobody speaks into that");
    const auto phones = std::ranges::find_if(devices->headphones, [](const SoundDevice& device) {
        return device.address.find("phones") != std::string::npos;
    });
    QVERIFY(phones != devices->headphones.end());

    engine->post(SetSolo{{mic_}, phones->address});
    engine->post(StartRecording{OutputId{"file"}, folder_.path().toStdString(), "mic"});
    QVERIFY(heard_.waitForOutput(OutputId{"file"}, OutputHealth::Active));
    const std::string path = heard_.all<OutputChanged>().back().status.path;
    int seconds = 0;
    heard_.forget();
    QVERIFY(heard_.waitFor([&](const EngineEvent& event) {
        seconds += std::holds_alternative<StatsMeasured>(event) ? 1 : 0;
        return seconds > 5;
    }));
    engine->post(StopOutput{OutputId{"file"}});
    QVERIFY(heard_.waitForOutput(OutputId{"file"}, OutputHealth::Stopped));
    const double holes = test::quietPart(path);
    qInfo("%.2f %% of the recording is silent", 100.0 * holes);
    QVERIFY(holes < 0.02);

    heard_.forget();
    server.stop();
    QVERIFY(comesTo(SourceHealth::Lost, 8));
    server = startServer();
    QVERIFY(comesTo(SourceHealth::Live, 20));
    QCOMPARE(engine->shutdown(), 0L);
}

QTEST_GUILESS_MAIN(MicrophoneTest)
#include "MicrophoneTest.moc"
