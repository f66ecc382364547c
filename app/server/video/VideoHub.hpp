// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/Options.hpp"
#include "server/http/Doorkeeper.hpp"
#include "server/video/VideoRelay.hpp"
#include "server/ws/PageSocket.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vitrina::server {

/// The viewers' video sockets around a VideoRelay. Io thread only.
class VideoHub {
  public:
    VideoHub(const Limits& limits, const Clock& clock);

    /// A piece as the studio sent it, header and bytes. False when it is none.
    bool push(std::string_view piece);
    void adopt(wire::Channel channel, Doorkeeper::Slot slot, std::string early);
    void closeAll();
    void tick(std::int64_t nowMs);
    std::size_t viewers() const { return relay_.viewers(); }

  private:
    struct Page {
        ws::PageSocket::Pointer socket;
        Doorkeeper::Slot slot;
    };

    void pump(VideoRelay::Viewer viewer, const ws::PageSocket::Pointer& socket);

    const Limits& limits_;
    const Clock& clock_;
    VideoRelay relay_;
    std::map<VideoRelay::Viewer, Page> pages_;
};

} // namespace vitrina::server
