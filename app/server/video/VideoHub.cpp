// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/video/VideoHub.hpp"

#include <netinet/tcp.h>
#include <vector>

#include <sys/socket.h>
#include <time.h>

namespace vitrina::server {

namespace {

/// What the kernel may hold for one viewer: beyond it the relay's own bounds are what counts.
constexpr int kernelBytes = 96 << 10;

std::uint64_t wallUs() {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 +
           static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
}

} // namespace

VideoHub::VideoHub(const Limits& limits, const Clock& clock)
    : limits_(limits), clock_(clock), relay_(limits.videoQueueBytes, limits.videoQueueMs) {}

bool VideoHub::push(std::string_view piece) {
    const auto header =
        protocol::VideoHeader::decode({reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size()});
    if (!header)
        return false;
    VideoPiece framed{*header, nullptr};
    framed.header.sendUs = wallUs();
    const auto head = framed.header.encode();
    framed.frame =
        ws::makeFrame(ws::Opcode::Binary, {reinterpret_cast<const char*>(head.data()), head.size()},
                      piece.substr(head.size()));
    relay_.push(std::move(framed));
    // A send may end a connection and so take it out of the map: walk over a copy.
    std::vector<std::pair<VideoRelay::Viewer, ws::PageSocket::Pointer>> all;
    all.reserve(pages_.size());
    for (const auto& [viewer, page] : pages_)
        all.emplace_back(viewer, page.socket);
    for (const auto& [viewer, socket] : all)
        pump(viewer, socket);
    return true;
}

void VideoHub::pump(VideoRelay::Viewer viewer, const ws::PageSocket::Pointer& socket) {
    while (socket->drained()) {
        const ws::SharedFrame frame = relay_.take(viewer);
        if (!frame || !socket->send(frame))
            return;
    }
}

void VideoHub::adopt(wire::Channel channel, Doorkeeper::Slot slot, std::string early) {
    boost::system::error_code ignored;
    channel.socket().set_option(boost::asio::socket_base::send_buffer_size(kernelBytes), ignored);
    const VideoRelay::Viewer viewer = relay_.join();
    const auto shared = std::make_shared<ws::PageSocket>(std::move(channel), limits_.pageMessageBytes);
    pages_.emplace(viewer, Page{shared, std::move(slot)});
    const std::weak_ptr<ws::PageSocket> weak = shared;
    shared->start({{},
                   [this, viewer, weak] {
                       if (const auto own = weak.lock())
                           pump(viewer, own);
                   },
                   [this, viewer] {
                       relay_.leave(viewer);
                       pages_.erase(viewer);
                   }},
                  std::move(early));
    pump(viewer, shared);
}

void VideoHub::closeAll() {
    std::vector<ws::PageSocket::Pointer> all;
    for (const auto& [viewer, page] : pages_)
        all.push_back(page.socket);
    for (const auto& socket : all)
        socket->close(ws::closeGoingAway);
}

void VideoHub::tick(std::int64_t nowMs) {
    std::vector<ws::PageSocket::Pointer> all;
    for (const auto& [viewer, page] : pages_)
        all.push_back(page.socket);
    for (const auto& socket : all)
        socket->tick(nowMs, limits_.pingMs, limits_.silentMs);
}

} // namespace vitrina::server
