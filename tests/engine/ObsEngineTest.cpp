// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/obs/ObsEngine.hpp"
#include "support/ChildProcess.hpp"
#include "support/PrivateDisplay.hpp"
#include "support/Recorder.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <random>
#include <set>

using namespace vitrina;
using namespace vitrina::engine;
using vitrina::stage::OutputHealth;
using vitrina::stage::Transition;
using vitrina::stage::TransitionKind;
using vitrina::test::pixelFromEnd;
using vitrina::test::Recorder;
using vitrina::test::Rgb;

namespace {

const OutputId file{"file"};
const Rgb red{254, 0, 0};
const Rgb green{0, 255, 0};

std::shared_ptr<const Picture> plain(int width, int height, std::array<std::uint8_t, 4> rgba) {
    auto picture = std::make_shared<Picture>();
    picture->width = width;
    picture->height = height;
    for (int i = 0; i < width * height; ++i)
        picture->rgba.insert(picture->rgba.end(), rgba.begin(), rgba.end());
    return picture;
}

/// Says what was seen where it isn't what was wanted.
bool shows(const std::string& video, int x, int y, const Rgb& wanted) {
    const Rgb seen = pixelFromEnd(video, 0.2, x, y);
    if (!seen.near(wanted))
        qWarning("at %d,%d: %d %d %d", x, y, seen.red, seen.green, seen.blue);
    return seen.near(wanted);
}

} // namespace

class ObsEngineTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cutAndFadeAreConfirmedByAFrame();
    void aRequestDuringAFadeTakesOver();
    void anOverlayStaysOverACut();
    void partsStandWhereTheLayoutSays();
    void portraitCanvasCropsToCover();
    void sourcesAndScenesComeAndGoOnAir();
    void picturesAreTurnedAndCut();
    void recordingPlays();
    void unwritableFolderFailsAndTheShowGoesOn();
    void metersAndStatsCome();
    void webVideoGivesFragmentsAndMediaTime();
    void manyCommandsLeaveNothingBehind();
    void aSecondStartWorks();
    void withoutADisplayItSaysSo();

  private:
    bool start(stage::Canvas canvas = {});
    void show(const std::string& token, const char* scene, Transition transition = {TransitionKind::Cut, 0});
    std::string record(const char* name);
    bool finishRecording();
    bool sourcesLive(int count);

    std::unique_ptr<test::PrivateDisplay> display_;
    QTemporaryDir folder_;
    EngineConfig config_;
    std::unique_ptr<Recorder> heard_;
    std::unique_ptr<Engine> engine_;
};

void ObsEngineTest::initTestCase() {
    display_ = std::make_unique<test::PrivateDisplay>();
    QVERIFY2(display_->works(), "Xvfb doesn't start");
    config_ = test::twoSceneConfig(folder_.path().toStdString());
    QVERIFY(!config_.sources.at(0).address.empty());
}

void ObsEngineTest::init() {
    heard_ = std::make_unique<Recorder>();
    engine_ = obs::makeObsEngine();
}

void ObsEngineTest::cleanup() {
    QCOMPARE(engine_->shutdown(), 0L);
    engine_.reset();
}

bool ObsEngineTest::start(stage::Canvas canvas) {
    config_.canvas = canvas;
    const auto started = engine_->start(config_, heard_->sink(), heard_->fragments());
    if (!started)
        qWarning("%s", started.error().detail.c_str());
    return bool(started);
}

void ObsEngineTest::show(const std::string& token, const char* scene, Transition transition) {
    engine_->post(ShowScene{token, SceneId{scene}, transition});
}

std::string ObsEngineTest::record(const char* name) {
    heard_->forget(); // an earlier recording was active, too
    engine_->post(StartRecording{file, folder_.path().toStdString() + "/recordings", name});
    const bool active = heard_->waitForOutput(file, OutputHealth::Active);
    return active ? heard_->all<OutputChanged>().back().status.path : std::string();
}

bool ObsEngineTest::finishRecording() {
    heard_->forget();
    engine_->post(StopOutput{file});
    return heard_->waitForOutput(file, OutputHealth::Stopped);
}

