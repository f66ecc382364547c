// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineShow.hpp"

#include "ProcessTree.hpp"
#include "engine/obs/ObsEngine.hpp"
#include "support/ChildProcess.hpp"

#include <X11/Xlib.h>
#undef None
#undef Bool
#undef Status

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace vitrina::bench {

using namespace engine;
using namespace std::chrono_literals;

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0.0 : values[values.size() / 2];
}

namespace {

constexpr int warmUpSeconds = 4;

/// The show's footage where there is some, a moving test pattern where not; always as 640x360 at 30.
std::string cameraFile(const std::string& folder, const std::string& name) {
    std::vector<std::string> places{std::string(VITRINA_SOURCE_DIR) + "/../shared/media"};
    if (const char* set = std::getenv("VITRINA_MEDIA"))
        places.insert(places.begin(), set);
    std::vector<std::string> command{"ffmpeg", "-v", "error", "-y"};
    const auto at = std::find_if(places.begin(), places.end(), [&](const std::string& place) {
        return std::filesystem::exists(place + "/" + name + ".mp4");
    });
    if (at != places.end())
        command.insert(command.end(), {"-i", *at + "/" + name + ".mp4"});
    else
        command.insert(command.end(), {"-f", "lavfi", "-i", "testsrc2=s=640x360:r=30", "-f", "lavfi", "-i",
                                       "sine=frequency=440:sample_rate=48000"});
    const std::string file = folder + "/" + name + ".mp4";
    command.insert(command.end(), {"-t", "30", "-vf", "scale=640:360,fps=30", "-c:v", "libx264", "-preset",
                                   "veryfast", "-g", "30", "-c:a", "aac", file});
    return test::run(command, 180).status == 0 ? file : std::string();
}

} // namespace

EngineConfig showConfig(const std::string& folder) {
    EngineConfig config;
    for (const char* name : {"host", "wide", "closeup"}) {
        stage::Source source;
        source.id = SourceId{name};
        source.name = name;
        source.kind = stage::SourceKind::File;
        source.address = cameraFile(folder, name);
        config.sources.push_back(source);
    }
    const auto scene = [&](const char* id, std::vector<stage::SceneItem> items) {
        stage::Scene made;
        made.id = SceneId{id};
        made.name = id;
        made.layouts[stage::CanvasShape::Landscape] = std::move(items);
        config.scenes.push_back(made);
    };
    const stage::SceneItem small{SourceId{"host"}, {0.66, 0.66, 0.3, 0.3}, stage::Fit::Cover};
    scene("full", {{SourceId{"host"}, {}, stage::Fit::Cover}});
    scene("closeup", {{SourceId{"closeup"}, {}, stage::Fit::Cover}, small});
    scene("side", {{SourceId{"wide"}, {0.0, 0.2, 0.5, 0.5}, stage::Fit::Cover},
                   {SourceId{"closeup"}, {0.5, 0.2, 0.5, 0.5}, stage::Fit::Cover}});
    return config;
}

namespace {

/// A card as the studio paints it: half-clear ground, another count each second.
SetOverlay card(int second) {
    auto picture = std::make_shared<Picture>();
    picture->width = 320;
    picture->height = 140;
    picture->rgba.assign(std::size_t(320) * 140 * 4, 0);
    for (std::size_t i = 0; i < picture->rgba.size(); i += 4) {
        picture->rgba[i] = std::uint8_t(second * 9 % 200);
        picture->rgba[i + 3] = 210;
    }
    return {"card", 1, {0.04, 0.66, 0.333, 0.26}, picture};
}

} // namespace

EngineShow::EngineShow(std::string folder, EngineConfig config, int displayPid)
    : folder_(std::move(folder)), config_(std::move(config)), displayPid_(displayPid) {}

void EngineShow::hear(const EngineEvent& event) {
    const std::lock_guard lock(mutex_);
    if (const auto* stats = std::get_if<StatsMeasured>(&event)) {
        stats_ = *stats;
        ++seen_;
        wake_.notify_all();
    } else if (const auto* scene = std::get_if<SceneOnProgram>(&event)) {
        takesMs_.push_back(double(scene->requestToFrameUs) / 1000.0);
    } else if (const auto* output = std::get_if<OutputChanged>(&event)) {
        outputs_[output->output] = output->status.health;
    }
}

/// The engine's next figures; they come once a second.
std::optional<StatsMeasured> EngineShow::statsAfter(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    const std::uint64_t before = seen_;
    if (!wake_.wait_for(lock, time + 5s, [&] { return seen_ > before; }))
        return std::nullopt;
    return stats_;
}

