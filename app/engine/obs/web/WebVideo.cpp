// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/WebVideo.hpp"

#include "base/Log.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/web/Fmp4Writer.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>

#include <obs.h>
#include <util/platform.h>

namespace vitrina::engine::obs {
namespace {

constexpr const char* videoOutputType = "vitrina_web_video_out";
constexpr const char* audioOutputType = "vitrina_web_audio_out";

/// The data of one of our outputs: passes its packets on. A null packet says that the encoder has failed.
struct PacketTap {
    obs_output_t* output = nullptr;
    std::function<void(encoder_packet*)> onPacket; ///< set before the output starts
};

void* createTap(obs_data_t*, obs_output_t* output) {
    auto tap = std::make_unique<PacketTap>();
    tap->output = output;
    return tap.release(); // libobs gives it back to destroyTap
}

void destroyTap(void* data) {
    std::unique_ptr<PacketTap>(static_cast<PacketTap*>(data));
}

bool startTap(void* data) {
    obs_output_t* output = static_cast<PacketTap*>(data)->output;
    return obs_output_can_begin_data_capture(output, 0) && obs_output_initialize_encoders(output, 0) &&
           obs_output_begin_data_capture(output, 0);
}

void stopTap(void* data, std::uint64_t) {
    obs_output_end_data_capture(static_cast<PacketTap*>(data)->output);
}

void passPacket(void* data, encoder_packet* packet) {
    auto* tap = static_cast<PacketTap*>(data);
    if (tap->onPacket)
        tap->onPacket(packet);
    if (!packet)
        obs_output_signal_stop(tap->output, OBS_OUTPUT_ENCODE_ERROR);
}

void registerTap(const char* id, std::uint32_t kind, const char* videoCodecs, const char* audioCodecs) {
    obs_output_info info = {};
    info.id = id;
    info.flags = kind | OBS_OUTPUT_ENCODED;
    info.get_name = [](void*) {
        return "Vitrina web video";
    };
    info.create = createTap;
    info.destroy = destroyTap;
    info.start = startTap;
    info.stop = stopTap;
    info.encoded_packet = passPacket;
    info.encoded_video_codecs = videoCodecs;
    info.encoded_audio_codecs = audioCodecs;
    obs_register_output(&info);
}

ByteSpan extraData(const obs_encoder_t* encoder) {
    std::uint8_t* data = nullptr;
    std::size_t size = 0;
    return obs_encoder_get_extra_data(encoder, &data, &size) && data ? ByteSpan(data, size) : ByteSpan{};
}

/// Wall time of a moment of the system's monotonic clock.
std::int64_t wallUs(std::int64_t sysUs) {
    const auto wall = std::chrono::duration_cast<std::chrono::microseconds>(
                          std::chrono::system_clock::now().time_since_epoch())
                          .count();
    return wall - (static_cast<std::int64_t>(os_gettime_ns() / 1000) - sysUs);
}

} // namespace

void registerWebVideo() {
    registerTap(videoOutputType, OBS_OUTPUT_VIDEO, "h264", nullptr);
    registerTap(audioOutputType, OBS_OUTPUT_AUDIO, nullptr, "aac");
}

class WebVideo::Impl {
  public:
    explicit Impl(Health healthSink) : health_(std::move(healthSink)) {}
    ~Impl() { stop(); }

    Result<void> start(obs_encoder_t* video, obs_encoder_t* audio, FragmentSink sink);
    void stop();
    bool running() const { return video_ != nullptr; }
    std::int64_t mediaMsAt(std::uint64_t osTimeNs) const;

  private:
    Result<void> refuse(const std::string& detail);
    bool startOutput(OutputHandle& handle);
    void takeAudio(encoder_packet* packet);
    void takeVideo(encoder_packet* packet);
    void report(stage::OutputHealth health, ErrorCode error = ErrorCode::None, std::string detail = {});
    void outputStopped(long long code);

    static void onStop(void* self, calldata_t* data) {
        static_cast<Impl*>(self)->outputStopped(calldata_int(data, "code"));
    }

