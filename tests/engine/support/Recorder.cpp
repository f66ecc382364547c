// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Recorder.hpp"

#include "support/ChildProcess.hpp"

#include <cstdlib>

namespace vitrina::test {

using engine::EngineEvent;

engine::EventSink Recorder::sink() {
    return [this](EngineEvent event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        wake_.notify_all();
    };
}

engine::FragmentSink Recorder::fragments() {
    return [this](const std::shared_ptr<const engine::WebFragment>&) {
        const std::lock_guard lock(mutex_);
        ++fragments_;
        wake_.notify_all();
    };
}

bool Recorder::waitFor(const std::function<bool(const EngineEvent&)>& condition, int atMostSeconds) {
    std::size_t seen = 0;
    std::unique_lock lock(mutex_);
    return wake_.wait_for(lock, std::chrono::seconds(atMostSeconds), [&] {
        for (; seen < events_.size(); ++seen) {
            if (condition(events_[seen]))
                return true;
        }
        return false;
    });
}

bool Recorder::waitForScene(const std::string& token, int atMostSeconds) {
    return waitFor(
        [&](const EngineEvent& event) {
            const auto* scene = std::get_if<engine::SceneOnProgram>(&event);
            return scene && scene->token == token;
        },
        atMostSeconds);
}

bool Recorder::waitForOutput(const OutputId& output, stage::OutputHealth health, int atMostSeconds) {
    return waitFor(
        [&](const EngineEvent& event) {
            const auto* changed = std::get_if<engine::OutputChanged>(&event);
            return changed && changed->output == output && changed->status.health == health;
        },
        atMostSeconds);
}

bool Recorder::waitForFragments(std::size_t count, int atMostSeconds) {
    std::unique_lock lock(mutex_);
    return wake_.wait_for(lock, std::chrono::seconds(atMostSeconds), [&] { return fragments_ >= count; });
}

std::vector<EngineEvent> Recorder::events() const {
    const std::lock_guard lock(mutex_);
    return events_;
}

void Recorder::forget() {
    const std::lock_guard lock(mutex_);
    events_.clear();
    fragments_ = 0;
}

std::string colourVideo(const std::string& folder, const std::string& name, const std::string& colour,
                        int width, int height) {
    const std::string file = folder + "/" + name + ".mp4";
    const std::string size = std::to_string(width) + "x" + std::to_string(height);
    const Ran made =
        run({"ffmpeg",    "-v",      "error",   "-y",
             "-f",        "lavfi",   "-i",      "color=c=" + colour + ":s=" + size + ":r=30:d=3",
             "-f",        "lavfi",   "-i",      "sine=frequency=440:sample_rate=48000:duration=3",
             "-c:v",      "libx264", "-preset", "ultrafast",
             "-pix_fmt",  "yuv420p", "-c:a",    "aac",
             "-shortest", file},
            60);
    return made.status == 0 ? file : std::string();
}

engine::EngineConfig twoSceneConfig(const std::string& folder, stage::Canvas canvas) {
    const auto full = [](const char* source) {
        return stage::SceneItem{SourceId{source}, {}, stage::Fit::Cover};
    };
    const auto half = [](const char* source, double x) {
        return stage::SceneItem{SourceId{source}, {x, 0.0, 0.5, 1.0}, stage::Fit::Cover};
    };
    const auto scene = [](const char* id, std::vector<stage::SceneItem> items) {
        stage::Scene made;
        made.id = SceneId{id};
        made.name = id;
        made.layouts[stage::CanvasShape::Landscape] = std::move(items);
        return made;
    };
    engine::EngineConfig config;
    config.canvas = canvas;
    for (const char* colour : {"red", "green"}) {
        stage::Source source;
        source.id = SourceId{colour};
        source.name = colour;
        source.kind = stage::SourceKind::File;
        source.address = colourVideo(folder, colour, colour == std::string("red") ? "0xFF0000" : "0x00FF00");
        config.sources.push_back(source);
    }
    config.scenes = {scene("a", {full("red")}), scene("b", {full("green")}),
                     scene("side", {half("red", 0.0), half("green", 0.5)})};
    return config;
}

bool Rgb::near(const Rgb& other, int tolerance) const {
    return std::abs(red - other.red) <= tolerance && std::abs(green - other.green) <= tolerance &&
           std::abs(blue - other.blue) <= tolerance;
}

Rgb pixelFromEnd(const std::string& video, double secondsFromEnd, int x, int y) {
    const std::string crop = "crop=2:2:" + std::to_string(x) + ":" + std::to_string(y) + ",format=rgb24";
    const Ran ran = run({"ffmpeg", "-v", "quiet", "-sseof", "-" + std::to_string(secondsFromEnd), "-i", video,
                         "-vf", crop, "-frames:v", "1", "-f", "rawvideo", "-"},
                        30);
    if (ran.output.size() < 3)
        return {-1, -1, -1};
    return {int(std::uint8_t(ran.output[0])), int(std::uint8_t(ran.output[1])),
            int(std::uint8_t(ran.output[2]))};
}

} // namespace vitrina::test
