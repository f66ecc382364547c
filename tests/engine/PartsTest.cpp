// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/FakeEngine.hpp"
#include "engine/obs/BackOff.hpp"
#include "engine/obs/Executor.hpp"
#include "engine/obs/LogFilter.hpp"
#include "engine/obs/Placement.hpp"
#include "engine/obs/SurfacePacing.hpp"

#include <QtTest>

#include <rapidcheck.h>

#include <cmath>
#include <future>

using namespace vitrina;
using namespace vitrina::engine;
using namespace std::chrono_literals;

/// The parts of the engine that decide without libobs.
class PartsTest : public QObject {
    Q_OBJECT

  private slots:
    void whatLiesBeyondTheTargetIsCutOff();
    void coverFillsItsBoxWithTheMiddle();
    void containKeepsShapeAndStaysInside();
    void neighboursMeetWithoutAGap();
    void letterboxOfAWindow();
    void turnedAndCutPicturesFillTheirBox();
    void cornersGoWhereTheyAreTurned();
    void executorKeepsOrderAndTime();
    void logFilterTakesSecretsOut();
    void windowsTakeTurns();
    void windowsGiveWayInOrder();
    void windowsComeBackSlowly();
    void windowsThatCameBackTooSoonWaitLonger();
    void backOffGrowsToItsEnd();
    void fakeEngineConfirmsWhenTold();
};

void PartsTest::coverFillsItsBoxWithTheMiddle() {
    QVERIFY(rc::check("cover: box filled, aspect kept, middle shown", [] {
        const int width = *rc::gen::inRange(2, 4000);
        const int height = *rc::gen::inRange(2, 4000);
        const obs::PixelBox target{*rc::gen::inRange(0, 50), 7, *rc::gen::inRange(50, 2000),
                                   *rc::gen::inRange(50, 2000)};
        const auto placed = obs::place({0.25, 0.0, 0.5, 1.0}, stage::Fit::Cover, target, width, height);
        const double scaleX = placed.box.width / placed.width;
        const double scaleY = placed.box.height / placed.height;
        return placed.box.height == target.height && std::abs(scaleX - scaleY) < 1e-6 * scaleX &&
               placed.left >= 0 && placed.top >= 0 && placed.left + placed.width <= width + 1e-6 &&
               placed.top + placed.height <= height + 1e-6 &&
               std::abs(placed.left * 2 + placed.width - width) < 1e-6 &&
               std::abs(placed.top * 2 + placed.height - height) < 1e-6;
    }));
    QCOMPARE(obs::place({}, stage::Fit::Cover, {0, 0, 100, 100}, 0, 0).width, 0.0);
    QCOMPARE(obs::place({0, 0, 0, 1}, stage::Fit::Cover, {0, 0, 100, 100}, 9, 9).width, 0.0);
}

void PartsTest::containKeepsShapeAndStaysInside() {
    const auto placed = obs::place({0, 0, 1, 1}, stage::Fit::Contain, {10, 20, 540, 960}, 1280, 720);
    QCOMPARE(placed.box, (obs::PixelBox{10, 20 + (960 - 304) / 2, 540, 304}));
    QCOMPARE(placed.left, 0.0);
    QCOMPARE(placed.width, 1280.0);
    QCOMPARE(placed.height, 720.0);
}

void PartsTest::neighboursMeetWithoutAGap() {
    QVERIFY(rc::check("two areas with a common edge share its pixel", [] {
        const double at = *rc::gen::inRange(1, 999) / 1000.0;
        const obs::PixelBox target{0, 0, *rc::gen::inRange(100, 2000), 100};
        const auto left = obs::place({0, 0, at, 1}, stage::Fit::Cover, target, 64, 64);
        const auto right = obs::place({at, 0, 1 - at, 1}, stage::Fit::Cover, target, 64, 64);
        return left.width <= 0 || right.width <= 0 ||
               (left.box.width == right.box.x && right.box.x + right.box.width == target.width);
    }));
}

