// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/video/VideoRelay.hpp"

namespace vitrina::server {

namespace {

/// A sender that makes no key frames must not fill the memory of a server that waits for one.
constexpr std::size_t groupMost = 600;

} // namespace

void VideoRelay::add(Queue& queue, const VideoPiece& piece) {
    queue.pieces.push_back(piece);
    queue.bytes += piece.frame->size();
}

void VideoRelay::begin(Queue& queue) {
    queue.pieces.clear();
    queue.bytes = 0;
    queue.awaitsKey = group_.empty();
    if (init_.frame)
        add(queue, init_);
    for (const VideoPiece& piece : group_)
        add(queue, piece);
}

void VideoRelay::push(VideoPiece piece) {
    if (piece.header.kind == protocol::VideoHeader::Kind::Init) {
        init_ = piece;
        group_.clear(); // It was made for the segment before.
        for (auto& [viewer, queue] : viewers_) {
            if (queue.bytes + piece.frame->size() > queueBytes_) {
                queue.pieces.clear();
                queue.bytes = 0;
            }
            add(queue, piece);
            queue.awaitsKey = true;
        }
        return;
    }
    if (!init_.frame)
        return; // Nobody could play it.
    if (piece.header.key)
        group_.clear();
    if (piece.header.key || !group_.empty())
        group_.push_back(piece);
    if (group_.size() > groupMost)
        group_.clear();
    for (auto& [viewer, queue] : viewers_)
        offer(queue, piece);
}

bool VideoRelay::lags(const Queue& queue, const VideoPiece& piece) const {
    if (queue.pieces.empty())
        return false;
    if (queue.bytes + piece.frame->size() > queueBytes_)
        return true;
    for (const VideoPiece& oldest : queue.pieces) {
        if (oldest.header.kind != protocol::VideoHeader::Kind::Media)
            continue;
        // Another epoch is another time line; there the bytes alone count.
        return oldest.header.epoch == piece.header.epoch && piece.header.mediaUs > oldest.header.mediaUs &&
               static_cast<std::int64_t>(piece.header.mediaUs - oldest.header.mediaUs) > queueUs_;
    }
    return false;
}

void VideoRelay::offer(Queue& queue, const VideoPiece& piece) {
    if (queue.awaitsKey) {
        if (!piece.header.key)
            return;
        queue.awaitsKey = false;
    } else if (lags(queue, piece)) {
        ++skips_;
        queue.pieces.clear();
        queue.bytes = 0;
        queue.awaitsKey = !piece.header.key;
        add(queue, init_);
        if (queue.awaitsKey)
            return;
    }
    add(queue, piece);
}

VideoRelay::Viewer VideoRelay::join() {
    begin(viewers_[++last_]);
    return last_;
}

ws::SharedFrame VideoRelay::take(Viewer viewer) {
    const auto at = viewers_.find(viewer);
    if (at == viewers_.end() || at->second.pieces.empty())
        return nullptr;
    Queue& queue = at->second;
    ws::SharedFrame frame = std::move(queue.pieces.front().frame);
    queue.pieces.pop_front();
    queue.bytes -= frame->size();
    return frame;
}

std::size_t VideoRelay::queuedBytes(Viewer viewer) const {
    const auto at = viewers_.find(viewer);
    return at == viewers_.end() ? 0 : at->second.bytes;
}

} // namespace vitrina::server
