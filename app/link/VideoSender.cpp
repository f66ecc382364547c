// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/VideoSender.hpp"

#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace vitrina::link {
namespace {

constexpr auto retryAfter = std::chrono::milliseconds(200);

int connectTo(const std::string& path) {
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

} // namespace

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

void VideoSender::connectTo(std::string socketPath, std::string secret) {
    {
        const std::lock_guard lock(mutex_);
        path_ = std::move(socketPath);
        secret_ = std::move(secret);
        ++generation_;
    }
    interrupt();
}

void VideoSender::disconnect() {
    connectTo({}, {});
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
        if (path_.empty()) {
            woken_.wait(lock, [this] { return stopping_ || !path_.empty(); });
            continue;
        }
        const std::string path = path_;
        const std::string hello = protocol::encodeMessage(protocol::Video{secret_});
        const std::uint64_t generation = generation_;
        lock.unlock();
        if (const int socket = vitrina::link::connectTo(path); socket >= 0) {
            if (write(socket, protocol::encodeFrame(protocol::FrameKind::Json, hello), generation)) {
                {
                    const std::lock_guard restarting(mutex_);
                    queue_.restart();
                }
                serve(socket, generation);
            }
            ::close(socket);
        }
        lock.lock();
        woken_.wait_for(lock, retryAfter, [&] { return stopping_ || generation != generation_; });
    }
}

/// Sends what comes until the connection or its generation ends.
void VideoSender::serve(int socket, std::uint64_t generation) {
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
            const ssize_t got = ::recv(socket, &byte, 1, MSG_DONTWAIT);
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
        if (!write(socket, head, generation) || !write(socket, body, generation))
            return;
    }
}

bool VideoSender::write(int socket, std::string_view bytes, std::uint64_t generation) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
            continue;
        }
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        std::array<pollfd, 2> waiting{{{socket, POLLOUT, 0}, {wake_, POLLIN, 0}}};
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