void PartsTest::turnedAndCutPicturesFillTheirBox() {
    QVERIFY(rc::check("what is left after the cut becomes exactly the picture that is seen", [] {
        obs::Look look;
        look.rotation = *rc::gen::element(0, 90, 180, 270);
        const auto part = [] {
            return *rc::gen::inRange(0, 46) / 100.0;
        };
        look.crop = {part(), part(), part(), part()};
        const int width = *rc::gen::inRange(40, 4000);
        const int height = *rc::gen::inRange(40, 4000);
        const obs::Turn turned = obs::turn(look, width, height);
        double left = 1e9;
        double right = -1e9;
        double top = 1e9;
        double bottom = -1e9;
        for (const double x : {look.crop.left * width, (1 - look.crop.right) * width}) {
            for (const double y : {look.crop.top * height, (1 - look.crop.bottom) * height}) {
                left = std::min(left, turned.xx * x + turned.xy * y + turned.x0);
                right = std::max(right, turned.xx * x + turned.xy * y + turned.x0);
                top = std::min(top, turned.yx * x + turned.yy * y + turned.y0);
                bottom = std::max(bottom, turned.yx * x + turned.yy * y + turned.y0);
            }
        }
        RC_ASSERT(std::abs(left) < 1e-6 && std::abs(top) < 1e-6);
        RC_ASSERT(std::abs(right - turned.width) <= 0.51 && std::abs(bottom - turned.height) <= 0.51);
        // A source scaled to what is needed covers what is shown.
        const obs::PixelBox needed = obs::neededFor(look, 960, 540);
        const obs::Turn seen = obs::turn(look, needed.width, needed.height);
        RC_ASSERT(std::abs(seen.width - 960) <= 2 && std::abs(seen.height - 540) <= 2);
    }));
    QCOMPARE(obs::turn({}, 0, 9).width, 0);
}

void PartsTest::cornersGoWhereTheyAreTurned() {
    const auto topLeft = [](int rotation) {
        const obs::Turn turned = obs::turn({rotation, {}}, 640, 360);
        return std::pair(turned.x0, turned.y0);
    };
    QCOMPARE(topLeft(0), std::pair(0.0, 0.0));
    QCOMPARE(topLeft(90), std::pair(360.0, 0.0)); // clockwise: the top left corner becomes the top right one
    QCOMPARE(topLeft(180), std::pair(640.0, 360.0));
    QCOMPARE(topLeft(270), std::pair(0.0, 640.0));
    QCOMPARE(obs::turn({90, {}}, 640, 360).width, 360);
}

void PartsTest::letterboxOfAWindow() {
    QCOMPARE(obs::letterbox(960, 640, 960, 540), (obs::PixelBox{0, 50, 960, 540}));
    QCOMPARE(obs::letterbox(960, 540, 540, 960), (obs::PixelBox{328, 0, 304, 540}));
    QCOMPARE(obs::letterbox(0, 540, 540, 960), obs::PixelBox{});
}

void PartsTest::executorKeepsOrderAndTime() {
    std::vector<int> done;
    {
        obs::Executor executor("test");
        for (int i = 0; i < 100; ++i)
            executor.post([&done, i] { done.push_back(i); });
        executor.runAndWait([&] { done.push_back(100); });
        QCOMPARE(done.size(), 101U);
        QVERIFY(std::is_sorted(done.begin(), done.end()));

        std::promise<void> second;
        const auto before = std::chrono::steady_clock::now();
        executor.postAfter(400ms, [&] {
            done.push_back(202);
            second.set_value();
        });
        executor.postAfter(20ms, [&] { done.push_back(201); });
        QCOMPARE(second.get_future().wait_for(10s), std::future_status::ready);
        QVERIFY(std::chrono::steady_clock::now() - before >= 400ms);
        QCOMPARE(done.at(101), 201);
        executor.postAfter(1h, [&] { done.push_back(-1); });
        executor.post([&] { done.push_back(400); });
    }
    QCOMPARE(done.back(), 400);
    QVERIFY2(std::find(done.begin(), done.end(), -1) == done.end(),
             "what waits for its time is forgotten at the end");
}

