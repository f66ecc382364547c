// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/StreamDecoder.hpp"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/imgutils.h>
}

namespace vitrina::engine::obs {
namespace {

constexpr AVRational nanoseconds{1, 1'000'000'000};
constexpr std::int64_t mostPixels = std::int64_t{8192} * 4320;

CodecHandle openDecoder(const AVCodecParameters& parameters, bool lowDelay) {
    const AVCodec* decoder = avcodec_find_decoder(parameters.codec_id);
    CodecHandle codec(decoder ? avcodec_alloc_context3(decoder) : nullptr);
    if (!codec || avcodec_parameters_to_context(codec.get(), &parameters) < 0)
        return nullptr;
    // More threads would hold back a frame each.
    codec->thread_count = 1;
    codec->max_pixels = mostPixels;
    if (lowDelay)
        codec->flags |= AV_CODEC_FLAG_LOW_DELAY;
    return avcodec_open2(codec.get(), decoder, nullptr) < 0 ? nullptr : std::move(codec);
}

std::optional<audio_format> obsFormat(int format) {
    switch (format) {
    case AV_SAMPLE_FMT_U8:
        return AUDIO_FORMAT_U8BIT;
    case AV_SAMPLE_FMT_S16:
        return AUDIO_FORMAT_16BIT;
    case AV_SAMPLE_FMT_S32:
        return AUDIO_FORMAT_32BIT;
    case AV_SAMPLE_FMT_FLT:
        return AUDIO_FORMAT_FLOAT;
    case AV_SAMPLE_FMT_U8P:
        return AUDIO_FORMAT_U8BIT_PLANAR;
    case AV_SAMPLE_FMT_S16P:
        return AUDIO_FORMAT_16BIT_PLANAR;
    case AV_SAMPLE_FMT_S32P:
        return AUDIO_FORMAT_32BIT_PLANAR;
    case AV_SAMPLE_FMT_FLTP:
        return AUDIO_FORMAT_FLOAT_PLANAR;
    default:
        return std::nullopt;
    }
}

std::optional<speaker_layout> obsSpeakers(int channels) {
    switch (channels) {
    case 1:
        return SPEAKERS_MONO;
    case 2:
        return SPEAKERS_STEREO;
    case 3:
        return SPEAKERS_2POINT1;
    case 4:
        return SPEAKERS_4POINT0;
    case 5:
        return SPEAKERS_4POINT1;
    case 6:
        return SPEAKERS_5POINT1;
    case 8:
        return SPEAKERS_7POINT1;
    default:
        return std::nullopt;
    }
}

} // namespace

PictureScaler::Scaled PictureScaler::scale(const AVFrame& frame, int showWidth, int showHeight) {
    if (frame.width <= 0 || frame.height <= 0)
        return {};
    double factor = 1.0;
    if (showWidth > 0 && showHeight > 0)
        factor = std::min(1.0, std::max(static_cast<double>(showWidth) / frame.width,
                                        static_cast<double>(showHeight) / frame.height));
    Scaled result;
    result.width = std::max(2, static_cast<int>(std::lround(frame.width * factor)));
    result.height = std::max(2, static_cast<int>(std::lround(frame.height * factor)));
    result.stride = (result.width * 4 + 31) / 32 * 32;
    if (!prepare(frame, result.width, result.height))
        return {};
    // swscale may write a little past the end of a row.
    pixels_.resize(static_cast<std::size_t>(result.stride) * static_cast<std::size_t>(result.height) + 64);
    std::uint8_t* const planes[4] = {pixels_.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {result.stride, 0, 0, 0};
    if (sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) <= 0)
        return {};
    result.pixels = pixels_.data();
    return result;
}

bool PictureScaler::prepare(const AVFrame& frame, int width, int height) {
    const int wanted[7] = {frame.width,       frame.height, frame.format, frame.colorspace,
                           frame.color_range, width,        height};
    if (scaler_ && std::equal(std::begin(wanted), std::end(wanted), std::begin(source_)))
        return true;
    scaler_.reset(sws_getContext(frame.width, frame.height, static_cast<AVPixelFormat>(frame.format), width,
                                 height, made_, SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (!scaler_)
        return false;
    std::copy(std::begin(wanted), std::end(wanted), std::begin(source_));
    // Cameras that don't say: HD is BT.709, what is smaller BT.601.
    const bool unsaid = frame.colorspace == AVCOL_SPC_UNSPECIFIED;
    const int space = unsaid ? (frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601) : frame.colorspace;
    const int* table = sws_getCoefficients(space);
    sws_setColorspaceDetails(scaler_.get(), table, frame.color_range == AVCOL_RANGE_JPEG, table, 1, 0,
                             1 << 16, 1 << 16);
    return true;
}

StreamDecoder::StreamDecoder(CameraFeed& feed, bool lowDelay, Pace pace)
    : feed_(feed), lowDelay_(lowDelay), pace_(std::move(pace)), frame_(av_frame_alloc()),
      line_(std::int64_t{audioBufferingMs} * 1'000'000) {}

/// The first picture and the first sound of a stream are the camera's; null for all else.
StreamDecoder::Track* StreamDecoder::trackFor(const AVFormatContext& format, const AVPacket& packet) {
    const AVStream* stream = format.streams[packet.stream_index];
    const AVCodecParameters& parameters = *stream->codecpar;
    const bool isVideo = parameters.codec_type == AVMEDIA_TYPE_VIDEO;
    if (!isVideo && parameters.codec_type != AVMEDIA_TYPE_AUDIO)
        return nullptr;
    Track& track = isVideo ? video_ : audio_;
    if (track.index >= 0 && track.index != packet.stream_index)
        return nullptr;
    if (!track.codec || track.codec->codec_id != parameters.codec_id) {
        track.codec = openDecoder(parameters, lowDelay_);
        if (!track.codec)
            return nullptr;
        track.index = packet.stream_index;
    }
    track.timeBase = stream->time_base;
    return &track;
}

bool StreamDecoder::decode(const AVFormatContext& format, const AVPacket& packet, std::int64_t offsetNs) {
    if (packet.stream_index < 0 || static_cast<unsigned>(packet.stream_index) >= format.nb_streams)
        return true;
    Track* track = trackFor(format, packet);
    if (!track)
        return true;
    if (packet.pts != AV_NOPTS_VALUE) {
        const std::int64_t end = packet.pts + std::max<std::int64_t>(packet.duration, 1);
        endNs_ = std::max(endNs_, av_rescale_q(end, track->timeBase, nanoseconds) + offsetNs);
    }
    return send(*track, &packet, offsetNs);
}

bool StreamDecoder::finish(std::int64_t offsetNs) {
    for (Track* track : {&video_, &audio_}) {
        if (!track->codec)
            continue;
        if (!send(*track, nullptr, offsetNs))
            return false;
        avcodec_flush_buffers(track->codec.get());
    }
    nextSound_.reset();
    return true;
}

bool StreamDecoder::send(Track& track, const AVPacket* packet, std::int64_t offsetNs) {
    // What a decoder refuses is passed over: the next key frame mends the picture.
    if (avcodec_send_packet(track.codec.get(), packet) < 0 && packet)
        return true;
    while (avcodec_receive_frame(track.codec.get(), frame_.get()) == 0) {
        const bool goOn =
            &track == &video_ ? showPicture(track, *frame_, offsetNs) : playSound(track, *frame_, offsetNs);
        av_frame_unref(frame_.get());
        if (!goOn)
            return false;
    }
    return true;
}

bool StreamDecoder::showPicture(const Track& track, const AVFrame& frame, std::int64_t offsetNs) {
    const bool timed = frame.best_effort_timestamp != AV_NOPTS_VALUE;
    const std::int64_t pts =
        timed ? av_rescale_q(frame.best_effort_timestamp, track.timeBase, nanoseconds) + offsetNs : 0;
    const PictureScaler::Scaled picture = scaler_.scale(frame, feed_.shownWidth(), feed_.shownHeight());
    if (!picture.pixels)
        return true;
    if (pace_ && timed && !pace_(pts))
        return false;
    feed_.showPicture(picture.pixels, picture.stride, picture.width, picture.height);
    if (timed)
        line_.videoShown(pts, CameraFeed::nextTick(CameraFeed::now()));
    shown_.width = frame.width;
    shown_.height = frame.height;
    ++shown_.pictures;
    return true;
}

bool StreamDecoder::playSound(const Track& track, const AVFrame& frame, std::int64_t offsetNs) {
    const auto format = obsFormat(frame.format);
    const auto speakers = obsSpeakers(frame.ch_layout.nb_channels);
    if (!format || !speakers || frame.sample_rate <= 0 || frame.nb_samples <= 0)
        return true;
    if (frame.pts != AV_NOPTS_VALUE)
        nextSound_ = av_rescale_q(frame.pts, track.timeBase, nanoseconds) + offsetNs;
    if (!nextSound_)
        return true;
    const std::int64_t pts = *nextSound_;
    *nextSound_ += std::int64_t{frame.nb_samples} * 1'000'000'000 / frame.sample_rate;
    // A file without picture has only its sound to keep time by.
    if (pace_ && video_.index < 0 && !pace_(pts))
        return false;
    const auto stamp = line_.stamp(pts, CameraFeed::now());
    if (!stamp || *stamp < 0)
        return true;
    obs_source_audio audio = {};
    const int planes =
        av_sample_fmt_is_planar(static_cast<AVSampleFormat>(frame.format)) ? frame.ch_layout.nb_channels : 1;
    for (int plane = 0; plane < planes; ++plane)
        audio.data[plane] = frame.extended_data[plane];
    audio.frames = static_cast<std::uint32_t>(frame.nb_samples);
    audio.speakers = *speakers;
    audio.format = *format;
    audio.samples_per_sec = static_cast<std::uint32_t>(frame.sample_rate);
    audio.timestamp = static_cast<std::uint64_t>(*stamp);
    feed_.playSound(audio);
    return true;
}

} // namespace vitrina::engine::obs
