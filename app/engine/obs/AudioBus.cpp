// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/AudioBus.hpp"

#include "engine/obs/sound/Limiter.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr const char* busType = "vitrina_audio_bus";

using SourceList = std::shared_ptr<const std::vector<SourceHandle>>;

struct BusData {
    explicit BusData(obs_source_t* own) : self(own) {}
    ~BusData() {
        for (const SourceHandle& source : *sources())
            obs_source_remove_active_child(self, source.get());
    }
    BusData(const BusData&) = delete;
    BusData& operator=(const BusData&) = delete;

    /// Any thread. The list itself never changes; setAudioBusSources puts another one in its place.
    SourceList sources() {
        const std::lock_guard lock(mutex);
        return list;
    }
    SourceList exchange(SourceList other) {
        const std::lock_guard lock(mutex);
        return std::exchange(list, std::move(other));
    }

    obs_source_t* self; ///< not owned: the source owns us
    std::mutex mutex;   ///< of the pointer only, held for a copy
    SourceList list = std::make_shared<const std::vector<SourceHandle>>();
    std::atomic<bool> limits = true;
    std::atomic<double> ceilingDb = -1.0;
    Limiter limiter; ///< audio thread
};

BusData* of(void* data) {
    return static_cast<BusData*>(data);
}

bool hasSound(obs_source_t* source) {
    return !obs_source_audio_pending(source) && obs_source_get_audio_timestamp(source) != 0;
}

void addSound(obs_source_t* source, std::uint64_t busStart, obs_source_audio_mix& into, std::size_t channels,
              std::size_t sampleRate) {
    const std::uint64_t lateNs = obs_source_get_audio_timestamp(source) - busStart;
    const std::size_t first = std::size_t(lateNs * sampleRate / 1'000'000'000);
    obs_source_audio_mix from{};
    obs_source_get_audio_mix(source, &from);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const float* in = from.output[0].data[channel];
        float* out = into.output[0].data[channel];
        for (std::size_t i = first; in && out && i < AUDIO_OUTPUT_FRAMES; ++i)
            out[i] += in[i - first];
    }
}

void limit(BusData& bus, obs_source_audio_mix& mix, std::size_t channels) {
    std::array<float*, Limiter::mostChannels> samples{};
    std::size_t count = 0;
    while (count < std::min(channels, samples.size()) && mix.output[0].data[count]) {
        samples[count] = mix.output[0].data[count];
        ++count;
    }
    bus.limiter.set(bus.limits, bus.ceilingDb);
    bus.limiter.process(samples.data(), count, AUDIO_OUTPUT_FRAMES);
}

/// Audio thread, every 1024 samples, after the children have rendered theirs. Only mix 0 is used.
bool renderBus(void* data, std::uint64_t* start, obs_source_audio_mix* output, std::uint32_t mixers,
               std::size_t channels, std::size_t sampleRate) {
    const SourceList sources = of(data)->sources();
    std::uint64_t earliest = 0;
    for (const SourceHandle& source : *sources) {
        if (!hasSound(source.get()))
            continue;
        const std::uint64_t at = obs_source_get_audio_timestamp(source.get());
        earliest = earliest == 0 ? at : std::min(earliest, at);
    }
    if (earliest == 0 || (mixers & 1U) == 0) {
        of(data)->limiter.reset();
        return false;
    }
    for (const SourceHandle& source : *sources) {
        if (hasSound(source.get()))
            addSound(source.get(), earliest, *output, channels, sampleRate);
    }
    limit(*of(data), *output, channels);
    *start = earliest;
    return true;
}

void enumerateSources(void* data, obs_source_enum_proc_t callback, void* param) {
    const SourceList sources = of(data)->sources();
    for (const SourceHandle& source : *sources)
        callback(of(data)->self, source.get(), param);
}

} // namespace

void registerAudioBus() {
    obs_source_info info{};
    info.id = busType;
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_COMPOSITE;
    info.get_name = [](void*) {
        return "Audio bus";
    };
    info.create = [](obs_data_t*, obs_source_t* source) -> void* {
        return std::make_unique<BusData>(source).release();
    };
    info.destroy = [](void* data) {
        const std::unique_ptr<BusData> end(of(data));
    };
    info.audio_render = renderBus;
    info.enum_active_sources = enumerateSources;
    obs_register_source(&info);
}

SourceHandle makeAudioBus(std::vector<SourceHandle> sources) {
    SourceHandle bus(obs_source_create_private(busType, "audio bus", nullptr));
    if (!bus)
        return bus;
    setAudioBusSources(bus, std::move(sources));
    obs_source_set_audio_mixers(bus.get(), 1);
    return bus;
}

void setAudioBusSources(const SourceHandle& bus, std::vector<SourceHandle> sources) {
    BusData* data = of(obs_obj_get_data(bus.get()));
    const auto list = std::make_shared<const std::vector<SourceHandle>>(std::move(sources));
    // New ones first: one in both lists must not become inactive in between.
    for (const SourceHandle& source : *list) {
        obs_source_set_audio_mixers(source.get(), 1);
        obs_source_add_active_child(bus.get(), source.get());
    }
    const SourceList before = data->exchange(list);
    for (const SourceHandle& source : *before)
        obs_source_remove_active_child(bus.get(), source.get());
}

void setAudioBusLimiter(const SourceHandle& bus, bool on, double ceilingDb) {
    BusData* data = of(obs_obj_get_data(bus.get()));
    data->ceilingDb = ceilingDb;
    data->limits = on;
}

} // namespace vitrina::engine::obs
