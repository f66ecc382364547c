// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/SourceSounds.hpp"

#include <util/platform.h>

#include <algorithm>
#include <utility>

namespace vitrina::engine::obs {

void SourceSounds::apply(const Sound& sound) const {
    if (!sound.handle)
        return;
    obs_source_t* source = sound.handle.get();
    obs_source_set_muted(source, sound.muted);
    obs_source_set_volume(source, sound.db <= -96.0 ? 0.0F : obs_db_to_mul(float(sound.db)));
    // The mixer waits 21 ms for sound and no longer, so none can be heard before it comes: what is asked
    // below zero would be left out block by block. One nanosecond more: libobs takes a change from exactly
    // zero for none.
    const int least = sound.microphone ? microphoneLeastDelayMs : 0;
    obs_source_set_sync_offset(source, std::int64_t(std::max(sound.delayMs, least)) * 1'000'000 + 1);
}

void SourceSounds::applySolo(const SourceId& id, const Sound& sound) const {
    if (!sound.handle)
        return;
    const obs_monitoring_type wanted =
        solo_.contains(id) ? OBS_MONITORING_TYPE_MONITOR_AND_OUTPUT : OBS_MONITORING_TYPE_NONE;
    if (obs_source_get_monitoring_type(sound.handle.get()) != wanted)
        obs_source_set_monitoring_type(sound.handle.get(), wanted);
}

void SourceSounds::add(const stage::Source& source, const SourceHandle& handle) {
    auto [at, isNew] = sounds_.try_emplace(source.id);
    Sound& sound = at->second;
    if (isNew) {
        sound.muted = source.muted;
        sound.db = source.volumeDb;
    }
    sound.microphone = source.kind == stage::SourceKind::Microphone;
    sound.handle = share(handle);
    apply(sound);
    applySolo(source.id, sound);
    if (sound.microphone)
        sound.watch = std::make_unique<MicrophoneWatch>(source.id, handle, events_, sound.told);
    if (ears_)
        ears_->add(source.id, handle);
}

void SourceSounds::remove(const SourceId& id) {
    if (ears_)
        ears_->remove(id);
    const auto found = sounds_.find(id);
    if (found == sounds_.end())
        return;
    Sound& sound = found->second;
    sound.told = sound.watch ? sound.watch->told() : stage::SourceHealth::None;
    sound.watch.reset();
    sound.handle.reset();
}

void SourceSounds::forget(const SourceId& id) {
    remove(id);
    sounds_.erase(id);
}

void SourceSounds::carryOut(const SetSourceMuted& mute) {
    Sound& sound = sounds_[mute.source];
    sound.muted = mute.muted;
    apply(sound);
}

void SourceSounds::carryOut(const SetSourceVolume& volume) {
    Sound& sound = sounds_[volume.source];
    sound.db = volume.db;
    apply(sound);
}

void SourceSounds::carryOut(const SetSourceDelay& delay) {
    Sound& sound = sounds_[delay.source];
    sound.delayMs = delay.ms;
    apply(sound);
}

void SourceSounds::carryOut(const SetSolo& solo) {
    // Without a sound server libobs logs a line and nothing is heard (libobs.md, 9).
    if (!solo.sources.empty()) {
        const char* device = solo.device.empty() ? "default" : solo.device.c_str();
        obs_set_audio_monitoring_device(device, device);
    }
    solo_ = {solo.sources.begin(), solo.sources.end()};
    for (const auto& [id, sound] : sounds_)
        applySolo(id, sound);
}

void SourceSounds::listenForClaps(bool on) {
    ears_.reset();
    if (!on)
        return;
    ears_ = std::make_unique<ClapEars>(events_);
    for (const auto& [id, sound] : sounds_) {
        if (sound.handle)
            ears_->add(id, sound.handle);
    }
}

std::vector<SourceId> SourceSounds::checkMicrophones() {
    const auto now = std::int64_t(os_gettime_ns());
    std::vector<SourceId> stuck;
    for (const auto& [id, sound] : sounds_) {
        if (!sound.watch)
            continue;
        sound.watch->check(now);
        if (sound.watch->stuck(now))
            stuck.push_back(id);
    }
    return stuck;
}

} // namespace vitrina::engine::obs
