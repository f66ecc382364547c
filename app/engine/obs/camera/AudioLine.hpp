// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace vitrina::engine::obs {

/// Puts a camera's sound on the line of its picture. The picture is shown as soon as it is here, so the time
/// at which a moment of the camera is seen is the mixer's next tick; the sound of that moment gets the same
/// time. Pure; nanoseconds.
class AudioLine {
  public:
    /// `bufferingNs`: how late the mixer still takes sound (fixed audio buffering).
    explicit AudioLine(std::int64_t bufferingNs) : bufferingNs_(bufferingNs) {}

    /// A picture of the camera's time `pts` is shown at `nextTick`.
    void videoShown(std::int64_t pts, std::int64_t nextTick);
    /// When the sound that starts at `pts` is to be heard; nothing while the line isn't known, and for 150 ms
    /// after a packet that came too late: the mixer then starts the source afresh instead of staying behind
    /// by whole blocks.
    std::optional<std::int64_t> stamp(std::int64_t pts, std::int64_t now);
    void reset();
    int dropouts() const { return dropouts_; }
    /// How much later than its picture the sound is heard, because the camera sends it late.
    std::int64_t shift() const { return shift_; }

  private:
    void add(std::int64_t offset);
    std::int64_t usualLateness() const;

    std::int64_t bufferingNs_;
    std::deque<std::int64_t> offsets_;  ///< of the last pictures: shown - pts
    std::deque<std::int64_t> lateness_; ///< of the last sound, beyond what the mixer bears and without shift
    std::int64_t line_ = 0;             ///< their median
    std::int64_t firstAt_ = 0;
    std::int64_t firstSoundAt_ = 0;
    std::int64_t leaveOutUntil_ = 0; ///< camera's time
    std::int64_t shift_ = 0;
    int seen_ = 0;
    int dropouts_ = 0;
    bool picture_ = false;
    bool settled_ = false;
};

} // namespace vitrina::engine::obs
