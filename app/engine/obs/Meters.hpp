// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

struct audio_data;

namespace vitrina::engine::obs {

/// Peaks and levels of each source and of the mix, sent together. The mix' own callback (47 times a second)
/// gives the beat: every second one sends, 23 a second. Made and destroyed on the executor thread.
class Meters {
  public:
    explicit Meters(EventSink events);
    ~Meters();
    Meters(const Meters&) = delete;
    Meters& operator=(const Meters&) = delete;

    void add(const SourceId& id, const SourceHandle& source);
    void remove(const SourceId& id);

  private:
    struct Entry {
        Meters* owner = nullptr;
        Meter meter;
        VolmeterHandle volmeter;
    };

    static void onSource(void* param, const float* magnitude, const float* peak, const float* inputPeak);
    static void onMix(void* param, std::size_t mix, audio_data* data);
    void measureMix(const audio_data& data);
    void send();

    EventSink events_;
    std::mutex mutex_; ///< of all meters: written on the sources' threads, read on the audio thread
    Meter mix_;
    std::uint64_t sentNs_ = 0;                    ///< audio thread
    std::vector<std::unique_ptr<Entry>> entries_; ///< changed on the executor thread under the mutex
};

} // namespace vitrina::engine::obs
