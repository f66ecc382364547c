// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/CameraFeed.hpp"
#include "engine/obs/camera/CameraInput.hpp"
#include "engine/obs/camera/StreamDecoder.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace vitrina::engine::obs {

/// A file or network camera with its thread: opens, plays until it is lost, and starts over by itself for as
/// long as it lives. While it is lost its last picture stays.
class StreamCamera {
  public:
    StreamCamera(obs_source_t* source, obs_data_t* settings, const CameraReport* report);
    ~StreamCamera();
    StreamCamera(const StreamCamera&) = delete;
    StreamCamera& operator=(const StreamCamera&) = delete;
    /// Another size, other controls. Any thread.
    void update(obs_data_t* settings);

  private:
    void run();
    Error play(AVFormatContext& format);
    /// The next packet is due within the time-out of a live camera.
    void watchPicture(const StreamDecoder& decoder);
    void measureRate(const StreamDecoder& decoder, std::int64_t now);
    bool pace(std::int64_t ptsNs);
    bool rewind(AVFormatContext& format);
    void noteFailure(const Error& error);
    void noteLost(const Error& error);
    bool pause(std::chrono::milliseconds time);

    CameraFeed feed_;
    Interrupt interrupt_;
    std::unique_ptr<CameraInput> input_;
    stage::SourceStatus status_;
    bool wasLive_ = false;
    bool reopen_ = false;         ///< the input asked for it: that is no loss
    std::int64_t paceAnchor_ = 0; ///< os time of camera time zero, for files
    std::uint64_t picturesSeen_ = 0;
    std::int64_t pictureAt_ = 0; ///< when the last picture came
    std::uint64_t rateFrom_ = 0; ///< pictures at the start of the span the rate is measured over
    std::int64_t rateSince_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::thread thread_;
};

} // namespace vitrina::engine::obs
