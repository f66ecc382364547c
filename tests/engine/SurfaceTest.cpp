// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "engine/Stills.hpp"
#include "engine/obs/ObsEngine.hpp"
#include "support/PrivateDisplay.hpp"
#include "support/Recorder.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <future>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
// Macros of Xlib that are words of ours.
#undef None
#undef Bool
#undef Status

using namespace vitrina;
using namespace vitrina::engine;

/// Surfaces in plain X windows, looked at from outside.
class SurfaceTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void init() { next_ = 0; } // over the windows of the test before: the screen is small
    void cleanupTestCase();
    void eachShowsItsContent();
    void aMirrorChangesLeftAndRight();
    void aTileShowsItsScene();
    void aLayoutIsDrawnWithItsMarks();
    void aSlideShowsThePictureItIsGiven();
    void aStillIsWhatTheSourceShows();
    void whatLayAboveLeavesNoTrace();
    void resizeSwitchOffAndForgottenOnes();

  private:
    Window newWindow(int width, int height) {
        const Window window = XCreateSimpleWindow(x_, DefaultRootWindow(x_), 0, next_, unsigned(width),
                                                  unsigned(height), 0, 0, 0x202020);
        next_ += height;
        XMapWindow(x_, window);
        XSync(x_, 0);
        return window;
    }
    test::Rgb pixel(Window window, int x, int y) {
        XImage* image = XGetImage(x_, window, x, y, 1, 1, AllPlanes, ZPixmap);
        const unsigned long value = image ? XGetPixel(image, 0, 0) : 0;
        if (image)
            XDestroyImage(image);
        return {int(value >> 16U & 0xFFU), int(value >> 8U & 0xFFU), int(value & 0xFFU)};
    }
    bool becomes(Window window, int x, int y, const test::Rgb& wanted) {
        return QTest::qWaitFor([&] { return pixel(window, x, y).near(wanted); }, 10'000);
    }

    std::unique_ptr<test::PrivateDisplay> display_;
    QTemporaryDir folder_;
    EngineConfig config_;
    test::Recorder heard_;
    std::unique_ptr<Engine> engine_;
    Display* x_ = nullptr;
    int next_ = 0;
};

void SurfaceTest::initTestCase() {
    display_ = std::make_unique<test::PrivateDisplay>();
    QVERIFY2(display_->works(), "Xvfb doesn't start");
    x_ = XOpenDisplay(nullptr);
    QVERIFY(x_);
    config_ = test::twoSceneConfig(folder_.path().toStdString());
    obs::ObsEngineOptions options;
    options.nativeDisplay = x_;
    engine_ = obs::makeObsEngine(options);
    QVERIFY(bool(engine_->start(config_, heard_.sink(), heard_.fragments())));
    engine_->post(ShowScene{"a", SceneId{"a"}, {stage::TransitionKind::Cut, 0}});
    engine_->post(SetPreviewScene{SceneId{"side"}});
    QVERIFY(heard_.waitForScene("a"));
}

void SurfaceTest::cleanupTestCase() {
    QCOMPARE(engine_->shutdown(), 0L);
    engine_.reset();
    XCloseDisplay(x_);
}