bool ObsEngineTest::sourcesLive(int count) {
    std::set<SourceId> live;
    return heard_->waitFor([&](const EngineEvent& event) {
        const auto* changed = std::get_if<SourceChanged>(&event);
        if (changed && changed->status.health == stage::SourceHealth::Live)
            live.insert(changed->source);
        return int(live.size()) >= count;
    });
}

void ObsEngineTest::cutAndFadeAreConfirmedByAFrame() {
    QVERIFY(start());
    const auto started = heard_->all<EngineStarted>();
    QCOMPARE(started.size(), 1U);
    QVERIFY(started[0].renderer.find("llvmpipe") != std::string::npos || !started[0].renderer.empty());
    show("one", "a");
    QVERIFY(heard_->waitForScene("one"));
    show("two", "b", {TransitionKind::Fade, 300});
    QVERIFY(heard_->waitForScene("two"));
    show("again", "b");
    QVERIFY(heard_->waitForScene("again"));
    for (const SceneOnProgram& scene : heard_->all<SceneOnProgram>()) {
        QVERIFY(scene.requestToFrameUs > 0 && scene.requestToFrameUs < 2'000'000);
        QCOMPARE(scene.mediaMs, -1);
    }
    QCOMPARE(heard_->all<SceneOnProgram>().at(1).scene, SceneId{"b"});
}

