// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraAddress.hpp"
#include "engine/obs/camera/CameraInput.hpp"
#include "engine/obs/camera/RtmpSession.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::engine::obs {
namespace {

constexpr std::chrono::milliseconds publishWithin{3000};
constexpr std::chrono::milliseconds firstPacketWithin{5000};
constexpr int pollMs = 100; ///< how long a stop may go unnoticed

class Socket {
  public:
    explicit Socket(int fd = -1) : fd_(fd) {}
    ~Socket() { reset(); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void reset(int fd = -1) {
        if (fd_ >= 0)
            ::close(fd_);
        fd_ = fd;
    }
    int release() { return std::exchange(fd_, -1); }
    int fd() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    bool readableWithin(int ms) const {
        pollfd entry{fd_, POLLIN, 0};
        return poll(&entry, 1, ms) > 0;
    }

  private:
    int fd_;
};

/// Listens for one camera at a time; the port stays ours from camera to camera.
class RtmpInput final : public CameraInput {
  public:
    explicit RtmpInput(const std::string& address) : address_(parseRtmpAddress(address)) {}
    ~RtmpInput() override { close(); }

    Result<AVFormatContext*> open(Interrupt& interrupt) override;
    void close() override;

  private:
    Result<void> listen();
    Result<void> awaitPublisher(Interrupt& interrupt);
    int pump();
    int read(std::uint8_t* buffer, int size);
    static int readStatic(void* self, std::uint8_t* buffer, int size) {
        return static_cast<RtmpInput*>(self)->read(buffer, size);
    }

    Result<RtmpAddress> address_;
    Interrupt* interrupt_ = nullptr;
    Socket listener_;
    Socket camera_;
    std::optional<RtmpSession> session_;
    std::vector<std::uint8_t> flv_; ///< not yet read
    std::size_t flvRead_ = 0;
    AVIOContext* io_ = nullptr; ///< freed in close()
    FormatHandle format_;
};

Result<void> RtmpInput::listen() {
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (getaddrinfo(address_->host.c_str(), std::to_string(address_->port).c_str(), &hints, &found) != 0)
        return fail(ErrorCode::CameraAddressInvalid, "host");
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(found, freeaddrinfo);
    Socket socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int on = 1;
    setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(socket.fd(), found->ai_addr, found->ai_addrlen) != 0 || ::listen(socket.fd(), 4) != 0) {
        const int error = errno;
        if (error == EADDRINUSE)
            return fail(ErrorCode::PortInUse, "port " + std::to_string(address_->port));
        return fail(ErrorCode::CameraAddressInvalid, std::strerror(error));
    }
    listener_.reset(socket.release());
    return {};
}

/// Reads what is there and answers it. Bytes read, 0 at the end, -1 on an error.
int RtmpInput::pump() {
    std::array<std::uint8_t, 16384> buffer;
    const ssize_t got = recv(camera_.fd(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got <= 0)
        return got < 0 && (errno == EAGAIN || errno == EINTR) ? 1 : static_cast<int>(got);
    session_->receive({buffer.data(), static_cast<std::size_t>(got)});
    const std::vector<std::uint8_t> answers = session_->takeAnswers();
    // Some hundred bytes into an empty buffer; a camera that does not read them is broken.
    if (!answers.empty() && send(camera_.fd(), answers.data(), answers.size(), MSG_NOSIGNAL | MSG_DONTWAIT) !=
                                static_cast<ssize_t>(answers.size()))
        return -1;
    const std::vector<std::uint8_t> flv = session_->takeFlv();
    flv_.insert(flv_.end(), flv.begin(), flv.end());
    return static_cast<int>(got);
}

Result<void> RtmpInput::awaitPublisher(Interrupt& interrupt) {
    interrupt.clearDeadline();
    while (!listener_.readableWithin(pollMs)) {
        if (interrupt.stopped())
            return fail(ErrorCode::CameraLost, "stopped");
    }
    camera_.reset(accept4(listener_.fd(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!camera_)
        return fail(ErrorCode::CameraLost, std::strerror(errno));
    const int on = 1;
    setsockopt(camera_.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    session_.emplace(address_->path);
    flv_.clear();
    flvRead_ = 0;
    interrupt.setDeadline(publishWithin);
    while (session_->state() != RtmpSession::State::Publishing) {
        if (session_->state() == RtmpSession::State::Refused)
            return fail(ErrorCode::NotAuthorised, "a camera came with another path");
        if (interrupt.due() || session_->over())
            return fail(ErrorCode::BadFormat, "a connection that was no RTMP camera");
        if (camera_.readableWithin(pollMs) && pump() <= 0)
            return fail(ErrorCode::BadFormat, "a connection that was no RTMP camera");
    }
    return {};
}

Result<AVFormatContext*> RtmpInput::open(Interrupt& interrupt) {
    if (!address_)
        return address_.error();
    interrupt_ = &interrupt;
    if (!listener_) {
        if (const Result<void> listening = listen(); !listening)
            return listening.error();
    }
    if (const Result<void> here = awaitPublisher(interrupt); !here) {
        close();
        return here.error();
    }
    interrupt.setDeadline(firstPacketWithin);
    constexpr int bufferSize = 32768;
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
    io_ = avio_alloc_context(buffer, bufferSize, 0, this, readStatic, nullptr, nullptr);
    AVFormatContext* format = avformat_alloc_context();
    if (!io_ || !format)
        return fail(ErrorCode::Internal, "no memory");
    format->pb = io_;
    format->interrupt_callback = interrupt.callback();
    format->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_NOBUFFER;
    const int opened = avformat_open_input(&format, "", av_find_input_format("flv"), nullptr);
    if (opened < 0)
        return fail(ErrorCode::BadFormat, avErrorText(opened));
    format_.reset(format);
    return format;
}

/// What there is, at once; waits for the camera only when there is nothing.
int RtmpInput::read(std::uint8_t* buffer, int size) {
    while (flvRead_ == flv_.size()) {
        flv_.clear();
        flvRead_ = 0;
        if (interrupt_->stopped())
            return AVERROR_EXIT;
        if (interrupt_->late())
            return AVERROR(ETIMEDOUT);
        if (session_->over())
            return AVERROR_EOF;
        if (!camera_.readableWithin(pollMs))
            continue;
        const int got = pump();
        if (got <= 0 && flv_.empty())
            return got == 0 ? AVERROR_EOF : AVERROR(ECONNRESET);
    }
    const std::size_t count = std::min(static_cast<std::size_t>(size), flv_.size() - flvRead_);
    std::memcpy(buffer, flv_.data() + flvRead_, count);
    flvRead_ += count;
    return static_cast<int>(count);
}

void RtmpInput::close() {
    format_.reset();
    if (io_) {
        av_freep(&io_->buffer);
        avio_context_free(&io_);
    }
    session_.reset();
    camera_.reset();
}

} // namespace

std::unique_ptr<CameraInput> makeRtmpInput(const std::string& address) {
    return std::make_unique<RtmpInput>(address);
}

} // namespace vitrina::engine::obs
