// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace vitrina::test {

/// Keeps what an engine says, from all its threads, and lets a test wait for it.
class Recorder {
  public:
    engine::EventSink sink();
    engine::FragmentSink fragments();

    /// True as soon as an event satisfies the condition, those that have come before included.
    bool waitFor(const std::function<bool(const engine::EngineEvent&)>& condition, int atMostSeconds = 10);
    bool waitForScene(const std::string& token, int atMostSeconds = 10);
    bool waitForOutput(const OutputId& output, stage::OutputHealth health, int atMostSeconds = 10);
    bool waitForFragments(std::size_t count, int atMostSeconds = 10);

    std::vector<engine::EngineEvent> events() const;
    /// Of one kind, in their order.
    template <class Kind>
    std::vector<Kind> all() const {
        std::vector<Kind> found;
        for (const engine::EngineEvent& event : events()) {
            if (const auto* one = std::get_if<Kind>(&event))
                found.push_back(*one);
        }
        return found;
    }
    void forget();

  private:
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::vector<engine::EngineEvent> events_;
    std::size_t fragments_ = 0;
};

/// Scenes "a" and "b" with one full-screen source each ("red", "green" by their pictures), "side" with both
/// beside each other. The pictures are files made by ffmpeg.
engine::EngineConfig twoSceneConfig(const std::string& folder, stage::Canvas canvas = {});

/// A plain picture file of a colour (0xRRGGBB), as a video of three seconds with a 440 Hz tone.
std::string colourVideo(const std::string& folder, const std::string& name, const std::string& colour,
                        int width = 640, int height = 360);

struct Rgb {
    int red = 0;
    int green = 0;
    int blue = 0;
    bool near(const Rgb& other, int tolerance = 40) const;
};
/// One pixel of a video's frame, counted from its end (0: the last).
Rgb pixelFromEnd(const std::string& video, double secondsFromEnd, int x, int y);

} // namespace vitrina::test
