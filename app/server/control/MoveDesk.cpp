// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/MoveDesk.hpp"

#include "base/Overloaded.hpp"

namespace vitrina::server {

namespace {

/// Of one show's ledger: some hundred thousand orders.
constexpr std::size_t mostBytes = 512u << 20;

bool isAddress(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

} // namespace

std::optional<std::string> MoveDesk::secretIn(const protocol::Message& message) {
    using Secret = std::optional<std::string>;
    return std::visit(Overloaded{[](const protocol::MoveOut& out) { return Secret(out.secret); },
                                 [](const protocol::MoveIn& in) { return Secret(in.secret); },
                                 [](const protocol::Moved& moved) { return Secret(moved.secret); },
                                 [](const auto&) {
                                     return Secret();
                                 }},
                      message);
}

void MoveDesk::greet(const Socket& socket, const protocol::Message& message) {
    Move& move = moves_[socket];
    move.busy = true;
    const auto answered = [this, socket](const MoveAnswer& done) {
        answer(socket, done);
    };
    if (const auto* out = std::get_if<protocol::MoveOut>(&message)) {
        move = {out->run, out->epoch, true, {}, true, {}, 0};
        parts_.store.add(LeaveRun{out->run, out->epoch, answered});
    } else if (const auto* in = std::get_if<protocol::MoveIn>(&message)) {
        move = {in->run, in->epoch, false, {}, false, {}, 0};
        socket->send(protocol::MoveState{0, parts_.url()});
    } else if (const auto* moved = std::get_if<protocol::Moved>(&message)) {
        move.run = moved->run;
        if (isAddress(moved->url))
            parts_.store.add(NoteMoved{moved->run, moved->epoch, moved->url, answered});
        else
            socket->refuse(ErrorCode::BadRequest, "no address of a page");
    }
}

bool MoveDesk::received(const Socket& socket, protocol::Message& message) {
    const auto found = moves_.find(socket);
    if (found == moves_.end())
        return false;
    Move& move = found->second;
    auto* part = std::get_if<protocol::MovePart>(&message);
    if (move.busy)
        socket->refuse(ErrorCode::BadRequest, "one thing at a time");
    else if (move.out && std::holds_alternative<protocol::MoveNext>(message))
        next(socket, move);
    else if (!move.out && part)
        take(socket, move, std::move(*part));
    else
        socket->refuse(ErrorCode::BadRequest, "not a part of a move");
    return true;
}

void MoveDesk::next(const Socket& socket, Move& move) {
    move.busy = true;
    parts_.store.add(ExportRun{move.run, move.at, [this, socket](const MoveAnswer& done) {
                                   const auto held = moves_.find(socket);
                                   if (held == moves_.end())
                                       return;
                                   held->second.busy = false;
                                   held->second.at = done.next;
                                   if (done.error != ErrorCode::None)
                                       socket->refuse(done.error, done.detail);
                                   else
                                       socket->send(protocol::MovePart{done.part, done.last});
                               }});
}

void MoveDesk::take(const Socket& socket, Move& move, protocol::MovePart part) {
    move.bytes += part.data.size();
    move.parts.push_back(std::move(part.data));
    if (move.bytes > mostBytes) {
        socket->refuse(ErrorCode::TooLarge, "more than a show's ledger holds");
        return;
    }
    if (!part.last) {
        socket->send(protocol::MoveState{0, parts_.url()});
        return;
    }
    move.busy = true;
    parts_.store.add(
        ImportRun{move.run, move.epoch, std::move(move.parts), [this, socket](const MoveAnswer& done) {
                      if (done.error == ErrorCode::None && !done.part.empty())
                          parts_.onTokenKey(done.part);
                      answer(socket, done);
                  }});
}

void MoveDesk::answer(const Socket& socket, const MoveAnswer& done) {
    const auto held = moves_.find(socket);
    if (held == moves_.end())
        return;
    held->second.busy = false;
    if (done.error != ErrorCode::None)
        socket->refuse(done.error, done.detail);
    else
        socket->send(protocol::MoveState{done.rows, parts_.url()});
}

void MoveDesk::closed(const Socket& socket) {
    moves_.erase(socket);
}

} // namespace vitrina::server
