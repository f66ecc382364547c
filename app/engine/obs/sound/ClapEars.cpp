// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/ClapEars.hpp"

#include "engine/obs/sound/ClapDetector.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::engine::obs {

class ClapEars::Ear {
  public:
    Ear(SourceId id, SourceHandle source, const EventSink& events)
        : id_(std::move(id)), source_(std::move(source)), events_(events) {
        obs_source_add_audio_capture_callback(source_.get(), onSound, this);
    }
    /// Waits for a block that is being heard.
    ~Ear() { obs_source_remove_audio_capture_callback(source_.get(), onSound, this); }
    Ear(const Ear&) = delete;
    Ear& operator=(const Ear&) = delete;

    const SourceId& id() const { return id_; }

  private:
    static void onSound(void* self, obs_source_t*, const audio_data* data, bool) {
        static_cast<Ear*>(self)->hear(*data);
    }
    void hear(const audio_data& data);

    SourceId id_;
    SourceHandle source_;
    const EventSink& events_;
    ClapDetector detector_;
    MixerLine line_;
    std::vector<float> mono_;
};

void ClapEars::Ear::hear(const audio_data& data) {
    mono_.assign(data.frames, 0.0F);
    for (const std::uint8_t* plane : {data.data[0], data.data[1]}) {
        const auto* samples = reinterpret_cast<const float*>(plane);
        for (std::size_t i = 0; samples && i < mono_.size(); ++i)
            mono_[i] += samples[i] * (data.data[1] ? 0.5F : 1.0F);
    }
    const std::size_t rate = audio_output_get_sample_rate(obs_get_audio());
    const std::int64_t start = line_.place(std::int64_t(data.timestamp), data.frames, rate);
    for (const std::int64_t clapNs : detector_.hear(mono_.data(), mono_.size(), start))
        events_(ClapHeard{id_, clapNs / 1000});
}

ClapEars::ClapEars(EventSink events) : events_(std::move(events)) {}

ClapEars::~ClapEars() = default;

void ClapEars::add(const SourceId& id, const SourceHandle& source) {
    ears_.push_back(std::make_unique<Ear>(id, share(source), events_));
}

void ClapEars::remove(const SourceId& id) {
    std::erase_if(ears_, [&](const auto& ear) { return ear->id() == id; });
}

} // namespace vitrina::engine::obs