std::vector<std::unique_ptr<Surface>> EngineShow::openWindows(Engine& engine, Display* display) const {
    struct Wanted {
        int x, y, width, height;
        SurfaceContent content;
        const char* source;
    };
    // Where the studio has them at 1440x900.
    const Wanted wanted[] = {{0, 0, 624, 351, SurfaceContent::Preview, ""},
                             {630, 0, 624, 351, SurfaceContent::Program, ""},
                             {0, 360, 200, 112, SurfaceContent::Source, "host"},
                             {210, 360, 200, 112, SurfaceContent::Source, "wide"},
                             {420, 360, 200, 112, SurfaceContent::Source, "closeup"}};
    std::vector<std::unique_ptr<Surface>> surfaces;
    for (const Wanted& one : wanted) {
        const Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), one.x, one.y,
                                                  unsigned(one.width), unsigned(one.height), 0, 0, 0);
        XMapWindow(display, window);
        XSync(display, 0);
        surfaces.push_back(engine.createSurface(
            {window, one.width, one.height, one.content, SourceId{one.source}, 0xFF000000}));
    }
    return surfaces;
}

void EngineShow::startOutputs(Engine& engine, const test::RtmpServer& server) const {
    engine.post(StartWebVideo{OutputId{"web"}});
    engine.post(StartRtmp{OutputId{"rtmp"}, server.url(), "bench"});
    engine.post(StartRecording{OutputId{"file"}, folder_, "bench"});
    engine.post(SetPreviewScene{SceneId{"closeup"}});
    engine.post(ShowScene{"first", SceneId{"full"}, {stage::TransitionKind::Cut, 0}});
}

/// One second of a show: a new count on the card, and every other second another scene, cut and faded in
/// turn.
void EngineShow::playShow(Engine& engine) const {
    static int second = 0;
    constexpr const char* scenes[] = {"full", "closeup", "side"};
    engine.post(card(++second));
    if (second % 2 == 0) {
        const bool fade = second % 4 == 0;
        engine.post(
            ShowScene{"take" + std::to_string(second),
                      SceneId{scenes[second / 2 % 3]},
                      {fade ? stage::TransitionKind::Fade : stage::TransitionKind::Cut, fade ? 300 : 0}});
    }
}

std::optional<Figures> EngineShow::play(const Round& round) {
    const std::string serverFolder = folder_ + "/nginx";
    std::filesystem::create_directories(serverFolder);
    test::RtmpServer server(serverFolder);
    Display* display = round.windows ? XOpenDisplay(nullptr) : nullptr;
    const auto engine = obs::makeObsEngine({display, round.eases});
    if (const auto started = engine->start(
            config_, [this](const EngineEvent& event) { hear(event); }, [](const auto&) {});
        !started) {
        std::fprintf(stderr, "bench: %s\n", started.error().detail.c_str());
        return std::nullopt;
    }
    auto windows = round.windows ? openWindows(*engine, display) : std::vector<std::unique_ptr<Surface>>{};
    startOutputs(*engine, server);
    std::vector<test::ChildProcess> hogs;
    for (int hog = 0; hog < round.hogs; ++hog)
        hogs.emplace_back(std::vector<std::string>{"sh", "-c", "while :; do :; done"}, "");
    std::optional<StatsMeasured> first;
    for (int second = 0; second < warmUpSeconds; ++second) {
        playShow(*engine);
        first = statsAfter(1s);
    }
    const auto before = bench::measureTree(displayPid_, server.pid());
    const auto began = std::chrono::steady_clock::now();
    std::optional<StatsMeasured> last;
    for (int second = 0; second < round.seconds; ++second) {
        playShow(*engine);
        last = statsAfter(1s);
    }
    const auto after = bench::measureTree(displayPid_, server.pid());
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began;
    hogs.clear();
    windows.clear();
    const bool clean = engine->shutdown() == 0;
    if (display)
        XCloseDisplay(display);
    const std::lock_guard lock(mutex_);
    for (const auto& [id, health] : outputs_) {
        if (health != stage::OutputHealth::Stopped)
            std::fprintf(stderr, "bench: output %s was not running\n", id.value.c_str());
    }
    if (!first || !last || !clean || outputs_.size() != 3)
        return std::nullopt;
    Figures figures;
    const double frames = double(last->framesTotal - first->framesTotal);
    figures.laggedPercent =
        frames > 0 ? 100.0 * double(last->framesLagged - first->framesLagged) / frames : 100.0;
    figures.skipped = double(last->framesSkipped - first->framesSkipped);
    figures.dropped = double(last->framesDropped - first->framesDropped);
    figures.cpuPercent = 100.0 * (after.cpuSeconds - before.cpuSeconds) / wall.count();
    figures.pssMb = double(after.pssKb) / 1024.0;
    figures.takeMs = median(takesMs_);
    takesMs_.clear();
    outputs_.clear();
    return figures;
}

} // namespace vitrina::bench
