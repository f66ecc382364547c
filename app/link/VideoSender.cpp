// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/VideoSender.hpp"

#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"
#include "wire/Session.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>

#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace vitrina::link {
namespace {

constexpr auto retryAfter = std::chrono::milliseconds(200);

int connectToSocket(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return -1;
    std::memcpy(address.sun_path, path.c_str(), path.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    return fd;
}

/// The kernel would hold seconds of video before our own queue is asked.
constexpr int kernelBytes = 256 << 10;

/// Begun, not yet made: the first write waits for it.
int connectToHost(const ServerAddress& to) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (::getaddrinfo(to.host.c_str(), std::to_string(to.port).c_str(), &wanted, &found) != 0)
        return -1;
    const int fd = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int one = 1;
    const bool begun = fd >= 0 && ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) == 0 &&
                       ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &kernelBytes, sizeof kernelBytes) == 0 &&
                       (::connect(fd, found->ai_addr, found->ai_addrlen) == 0 || errno == EINPROGRESS);
    ::freeaddrinfo(found);
    if (fd >= 0 && !begun)
        ::close(fd);
    return begun ? fd : -1;
}

} // namespace

/// The socket of one attempt, with TLS to a server elsewhere. The sender's thread only.
class VideoSender::Line {
  public:
    explicit Line(const ServerAddress& to)
        : socket_(to.remote() ? connectToHost(to) : connectToSocket(to.socket)) {
        if (socket_ < 0 || !to.remote())
            return;
        if (const auto context = wire::linkClientContext())
            tls_ = wire::Session::connect(context, socket_, to.host, to.pin);
        unusable_ = !tls_;
    }
    ~Line() {
        tls_.reset();
        if (socket_ >= 0)
            ::close(socket_);
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool usable() const { return socket_ >= 0 && !unusable_; }
    ssize_t read(char* into, std::size_t most) {
        return tls_ ? tls_->read(into, most) : ::recv(socket_, into, most, MSG_DONTWAIT);
    }
    ssize_t write(std::string_view bytes) {
        return tls_ ? tls_->write(bytes.data(), bytes.size())
                    : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    /// What a write that was not possible waits for.
    pollfd awaited() const {
        return {socket_, static_cast<short>(tls_ && tls_->writeAwaitsReading() ? POLLIN : POLLOUT), 0};
    }

  private:
    int socket_;
    std::unique_ptr<wire::Session> tls_;
    bool unusable_ = false;
};

VideoSender::VideoSender() : wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), thread_([this] { loop(); }) {}

VideoSender::~VideoSender() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        ++generation_;
    }
    interrupt();
    thread_.join();
    ::close(wake_);
}

void VideoSender::interrupt() {
    woken_.notify_all();
    const std::uint64_t one = 1;
    if (::write(wake_, &one, sizeof one) < 0 && errno != EAGAIN)
        std::abort(); // an eventfd of our own can't fail otherwise
}

void VideoSender::connectTo(ServerAddress address) {
    {
        const std::lock_guard lock(mutex_);
        address_ = std::move(address);
        ++generation_;
    }
    interrupt();
}

void VideoSender::disconnect() {
    {
        const std::lock_guard lock(mutex_);
        address_.reset();
        ++generation_;
    }
    interrupt();
}

void VideoSender::push(VideoPiece piece) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push(std::move(piece));
    }
    woken_.notify_all();
}

std::uint64_t VideoSender::dropped() const {
    const std::lock_guard lock(mutex_);
    return queue_.dropped();
}

bool VideoSender::current(std::uint64_t generation) const {
    const std::lock_guard lock(mutex_);
    return generation == generation_;
}

void VideoSender::loop() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (!address_) {
            woken_.wait(lock, [this] { return stopping_ || address_; });
            continue;
        }
        const ServerAddress address = *address_;
        const std::string hello = protocol::encodeMessage(protocol::Video{address.secret});
        const std::uint64_t generation = generation_;
        lock.unlock();
        if (Line line(address); line.usable()) {
            if (write(line, protocol::encodeFrame(protocol::FrameKind::Json, hello), generation)) {
                {
                    const std::lock_guard restarting(mutex_);
                    queue_.restart();
                }
                serve(line, generation);
            }
        }
        lock.lock();
        woken_.wait_for(lock, retryAfter, [&] { return stopping_ || generation != generation_; });
    }
}

/// Sends what comes until the connection or its generation ends.
void VideoSender::serve(Line& line, std::uint64_t generation) {
    while (true) {
        std::optional<VideoPiece> piece;
        {
            std::unique_lock lock(mutex_);
            // Wakes at times without a piece, to notice that the server has gone.
            woken_.wait_for(lock, std::chrono::milliseconds(500),
                            [&] { return generation != generation_ || !queue_.empty(); });
            if (generation != generation_)
                return;
            piece = queue_.pop();
        }
        if (!piece) {
            char byte = 0;
            const ssize_t got = line.read(&byte, 1);
            if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
                return;
            continue;
        }
        const auto header = piece->header.encode();
        std::string head =
            protocol::frameHead(protocol::FrameKind::Video, header.size() + piece->bytes->size());
        head.append(reinterpret_cast<const char*>(header.data()), header.size());
        const std::string_view body(reinterpret_cast<const char*>(piece->bytes->data()),
                                    piece->bytes->size());
        if (!write(line, head, generation) || !write(line, body, generation))
            return;
    }
}

bool VideoSender::write(Line& line, std::string_view bytes, std::uint64_t generation) {
    while (!bytes.empty()) {
        const ssize_t sent = line.write(bytes);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        std::array<pollfd, 2> waiting{{line.awaited(), {wake_, POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), -1);
        std::uint64_t count = 0;
        if ((waiting[1].revents & POLLIN) != 0 && ::read(wake_, &count, sizeof count) < 0)
            continue;
        if (!current(generation))
            return false;
    }
    return current(generation);
}

} // namespace vitrina::link