    Health health_;
    FragmentSink sink_;
    obs_encoder_t* videoEncoder_ = nullptr;
    obs_encoder_t* audioEncoder_ = nullptr;
    mutable std::mutex mutex_; ///< guards writer_: audio and video packets come on threads of their own
    Fmp4Writer writer_;
    std::atomic<bool> live_ = false;
    std::atomic<bool> stopping_ = false;
    OutputHandle audio_;
    OutputHandle video_;
};

Result<void> WebVideo::Impl::start(obs_encoder_t* video, obs_encoder_t* audio, FragmentSink sink) {
    if (running())
        return {};
    videoEncoder_ = video;
    audioEncoder_ = audio;
    sink_ = std::move(sink);
    stopping_ = false;
    report(stage::OutputHealth::Starting);

    obs_video_info canvas = {};
    if (!obs_get_video_info(&canvas))
        return refuse("no video");
    {
        const std::lock_guard lock(mutex_);
        const std::uint32_t rate = obs_encoder_get_sample_rate(audio);
        writer_.begin({canvas.fps_num, canvas.fps_den, rate ? rate : 48000,
                       static_cast<std::uint32_t>(audio_output_get_channels(obs_get_audio())), 1024});
    }
    video_.reset(obs_output_create(videoOutputType, "web video", nullptr, nullptr));
    audio_.reset(obs_output_create(audioOutputType, "web audio", nullptr, nullptr));
    if (!video_ || !audio_)
        return refuse("output type not registered");
    obs_output_set_video_encoder(video_.get(), video);
    obs_output_set_audio_encoder(audio_.get(), audio, 0);
    static_cast<PacketTap*>(obs_obj_get_data(video_.get()))->onPacket = [this](encoder_packet* packet) {
        takeVideo(packet);
    };
    static_cast<PacketTap*>(obs_obj_get_data(audio_.get()))->onPacket = [this](encoder_packet* packet) {
        takeAudio(packet);
    };
    // Sound first: the init segment needs what its encoder says of itself.
    if (!startOutput(audio_) || !startOutput(video_))
        return refuse("an encoder does not start");
    return {};
}

bool WebVideo::Impl::startOutput(OutputHandle& handle) {
    signal_handler_connect(obs_output_get_signal_handler(handle.get()), "stop", onStop, this);
    return obs_output_start(handle.get());
}

Result<void> WebVideo::Impl::refuse(const std::string& detail) {
    const char* last = video_ ? obs_output_get_last_error(video_.get()) : nullptr;
    const std::string text = last ? detail + ": " + last : detail;
    stopping_ = true;
    video_.reset();
    audio_.reset();
    report(stage::OutputHealth::Failed, ErrorCode::OutputRefused, text);
    return fail(ErrorCode::OutputRefused, text);
}

void WebVideo::Impl::stop() {
    if (!running())
        return;
    stopping_ = true;
    live_ = false;
    for (OutputHandle* handle : {&video_, &audio_})
        obs_output_stop(handle->get());
    // The release waits for the encoders to let go, so nothing calls back into this object afterwards.
    video_.reset();
    audio_.reset();
    sink_ = nullptr;
    report(stage::OutputHealth::Stopped);
}

std::int64_t WebVideo::Impl::mediaMsAt(std::uint64_t osTimeNs) const {
    if (!live_)
        return -1;
    const std::lock_guard lock(mutex_);
    const std::int64_t us = writer_.mediaUsAt(static_cast<std::int64_t>(osTimeNs / 1000));
    return us < 0 ? -1 : us / 1000;
}

void WebVideo::Impl::takeAudio(encoder_packet* packet) {
    if (!packet)
        return;
    const std::lock_guard lock(mutex_);
    writer_.addAudio(ByteSpan(packet->data, packet->size), packet->sys_dts_usec);
}

/// On the video encoder's thread. Writing a fragment takes some 50 µs; the sink only enqueues.
void WebVideo::Impl::takeVideo(encoder_packet* packet) {
    if (!packet)
        return;
    WebVideoPacket video;
    video.annexB = ByteSpan(packet->data, packet->size);
    video.key = packet->keyframe;
    video.sysDtsUs = packet->sys_dts_usec;
    video.ptsMinusDts = packet->timebase_num > 0 ? (packet->pts - packet->dts) / packet->timebase_num : 0;
    video.captureUs = wallUs(packet->sys_dts_usec);
    std::vector<WebFragment> ready;
    {
        const std::lock_guard lock(mutex_);
        if (video.key) {
            video.headers = extraData(videoEncoder_);
            if (!writer_.hasAudioConfig())
                writer_.setAudioConfig(extraData(audioEncoder_));
        }
        ready = writer_.addVideo(video);
    }
    if (ready.empty() || stopping_)
        return;
    if (!live_.exchange(true))
        report(stage::OutputHealth::Active);
    for (WebFragment& fragment : ready)
        sink_(std::make_shared<const WebFragment>(std::move(fragment)));
}

/// On a thread of libobs, after an output has ended; only worth a word when nobody asked for it.
void WebVideo::Impl::outputStopped(long long code) {
    if (stopping_.exchange(true))
        return;
    live_ = false;
    logWarning("web", "an output of the web video ended by itself, code " + std::to_string(code));
    report(stage::OutputHealth::Failed, ErrorCode::OutputLost, "encoder");
}

void WebVideo::Impl::report(stage::OutputHealth health, ErrorCode error, std::string detail) {
    if (!health_)
        return;
    stage::OutputStatus status;
    status.health = health;
    status.error = error;
    status.detail = std::move(detail);
    health_(status);
}

WebVideo::WebVideo(Health health) : impl_(std::make_unique<Impl>(std::move(health))) {}
WebVideo::~WebVideo() = default;

Result<void> WebVideo::start(obs_encoder_t* video, obs_encoder_t* audio, FragmentSink sink) {
    return impl_->start(video, audio, std::move(sink));
}
void WebVideo::stop() {
    impl_->stop();
}
bool WebVideo::running() const {
    return impl_->running();
}
std::int64_t WebVideo::mediaMsAt(std::uint64_t osTimeNs) const {
    return impl_->mediaMsAt(osTimeNs);
}

} // namespace vitrina::engine::obs