void PartsTest::logFilterTakesSecretsOut() {
    obs::LogFilter filter;
    filter.addSecret("live_1234");
    filter.addSecret("ab");
    filter.addSecretsOf("srt://0.0.0.0:9000?mode=listener&passphrase=hunter22hunter&latency=20");
    filter.addSecretsOf("rtmp://127.0.0.1:1935/path-key");
    filter.addSecretsOf("/home/host/closeup.mp4");
    QCOMPARE(filter.clean("key live_1234 and live_1234, pass hunter22hunter, to path-key, ab in closeup.mp4"),
             std::string("key *** and ***, pass ***, to ***, ab in closeup.mp4"));
}

void PartsTest::whatLiesBeyondTheTargetIsCutOff() {
    const obs::PixelBox target{100, 50, 400, 200};
    // Twice as wide as the target and half beyond its right edge: the left half of the picture is seen.
    const auto placed = obs::place({0.5, 0.0, 1.0, 1.0}, stage::Fit::Cover, target, 800, 400);
    QCOMPARE(placed.box, (obs::PixelBox{300, 50, 200, 200}));
    QCOMPARE(placed.left, 0.0);
    QCOMPARE(placed.width, 400.0);
    QCOMPARE(placed.height, 400.0);
    const auto left = obs::place({-0.25, -0.5, 0.5, 1.0}, stage::Fit::Contain, target, 100, 100);
    QCOMPARE(left.box.x, 100);
    QCOMPARE(left.box.y, 50);
    QVERIFY(left.left > 0.0 && left.top > 0.0 && left.left + left.width <= 100.0 + 1e-9);
    QCOMPARE(obs::place({1.0, 0.0, 0.5, 0.5}, stage::Fit::Cover, target, 10, 10).width, 0.0);
}

namespace {

/// Frames go by; `late` of every ten come late. Counts what is drawn.
struct Frames {
    obs::SurfacePacing pacing;
    std::uint32_t lagged = 0;
    int program = 0;
    int preview = 0;
    int tile = 0;

    void pass(int frames, int late = 0) {
        program = preview = tile = 0;
        for (int frame = 0; frame < frames; ++frame) {
            lagged += frame % 10 < late ? 1 : 0;
            pacing.startFrame(lagged);
            program += pacing.draws(SurfaceContent::Program, 0) ? 1 : 0;
            preview += pacing.draws(SurfaceContent::Preview, 0) ? 1 : 0;
            tile += pacing.draws(SurfaceContent::Source, 1) ? 1 : 0;
        }
    }
    /// Until that much gives way, or for as long as half a minute.
    int until(Easing easing, int late) {
        int frames = 0;
        for (; frames < 900 && pacing.easing() != easing; ++frames) {
            lagged += frames % 10 < late ? 1 : 0;
            pacing.startFrame(lagged);
        }
        return frames;
    }
};

} // namespace

void PartsTest::windowsTakeTurns() {
    Frames frames;
    frames.pass(12);
    QCOMPARE(frames.program, 12);
    QCOMPARE(frames.preview, 6);
    QCOMPARE(frames.tile, 4);
    frames.pacing.startFrame(0);
    int tiles = 0;
    for (std::size_t tile = 0; tile < 3; ++tile)
        tiles += frames.pacing.draws(SurfaceContent::Source, tile) ? 1 : 0;
    QCOMPARE(tiles, 1);
    QCOMPARE(frames.pacing.easing(), Easing::None);
}

