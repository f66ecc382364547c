// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/Microphone.hpp"

#include <util/platform.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr std::int64_t s = 1'000'000'000;
constexpr std::int64_t noneAfterNs = 3 * s;
constexpr std::int64_t lostAfterNs = 2 * s;
constexpr std::int64_t reopenAfterNs = 5 * s;

constexpr std::string_view pulse = "pulse:";
constexpr std::string_view alsa = "alsa:";
constexpr const char* pulseType = "pulse_input_capture";
constexpr const char* alsaType = "alsa_input_capture";
constexpr const char* deviceSetting = "device_id";

using PropertiesHandle = std::unique_ptr<obs_properties_t, Releaser<obs_properties_destroy>>;

/// What the module offers in its own list of devices; nothing when it isn't there.
std::vector<SoundDevice> offered(const char* type, std::string_view prefix) {
    std::vector<SoundDevice> devices;
    const PropertiesHandle properties(obs_get_source_properties(type));
    obs_property_t* list = properties ? obs_properties_get(properties.get(), deviceSetting) : nullptr;
    for (std::size_t i = 0; list && i < obs_property_list_item_count(list); ++i) {
        const char* id = obs_property_list_item_string(list, i);
        const char* name = obs_property_list_item_name(list, i);
        // "__custom__" asks for a name to be typed in.
        if (id && *id && name && std::string_view(id) != "__custom__")
            devices.push_back({std::string(prefix) + id, name});
    }
    return devices;
}

} // namespace

/// An address of ALSA finds nothing, as its module is not loaded (Library.cpp says why): the source is there
/// and says Failed.
SourceHandle makeMicrophone(const stage::Source& source) {
    std::string_view device = source.address;
    const bool isAlsa = device.starts_with(alsa);
    if (isAlsa || device.starts_with(pulse))
        device.remove_prefix((isAlsa ? alsa : pulse).size());
    const DataHandle settings = newData();
    const std::string name = device.empty() ? "default" : std::string(device);
    obs_data_set_string(settings.get(), deviceSetting, name.c_str());
    return SourceHandle(
        obs_source_create_private(isAlsa ? alsaType : pulseType, source.name.c_str(), settings.get()));
}

SoundDevices soundDevices() {
    SoundDevices devices;
    devices.microphones = offered(pulseType, pulse);
    // A server also offers what it plays as something to record; nobody speaks into that.
    std::erase_if(devices.microphones, [](const SoundDevice& device) {
        return device.address.starts_with(pulse) && device.address.ends_with(".monitor");
    });
    obs_enum_audio_monitoring_devices(
        [](void* into, const char* name, const char* id) {
            static_cast<std::vector<SoundDevice>*>(into)->push_back({id, name});
            return true;
        },
        &devices.headphones);
    return devices;
}

MicrophoneWatch::MicrophoneWatch(SourceId id, const SourceHandle& source, EventSink events,
                                 stage::SourceHealth before)
    : id_(std::move(id)), source_(share(source)), events_(std::move(events)),
      madeNs_(std::int64_t(os_gettime_ns())), told_(before), wasLive_(before == stage::SourceHealth::Lost) {
    obs_source_add_audio_capture_callback(source_.get(), onSound, this);
    // Trying again is no news.
    if (before == stage::SourceHealth::None)
        report(stage::SourceHealth::Connecting);
}

MicrophoneWatch::~MicrophoneWatch() {
    obs_source_remove_audio_capture_callback(source_.get(), onSound, this);
}

void MicrophoneWatch::onSound(void* self, obs_source_t*, const audio_data*, bool) {
    static_cast<MicrophoneWatch*>(self)->soundNs_ = std::int64_t(os_gettime_ns());
}

void MicrophoneWatch::report(stage::SourceHealth health) {
    if (health == told_)
        return;
    told_ = health;
    stage::SourceStatus status;
    status.health = health;
    if (health == stage::SourceHealth::Failed || health == stage::SourceHealth::Lost) {
        status.error = ErrorCode::CameraLost;
        status.detail = health == stage::SourceHealth::Lost ? "the device sends no more sound"
                                                            : "no such device, or no sound server";
    }
    events_(SourceChanged{id_, status});
}

void MicrophoneWatch::check(std::int64_t nowNs) {
    const std::int64_t soundNs = soundNs_;
    wasLive_ = wasLive_ || soundNs != 0;
    if (soundNs != 0 && nowNs - soundNs < lostAfterNs)
        report(stage::SourceHealth::Live);
    else if (wasLive_)
        report(stage::SourceHealth::Lost);
    else if (nowNs - madeNs_ >= noneAfterNs)
        report(stage::SourceHealth::Failed);
}

bool MicrophoneWatch::stuck(std::int64_t nowNs) const {
    return nowNs - std::max(madeNs_, std::int64_t(soundNs_)) >= reopenAfterNs;
}

} // namespace vitrina::engine::obs
