// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/Messages.hpp"
#include "server/control/StudioSocket.hpp"
#include "server/store/Store.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::server {

/// Shows that leave for another server or arrive from one (link.md), each on a connection of its own. What
/// arrives is held in memory until it is whole, as buyers' data are in it. Io thread only.
class MoveDesk {
  public:
    using Socket = StudioSocket::Pointer;
    struct Parts {
        Store& store;
        std::function<std::string()> url;                   ///< of our pages
        std::function<void(const std::string&)> onTokenKey; ///< viewers with tokens signed with it have come
    };

    explicit MoveDesk(Parts parts) : parts_(std::move(parts)) {}

    /// The secret that such a first message says; nothing: it is none.
    static std::optional<std::string> secretIn(const protocol::Message& message);
    void greet(const Socket& socket, const protocol::Message& message);
    /// False: the connection is not for a move.
    bool received(const Socket& socket, protocol::Message& message);
    void closed(const Socket& socket);
    /// A studio that moves, or has moved, a show is there.
    bool attended() const { return !moves_.empty(); }

  private:
    struct Move {
        RunId run;
        std::uint64_t epoch = 0;
        bool out = false;
        ExportAt at;
        bool busy = false; ///< the store is at it
        std::vector<std::string> parts;
        std::size_t bytes = 0;
    };

    void next(const Socket& socket, Move& move);
    void take(const Socket& socket, Move& move, protocol::MovePart part);
    void answer(const Socket& socket, const MoveAnswer& answer);

    Parts parts_;
    std::map<Socket, Move> moves_;
};

} // namespace vitrina::server
