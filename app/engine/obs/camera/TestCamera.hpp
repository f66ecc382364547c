// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/CameraFeed.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace vitrina::engine::obs {

/// The moving picture of the test camera, at any size; clock.md describes what is burnt in. Pure.
class TestPicture {
  public:
    TestPicture(int width, int height);
    /// The picture of this wall time, BGRX, valid until the next call.
    const std::vector<std::uint8_t>& draw(std::int64_t wallMs);
    int width() const { return width_; }
    int height() const { return height_; }

  private:
    void drawBall(std::int64_t wallMs);

    int width_;
    int height_;
    int period_; ///< the ground repeats after so many pixels
    std::vector<std::uint8_t> ground_;
    std::vector<std::uint8_t> picture_;
};

/// One sample of the test camera's beep, for a wall time in ns.
float testSound(std::int64_t wallNs);

/// The built-in camera: draws just before each tick of the mixer, on a thread of its own.
class TestCamera {
  public:
    TestCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report);
    ~TestCamera();
    TestCamera(const TestCamera&) = delete;
    TestCamera& operator=(const TestCamera&) = delete;
    void update(obs_data_t* settings) { feed_.resize(settings); }

  private:
    void run();
    bool waitUntil(std::int64_t timeNs);
    void playUntil(std::int64_t tick, std::int64_t wallOffset);

    CameraFeed feed_;
    std::int64_t soundEnd_ = 0;
    std::int64_t soundOffset_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stop_ = false;
    std::thread thread_;
};

} // namespace vitrina::engine::obs