void SurfaceTest::eachShowsItsContent() {
    const auto request = [](Window window, int width, int height, SurfaceContent content,
                            const char* source = "") {
        return SurfaceRequest{window, width, height, content, SourceId{source}, 0xFF3366CC};
    };
    const Window program = newWindow(320, 240);
    const Window preview = newWindow(320, 180);
    const Window tile = newWindow(160, 90);
    const Window unknown = newWindow(160, 90);
    const auto first = engine_->createSurface(request(program, 320, 240, SurfaceContent::Program));
    const auto second = engine_->createSurface(request(preview, 320, 180, SurfaceContent::Preview));
    const auto third = engine_->createSurface(request(tile, 160, 90, SurfaceContent::Source, "green"));
    const auto fourth = engine_->createSurface(request(unknown, 160, 90, SurfaceContent::Source, "nobody"));
    QVERIFY(first && second && third && fourth);
    QVERIFY(becomes(program, 160, 120, {254, 0, 0}));
    QVERIFY2(becomes(program, 160, 10, {0x33, 0x66, 0xCC}), "the background stands above a wide picture");
    QVERIFY(becomes(preview, 80, 90, {254, 0, 0}));
    QVERIFY(becomes(preview, 240, 90, {0, 255, 0}));
    QVERIFY(becomes(tile, 80, 45, {0, 255, 0}));
    QVERIFY(becomes(unknown, 80, 45, {0x33, 0x66, 0xCC}));
    auto blue = std::make_shared<Picture>(Picture{1, 1, {0, 0, 255, 255}});
    engine_->post(SetOverlay{"card", 0, {0, 0, 1, 1}, blue});
    QVERIFY2(becomes(program, 160, 120, {0, 0, 255}), "the overlay is in the program's window");
    QVERIFY2(pixel(preview, 80, 90).near({254, 0, 0}), "and not in the preview's");
    engine_->post(SetOverlay{"card", 0, {0, 0, 1, 1}, nullptr});
    engine_->post(SetPreviewScene{SceneId{"b"}});
    QVERIFY(becomes(preview, 80, 90, {0, 255, 0}));
}

