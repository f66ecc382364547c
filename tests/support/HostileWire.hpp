// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>

namespace vitrina::tests {

/// One direction of a wire that carries frames and, told to, loses, doubles and reorders them.
class HostileWire {
  public:
    void put(const protocol::Message& message) {
        for (std::string& frame : protocol::encodeFrames(message))
            frames_.push_back(std::move(frame));
    }
    bool empty() const { return frames_.empty(); }
    void lose(std::size_t index) {
        if (!frames_.empty())
            frames_.erase(place(index));
    }
    void twice(std::size_t index) {
        if (!frames_.empty())
            frames_.push_back(*place(index));
    }
    void toFront(std::size_t index) {
        if (frames_.empty())
            return;
        std::string frame = *place(index);
        frames_.erase(place(index));
        frames_.push_front(std::move(frame));
    }
    void cut() { frames_.clear(); }
    /// The next message, through the real framing and decoding.
    protocol::Message take() {
        protocol::FrameParser parser;
        parser.feed(frames_.front());
        frames_.pop_front();
        auto frame = parser.next();
        if (!frame || !*frame)
            throw std::runtime_error("a frame did not come back");
        auto message = protocol::decodeMessage((*frame)->payload);
        if (!message)
            throw std::runtime_error("a message did not come back: " + message.error().detail);
        return std::move(*message);
    }

  private:
    std::deque<std::string>::iterator place(std::size_t index) {
        return frames_.begin() + static_cast<std::ptrdiff_t>(index % frames_.size());
    }

    std::deque<std::string> frames_;
};

} // namespace vitrina::tests
