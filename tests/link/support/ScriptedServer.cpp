// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.hpp"

#include "base/Clock.hpp"

#include <array>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace vitrina::tests {
namespace {

bool readable(int fd, int timeoutMs) {
    pollfd waiting{fd, POLLIN, 0};
    return ::poll(&waiting, 1, timeoutMs) == 1;
}

} // namespace

ScriptedPeer::ScriptedPeer(ScriptedPeer&& other) noexcept {
    *this = std::move(other);
}

ScriptedPeer& ScriptedPeer::operator=(ScriptedPeer&& other) noexcept {
    close();
    fd_ = std::exchange(other.fd_, -1);
    parser_ = std::move(other.parser_);
    clockAheadMs = other.clockAheadMs;
    return *this;
}

std::int64_t ScriptedPeer::nowMs() {
    return SystemClock().now().monoMs;
}

std::optional<protocol::Frame> ScriptedPeer::frame(int timeoutMs) {
    while (fd_ >= 0) {
        auto frame = parser_.next();
        if (!frame)
            return std::nullopt;
        if (*frame)
            return std::move(**frame);
        std::array<char, 65536> chunk{};
        const ssize_t got = readable(fd_, timeoutMs) ? ::read(fd_, chunk.data(), chunk.size()) : -1;
        if (got <= 0)
            return std::nullopt;
        parser_.feed({chunk.data(), static_cast<std::size_t>(got)});
    }
    return std::nullopt;
}

std::optional<protocol::Message> ScriptedPeer::message(int timeoutMs) {
    const auto one = frame(timeoutMs);
    if (!one || one->kind != protocol::FrameKind::Json)
        return std::nullopt;
    auto message = protocol::decodeMessage(one->payload);
    return message ? std::optional(std::move(*message)) : std::nullopt;
}

void ScriptedPeer::send(const protocol::Message& message) {
    for (const std::string& frame : protocol::encodeFrames(message))
        sendBytes(frame);
}

void ScriptedPeer::sendBytes(const std::string& bytes) {
    (void)!::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

bool ScriptedPeer::closedByOther() {
    std::array<char, 65536> chunk{};
    while (readable(fd_, 5000)) {
        if (::read(fd_, chunk.data(), chunk.size()) <= 0)
            return true;
    }
    return false;
}

void ScriptedPeer::close() {
    if (fd_ >= 0)
        ::close(std::exchange(fd_, -1));
}

ScriptedServer::ScriptedServer(std::string folder, std::string secret) : folder_(std::move(folder)) {
    const std::string path = folder_ + "/control.sock";
    ::unlink(path.c_str());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    fd_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(fd_, 8) != 0)
        std::abort();
    lock_ = {::getpid(), path, std::move(secret), 1234, "http://127.0.0.1:1234/", {}, {}, 1};
    const std::string draft = folder_ + "/lock.new";
    std::ofstream(draft) << protocol::encodeServerLock(lock_);
    ::chmod(draft.c_str(), 0600);
    std::rename(draft.c_str(), (folder_ + "/" + protocol::serverLockName).c_str());
}

ScriptedServer::~ScriptedServer() {
    ::close(fd_);
    ::unlink(lock_.socket.c_str());
}

ScriptedPeer ScriptedServer::accept(int timeoutMs) {
    return ScriptedPeer(readable(fd_, timeoutMs) ? ::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC) : -1);
}

ScriptedPeer ScriptedServer::welcome(std::uint64_t have, std::int64_t clockAheadMs) {
    while (true) {
        ScriptedPeer peer = accept();
        if (!peer.open())
            return peer;
        const auto first = peer.message();
        if (!first || !std::get_if<protocol::Hello>(&*first))
            continue;
        peer.clockAheadMs = clockAheadMs;
        peer.send(protocol::Welcome{protocol::linkVersion, have, lock_.url,
                                    SystemClock().now().wallMs + clockAheadMs});
        return peer;
    }
}

} // namespace vitrina::tests
