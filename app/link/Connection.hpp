// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "link/Lookup.hpp"
#include "link/ServerAddress.hpp"
#include "protocol/Frame.hpp"
#include "wire/Channel.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::link {

/// One connection that carries frames: to a Unix socket, or by TLS to a server elsewhere. Lives on its
/// io_context's thread; calls back there.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    struct Listener {
        std::function<void()> onOpen;
        std::function<void(protocol::Frame)> onFrame;
        std::function<void(Error)> onClosed; ///< once, also when it never opened; not after close()
    };

    Connection(boost::asio::io_context& io, Listener listener)
        : io_(io), listener_(std::move(listener)), patience_(io) {}

    void open(const ServerAddress& address);
    void send(std::vector<std::string> frames);
    void close();
    /// Of a server elsewhere, once it is open: the numeric address that answered.
    const std::string& peer() const { return peer_; }

  private:
    void openSocket(const std::string& path);
    void openNext(std::vector<std::string> addresses, std::size_t next, const ServerAddress& wanted);
    void opened();
    void read();
    void write();
    void fail(Error error);
    void failLater(Error error);
    Error why(const std::string& doing) const;
    void takeFrames();

    boost::asio::io_context& io_;
    Listener listener_;
    std::unique_ptr<Lookup> lookup_;
    boost::asio::steady_timer patience_;   ///< with an address that does not answer
    std::size_t trying_ = 0;               ///< which of them
    std::optional<wire::Channel> channel_; ///< once it tries to connect
    protocol::FrameParser parser_;
    std::string peer_;
    std::deque<std::string> outgoing_;
    std::size_t outgoingAt_ = 0; ///< bytes of the first one already sent
    bool open_ = false;
    bool writing_ = false; ///< waits for the server to take more
    bool closed_ = false;
};

} // namespace vitrina::link
