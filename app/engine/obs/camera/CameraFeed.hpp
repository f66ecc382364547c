// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/CameraSource.hpp"

#include <atomic>
#include <cstdint>

#include <obs.h>

namespace vitrina::engine::obs {

/// The way of one camera into libobs: pictures, sound and reports. Used by the camera's own thread only, but
/// for resize().
class CameraFeed {
  public:
    CameraFeed(obs_source_t* source, obs_data_t* settings, const CameraReport* report);

    /// The largest size it is shown at. Any thread.
    void resize(obs_data_t* settings);
    int shownWidth() const { return width_; }
    int shownHeight() const { return height_; }

    /// Shown at the mixer's next tick; the pixels are copied before this returns.
    void showPicture(const std::uint8_t* pixels, int stride, int width, int height,
                     video_format format = VIDEO_FORMAT_BGRX);
    /// Heard at `audio.timestamp` of os_gettime_ns().
    void playSound(const obs_source_audio& audio) { obs_source_output_audio(source_, &audio); }
    /// Reports a change; the same again is not reported.
    void report(const stage::SourceStatus& status);
    const stage::SourceStatus& status() const { return status_; }

    static std::int64_t now(); ///< os_gettime_ns()
    static std::int64_t frameInterval();
    /// The first tick of the mixer after `now`.
    static std::int64_t nextTick(std::int64_t now);

  private:
    obs_source_t* source_; ///< owns us
    std::string sourceId_;
    const CameraReport* report_; ///< lives as long as the source type
    std::atomic<int> width_ = 0;
    std::atomic<int> height_ = 0;
    stage::SourceStatus status_;
};

} // namespace vitrina::engine::obs
