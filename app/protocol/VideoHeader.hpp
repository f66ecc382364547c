// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace vitrina::protocol {

/// The 32 bytes before each piece of web video; page.md has the table. Little endian on the wire.
struct VideoHeader {
    enum class Kind : std::uint8_t { None = 0, Init = 1, Media = 2 };

    Kind kind = Kind::None;
    bool key = false;
    std::uint16_t epoch = 0;
    std::uint32_t seq = 0;
    std::uint64_t sendUs = 0;
    std::uint64_t captureUs = 0;
    std::uint64_t mediaUs = 0;

    static constexpr std::size_t size = 32;

    bool operator==(const VideoHeader&) const = default;
    std::array<std::uint8_t, size> encode() const;
    /// Nothing when the bytes are too few or the kind is unknown.
    static std::optional<VideoHeader> decode(std::span<const std::uint8_t> bytes);
};

} // namespace vitrina::protocol
