// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ws/FrameParser.hpp"
#include "wire/Channel.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>

namespace vitrina::server::ws {

/// A page's socket after the upgrade. Frames go out by a direct send() (each page's own encryption of the
/// same bytes, with TLS); what the kernel does not take waits here. Pings and close are handled here. Io
/// thread only; lives as long as its reads and writes do.
class PageSocket : public std::enable_shared_from_this<PageSocket> {
  public:
    using Pointer = std::shared_ptr<PageSocket>;

    /// Set before start(). `onClosed` comes exactly once, and nothing after it.
    struct Events {
        std::function<void(std::string_view)> onText;
        std::function<void()> onDrained; ///< all that was given is with the kernel again
        std::function<void()> onClosed;
    };

    PageSocket(wire::Channel channel, std::size_t maxMessage);
    ~PageSocket();

    /// `early`: bytes that came with the upgrade request.
    void start(Events events, std::string early);
    /// False when the socket is closed or closing.
    bool send(const SharedFrame& frame);
    std::size_t queuedBytes() const { return queuedBytes_; }
    bool drained() const { return queue_.empty(); }
    /// Sends a close frame after what is queued and ends when the page answers or the deadline is over.
    void close(std::uint16_t code, std::string_view reason = {});
    void abort(); ///< at once
    /// Called once a second: pings, and ends a socket that is silent or takes nothing.
    void tick(std::int64_t nowMs, std::int64_t pingMs, std::int64_t silentMs);

  private:
    void read();
    void received(std::string_view bytes);
    bool handle(Message& message);
    bool flush();
    void awaitWrite();

    wire::Channel channel_;
    FrameParser parser_;
    Events events_;
    std::deque<SharedFrame> queue_;
    std::size_t offset_ = 0; ///< bytes of the first frame already sent
    std::size_t queuedBytes_ = 0;
    bool writing_ = false;
    bool closing_ = false;
    bool closed_ = false;
    std::int64_t heardMs_ = 0;
    std::int64_t pingedMs_ = 0;
    std::int64_t closingSinceMs_ = 0;
};

} // namespace vitrina::server::ws
