// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"
#include "protocol/ServerLock.hpp"

#include <optional>
#include <string>

/// The server's end of a link, played by a test line by line.
namespace vitrina::tests {

/// One accepted connection; every wait has a deadline of 5 s.
class ScriptedPeer {
  public:
    explicit ScriptedPeer(int fd = -1) : fd_(fd) {}
    ~ScriptedPeer() { close(); }
    ScriptedPeer(ScriptedPeer&& other) noexcept;
    ScriptedPeer& operator=(ScriptedPeer&& other) noexcept;

    bool open() const { return fd_ >= 0; }
    /// The next frame, or nothing when the other end has closed or nothing came in time.
    std::optional<protocol::Frame> frame(int timeoutMs = 5000);
    std::optional<protocol::Message> message(int timeoutMs = 5000);
    /// The next message of that kind; pings on the way are answered, the rest is passed over.
    template <class T>
    std::optional<T> next(int timeoutMs = 5000) {
        const std::int64_t deadline = nowMs() + timeoutMs;
        while (nowMs() < deadline) {
            auto one = message(static_cast<int>(deadline - nowMs()));
            if (!one)
                return std::nullopt;
            if (auto* found = std::get_if<T>(&*one))
                return *found;
            if (const auto* ping = std::get_if<protocol::Ping>(&*one))
                send(protocol::Pong{ping->wallMs + clockAheadMs, ping->wallMs});
        }
        return std::nullopt;
    }
    void send(const protocol::Message& message);
    void sendBytes(const std::string& bytes);
    /// True when the other end closes within 5 s.
    bool closedByOther();
    void close();

    std::int64_t clockAheadMs = 0;

  private:
    static std::int64_t nowMs();

    int fd_ = -1;
    protocol::FrameParser parser_;
};

class ScriptedServer {
  public:
    /// Listens in `folder` and writes its server.lock.
    explicit ScriptedServer(std::string folder, std::string secret = "s3cret");
    ~ScriptedServer();
    ScriptedPeer accept(int timeoutMs = 5000);
    /// The next control connection (video ones are let go), the studio's hello, and the welcome to it.
    ScriptedPeer welcome(std::uint64_t have = 0, std::int64_t clockAheadMs = 0);
    const protocol::ServerLock& lock() const { return lock_; }

  private:
    std::string folder_;
    protocol::ServerLock lock_;
    int fd_ = -1;
};

} // namespace vitrina::tests
