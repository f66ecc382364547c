// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/Libav.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace vitrina::test {

struct MediaFormat {
    int width = 640;
    int height = 360;
    int fps = 30;
    int videoKbps = 1500;
    int sampleRate = 48000;
};

/// x264 (ultrafast, zerolatency, a key frame each second) and AAC, as a camera has them.
class MediaEncoder {
  public:
    struct Packet {
        std::vector<std::uint8_t> data; ///< Annex B, or raw AAC
        bool video = false;
        bool key = false;
        std::int64_t pts = 0; ///< in frames, or in samples
        std::int64_t dts = 0;
    };
    using Sink = std::function<void(Packet)>;

    MediaEncoder(const MediaFormat& format, Sink sink);

    const MediaFormat& format() const { return format_; }
    /// Annex-B SPS and PPS; key frames don't carry them.
    std::vector<std::uint8_t> videoHeaders() const;
    std::vector<std::uint8_t> audioConfig() const;
    AVCodecContext& video() { return *video_; }
    AVCodecContext& audio() { return *audio_; }

    /// The picture to be drawn into, YUV 4:2:0.
    AVFrame& picture();
    /// As the next frame, or as a later one: `frame` counts in the format's rate.
    void encodePicture();
    void encodePictureAt(std::int64_t frame);
    /// 1024 samples, mono.
    static constexpr int samplesPerPacket = 1024;
    void encodeSound(const float* samples);
    void finish();

  private:
    void drain(AVCodecContext& codec, bool video);

    MediaFormat format_;
    Sink sink_;
    engine::obs::CodecHandle video_;
    engine::obs::CodecHandle audio_;
    engine::obs::FrameHandle picture_;
    engine::obs::FrameHandle sound_;
    std::int64_t pictures_ = 0;
    std::int64_t samples_ = 0;
};

} // namespace vitrina::test