void ObsEngineTest::aRequestDuringAFadeTakesOver() {
    QVERIFY(start());
    QVERIFY(sourcesLive(2));
    show("start", "a");
    QVERIFY(heard_->waitForScene("start"));
    const std::string path = record("retarget");
    QVERIFY(!path.empty());
    show("long", "b", {TransitionKind::Fade, 60'000});
    QVERIFY(heard_->waitForScene("long"));
    show("turn", "side", {TransitionKind::Fade, 200});
    QVERIFY(heard_->waitForScene("turn", 2));
    show("cut", "b");
    QVERIFY(heard_->waitForScene("cut", 2));
    show("back", "side", {TransitionKind::Fade, 100});
    QVERIFY(heard_->waitForScene("back", 2));
    // A second later the fade must be over, whatever the minute-long one before it was at.
    QVERIFY(heard_->waitFor([seen = 0](const EngineEvent& event) mutable {
        seen += std::holds_alternative<StatsMeasured>(event) ? 1 : 0;
        return seen >= 3;
    }));
    QVERIFY(finishRecording());
    QVERIFY(shows(path, 100, 200, red));
    QVERIFY(shows(path, 800, 200, green));
}

void ObsEngineTest::anOverlayStaysOverACut() {
    QVERIFY(start());
    QVERIFY(sourcesLive(2));
    show("a", "a");
    engine_->post(SetOverlay{"label", 2, {0.5, 0.5, 0.25, 0.25}, plain(40, 40, {255, 255, 0, 255})});
    engine_->post(SetOverlay{"card", 1, {0.5, 0.5, 0.5, 0.5}, plain(40, 40, {0, 0, 255, 255})});
    engine_->post(SetOverlay{"wrong", 3, {0, 0, 1, 1}, std::make_shared<Picture>(Picture{9, 9, {1, 2, 3}})});
    show("b", "b");
    QVERIFY(heard_->waitForScene("b"));
    const std::string path = record("overlay");
    QVERIFY(!path.empty());
    heard_->forget();
    QVERIFY(heard_->waitFor(
        [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
    QVERIFY(finishRecording());
    QVERIFY(shows(path, 100, 100, green));
    QVERIFY2(shows(path, 600, 300, {255, 255, 0}), "the layer with the higher z is on top");
    QVERIFY(shows(path, 900, 500, {0, 0, 255}));
}

void ObsEngineTest::partsStandWhereTheLayoutSays() {
    QVERIFY(start());
    QVERIFY(sourcesLive(2));
    show("side", "side");
    engine_->post(SetOverlay{"half", 0, {0.0, 0.0, 0.2, 0.2}, plain(8, 8, {128, 128, 128, 128})});
    engine_->post(SetOverlay{"gone", 1, {0.0, 0.8, 0.2, 0.2}, plain(8, 8, {0, 0, 255, 255})});
    engine_->post(SetOverlay{"gone", 1, {0.0, 0.8, 0.2, 0.2}, nullptr});
    QVERIFY(heard_->waitForScene("side"));
    const std::string path = record("side");
    QVERIFY(heard_->waitFor(
        [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
    QVERIFY(finishRecording());
    QVERIFY(shows(path, 474, 270, red));
    QVERIFY(shows(path, 484, 270, green));
    QVERIFY2(shows(path, 60, 60, {255, 128, 128}), "premultiplied white at half over red");
    QVERIFY2(shows(path, 60, 500, red), "a null picture hides the layer");
}

void ObsEngineTest::portraitCanvasCropsToCover() {
    QVERIFY(start({540, 960, 30}));
    QVERIFY(sourcesLive(2));
    show("a", "a");
    QVERIFY(heard_->waitForScene("a"));
    const std::string path = record("portrait");
    QVERIFY(heard_->waitFor(
        [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
    QVERIFY(finishRecording());
    const auto probed = test::run({"ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
                                   "stream=width,height", "-of", "csv=p=0", path},
                                  20);
    QCOMPARE(QString::fromStdString(probed.output).trimmed(), QStringLiteral("540,960"));
    for (const int y : {4, 480, 950})
        QVERIFY2(shows(path, 270, y, red), "a landscape picture covers the portrait canvas");
}

void ObsEngineTest::sourcesAndScenesComeAndGoOnAir() {
    QVERIFY(start());
    QVERIFY(sourcesLive(2));
    show("a", "a");
    QVERIFY(heard_->waitForScene("a"));
    // A new camera with a scene of its own, shown.
    stage::Source blue = config_.sources.at(0);
    blue.id = SourceId{"blue"};
    blue.address = test::colourVideo(folder_.path().toStdString(), "blue", "0x0000FF");
    heard_->forget();
    engine_->post(PutSource{blue});
    engine_->post(PutScene{stage::fullScene(blue)});
    QVERIFY(sourcesLive(1));
    show("blue", "full-blue");
    QVERIFY(heard_->waitForScene("blue"));
    const std::string path = record("comes-and-goes");
    QVERIFY(heard_->waitFor(
        [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
    // The same scene with another picture, while it is on program; then the camera it no longer shows goes.
    stage::Scene other = stage::fullScene(blue);
    for (auto& [shape, items] : other.layouts)
        items.front().source = SourceId{"green"};
    engine_->post(PutScene{other});
    engine_->post(DropSource{SourceId{"blue"}});
    engine_->post(DropScene{SceneId{"side"}});
    show("again", "full-blue");
    QVERIFY(heard_->waitForScene("again"));
    heard_->forget();
    for (int second = 0; second < 2; ++second) {
        QVERIFY(heard_->waitFor(
            [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
        heard_->forget();
    }
    QVERIFY(finishRecording());
    QVERIFY2(test::pixelFromEnd(path, 0.3, 200, 200).near({0, 255, 0}), "the changed scene is seen at once");
    const auto first = test::run({"ffmpeg", "-v", "quiet", "-i", path, "-vf", "crop=2:2:200:200,format=rgb24",
                                  "-frames:v", "1", "-f", "rawvideo", "-"},
                                 30);
    QVERIFY(first.output.size() >= 3);
    QVERIFY2((test::Rgb{int(std::uint8_t(first.output[0])), int(std::uint8_t(first.output[1])),
                        int(std::uint8_t(first.output[2]))}
                  .near({0, 0, 255})),
             "the new camera was seen before");
}

void ObsEngineTest::picturesAreTurnedAndCut() {
    // Left red, right green, in one picture; turned clockwise, red is above.
    const std::string picture = folder_.path().toStdString() + "/halves.png";
    QCOMPARE(test::run({"ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "color=0xFF0000:size=320x360",
                        "-f", "lavfi", "-i", "color=0x00FF00:size=320x360", "-filter_complex", "hstack",
                        "-frames:v", "1", picture},
                       30)
                 .status,
             0);
    QVERIFY(start());
    stage::Source halves;
    halves.id = SourceId{"halves"};
    halves.name = "halves";
    halves.kind = stage::SourceKind::Image;
    halves.address = picture;
    halves.rotation = 90;
    heard_->forget();
    engine_->post(PutSource{halves});
    engine_->post(PutScene{stage::fullScene(halves)});
    QVERIFY(heard_->waitFor([](const EngineEvent& event) {
        const auto* changed = std::get_if<SourceChanged>(&event);
        return changed && changed->source.value == "halves" &&
               changed->status.health == stage::SourceHealth::Live;
    }));
    show("turned", "full-halves");
    QVERIFY(heard_->waitForScene("turned"));
    const auto aSecond = [&] {
        heard_->forget();
        return heard_->waitFor(
            [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); });
    };
    const auto recorded = [&](const char* name) {
        const std::string path = record(name);
        return aSecond() && finishRecording() ? path : std::string();
    };
    const std::string turned = recorded("turned");
    QVERIFY(shows(turned, 480, 100, red));
    QVERIFY(shows(turned, 480, 440, green));
    halves.rotation = 0;
    halves.crop.left = 0.5;
    engine_->post(PutSource{halves});
    QVERIFY(aSecond());
    const std::string cut = recorded("cut");
    QVERIFY(shows(cut, 20, 270, green));
    QVERIFY(shows(cut, 940, 270, green));
}

void ObsEngineTest::recordingPlays() {
    QVERIFY(start());
    show("a", "a");
    const std::string path = record("plays");
    QVERIFY(!path.empty());
    QVERIFY(heard_->waitFor([seen = 0](const EngineEvent& event) mutable {
        seen += std::holds_alternative<StatsMeasured>(event) ? 1 : 0;
        return seen >= 3;
    }));
    QVERIFY(finishRecording());
    QCOMPARE(heard_->all<OutputChanged>().back().status.path, path);
    const auto probed = test::run({"ffprobe", "-v", "error", "-show_entries",
                                   "stream=codec_name,r_frame_rate:format=duration", "-of", "csv=p=0", path},
                                  20);
    const QString said = QString::fromStdString(probed.output);
    QVERIFY2(said.contains(QLatin1String("h264,30/1")) && said.contains(QLatin1String("aac")),
             qPrintable(said));
    QVERIFY2(said.trimmed().split(QLatin1Char('\n')).last().toDouble() > 1.0, qPrintable(said));
    QVERIFY2(record("plays").ends_with("/plays-2.mkv"), "the one before is not written over");
    QVERIFY(finishRecording());
}

void ObsEngineTest::unwritableFolderFailsAndTheShowGoesOn() {
    QVERIFY(start());
    engine_->post(StartRecording{file, "/proc/no/such/folder", "show"});
    QVERIFY(heard_->waitForOutput(file, OutputHealth::Failed));
    QCOMPARE(heard_->all<OutputChanged>().back().status.error, ErrorCode::FileUnwritable);
    engine_->post(StopOutput{file});
    engine_->post(StopOutput{OutputId{"never started"}});
    show("a", "a");
    QVERIFY(heard_->waitForScene("a"));
    QVERIFY2(!record("after").empty(), "the same output can be started again elsewhere");
    QVERIFY(finishRecording());
}

void ObsEngineTest::metersAndStatsCome() {
    QVERIFY(start());
    QVERIFY(sourcesLive(2));
    engine_->post(SetSourceMuted{SourceId{"green"}, true});
    const auto mixAbove = [](float db, bool above) {
        return [db, above](const EngineEvent& event) {
            const auto* meters = std::get_if<MetersMeasured>(&event);
            return meters && meters->meters.back().source.empty() &&
                   (meters->meters.back().levelDb[0] > db) == above;
        };
    };
    QVERIFY2(heard_->waitFor(mixAbove(-40.0F, true)),
             "the tone of the file is in the mix, though no scene is shown");
    engine_->post(SetSourceMuted{SourceId{"red"}, true});
    engine_->post(SetSourceMuted{SourceId{"unknown"}, true});
    heard_->forget();
    QVERIFY(heard_->waitFor(mixAbove(-90.0F, false)));
    engine_->post(SetSourceMuted{SourceId{"red"}, false});
    engine_->post(SetSourceVolume{SourceId{"red"}, -96.0});
    QVERIFY(heard_->waitFor([](const EngineEvent& event) {
        const auto* stats = std::get_if<StatsMeasured>(&event);
        return stats && stats->framesTotal > 20 && stats->fps > 20.0;
    }));
}

void ObsEngineTest::webVideoGivesFragmentsAndMediaTime() {
    QVERIFY(start());
    const OutputId web{"web"};
    engine_->post(StartWebVideo{web});
    QVERIFY(heard_->waitForOutput(web, OutputHealth::Active));
    QVERIFY(heard_->waitForFragments(30));
    show("a", "a");
    QVERIFY(heard_->waitForScene("a"));
    QVERIFY(heard_->all<SceneOnProgram>().back().mediaMs >= 0);
    engine_->post(StopOutput{web});
    QVERIFY(heard_->waitForOutput(web, OutputHealth::Stopped));
}

void ObsEngineTest::manyCommandsLeaveNothingBehind() {
    QVERIFY(start());
    std::mt19937 dice(20261122);
    const std::array scenes{"a", "b", "side", "none"};
    for (int i = 0; i < 50; ++i) {
        const char* scene = scenes[dice() % scenes.size()];
        switch (dice() % 7) {
        case 0:
            show("t" + std::to_string(i), scene);
            break;
        case 1:
            show("t" + std::to_string(i), scene, {TransitionKind::Fade, int(dice() % 400)});
            break;
        case 2:
            engine_->post(SetPreviewScene{SceneId{scene}});
            break;
        case 3: {
            const int side = 1 + int(dice() % 300);
            engine_->post(SetOverlay{dice() % 2 ? "card" : "label",
                                     int(dice() % 3),
                                     {0.1, 0.1, 0.5, 0.5},
                                     dice() % 3 ? plain(side, side, {9, 9, 9, 9}) : nullptr});
            break;
        }
        case 4:
            engine_->post(SetSourceVolume{SourceId{"red"}, -double(dice() % 100)});
            break;
        case 5:
            engine_->post(StartRecording{file, folder_.path().toStdString(), "many"});
            break;
        default:
            engine_->post(StopOutput{file});
        }
        if (i % 10 == 9)
            QVERIFY(heard_->waitFor(
                [](const EngineEvent& event) { return std::holds_alternative<MetersMeasured>(event); }));
    }
    show("last", "a");
    QVERIFY(heard_->waitForScene("last"));
    engine_->post(StartRecording{file, folder_.path().toStdString(), "many"});
    engine_->post(StartWebVideo{OutputId{"web"}});
    // cleanup() shuts down with outputs just starting and wants 0 allocations.
}

void ObsEngineTest::aSecondStartWorks() {
    QVERIFY(start());
    QVERIFY2(!start(), "one that runs can't be started");
    QCOMPARE(engine_->shutdown(), 0L);
    engine_->post(SetPreviewScene{SceneId{"a"}});
    QVERIFY(engine_->createSurface({}) == nullptr);
    QVERIFY(start());
    show("a", "a");
    QVERIFY(heard_->waitForScene("a"));
}

void ObsEngineTest::withoutADisplayItSaysSo() {
    for (const char* display : {"", ":9987"}) {
        qputenv("DISPLAY", display);
        const auto started = engine_->start(config_, heard_->sink(), heard_->fragments());
        qputenv("DISPLAY", display_->name().c_str());
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::EngineUnavailable);
        QVERIFY(!started.error().detail.empty());
    }
    config_.canvas = {961, 540, 30};
    QVERIFY(!engine_->start(config_, heard_->sink(), heard_->fragments()));
}

QTEST_GUILESS_MAIN(ObsEngineTest)
#include "ObsEngineTest.moc"
