// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::server {

/// One connection of the studio, control or video. Io thread only.
class StudioSocket : public std::enable_shared_from_this<StudioSocket> {
  public:
    using Pointer = std::shared_ptr<StudioSocket>;
    struct Events {
        std::function<void(const Pointer&, protocol::Message)> onMessage;
        std::function<void(std::string_view)> onVideo;
        std::function<void(const Pointer&)> onClosed; ///< exactly once
    };

    StudioSocket(boost::asio::local::stream_protocol::socket socket, Events events)
        : socket_(std::move(socket)), events_(std::move(events)) {}

    void start();
    void send(const protocol::Message& message);
    /// Says why, then closes when it is written.
    void refuse(ErrorCode error, std::string detail);
    void close();
    std::int64_t heardMs() const { return heardMs_; }

    bool known = false; ///< the secret was right
    bool video = false; ///< carries video, not control

  private:
    void read();
    bool take();
    void write();

    boost::asio::local::stream_protocol::socket socket_;
    Events events_;
    protocol::FrameParser parser_;
    std::array<char, 65'536> buffer_{};
    std::deque<std::string> out_;
    bool writing_ = false;
    bool closing_ = false;
    bool closed_ = false;
    std::int64_t heardMs_ = 0;
};

} // namespace vitrina::server
