// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <functional>
#include <string>

namespace vitrina::server {

/// One address at which connections are taken. May be closed and opened again; lives as long as the loop
/// does, whose handlers know it.
class Listener {
  public:
    using Socket = boost::asio::ip::tcp::socket;
    using OnSocket = std::function<void(Socket)>;

    Listener(boost::asio::io_context& io, OnSocket onSocket)
        : acceptor_(io), onSocket_(std::move(onSocket)) {}

    /// Bound, not yet taking. BadRequest: no such address; PortInUse. Port 0: any free one.
    Result<void> open(const std::string& address, int port);
    void start();
    /// Goes on after a while without descriptors: trying again at once would spin.
    void tick();
    void close();
    bool isOpen() const { return acceptor_.is_open(); }
    int port() const;

  private:
    void accept();

    boost::asio::ip::tcp::acceptor acceptor_;
    OnSocket onSocket_;
    std::uint64_t generation_ = 0; ///< of open(): what an earlier one still gives is let go
    bool paused_ = false;
};

} // namespace vitrina::server
