// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraInput.hpp"

#include "engine/obs/camera/CameraAddress.hpp"

#include <cerrno>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::engine::obs {
namespace {

constexpr std::chrono::milliseconds firstPacketWithin{5000};

class FileInput final : public CameraInput {
  public:
    explicit FileInput(std::string path) : path_(std::move(path)) {}

    Result<AVFormatContext*> open(Interrupt& interrupt) override {
        AVFormatContext* format = avformat_alloc_context();
        if (!format)
            return fail(ErrorCode::Internal, "no memory");
        format->interrupt_callback = interrupt.callback();
        // A play list must not make us fetch from elsewhere.
        AVDictionary* options = nullptr;
        av_dict_set(&options, "protocol_whitelist", "file", 0);
        const int opened = avformat_open_input(&format, ("file:" + path_).c_str(), nullptr, &options);
        av_dict_free(&options);
        if (opened == AVERROR(ENOENT))
            return fail(ErrorCode::FileMissing, "no such file");
        if (opened == AVERROR(EACCES) || opened == AVERROR(EIO) || opened == AVERROR(EISDIR))
            return fail(ErrorCode::FileUnreadable, avErrorText(opened));
        if (opened < 0)
            return fail(ErrorCode::FileDamaged, avErrorText(opened));
        format_.reset(format);
        const int known = avformat_find_stream_info(format, nullptr);
        if (known < 0 || format->nb_streams == 0)
            return fail(ErrorCode::FileDamaged, "no streams in it");
        return format;
    }
    void close() override { format_.reset(); }
    bool isFile() const override { return true; }

  private:
    std::string path_;
    FormatHandle format_;
};

bool udpPortTaken(const SrtAddress& address) {
    addrinfo hints = {};
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST;
    addrinfo* found = nullptr;
    const char* host = address.host.empty() ? nullptr : address.host.c_str();
    if (getaddrinfo(host, std::to_string(address.port).c_str(), &hints, &found) != 0)
        return false;
    const int fd = socket(found->ai_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool taken = fd >= 0 && bind(fd, found->ai_addr, found->ai_addrlen) != 0 && errno == EADDRINUSE;
    if (fd >= 0)
        ::close(fd);
    freeaddrinfo(found);
    return taken;
}

class SrtInput final : public CameraInput {
  public:
    explicit SrtInput(const std::string& address) : address_(parseSrtAddress(address)) {}
    ~SrtInput() override { close(); }

    Result<AVFormatContext*> open(Interrupt& interrupt) override {
        if (!address_)
            return address_.error();
        const AVIOInterruptCB callback = interrupt.callback();
        AVDictionary* options = nullptr;
        if (!address_->passphrase.empty())
            av_dict_set(&options, "passphrase", address_->passphrase.c_str(), 0);
        // Comes back when a camera has connected; only stop() ends the wait.
        interrupt.clearDeadline();
        const int connected = avio_open2(&io_, address_->url.c_str(), AVIO_FLAG_READ, &callback, &options);
        av_dict_free(&options);
        if (connected < 0) {
            if (address_->listens && udpPortTaken(*address_))
                return fail(ErrorCode::PortInUse, "port " + std::to_string(address_->port));
            return fail(ErrorCode::CameraLost, avErrorText(connected));
        }
        interrupt.setDeadline(firstPacketWithin);
        AVFormatContext* format = avformat_alloc_context();
        if (!format)
            return fail(ErrorCode::Internal, "no memory");
        format->pb = io_;
        format->interrupt_callback = callback;
        // A PES packet is a frame already; the parser would hold each one back until it has seen the next.
        format->flags |=
            AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_NOBUFFER | AVFMT_FLAG_NOPARSE | AVFMT_FLAG_NOFILLIN;
        format->probesize = 32768;
        const int opened = avformat_open_input(&format, "", av_find_input_format("mpegts"), nullptr);
        if (opened < 0)
            return fail(ErrorCode::BadFormat, avErrorText(opened));
        format_.reset(format);
        return format;
    }

    void close() override {
        format_.reset();
        avio_closep(&io_);
    }

    std::string note() const override {
        return address_ && address_->onlyHere ? "no passphrase: cameras on this machine only" : "";
    }

  private:
    Result<SrtAddress> address_;
    AVIOContext* io_ = nullptr; ///< closed in close()
    FormatHandle format_;
};

class NoInput final : public CameraInput {
  public:
    Result<AVFormatContext*> open(Interrupt&) override {
        return fail(ErrorCode::CameraAddressInvalid, "kind");
    }
    void close() override {}
};

} // namespace

std::unique_ptr<CameraInput> makeCameraInput(const InputRequest& request) {
    switch (request.kind) {
    case stage::SourceKind::File:
        return std::make_unique<FileInput>(request.address);
    case stage::SourceKind::Srt:
        return std::make_unique<SrtInput>(request.address);
    case stage::SourceKind::Rtmp:
        return makeRtmpInput(request.address);
    case stage::SourceKind::Rtsp:
    case stage::SourceKind::Mjpeg:
        return makeNetInput(request.kind, request.address);
    case stage::SourceKind::Webcam:
    case stage::SourceKind::Screen:
    case stage::SourceKind::Window:
        return makeDeviceInput(request);
    default:
        return std::make_unique<NoInput>();
    }
}

} // namespace vitrina::engine::obs
