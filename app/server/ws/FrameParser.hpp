// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// RFC 6455 as far as a server needs it: what a page sends is parsed here, what it gets is framed once for
/// all pages.
namespace vitrina::server::ws {

enum class Opcode : std::uint8_t {
    None = 0xff,
    Continuation = 0,
    Text = 1,
    Binary = 2,
    Close = 8,
    Ping = 9,
    Pong = 10
};

struct Message {
    Opcode kind = Opcode::None; ///< Text, Binary, Close, Ping or Pong
    std::string payload;

    bool operator==(const Message&) const = default;
};

/// Close codes of RFC 6455, 7.4.1.
inline constexpr std::uint16_t closeNormal = 1000;
inline constexpr std::uint16_t closeGoingAway = 1001;
inline constexpr std::uint16_t closeProtocol = 1002;
inline constexpr std::uint16_t closeBadText = 1007;
inline constexpr std::uint16_t closePolicy = 1008;
inline constexpr std::uint16_t closeTooLarge = 1009;

/// Takes a client's bytes as they come. Control frames may stand between the parts of a message, as the
/// standard says (5.4). Never holds more than `maxMessage` bytes of a message.
class FrameParser {
  public:
    explicit FrameParser(std::size_t maxMessage) : maxMessage_(maxMessage) {}

    /// Appends what is complete to `out`. 0, or the close code of what is wrong; then the connection is to be
    /// closed and nothing more is to be fed.
    std::uint16_t feed(std::string_view bytes, std::vector<Message>& out);

  private:
    enum class State { Head, Length, Mask, Payload, Failed };

    std::uint16_t step(std::string_view& bytes, std::vector<Message>& out);
    std::uint16_t head();
    std::uint16_t length();
    std::uint16_t finish(std::vector<Message>& out);
    std::uint16_t fails(std::uint16_t code);
    bool isControl() const { return (opcode_ & 8) != 0; }

    std::size_t maxMessage_;
    State state_ = State::Head;
    std::string pending_;    ///< bytes of a head, length or mask not yet whole
    std::size_t wanted_ = 2; ///< how many of them make it whole
    bool final_ = false;
    std::uint8_t opcode_ = 0;
    Opcode message_ = Opcode::None; ///< kind of the message whose parts are coming
    std::uint64_t left_ = 0;        ///< of the payload
    std::uint8_t mask_[4] = {};
    std::size_t maskAt_ = 0;
    std::string control_;
    std::string data_;
};

/// One frame, unmasked as a server sends it. Shared by every socket it goes to.
using SharedFrame = std::shared_ptr<const std::string>;
SharedFrame makeFrame(Opcode opcode, std::string_view payload);
/// The same of two pieces, so that a header can stand before bytes without a copy of both.
SharedFrame makeFrame(Opcode opcode, std::string_view head, std::string_view payload);
SharedFrame makeClose(std::uint16_t code, std::string_view reason = {});

bool isUtf8(std::string_view bytes);
/// Sec-WebSocket-Accept for a Sec-WebSocket-Key (RFC 6455, 4.2.2).
std::string acceptKey(std::string_view key);

} // namespace vitrina::server::ws
