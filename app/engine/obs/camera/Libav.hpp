// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

/// Owning handles of FFmpeg's things.
namespace vitrina::engine::obs {

struct FormatClose {
    void operator()(AVFormatContext* format) const { avformat_close_input(&format); }
};
using FormatHandle = std::unique_ptr<AVFormatContext, FormatClose>;

struct CodecClose {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
};
using CodecHandle = std::unique_ptr<AVCodecContext, CodecClose>;

struct FrameFree {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
using FrameHandle = std::unique_ptr<AVFrame, FrameFree>;

struct PacketFree {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
using PacketHandle = std::unique_ptr<AVPacket, PacketFree>;

struct ScalerFree {
    void operator()(SwsContext* scaler) const { sws_freeContext(scaler); }
};
using ScalerHandle = std::unique_ptr<SwsContext, ScalerFree>;

/// Ends FFmpeg's blocking calls of one camera thread: for good, or when a deadline has passed.
class Interrupt {
  public:
    /// Any thread.
    void stop() { stop_ = true; }
    bool stopped() const { return stop_; }
    /// The camera's thread.
    void setDeadline(std::chrono::milliseconds fromNow) {
        deadline_ = std::chrono::steady_clock::now() + fromNow;
    }
    void clearDeadline() { deadline_ = std::chrono::steady_clock::time_point::max(); }
    bool late() const { return std::chrono::steady_clock::now() >= deadline_; }
    bool due() const { return stop_ || late(); }
    AVIOInterruptCB callback() {
        return {[](void* self) { return static_cast<Interrupt*>(self)->due() ? 1 : 0; }, this};
    }

  private:
    std::atomic<bool> stop_ = false;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
};

inline std::string avErrorText(int error) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(error, text, sizeof text);
    return text;
}

} // namespace vitrina::engine::obs
