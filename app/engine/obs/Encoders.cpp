// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Encoders.hpp"

#include <memory>
#include <string>

namespace vitrina::engine::obs {
namespace {

constexpr const char* serviceType = "vitrina_key_service";

struct KeyService {
    std::string url;
    std::string key;
};

KeyService* of(void* data) {
    return static_cast<KeyService*>(data);
}

} // namespace

Result<Encoders> makeEncoders(const EngineConfig& config) {
    const DataHandle video = newData();
    obs_data_set_string(video.get(), "rate_control", "CBR");
    obs_data_set_int(video.get(), "bitrate", config.videoKbps);
    // zerolatency and no B frames: a frame leaves the encoder when it has come, and pts = dts for the web
    // video. A key frame each second is what a viewer who joins waits for at the most.
    obs_data_set_string(video.get(), "preset", "superfast");
    obs_data_set_string(video.get(), "tune", "zerolatency");
    obs_data_set_string(video.get(), "profile", "main");
    obs_data_set_int(video.get(), "keyint_sec", 1);
    obs_data_set_int(video.get(), "bf", 0);
    const DataHandle audio = newData();
    obs_data_set_int(audio.get(), "bitrate", config.audioKbps);

    Encoders pair;
    pair.video.reset(obs_video_encoder_create("obs_x264", "program video", video.get(), nullptr));
    pair.audio.reset(obs_audio_encoder_create("ffmpeg_aac", "program audio", audio.get(), 0, nullptr));
    if (!pair.video || !pair.audio)
        return fail(ErrorCode::EngineUnavailable, "libobs has no obs_x264 or no ffmpeg_aac encoder");
    obs_encoder_set_video(pair.video.get(), obs_get_video());
    obs_encoder_set_audio(pair.audio.get(), obs_get_audio());
    return pair;
}

void registerKeyService() {
    obs_service_info info{};
    info.id = serviceType;
    info.get_name = [](void*) {
        return "Stream";
    };
    info.create = [](obs_data_t* settings, obs_service_t*) -> void* {
        auto made = std::make_unique<KeyService>();
        made->url = obs_data_get_string(settings, "url");
        made->key = obs_data_get_string(settings, "key");
        return made.release();
    };
    info.destroy = [](void* data) {
        const std::unique_ptr<KeyService> end(of(data));
    };
    info.get_url = [](void* data) {
        return of(data)->url.c_str();
    };
    info.get_key = [](void* data) {
        return of(data)->key.c_str();
    };
    info.get_output_type = [](void*) {
        return "rtmp_output";
    };
    obs_register_service(&info);
}

ServiceHandle makeKeyService(const std::string& url, const std::string& key) {
    const DataHandle settings = newData();
    obs_data_set_string(settings.get(), "url", url.c_str());
    obs_data_set_string(settings.get(), "key", key.c_str());
    return ServiceHandle(obs_service_create(serviceType, "stream", settings.get(), nullptr));
}

} // namespace vitrina::engine::obs
