// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/Libav.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vitrina::test {

/// What a test camera sees: footage that loops (or a moving ramp), with the clock burnt in; and its sound, a
/// beep on each half second of the same clock.
class ClockScene {
  public:
    /// `background`: a video file; empty or unreadable: the ramp. Its first four seconds are kept decoded.
    ClockScene(int width, int height, const std::string& background);
    void draw(AVFrame& picture, std::int64_t wallMs) const;
    /// The sample at a wall time in ns.
    static float sound(std::int64_t wallNs);

  private:
    void load(const std::string& background);

    int width_;
    int height_;
    std::vector<engine::obs::FrameHandle> footage_;
};

} // namespace vitrina::test
