// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "protocol/Frame.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::link {

/// One connection to a Unix socket that carries frames. Lives on its io_context's thread; calls back there.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    struct Listener {
        std::function<void()> onOpen;
        std::function<void(protocol::Frame)> onFrame;
        std::function<void(Error)> onClosed; ///< once, also when it never opened; not after close()
    };

    Connection(boost::asio::io_context& io, Listener listener)
        : socket_(io), listener_(std::move(listener)) {}

    void open(const std::string& path);
    void send(std::vector<std::string> frames);
    void close();

  private:
    void read();
    void write();
    void fail(Error error);
    void takeFrames();

    boost::asio::local::stream_protocol::socket socket_;
    Listener listener_;
    protocol::FrameParser parser_;
    std::array<char, 64 * 1024> chunk_{};
    std::deque<std::string> outgoing_; ///< the first one is being written
    bool writing_ = false;
    bool closed_ = false;
};

} // namespace vitrina::link
