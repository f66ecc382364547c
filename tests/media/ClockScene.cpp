// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/ClockScene.hpp"

#include "engine/obs/camera/ClockMark.hpp"
#include "engine/obs/camera/TestCamera.hpp"

#include <cstring>

extern "C" {
#include <libavutil/frame.h>
}

namespace vitrina::test {
using namespace engine::obs;

ClockScene::ClockScene(int width, int height, const std::string& background)
    : width_(width), height_(height) {
    if (!background.empty())
        load(background);
}

void ClockScene::load(const std::string& background) {
    AVFormatContext* opened = nullptr;
    if (avformat_open_input(&opened, background.c_str(), nullptr, nullptr) < 0)
        return;
    const FormatHandle format(opened);
    avformat_find_stream_info(opened, nullptr);
    const AVCodec* codec = nullptr;
    const int stream = av_find_best_stream(opened, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (stream < 0)
        return;
    const CodecHandle decoder(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(decoder.get(), opened->streams[stream]->codecpar);
    if (avcodec_open2(decoder.get(), codec, nullptr) < 0)
        return;
    const PacketHandle packet(av_packet_alloc());
    const FrameHandle frame(av_frame_alloc());
    ScalerHandle scaler;
    constexpr std::size_t kept = 120;
    while (footage_.size() < kept && av_read_frame(opened, packet.get()) >= 0) {
        if (packet->stream_index == stream)
            avcodec_send_packet(decoder.get(), packet.get());
        av_packet_unref(packet.get());
        while (footage_.size() < kept && avcodec_receive_frame(decoder.get(), frame.get()) == 0) {
            if (!scaler)
                scaler.reset(sws_getContext(frame->width, frame->height,
                                            static_cast<AVPixelFormat>(frame->format), width_, height_,
                                            AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr, nullptr));
            FrameHandle scaled(av_frame_alloc());
            scaled->format = AV_PIX_FMT_YUV420P;
            scaled->width = width_;
            scaled->height = height_;
            av_frame_get_buffer(scaled.get(), 32);
            sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height, scaled->data,
                      scaled->linesize);
            footage_.push_back(std::move(scaled));
            av_frame_unref(frame.get());
        }
    }
}

void ClockScene::draw(AVFrame& picture, std::int64_t wallMs) const {
    if (!footage_.empty()) {
        const auto at = static_cast<std::size_t>(wallMs * 30 / 1000) % footage_.size();
        av_frame_copy(&picture, footage_[at].get());
    } else {
        for (int y = 0; y < height_; ++y) {
            std::uint8_t* row = picture.data[0] + static_cast<std::ptrdiff_t>(y) * picture.linesize[0];
            for (int x = 0; x < width_; ++x)
                row[x] = static_cast<std::uint8_t>(64 + ((x + y + wallMs / 16) % 256) / 2);
        }
        for (int plane : {1, 2}) {
            for (int y = 0; y < (height_ + 1) / 2; ++y)
                std::memset(picture.data[plane] + static_cast<std::ptrdiff_t>(y) * picture.linesize[plane],
                            118 + 10 * plane, static_cast<std::size_t>((width_ + 1) / 2));
        }
    }
    const Pixels luma{picture.data[0], width_, height_, picture.linesize[0], 1};
    ClockMark::draw(luma, wallMs);
    ClockMark::drawDigits(luma, wallMs);
}

float ClockScene::sound(std::int64_t wallNs) {
    return testSound(wallNs);
}

} // namespace vitrina::test
