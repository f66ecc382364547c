// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/FrameParser.hpp"

#include <algorithm>
#include <array>

#include <openssl/evp.h>

namespace vitrina::server::ws {

namespace {

/// Codes an endpoint may send (7.4): not the reserved ones.
bool validCloseCode(unsigned code) {
    return (code >= 1000 && code <= 1011 && code != 1004 && code != 1005 && code != 1006) ||
           (code >= 3000 && code <= 4999);
}

} // namespace

std::uint16_t FrameParser::fails(std::uint16_t code) {
    state_ = State::Failed;
    return code;
}

std::uint16_t FrameParser::feed(std::string_view bytes, std::vector<Message>& out) {
    if (state_ == State::Failed)
        return closeProtocol;
    // A frame without payload is complete with its mask, so one more step may be due with no bytes left.
    while (!bytes.empty() || (state_ == State::Payload && left_ == 0)) {
        if (const std::uint16_t code = step(bytes, out); code != 0)
            return fails(code);
    }
    return 0;
}

std::uint16_t FrameParser::step(std::string_view& bytes, std::vector<Message>& out) {
    if (state_ == State::Payload) {
        const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size()));
        std::string& to = isControl() ? control_ : data_;
        for (std::size_t i = 0; i < count; ++i)
            to += static_cast<char>(static_cast<std::uint8_t>(bytes[i]) ^ mask_[maskAt_++ & 3]);
        bytes.remove_prefix(count);
        left_ -= count;
        return left_ == 0 ? finish(out) : 0;
    }
    const std::size_t count = std::min(wanted_ - pending_.size(), bytes.size());
    pending_.append(bytes.substr(0, count));
    bytes.remove_prefix(count);
    if (pending_.size() < wanted_)
        return 0;
    if (state_ == State::Head)
        return head();
    if (state_ == State::Length)
        return length();
    std::copy_n(pending_.begin(), 4, reinterpret_cast<char*>(mask_));
    pending_.clear();
    maskAt_ = 0;
    state_ = State::Payload;
    return 0;
}

std::uint16_t FrameParser::head() {
    const auto first = static_cast<std::uint8_t>(pending_[0]);
    const auto second = static_cast<std::uint8_t>(pending_[1]);
    pending_.clear();
    final_ = (first & 0x80) != 0;
    opcode_ = first & 0x0f;
    const std::uint8_t size = second & 0x7f;
    if ((first & 0x70) != 0 || (second & 0x80) == 0)
        return closeProtocol; // no extension was agreed; a client must mask (5.1)
    if (isControl()) {
        if (!final_ || size > 125 || opcode_ > 10)
            return closeProtocol;
    } else if (opcode_ > 2 || (opcode_ == 0) != (message_ != Opcode::None)) {
        return closeProtocol; // a part without a beginning, or a beginning within a message
    }
    if (!isControl() && opcode_ != 0)
        message_ = static_cast<Opcode>(opcode_);
    left_ = size;
    state_ = size >= 126 ? State::Length : State::Mask;
    wanted_ = size == 126 ? 2 : size == 127 ? 8 : 4;
    return left_ < 126 && !isControl() && data_.size() + left_ > maxMessage_ ? closeTooLarge : 0;
}

std::uint16_t FrameParser::length() {
    left_ = 0;
    for (const char byte : pending_)
        left_ = left_ << 8 | static_cast<std::uint8_t>(byte);
    const bool shortest = pending_.size() == 2 ? left_ >= 126 : left_ > 0xffff;
    pending_.clear();
    wanted_ = 4;
    state_ = State::Mask;
    if (!shortest)
        return closeProtocol;
    return left_ > maxMessage_ || data_.size() + left_ > maxMessage_ ? closeTooLarge : 0;
}

std::uint16_t FrameParser::finish(std::vector<Message>& out) {
    state_ = State::Head;
    wanted_ = 2;
    if (isControl()) {
        const auto kind = static_cast<Opcode>(opcode_);
        if (kind == Opcode::Close && !control_.empty()) {
            const unsigned code = control_.size() < 2
                                      ? 0u
                                      : static_cast<unsigned>(static_cast<std::uint8_t>(control_[0])) << 8 |
                                            static_cast<std::uint8_t>(control_[1]);
            if (!validCloseCode(code))
                return closeProtocol;
            if (!isUtf8(std::string_view(control_).substr(2)))
                return closeBadText;
        }
        out.push_back({kind, std::move(control_)});
        control_.clear();
        return 0;
    }
    if (!final_)
        return 0;
    if (message_ == Opcode::Text && !isUtf8(data_))
        return closeBadText;
    out.push_back({message_, std::move(data_)});
    data_.clear();
    message_ = Opcode::None;
    return 0;
}

SharedFrame makeFrame(Opcode opcode, std::string_view head, std::string_view payload) {
    const std::size_t size = head.size() + payload.size();
    std::string frame;
    frame.reserve(size + 10);
    frame += static_cast<char>(0x80 | static_cast<std::uint8_t>(opcode));
    if (size < 126) {
        frame += static_cast<char>(size);
    } else {
        const int bytes = size <= 0xffff ? 2 : 8;
        frame += static_cast<char>(bytes == 2 ? 126 : 127);
        for (int i = bytes - 1; i >= 0; --i)
            frame += static_cast<char>(static_cast<std::uint64_t>(size) >> (8 * i));
    }
    frame.append(head).append(payload);
    return std::make_shared<const std::string>(std::move(frame));
}

SharedFrame makeFrame(Opcode opcode, std::string_view payload) {
    return makeFrame(opcode, payload, {});
}

SharedFrame makeClose(std::uint16_t code, std::string_view reason) {
    const std::array<char, 2> head{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    return makeFrame(Opcode::Close, std::string_view(head.data(), head.size()), reason.substr(0, 120));
}

bool isUtf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<std::uint8_t>(bytes[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t count = lead >= 0xc2 && lead <= 0xdf   ? 1
                                  : lead >= 0xe0 && lead <= 0xef ? 2
                                  : lead >= 0xf0 && lead <= 0xf4 ? 3
                                                                 : 0;
        if (count == 0 || bytes.size() - at <= count)
            return false;
        // The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
        const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
        const unsigned least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most)
            return false;
        for (std::size_t i = 2; i <= count; ++i) {
            if ((static_cast<std::uint8_t>(bytes[at + i]) & 0xc0) != 0x80)
                return false;
        }
        at += count + 1;
    }
    return true;
}

std::string acceptKey(std::string_view key) {
    const std::string text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha1(), nullptr);
    std::string encoded(4 * ((length + 2) / 3), '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), digest.data(),
                    static_cast<int>(length));
    return encoded;
}

} // namespace vitrina::server::ws
