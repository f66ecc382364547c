// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/SoundDevices.hpp"
#include "engine/obs/Handles.hpp"

#include <atomic>
#include <cstdint>

namespace vitrina::engine::obs {

/// Sound comes from a device in blocks of 25 ms, later than the mixer waits for it. So a microphone is heard
/// at least so much later than it comes, or it would be in holes.
inline constexpr int microphoneLeastDelayMs = 60;

/// Address "pulse:NAME" or "alsa:NAME" (stage::SourceKind::Microphone). A source comes back whether there is
/// such a device or not. Executor thread.
SourceHandle makeMicrophone(const stage::Source& source);
/// Executor thread; some milliseconds.
SoundDevices soundDevices();

/// Says how a microphone is: libobs doesn't. Executor thread.
class MicrophoneWatch {
  public:
    /// `before`: what the one it takes the place of has told last; None for a new one.
    MicrophoneWatch(SourceId id, const SourceHandle& source, EventSink events, stage::SourceHealth before);
    ~MicrophoneWatch();
    MicrophoneWatch(const MicrophoneWatch&) = delete;
    MicrophoneWatch& operator=(const MicrophoneWatch&) = delete;

    /// Once a second: Live while sound comes, even silent sound; Failed when none has come in three seconds,
    /// Lost when it stops.
    void check(std::int64_t nowNs);
    /// No sound for so long that the device is to be opened anew.
    bool stuck(std::int64_t nowNs) const;
    stage::SourceHealth told() const { return told_; }

  private:
    static void onSound(void* self, obs_source_t*, const audio_data*, bool);
    void report(stage::SourceHealth health);

    SourceId id_;
    SourceHandle source_;
    EventSink events_;
    std::int64_t madeNs_;
    std::atomic<std::int64_t> soundNs_ = 0; ///< written on the device's thread
    stage::SourceHealth told_;
    bool wasLive_;
};

} // namespace vitrina::engine::obs
