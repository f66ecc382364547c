// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"
#include "server/http/Doorkeeper.hpp"
#include "wire/Channel.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::server {

/// One connection of the studio, control or video: by the Unix socket, or by TLS from elsewhere. Io thread
/// only.
class StudioSocket : public std::enable_shared_from_this<StudioSocket> {
  public:
    using Pointer = std::shared_ptr<StudioSocket>;
    struct Events {
        std::function<void(const Pointer&, protocol::Message)> onMessage;
        std::function<void(std::string_view)> onVideo;
        std::function<void(const Pointer&)> onClosed; ///< exactly once
    };

    /// `slot`: the place at the door of one that comes from elsewhere.
    StudioSocket(wire::Channel channel, Doorkeeper::Slot slot, Events events)
        : channel_(std::move(channel)), slot_(std::move(slot)), events_(std::move(events)),
          parser_(strangerBytes) {}

    void start();
    void send(const protocol::Message& message);
    /// Says why, then closes when it is written.
    void refuse(ErrorCode error, std::string detail);
    void close();
    std::int64_t heardMs() const { return heardMs_; }
    std::int64_t sinceMs() const { return sinceMs_; }
    bool remote() const { return channel_.secure(); }
    bool known() const { return known_; } ///< the secret was right
    void setKnown();

    bool video = false; ///< carries video, not control

  private:
    /// Of a frame, before the secret has been said.
    static constexpr std::size_t strangerBytes = 16u << 10;

    void read();
    bool heard(std::string_view bytes);
    bool take();
    void write();
    void closeSoon();

    wire::Channel channel_;
    Doorkeeper::Slot slot_;
    Events events_;
    protocol::FrameParser parser_;
    std::deque<std::string> out_;
    std::size_t outAt_ = 0; ///< bytes of the first frame already sent
    bool known_ = false;
    bool writing_ = false; ///< waits for the peer to take more
    bool closing_ = false;
    bool closed_ = false;
    std::int64_t heardMs_ = 0;
    std::int64_t sinceMs_ = 0;
};

} // namespace vitrina::server
