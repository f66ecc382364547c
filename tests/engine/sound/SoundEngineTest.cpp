// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/SoundDevices.hpp"
#include "engine/obs/ObsEngine.hpp"
#include "engine/sound/support/HeardRecording.hpp"
#include "engine/support/Recorder.hpp"
#include "support/ChildProcess.hpp"
#include "support/PrivateDisplay.hpp"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <functional>
#include <set>

using namespace vitrina;
using namespace vitrina::engine;
using vitrina::stage::OutputHealth;
using vitrina::stage::SourceHealth;
using vitrina::test::Recorder;

/// The limiter in the mix, and microphones and headphones on a machine that has none of either.
class SoundEngineTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theLimiterHoldsTheProgram();
    void noSoundServerIsNoHang();
    void aSourceMadeAnewIsHeardAsBefore();

  private:
    bool programPeak(const std::function<bool(float)>& is, int seconds = 10);
    std::string record(const char* name, int seconds);

    std::unique_ptr<test::PrivateDisplay> display_;
    QTemporaryDir folder_;
    EngineConfig config_;
    std::unique_ptr<Recorder> heard_;
    std::unique_ptr<Engine> engine_;
};

void SoundEngineTest::initTestCase() {
    // Whatever this machine has: the test's has no server, and none is started.
    qputenv("PULSE_SERVER", "unix:/nonexistent/pulse");
    display_ = std::make_unique<test::PrivateDisplay>();
    QVERIFY2(display_->works(), "Xvfb doesn't start");
    config_ = test::twoSceneConfig(folder_.path().toStdString(), {640, 360, 30});
    const std::string loud = folder_.filePath(QStringLiteral("loud.mp4")).toStdString();
    QCOMPARE(test::run({"ffmpeg",    "-v",      "error",   "-y",
                        "-f",        "lavfi",   "-i",      "color=c=blue:s=320x180:r=30:d=4",
                        "-f",        "lavfi",   "-i",      "aevalsrc=0.99*sin(2*PI*440*t):s=48000:d=4",
                        "-c:v",      "libx264", "-preset", "ultrafast",
                        "-c:a",      "aac",     "-b:a",    "192k",
                        "-shortest", loud},
                       60)
                 .status,
             0);
    config_.sources[0].address = loud;
    config_.sources[1].muted = true;
}

void SoundEngineTest::init() {
    heard_ = std::make_unique<Recorder>();
    engine_ = obs::makeObsEngine();
}

void SoundEngineTest::cleanup() {
    QCOMPARE(engine_->shutdown(), 0L);
    engine_.reset();
}

bool SoundEngineTest::programPeak(const std::function<bool(float)>& is, int seconds) {
    return heard_->waitFor(
        [&](const EngineEvent& event) {
            const auto* meters = std::get_if<MetersMeasured>(&event);
            return meters && is(meters->meters.back().peakDb[0]);
        },
        seconds);
}

std::string SoundEngineTest::record(const char* name, int seconds) {
    const OutputId file{name};
    engine_->post(StartRecording{file, folder_.path().toStdString(), name});
    if (!heard_->waitForOutput(file, OutputHealth::Active))
        return {};
    const std::string path = heard_->all<OutputChanged>().back().status.path;
    heard_->forget();
    heard_->waitFor([&](const EngineEvent& event) {
        seconds -= std::holds_alternative<StatsMeasured>(event) ? 1 : 0;
        return seconds < 0;
    });
    engine_->post(StopOutput{file});
    return heard_->waitForOutput(file, OutputHealth::Stopped) ? path : std::string();
}

void SoundEngineTest::theLimiterHoldsTheProgram() {
    QVERIFY(bool(engine_->start(config_, heard_->sink(), heard_->fragments())));
    engine_->post(ShowScene{"a", SceneId{"a"}, {stage::TransitionKind::Cut, 0}});
    engine_->post(SetSourceVolume{config_.sources[0].id, 6.0});
    QVERIFY(programPeak([](float peak) { return peak > -3.0F; }));
    heard_->forget();
    const std::string held = record("held", 3);
    for (const MetersMeasured& meters : heard_->all<MetersMeasured>())
        QVERIFY2(meters.meters.back().peakDb[0] <= -0.99F,
                 qPrintable(QString::number(double(meters.meters.back().peakDb[0]))));
    const double heldDb = 20.0 * std::log10(double(test::loudestSample(held)));
    qInfo("a tone of +6 dB is recorded at %.2f dB", heldDb);
    // AAC comes out a little above what goes in; the room below 0 is for that.
    QVERIFY(heldDb > -2.0 && heldDb < 0.0);
    engine_->post(SetLimiter{true, -12.0});
    heard_->forget();
    QVERIFY(programPeak([](float peak) { return peak < -11.9F && peak > -13.0F; }));
    engine_->post(SetLimiter{false, -1.0});
    heard_->forget();
    QVERIFY(programPeak([](float peak) { return peak > -0.5F; }));
}

