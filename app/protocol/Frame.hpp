// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The link's framing (link.md): length, kind, payload.
namespace vitrina::protocol {

/// Of what follows the length: the kind and the payload.
inline constexpr std::size_t maxFrameBytes = 8u << 20;
inline constexpr std::size_t frameHeadBytes = 5;

enum class FrameKind : char { None = 0, Json = 'J', Video = 'V' };

struct Frame {
    FrameKind kind = FrameKind::None;
    std::string payload;

    bool operator==(const Frame&) const = default;
};

/// The five bytes before a payload of that size, for those who write the payload from where it lies.
std::string frameHead(FrameKind kind, std::size_t payloadBytes);
std::string encodeFrame(FrameKind kind, std::string_view payload);

/// Takes bytes as they come and gives frames. Holds at most one frame and what was fed since the last next():
/// call next() until it gives nothing after each feed(). An error is final; the connection is to be closed.
class FrameParser {
  public:
    explicit FrameParser(std::size_t maxBytes = maxFrameBytes) : maxBytes_(maxBytes) {}

    void feed(std::string_view bytes);
    /// For frames whose head has not been read yet: a stranger is allowed less than one who is known.
    void allow(std::size_t maxBytes) { maxBytes_ = maxBytes; }
    /// TooLarge: longer than allowed; BadFormat: no kind, or an unknown one. Known from the head, before the
    /// payload is here.
    Result<std::optional<Frame>> next();

  private:
    std::size_t maxBytes_;
    std::string buffer_;
    std::size_t read_ = 0; ///< bytes of buffer_ already given out
    std::optional<Error> failed_;
};

} // namespace vitrina::protocol
