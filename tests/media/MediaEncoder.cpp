// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaEncoder.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

namespace vitrina::test {
namespace {

void require(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(std::string("media encoder: ") + what);
}

engine::obs::CodecHandle openVideo(const MediaFormat& format) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    require(codec, "libx264 is missing");
    engine::obs::CodecHandle context(avcodec_alloc_context3(codec));
    context->width = format.width;
    context->height = format.height;
    context->pix_fmt = AV_PIX_FMT_YUV420P;
    context->time_base = {1, format.fps};
    context->framerate = {format.fps, 1};
    context->gop_size = format.fps;
    context->max_b_frames = 0;
    context->bit_rate = format.videoKbps * 1000LL;
    context->rc_max_rate = context->bit_rate;
    context->rc_buffer_size = static_cast<int>(context->bit_rate);
    context->thread_count = 1;
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(context->priv_data, "preset", "ultrafast", 0);
    av_opt_set(context->priv_data, "tune", "zerolatency", 0);
    require(avcodec_open2(context.get(), codec, nullptr) >= 0, "x264 does not open");
    return context;
}

engine::obs::CodecHandle openAudio(const MediaFormat& format) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    require(codec, "AAC is missing");
    engine::obs::CodecHandle context(avcodec_alloc_context3(codec));
    context->sample_rate = format.sampleRate;
    context->sample_fmt = AV_SAMPLE_FMT_FLTP;
    av_channel_layout_default(&context->ch_layout, 1);
    context->bit_rate = 96000;
    context->time_base = {1, format.sampleRate};
    context->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    require(avcodec_open2(context.get(), codec, nullptr) >= 0, "AAC does not open");
    return context;
}

} // namespace

MediaEncoder::MediaEncoder(const MediaFormat& format, Sink sink)
    : format_(format), sink_(std::move(sink)), video_(openVideo(format)), audio_(openAudio(format)),
      picture_(av_frame_alloc()), sound_(av_frame_alloc()) {
    picture_->format = AV_PIX_FMT_YUV420P;
    picture_->width = format.width;
    picture_->height = format.height;
    require(av_frame_get_buffer(picture_.get(), 32) >= 0, "no memory");
    sound_->format = AV_SAMPLE_FMT_FLTP;
    sound_->nb_samples = samplesPerPacket;
    sound_->sample_rate = format.sampleRate;
    av_channel_layout_default(&sound_->ch_layout, 1);
    require(av_frame_get_buffer(sound_.get(), 0) >= 0, "no memory");
}

std::vector<std::uint8_t> MediaEncoder::videoHeaders() const {
    return {video_->extradata, video_->extradata + video_->extradata_size};
}

std::vector<std::uint8_t> MediaEncoder::audioConfig() const {
    return {audio_->extradata, audio_->extradata + audio_->extradata_size};
}

AVFrame& MediaEncoder::picture() {
    av_frame_make_writable(picture_.get());
    return *picture_;
}

void MediaEncoder::encodePicture() {
    encodePictureAt(pictures_);
}

void MediaEncoder::encodePictureAt(std::int64_t frame) {
    picture_->pts = frame;
    pictures_ = frame + 1;
    avcodec_send_frame(video_.get(), picture_.get());
    drain(*video_, true);
}

void MediaEncoder::encodeSound(const float* samples) {
    av_frame_make_writable(sound_.get());
    std::copy(samples, samples + samplesPerPacket, reinterpret_cast<float*>(sound_->data[0]));
    sound_->pts = samples_;
    samples_ += samplesPerPacket;
    avcodec_send_frame(audio_.get(), sound_.get());
    drain(*audio_, false);
}

void MediaEncoder::finish() {
    avcodec_send_frame(video_.get(), nullptr);
    drain(*video_, true);
    avcodec_send_frame(audio_.get(), nullptr);
    drain(*audio_, false);
}

void MediaEncoder::drain(AVCodecContext& codec, bool video) {
    const engine::obs::PacketHandle packet(av_packet_alloc());
    while (avcodec_receive_packet(&codec, packet.get()) == 0) {
        sink_({{packet->data, packet->data + packet->size},
               video,
               (packet->flags & AV_PKT_FLAG_KEY) != 0,
               packet->pts,
               packet->dts});
        av_packet_unref(packet.get());
    }
}

} // namespace vitrina::test
