// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/VideoHeader.hpp"
#include "server/ws/FrameParser.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <vector>

namespace vitrina::server {

/// One piece of web video as every viewer gets it: framed once, shared.
struct VideoPiece {
    protocol::VideoHeader header;
    ws::SharedFrame frame;
};

/// Who is to get which piece of video next. Pure: no sockets, no clock; time is the pieces' media time.
///
/// A viewer begins with the newest init segment and all since the last key frame. One who lags more than the
/// bounds loses what is queued for him and goes on at the next key frame, with the init segment again.
class VideoRelay {
  public:
    using Viewer = std::uint64_t;

    VideoRelay(std::size_t queueBytes, std::int64_t queueMs)
        : queueBytes_(queueBytes), queueUs_(queueMs * 1'000) {}

    void push(VideoPiece piece);
    Viewer join();
    void leave(Viewer viewer) { viewers_.erase(viewer); }
    /// The next piece for this viewer, taken out of his queue; null when there is none now.
    ws::SharedFrame take(Viewer viewer);

    std::size_t viewers() const { return viewers_.size(); }
    std::size_t queuedBytes(Viewer viewer) const;
    std::uint64_t skips() const { return skips_; } ///< how often a viewer was set to the next key frame
    bool hasInit() const { return init_.frame != nullptr; }

  private:
    struct Queue {
        std::deque<VideoPiece> pieces;
        std::size_t bytes = 0;
        bool awaitsKey = false;
    };

    void add(Queue& queue, const VideoPiece& piece);
    void offer(Queue& queue, const VideoPiece& piece);
    void begin(Queue& queue);
    bool lags(const Queue& queue, const VideoPiece& piece) const;

    std::size_t queueBytes_;
    std::int64_t queueUs_;
    VideoPiece init_;
    std::deque<VideoPiece> group_; ///< since the last key frame, that one first
    std::map<Viewer, Queue> viewers_;
    Viewer last_ = 0;
    std::uint64_t skips_ = 0;
};

} // namespace vitrina::server