void SurfaceTest::aStillIsWhatTheSourceShows() {
    auto* stills = dynamic_cast<Stills*>(engine_.get());
    QVERIFY(stills);
    const auto take = [&](const char* source) {
        std::promise<std::shared_ptr<const Picture>> taken;
        stills->takeStill(SourceId{source}, [&](auto picture) { taken.set_value(std::move(picture)); });
        return taken.get_future().get();
    };
    std::shared_ptr<const Picture> green;
    QVERIFY(QTest::qWaitFor([&] { return (green = take("green")) != nullptr; }, 10'000));
    QCOMPARE(green->rgba.size(), std::size_t(green->width) * std::size_t(green->height) * 4);
    const std::size_t middle =
        (std::size_t(green->height) / 2 * std::size_t(green->width) + std::size_t(green->width) / 2) * 4;
    QVERIFY(
        (test::Rgb{green->rgba[middle], green->rgba[middle + 1], green->rgba[middle + 2]}.near({0, 255, 0})));
    QCOMPARE(int(green->rgba[middle + 3]), 255);
    QVERIFY(!take("nobody"));
}

/// As the host sees himself: the program, with a red camera left and a green one right.
void SurfaceTest::aMirrorChangesLeftAndRight() {
    engine_->post(ShowScene{"side", SceneId{"side"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("side"));
    const Window plain = newWindow(160, 90);
    const Window mirror = newWindow(160, 90);
    SurfaceRequest request{plain, 160, 90, SurfaceContent::Program, {}, 0xFF000000};
    const auto first = engine_->createSurface(request);
    request.nativeWindow = mirror;
    request.mirrored = true;
    const auto second = engine_->createSurface(request);
    QVERIFY(first && second);
    QVERIFY(becomes(plain, 40, 45, {254, 0, 0}));
    QVERIFY(becomes(plain, 120, 45, {0, 255, 0}));
    QVERIFY(becomes(mirror, 40, 45, {0, 255, 0}));
    QVERIFY(becomes(mirror, 120, 45, {254, 0, 0}));
    engine_->post(ShowScene{"a again", SceneId{"a"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("a again"));
}

void SurfaceTest::aTileShowsItsScene() {
    const Window window = newWindow(160, 90);
    const Window other = newWindow(160, 90);
    const auto request = [](Window native, const char* scene) {
        return SurfaceRequest{native, 160, 90, SurfaceContent::Scene, {}, 0xFF3366CC, false, SceneId{scene}};
    };
    const auto tile = engine_->createSurface(request(window, "side"));
    const auto nothing = engine_->createSurface(request(other, "later"));
    QVERIFY(tile && nothing);
    QVERIFY(becomes(window, 40, 45, {254, 0, 0}));
    QVERIFY(becomes(window, 120, 45, {0, 255, 0}));
    QVERIFY(becomes(other, 80, 45, {0x33, 0x66, 0xCC}));
    stage::Scene scene = config_.scenes[1];
    scene.id = SceneId{"later"};
    engine_->post(PutScene{scene});
    QVERIFY(becomes(other, 80, 45, {0, 255, 0}));
    scene.layouts = config_.scenes[0].layouts;
    engine_->post(PutScene{scene});
    QVERIFY2(becomes(other, 80, 45, {254, 0, 0}), "another layout is seen at once");
    engine_->post(DropScene{scene.id});
    QVERIFY(becomes(other, 80, 45, {0x33, 0x66, 0xCC}));
}

void SurfaceTest::aLayoutIsDrawnWithItsMarks() {
    const Window window = newWindow(200, 100);
    const auto surface = engine_->createSurface({window, 200, 100, SurfaceContent::Layout, {}, 0xFF3366CC});
    QVERIFY(surface);
    SurfaceLayout layout;
    layout.canvas = {0.25, 0.0, 0.5, 1.0}; // 50…150 of the window
    layout.items = {{SourceId{"red"}, {0.0, 0.0, 0.5, 1.0}, stage::Fit::Cover},
                    {SourceId{"green"}, {0.5, 0.5, 1.0, 1.0}, stage::Fit::Cover}};
    layout.marks = {{{0.0, 0.0, 0.5, 1.0}, 0xFF0000FF, 4.0}, {{0.7, 0.1, 0.2, 0.2}, 0xFFFFFFFF, 0.0}};
    surface->setLayout(layout);
    QVERIFY(becomes(window, 75, 50, {254, 0, 0}));
    QVERIFY(becomes(window, 130, 80, {0, 255, 0}));
    QVERIFY2(becomes(window, 110, 20, {0, 0, 0}), "the empty canvas is black");
    QVERIFY2(becomes(window, 52, 50, {0, 0, 255}), "an outline lies inside of its area");
    QVERIFY(becomes(window, 130, 20, {255, 255, 255}));
    QVERIFY2(becomes(window, 170, 80, {0x33, 0x66, 0xCC}), "nothing reaches beyond the canvas");
    layout.items.pop_back();
    surface->setLayout(layout);
    QVERIFY(becomes(window, 130, 80, {0, 0, 0}));
}

void SurfaceTest::aSlideShowsThePictureItIsGiven() {
    stage::Source slide;
    slide.id = SourceId{"slide"};
    slide.name = "Break";
    slide.kind = stage::SourceKind::Slide;
    slide.address = "break";
    const auto plain = [](std::uint8_t red, std::uint8_t green, std::uint8_t blue, int side = 2) {
        auto picture = std::make_shared<Picture>(Picture{side, side, {}});
        for (int i = 0; i < side * side; ++i)
            picture->rgba.insert(picture->rgba.end(), {red, green, blue, 255});
        return picture;
    };
    engine_->post(PutSource{slide});
    stage::Scene scene = config_.scenes[0];
    scene.id = SceneId{"break"};
    for (auto& [shape, items] : scene.layouts)
        items.front().source = slide.id;
    engine_->post(PutScene{scene});
    engine_->post(SetSlidePicture{slide.id, plain(20, 60, 200)});
    const Window program = newWindow(160, 90);
    const Window tile = newWindow(160, 90);
    const auto first = engine_->createSurface({program, 160, 90, SurfaceContent::Program, {}, 0xFF000000});
    const auto second =
        engine_->createSurface({tile, 160, 90, SurfaceContent::Scene, {}, 0xFF000000, false, scene.id});
    engine_->post(ShowScene{"slide", scene.id, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("slide"));
    QVERIFY(becomes(program, 80, 45, {20, 60, 200}));
    QVERIFY2(pixel(program, 80, 45).near({20, 60, 200}, 6), "its colours are those that were drawn");
    QVERIFY(becomes(tile, 80, 45, {20, 60, 200}));
    engine_->post(SetSlidePicture{slide.id, plain(200, 120, 10, 3)});
    QVERIFY2(becomes(program, 80, 45, {200, 120, 10}), "another picture, of another size");
    slide.address = "break?until=19:30";
    slide.name = "Pause";
    engine_->post(PutSource{slide});
    engine_->post(SetSlidePicture{slide.id, std::make_shared<Picture>(Picture{4, 4, {1, 2, 3}})});
    engine_->post(SetSlidePicture{SourceId{"red"}, plain(0, 0, 0)});
    engine_->post(ShowScene{"slide-2", SceneId{"a"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("slide-2"));
    QVERIFY2(becomes(program, 80, 45, {254, 0, 0}), "a camera takes no slide's picture");
    engine_->post(ShowScene{"slide-3", scene.id, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("slide-3"));
    QVERIFY2(becomes(program, 80, 45, {200, 120, 10}), "another time or half a picture leaves it as it was");
    engine_->post(ShowScene{"slide-4", SceneId{"a"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("slide-4"));
    engine_->post(DropScene{scene.id});
    engine_->post(DropSource{slide.id});
}

/// Under load a tile is drawn every other second: until then nothing of a dialog that lay over it may be
/// seen.
void SurfaceTest::whatLayAboveLeavesNoTrace() {
    const Window window = newWindow(160, 90);
    const auto surface = engine_->createSurface(
        SurfaceRequest{window, 160, 90, SurfaceContent::Source, SourceId{"green"}, 0xFF3366CC});
    QVERIFY(surface);
    QVERIFY(becomes(window, 80, 45, {0, 255, 0}));
    surface->setEnabled(false); // as between two drawings
    next_ -= 90;
    const Window above = newWindow(160, 90);
    XSetWindowBackground(x_, above, 0xFF0000);
    XClearWindow(x_, above);
    XSync(x_, 0);
    QVERIFY(becomes(above, 80, 45, {255, 0, 0}));
    XDestroyWindow(x_, above);
    XSync(x_, 0);
    QVERIFY(becomes(window, 80, 45, {0x33, 0x66, 0xCC}));
}

void SurfaceTest::resizeSwitchOffAndForgottenOnes() {
    const Window window = newWindow(300, 200);
    auto surface = engine_->createSurface({window, 100, 100, SurfaceContent::Program, {}, 0xFF000000});
    QVERIFY(surface);
    QVERIFY(becomes(window, 50, 50, {254, 0, 0}));
    for (int i = 0; i < 40; ++i)
        surface->resize(100 + i * 5, 100 + i * 2);
    surface->resize(300, 200);
    QVERIFY(becomes(window, 280, 100, {254, 0, 0}));
    surface->setEnabled(false);
    engine_->post(ShowScene{"b", SceneId{"b"}, {stage::TransitionKind::Cut, 0}});
    QVERIFY(heard_.waitForScene("b"));
    heard_.forget();
    QVERIFY(heard_.waitFor(
        [](const EngineEvent& event) { return std::holds_alternative<StatsMeasured>(event); }));
    QVERIFY2(pixel(window, 150, 100).near({254, 0, 0}), "a surface that is off keeps what it showed");
    surface->setEnabled(true);
    QVERIFY(becomes(window, 150, 100, {0, 255, 0}));
    // Outlives the engine, against the rules: shutdown takes it out and says so; its own end does no harm.
    QCOMPARE(engine_->shutdown(), 0L);
    surface->resize(10, 10);
    surface.reset();
}

QTEST_GUILESS_MAIN(SurfaceTest)
#include "SurfaceTest.moc"
