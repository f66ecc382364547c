// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Meters.hpp"

#include <util/platform.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr float silenceDb = -96.0F;
constexpr std::uint64_t leastIntervalNs = 33'400'000;

/// Also brings the minus infinity of a silent source into the scale.
float clampDb(float db) {
    return db > silenceDb ? std::min(db, 0.0F) : silenceDb;
}

float toDb(float amplitude) {
    return amplitude > 0.0F ? clampDb(20.0F * std::log10(amplitude)) : silenceDb;
}

void reset(Meter& meter) {
    std::fill(std::begin(meter.peakDb), std::end(meter.peakDb), silenceDb);
    std::fill(std::begin(meter.levelDb), std::end(meter.levelDb), silenceDb);
}

} // namespace

Meters::Meters(EventSink events) : events_(std::move(events)) {
    obs_add_raw_audio_callback(0, nullptr, onMix, this);
}

Meters::~Meters() {
    obs_remove_raw_audio_callback(0, onMix, this);
    for (const auto& entry : entries_)
        obs_volmeter_remove_callback(entry->volmeter.get(), onSource, entry.get());
}

void Meters::add(const SourceId& id, const SourceHandle& source) {
    auto entry = std::make_unique<Entry>();
    entry->owner = this;
    entry->meter.source = id;
    entry->volmeter.reset(obs_volmeter_create(OBS_FADER_LOG));
    obs_volmeter_attach_source(entry->volmeter.get(), source.get());
    obs_volmeter_add_callback(entry->volmeter.get(), onSource, entry.get());
    const std::lock_guard lock(mutex_);
    entries_.push_back(std::move(entry));
}

void Meters::remove(const SourceId& id) {
    std::unique_ptr<Entry> gone;
    {
        const std::lock_guard lock(mutex_);
        const auto found =
            std::ranges::find_if(entries_, [&](const auto& entry) { return entry->meter.source == id; });
        if (found == entries_.end())
            return;
        gone = std::move(*found);
        entries_.erase(found);
    }
    // Waits for a callback that is running, which wants the mutex.
    obs_volmeter_remove_callback(gone->volmeter.get(), onSource, gone.get());
}

/// The source's audio thread. Peaks are held until they are sent.
void Meters::onSource(void* param, const float* magnitude, const float* peak, const float*) {
    auto& entry = *static_cast<Entry*>(param);
    const std::lock_guard lock(entry.owner->mutex_);
    for (int side = 0; side < 2; ++side) {
        entry.meter.peakDb[side] = std::max(entry.meter.peakDb[side], clampDb(peak[side]));
        entry.meter.levelDb[side] = clampDb(magnitude[side]);
    }
}

void Meters::onMix(void* param, std::size_t, audio_data* data) {
    auto& meters = *static_cast<Meters*>(param);
    meters.measureMix(*data);
    const std::uint64_t now = os_gettime_ns();
    if (now - meters.sentNs_ < leastIntervalNs)
        return;
    meters.sentNs_ = now;
    meters.send();
}

void Meters::measureMix(const audio_data& data) {
    const std::lock_guard lock(mutex_);
    for (int side = 0; side < 2; ++side) {
        const auto* samples = reinterpret_cast<const float*>(data.data[side]);
        if (!samples || data.frames == 0)
            continue;
        float peak = 0.0F;
        float sum = 0.0F;
        for (std::uint32_t i = 0; i < data.frames; ++i) {
            peak = std::max(peak, std::fabs(samples[i]));
            sum += samples[i] * samples[i];
        }
        mix_.peakDb[side] = std::max(mix_.peakDb[side], toDb(peak));
        mix_.levelDb[side] = toDb(std::sqrt(sum / float(data.frames)));
    }
}

void Meters::send() {
    MetersMeasured event;
    {
        const std::lock_guard lock(mutex_);
        event.meters.reserve(entries_.size() + 1);
        for (const auto& entry : entries_) {
            event.meters.push_back(entry->meter);
            reset(entry->meter);
        }
        event.meters.push_back(mix_);
        reset(mix_);
    }
    events_(std::move(event));
}

} // namespace vitrina::engine::obs
