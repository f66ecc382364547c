// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Frame.hpp"

namespace vitrina::protocol {

std::string frameHead(FrameKind kind, std::size_t payloadBytes) {
    const auto length = static_cast<std::uint32_t>(payloadBytes + 1);
    std::string head(frameHeadBytes, '\0');
    for (unsigned i = 0; i < 4; ++i)
        head[i] = static_cast<char>((length >> (8 * i)) & 0xFFU);
    head[4] = static_cast<char>(kind);
    return head;
}

std::string encodeFrame(FrameKind kind, std::string_view payload) {
    std::string frame = frameHead(kind, payload.size());
    frame += payload;
    return frame;
}

void FrameParser::feed(std::string_view bytes) {
    if (failed_)
        return;
    if (read_ > 0) {
        buffer_.erase(0, read_);
        read_ = 0;
    }
    buffer_ += bytes;
}

Result<std::optional<Frame>> FrameParser::next() {
    if (failed_)
        return *failed_;
    const std::string_view rest = std::string_view(buffer_).substr(read_);
    if (rest.size() < frameHeadBytes)
        return std::optional<Frame>();
    std::size_t length = 0;
    for (unsigned i = 0; i < 4; ++i)
        length |= static_cast<std::size_t>(static_cast<unsigned char>(rest[i])) << (8 * i);
    const auto kind = static_cast<FrameKind>(rest[4]);
    if (length > maxBytes_)
        failed_ = fail(ErrorCode::TooLarge, "a frame of " + std::to_string(length) + " bytes");
    else if (length == 0 || (kind != FrameKind::Json && kind != FrameKind::Video))
        failed_ = fail(ErrorCode::BadFormat, "a frame without a known kind");
    if (failed_) {
        buffer_.clear();
        read_ = 0;
        return *failed_;
    }
    if (rest.size() < 4 + length)
        return std::optional<Frame>();
    Frame frame{kind, std::string(rest.substr(frameHeadBytes, length - 1))};
    read_ += 4 + length;
    return std::optional<Frame>(std::move(frame));
}

} // namespace vitrina::protocol
