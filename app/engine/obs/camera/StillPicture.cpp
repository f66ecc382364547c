// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/StillPicture.hpp"

#include <sys/stat.h>

#include <cerrno>

namespace vitrina::engine::obs {
namespace {

Result<void> checkFile(const std::string& path) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0)
        return fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::FileMissing : ErrorCode::FileUnreadable,
                    "no such file");
    if (!S_ISREG(file.st_mode)) // a pipe would never end
        return fail(ErrorCode::FileUnreadable, "not a file");
    if (file.st_size > mostStillBytes)
        return fail(ErrorCode::TooLarge, std::to_string(file.st_size) + " bytes");
    return {};
}

/// The decoder asks for memory by this when it has read the size.
int memoryFor(AVCodecContext* codec, AVFrame* frame, int flags) {
    if (std::int64_t{frame->width} * frame->height > mostStillPixels) {
        *static_cast<bool*>(codec->opaque) = true;
        return AVERROR(ENOMEM);
    }
    return avcodec_default_get_buffer2(codec, frame, flags);
}

Result<FormatHandle> openFile(const std::string& path, Interrupt& interrupt) {
    AVFormatContext* format = avformat_alloc_context();
    if (!format)
        return fail(ErrorCode::Internal, "no memory");
    format->interrupt_callback = interrupt.callback();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "pattern_type", "none", 0); // a % in a name is a %
    const int opened = avformat_open_input(&format, ("file:" + path).c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened == AVERROR(EACCES) || opened == AVERROR(EIO))
        return fail(ErrorCode::FileUnreadable, avErrorText(opened));
    if (opened < 0)
        return fail(ErrorCode::FileDamaged, avErrorText(opened));
    return FormatHandle(format);
}

} // namespace

Result<FrameHandle> readStill(const std::string& path, Interrupt& interrupt) {
    if (const auto good = checkFile(path); !good)
        return good.error();
    auto format = openFile(path, interrupt);
    if (!format)
        return format.error();
    const PacketHandle packet(av_packet_alloc());
    FrameHandle frame(av_frame_alloc());
    CodecHandle codec;
    bool tooLarge = false;
    bool ended = false;
    while (!ended && !tooLarge && !interrupt.due()) {
        ended = av_read_frame(format->get(), packet.get()) < 0;
        const unsigned index = ended ? 0 : unsigned(packet->stream_index);
        if (!codec && !ended && index < (*format)->nb_streams) {
            const AVCodecParameters& parameters = *(*format)->streams[index]->codecpar;
            const AVCodec* decoder = avcodec_find_decoder(parameters.codec_id);
            codec.reset(decoder ? avcodec_alloc_context3(decoder) : nullptr);
            if (!codec || avcodec_parameters_to_context(codec.get(), &parameters) < 0)
                break;
            codec->thread_count = 1;
            codec->thread_type =
                FF_THREAD_SLICE; // frames of several threads would want a memoryFor() for that
            codec->opaque = &tooLarge;
            codec->get_buffer2 = memoryFor;
            if (avcodec_open2(codec.get(), decoder, nullptr) < 0)
                break;
        }
        if (!codec)
            break;
        (void)avcodec_send_packet(codec.get(), ended ? nullptr : packet.get());
        av_packet_unref(packet.get());
        if (avcodec_receive_frame(codec.get(), frame.get()) == 0 && frame->width > 0 && frame->height > 0)
            return frame;
    }
    if (tooLarge)
        return fail(ErrorCode::TooLarge, "more than " + std::to_string(mostStillPixels) + " pixels");
    return fail(ErrorCode::FileDamaged, "no picture in it");
}

} // namespace vitrina::engine::obs
