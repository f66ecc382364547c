// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/camera/AudioLine.hpp"
#include "engine/obs/camera/CameraFeed.hpp"
#include "engine/obs/camera/Libav.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace vitrina::engine::obs {

/// Brings a picture to the size it is shown at, as BGRX (or BGRA, for what has holes): libobs then needs no
/// conversion pass, which costs more than all the rest without a GPU.
class PictureScaler {
  public:
    explicit PictureScaler(AVPixelFormat made = AV_PIX_FMT_BGR0) : made_(made) {}

    struct Scaled {
        const std::uint8_t* pixels = nullptr; ///< valid until the next call
        int stride = 0;
        int width = 0;
        int height = 0;
    };
    /// Never enlarges. `showWidth` x `showHeight` is covered by the result, in the picture's own shape. Null
    /// pixels when the frame can't be scaled.
    Scaled scale(const AVFrame& frame, int showWidth, int showHeight);

  private:
    bool prepare(const AVFrame& frame, int width, int height);

    AVPixelFormat made_;
    ScalerHandle scaler_;
    int source_[7] = {}; ///< what scaler_ is for: size, format, colour space, range and the size made
    std::vector<std::uint8_t> pixels_;
};

/// Decodes a camera's packets and hands picture and sound to the feed. The camera's thread.
class StreamDecoder {
  public:
    /// Waits until a picture of the camera's time `ptsNs` is due; false to end. Unset for live cameras.
    using Pace = std::function<bool(std::int64_t ptsNs)>;
    struct Shown {
        int width = 0; ///< as the camera sent it
        int height = 0;
        std::uint64_t pictures = 0;
    };

    StreamDecoder(CameraFeed& feed, bool lowDelay, Pace pace);

    /// False when the pace said to end. Damaged packets are passed over. `offsetNs` is added to the stream's
    /// times.
    bool decode(const AVFormatContext& format, const AVPacket& packet, std::int64_t offsetNs);
    /// Gives out what the decoders still hold, and makes them ready to start anew.
    bool finish(std::int64_t offsetNs);
    const Shown& shown() const { return shown_; }
    /// Where the last packet ended, with offset, ns.
    std::int64_t endNs() const { return endNs_; }

  private:
    struct Track {
        int index = -1;
        CodecHandle codec;
        AVRational timeBase{1, 1000};
    };

    Track* trackFor(const AVFormatContext& format, const AVPacket& packet);
    bool send(Track& track, const AVPacket* packet, std::int64_t offsetNs);
    bool showPicture(const Track& track, const AVFrame& frame, std::int64_t offsetNs);
    bool playSound(const Track& track, const AVFrame& frame, std::int64_t offsetNs);

    CameraFeed& feed_;
    bool lowDelay_;
    Pace pace_;
    Track video_;
    Track audio_;
    FrameHandle frame_;
    PictureScaler scaler_;
    AudioLine line_;
    std::optional<std::int64_t> nextSound_; ///< where the sound after the last packet begins
    Shown shown_;
    std::int64_t endNs_ = 0;
};

} // namespace vitrina::engine::obs
