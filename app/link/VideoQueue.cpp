// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/VideoQueue.hpp"

#include <algorithm>

namespace vitrina::link {

using Kind = protocol::VideoHeader::Kind;

void VideoQueue::push(VideoPiece piece) {
    if (piece.header.kind == Kind::Init) {
        // The encoder began anew: pieces of the old epoch still go out, those of the new one start with a key
        // frame.
        init_ = std::move(piece);
        initSent_ = false;
        needsKey_ = true;
        return;
    }
    if (piece.header.kind != Kind::Media)
        return;
    if (tooMuchWith(piece))
        dropWaiting();
    if (!init_ || init_->header.epoch != piece.header.epoch || (needsKey_ && !piece.header.key)) {
        ++dropped_;
        return;
    }
    needsKey_ = false;
    if (!initSent_) {
        enqueue(*init_);
        initSent_ = true;
    }
    enqueue(std::move(piece));
}

bool VideoQueue::tooMuchWith(const VideoPiece& piece) const {
    const auto oldest = std::find_if(waiting_.begin(), waiting_.end(),
                                     [](const VideoPiece& one) { return one.header.kind == Kind::Media; });
    if (oldest == waiting_.end())
        return false;
    const bool sameLine =
        oldest->header.epoch == piece.header.epoch && piece.header.mediaUs > oldest->header.mediaUs;
    return (sameLine && piece.header.mediaUs - oldest->header.mediaUs > maxMediaUs) ||
           bytes_ + piece.bytes->size() > maxBytes;
}

void VideoQueue::enqueue(VideoPiece piece) {
    bytes_ += piece.bytes->size();
    waiting_.push_back(std::move(piece));
}

void VideoQueue::dropWaiting() {
    for (const VideoPiece& piece : waiting_) {
        if (piece.header.kind == Kind::Media)
            ++dropped_;
        else
            initSent_ = false;
    }
    waiting_.clear();
    bytes_ = 0;
    needsKey_ = true;
}

std::optional<VideoPiece> VideoQueue::pop() {
    if (waiting_.empty())
        return std::nullopt;
    VideoPiece piece = std::move(waiting_.front());
    waiting_.pop_front();
    bytes_ -= piece.bytes->size();
    return piece;
}

void VideoQueue::restart() {
    dropWaiting();
    initSent_ = false;
}

} // namespace vitrina::link
