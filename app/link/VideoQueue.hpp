// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/VideoHeader.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace vitrina::link {

/// A piece of web video on its way to the server. The bytes are shared with whoever made them and never
/// copied here.
struct VideoPiece {
    protocol::VideoHeader header;
    std::shared_ptr<const std::vector<std::uint8_t>> bytes;
};

/// What waits for the video socket: at most 2 s of media time and 16 MiB. More than that means that the
/// server does not keep up: the queue is emptied and begins again at the next key frame (design rule 14). An
/// init segment is never lost: the newest one goes ahead of the first piece of its epoch. Not thread-safe.
class VideoQueue {
  public:
    static constexpr std::uint64_t maxMediaUs = 2'000'000;
    static constexpr std::size_t maxBytes = 16u << 20;

    void push(VideoPiece piece);
    std::optional<VideoPiece> pop();
    /// A new connection: the server needs the init segment again, and a key frame to begin with.
    void restart();

    bool empty() const { return waiting_.empty(); }
    std::size_t bytes() const { return bytes_; }
    std::uint64_t dropped() const { return dropped_; } ///< media pieces, since the beginning

  private:
    void enqueue(VideoPiece piece);
    void dropWaiting();
    bool tooMuchWith(const VideoPiece& piece) const;

    std::deque<VideoPiece> waiting_;
    std::optional<VideoPiece> init_;
    bool initSent_ = false; ///< the newest init is in the queue or has left it
    bool needsKey_ = true;
    std::size_t bytes_ = 0;
    std::uint64_t dropped_ = 0;
};

} // namespace vitrina::link
