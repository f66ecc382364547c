// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/WebFragment.hpp"
#include "stage/Stage.hpp"

#include <cstdint>
#include <functional>
#include <memory>

struct obs_encoder;

namespace vitrina::engine::obs {

/// Makes the two output types known to libobs. Once after obs_startup, on the executor thread.
void registerWebVideo();

/// The web video of a run: taps one pair of encoders and hands out the fragments. webvideo.md says why it is
/// two outputs. Origin, sequence and epoch go on over stop() and start(), so keep one object for the whole
/// run.
class WebVideo {
  public:
    /// Called on threads of libobs and on the one that calls start() and stop().
    using Health = std::function<void(const stage::OutputStatus&)>;

    explicit WebVideo(Health health);
    ~WebVideo();
    WebVideo(const WebVideo&) = delete;
    WebVideo& operator=(const WebVideo&) = delete;

    /// Executor thread. The encoders must have been given their video and audio; they may be shared with
    /// other outputs, running or not. `sink` is called on the video encoder's thread and must return at once.
    Result<void> start(obs_encoder* video, obs_encoder* audio, FragmentSink sink);
    /// Executor thread; blocks until no further fragment can come (tens of ms).
    void stop();
    bool running() const;
    /// The media time (ms) of a moment of os_gettime_ns(); -1 before the first fragment and after stop(). Any
    /// thread.
    std::int64_t mediaMsAt(std::uint64_t osTimeNs) const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vitrina::engine::obs