void PartsTest::windowsGiveWayInOrder() {
    Frames frames;
    QCOMPARE(frames.until(Easing::Multiview, 3), 1); // at the first late frame
    frames.pass(5, 0);
    QVERIFY(frames.until(Easing::Preview, 3) <= 30);
    frames.pacing.startFrame(frames.lagged);
    QVERIFY(frames.pacing.easing() == Easing::Preview);
    QVERIFY(frames.until(Easing::Program, 3) <= 40);
    frames.pass(300, 3);
    QCOMPARE(frames.tile, 10); // each second at 30
    QCOMPARE(frames.preview, 20);
    QCOMPARE(frames.program, 100);
    QCOMPARE(frames.pacing.easing(), Easing::Program); // and no further
}

void PartsTest::windowsComeBackSlowly() {
    Frames frames;
    frames.pass(100, 3);
    QCOMPARE(frames.pacing.easing(), Easing::Program);
    frames.pass(80);
    QCOMPARE(frames.pacing.easing(), Easing::Program);
    const int toPreview = frames.until(Easing::Preview, 0);
    QVERIFY(toPreview > 0 && toPreview < 30);
    QVERIFY(frames.until(Easing::Multiview, 0) >= 150); // one step after the other
    QVERIFY(frames.until(Easing::None, 0) >= 150);
    frames.pass(12);
    QCOMPARE(frames.tile, 4);
}

void PartsTest::windowsThatCameBackTooSoonWaitLonger() {
    Frames frames;
    frames.until(Easing::Multiview, 10);
    int before = frames.until(Easing::None, 0);
    QVERIFY(before >= 80);
    for (int time = 0; time < 3; ++time) {
        QCOMPARE(frames.until(Easing::Multiview, 10), 1);
        const int wait = frames.until(Easing::None, 0);
        QVERIFY2(wait >= 2 * before - 20, qPrintable(QString::number(wait)));
        before = wait;
    }
    // Good for long enough with everything drawn: the load is over, and a late frame is a stray one again.
    frames.pass(2000);
    frames.until(Easing::Multiview, 10);
    QVERIFY(frames.until(Easing::None, 0) <= 100);
}

void PartsTest::backOffGrowsToItsEnd() {
    QCOMPARE(obs::backOff(0), 1000ms);
    QCOMPARE(obs::backOff(1), 1000ms);
    QCOMPARE(obs::backOff(3), 4000ms);
    QCOMPARE(obs::backOff(5), 15000ms);
    QCOMPARE(obs::backOff(500), 15000ms);
}

void PartsTest::fakeEngineConfirmsWhenTold() {
    FakeEngine engine;
    std::vector<EngineEvent> events;
    EngineConfig config;
    config.sources.push_back({SourceId{"one"}, "One", stage::SourceKind::TestCamera, {}, false, 0.0});
    QVERIFY(bool(engine.start(config, [&](EngineEvent event) { events.push_back(std::move(event)); }, {})));
    QCOMPARE(events.size(), 2U);
    QCOMPARE(std::get<SourceChanged>(events[1]).status.health, stage::SourceHealth::Live);
    engine.post(ShowScene{"t1", SceneId{"a"}, {}});
    QCOMPARE(std::get<SceneOnProgram>(events.at(2)).token, std::string("t1"));
    engine.confirmAtOnce = false;
    engine.post(ShowScene{"t2", SceneId{"b"}, {}});
    engine.post(SetPreviewScene{SceneId{"a"}});
    QCOMPARE(events.size(), 3U);
    engine.confirm();
    engine.confirm();
    QCOMPARE(events.size(), 4U);
    QCOMPARE(std::get<SceneOnProgram>(events.at(3)).scene, SceneId{"b"});
    engine.raise(EngineStarted{"again", 1});
    QCOMPARE(events.size(), 5U);
    QCOMPARE(engine.posted().size(), 3U);
    engine.forget();
    QVERIFY(engine.posted().empty());
    QVERIFY(engine.createSurface({}) != nullptr);
    QCOMPARE(engine.shutdown(), 0L);
}

QTEST_GUILESS_MAIN(PartsTest)
#include "PartsTest.moc"
