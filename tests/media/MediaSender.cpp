// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/MediaSender.hpp"

#include <chrono>

namespace vitrina::test {
namespace {

std::int64_t nowMs() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

MediaSender::~MediaSender() {
    disconnect();
}

bool MediaSender::connect(MediaEncoder& encoder) {
    if (nowMs() - triedAtMs_ < 200)
        return false;
    triedAtMs_ = nowMs();
    const bool flv = url_.starts_with("rtmp://");
    if (avformat_alloc_output_context2(&format_, nullptr, flv ? "flv" : "mpegts", url_.c_str()) < 0)
        return false;
    AVStream* video = avformat_new_stream(format_, nullptr);
    avcodec_parameters_from_context(video->codecpar, &encoder.video());
    video->time_base = encoder.video().time_base;
    if (withSound_) {
        AVStream* audio = avformat_new_stream(format_, nullptr);
        avcodec_parameters_from_context(audio->codecpar, &encoder.audio());
        audio->time_base = encoder.audio().time_base;
    }
    // Nothing is held back to be interleaved, gathered or smoothed.
    format_->flags |= AVFMT_FLAG_FLUSH_PACKETS;
    format_->max_delay = 0;
    AVDictionary* options = nullptr;
    if (!flv)
        av_dict_set(&options, "latency", "20000", 0);
    const bool open = avio_open2(&format_->pb, url_.c_str(), AVIO_FLAG_WRITE, nullptr, &options) >= 0 &&
                      avformat_write_header(format_, nullptr) >= 0;
    av_dict_free(&options);
    if (!open)
        disconnect();
    keyed_ = false;
    startUs_ = -1;
    return open;
}

void MediaSender::disconnect() {
    if (!format_)
        return;
    avio_closep(&format_->pb);
    avformat_free_context(format_);
    format_ = nullptr;
}

void MediaSender::send(MediaEncoder& encoder, const MediaEncoder::Packet& packet) {
    if (!packet.video && !withSound_)
        return;
    if (!format_ && (!packet.key || !packet.video || !connect(encoder)))
        return;
    keyed_ = keyed_ || (packet.video && packet.key);
    if (!keyed_)
        return;
    const AVRational from = packet.video ? encoder.video().time_base : encoder.audio().time_base;
    const std::int64_t timeUs = av_rescale_q(packet.dts, from, {1, 1'000'000});
    if (packet.video && packet.key && startUs_ < 0)
        startUs_ = timeUs;
    // FLV refuses what is before its first packet, and AAC begins 1024 samples early.
    if (timeUs < startUs_)
        return;
    std::vector<std::uint8_t> data;
    // MPEG-TS has no place for headers but the stream itself.
    if (packet.video && packet.key && !url_.starts_with("rtmp://"))
        data = encoder.videoHeaders();
    data.insert(data.end(), packet.data.begin(), packet.data.end());
    const engine::obs::PacketHandle out(av_packet_alloc());
    if (av_new_packet(out.get(), static_cast<int>(data.size())) < 0)
        return;
    std::copy(data.begin(), data.end(), out->data);
    out->stream_index = packet.video ? 0 : 1;
    out->flags = packet.key ? AV_PKT_FLAG_KEY : 0;
    const AVRational to = format_->streams[out->stream_index]->time_base;
    out->pts = av_rescale_q(packet.pts, from, to);
    out->dts = av_rescale_q(packet.dts, from, to);
    if (av_write_frame(format_, out.get()) < 0)
        disconnect();
}

} // namespace vitrina::test
