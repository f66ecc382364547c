// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/ServerAddress.hpp"
#include "link/VideoQueue.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace vitrina::link {

/// The video connection on a thread of its own, so that a slow server holds up neither the encoder nor a
/// fact. All methods may be called from any thread and return at once.
class VideoSender {
  public:
    VideoSender();
    ~VideoSender();
    VideoSender(const VideoSender&) = delete;
    VideoSender& operator=(const VideoSender&) = delete;

    /// The control connection is up: connect there as well, and again whenever it breaks.
    /// The host of one elsewhere is numeric: nothing is looked up here.
    void connectTo(ServerAddress address);
    /// The control connection is lost: wait.
    void disconnect();
    void push(VideoPiece piece);
    std::uint64_t dropped() const;

  private:
    void loop();
    class Line;
    void serve(Line& line, std::uint64_t generation);
    bool write(Line& line, std::string_view bytes, std::uint64_t generation);
    bool current(std::uint64_t generation) const;
    void interrupt();

    mutable std::mutex mutex_;
    std::condition_variable woken_;
    VideoQueue queue_;
    std::optional<ServerAddress> address_; ///< nothing: not connected
    std::uint64_t generation_ = 0;         ///< grows with each connectTo and disconnect
    bool stopping_ = false;
    int wake_ = -1; ///< eventfd that ends a wait for the socket
    std::thread thread_;
};

} // namespace vitrina::link