void SoundEngineTest::noSoundServerIsNoHang() {
    EngineConfig config = config_;
    for (const char* address : {"pulse:", "pulse:no.such.device", "alsa:no_such_card"}) {
        stage::Source microphone;
        microphone.id = SourceId{address};
        microphone.name = address;
        microphone.kind = stage::SourceKind::Microphone;
        microphone.address = address;
        microphone.muted = true;
        config.sources.push_back(microphone);
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(bool(engine_->start(config, heard_->sink(), heard_->fragments())));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    std::set<SourceId> failed;
    QVERIFY(heard_->waitFor([&](const EngineEvent& event) {
        const auto* changed = std::get_if<SourceChanged>(&event);
        if (changed && changed->status.health == SourceHealth::Failed && !changed->status.detail.empty())
            failed.insert(changed->source);
        return failed.size() == 3;
    }));
    // The desk goes on meanwhile, and while they are opened anew.
    engine_->post(SetSolo{{config.sources[0].id, config.sources[2].id}, ""});
    for (const char* token : {"one", "two", "three"}) {
        engine_->post(ShowScene{token, SceneId{*token == 't' ? "b" : "a"}, {stage::TransitionKind::Cut, 0}});
        QVERIFY(heard_->waitForScene(token, 3));
    }
    std::atomic<int> microphones = -1;
    std::atomic<int> headphones = -1;
    dynamic_cast<SoundDeviceList&>(*engine_).listSoundDevices([&](const SoundDevices& devices) {
        headphones = int(devices.headphones.size());
        microphones = int(devices.microphones.size());
    });
    QTRY_VERIFY_WITH_TIMEOUT(microphones >= 0, 5000);
    QCOMPARE(headphones.load(), 0);
    int seconds = 0;
    QVERIFY(heard_->waitFor(
        [&](const EngineEvent& event) {
            seconds += std::holds_alternative<StatsMeasured>(event) ? 1 : 0;
            return seconds > 9;
        },
        20));
    // Trying again is no news: each has said Connecting and Failed once.
    int told = 0;
    for (const SourceChanged& changed : heard_->all<SourceChanged>())
        told += failed.contains(changed.source) ? 1 : 0;
    QCOMPARE(told, 6);
    engine_->post(SetSolo{{}, ""});
    engine_->post(DropSource{SourceId{"pulse:"}});
}

/// Another address is another source for libobs, but not for the host: what he has muted stays so.
void SoundEngineTest::aSourceMadeAnewIsHeardAsBefore() {
    QVERIFY(bool(engine_->start(config_, heard_->sink(), heard_->fragments())));
    QVERIFY(programPeak([](float peak) { return peak > -20.0F; }));
    engine_->post(SetSourceMuted{config_.sources[0].id, true});
    heard_->forget();
    QVERIFY(programPeak([](float peak) { return peak < -90.0F; }));
    stage::Source moved = config_.sources[0];
    moved.address = config_.sources[1].address;
    moved.muted = false; // as in the set-up's file
    engine_->post(PutSource{moved});
    heard_->forget();
    bool sounds = false;
    float programDb = -96.0F;
    QVERIFY(heard_->waitFor([&](const EngineEvent& event) {
        const auto* meters = std::get_if<MetersMeasured>(&event);
        for (const Meter& meter : meters ? meters->meters : std::vector<Meter>{}) {
            if (meter.source == moved.id)
                sounds = meter.peakDb[0] > -40.0F;
            if (meter.source.empty())
                programDb = std::max(programDb, meter.peakDb[0]);
        }
        return sounds;
    }));
    QVERIFY2(programDb < -90.0F, qPrintable(QString::number(double(programDb))));
    engine_->post(SetSourceMuted{moved.id, false});
    QVERIFY(programPeak([](float peak) { return peak > -40.0F; }));
}

QTEST_GUILESS_MAIN(SoundEngineTest)
#include "SoundEngineTest.moc"
