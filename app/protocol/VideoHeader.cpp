// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/VideoHeader.hpp"

namespace vitrina::protocol {

namespace {

template <class Number>
void put(std::uint8_t* at, Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        at[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

template <class Number>
Number take(const std::uint8_t* at) {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value = static_cast<Number>(value | static_cast<Number>(at[i]) << (8 * i));
    return value;
}

} // namespace

std::array<std::uint8_t, VideoHeader::size> VideoHeader::encode() const {
    std::array<std::uint8_t, size> bytes{};
    bytes[0] = static_cast<std::uint8_t>(kind);
    bytes[1] = key ? 1 : 0;
    put(bytes.data() + 2, epoch);
    put(bytes.data() + 4, seq);
    put(bytes.data() + 8, sendUs);
    put(bytes.data() + 16, captureUs);
    put(bytes.data() + 24, mediaUs);
    return bytes;
}

std::optional<VideoHeader> VideoHeader::decode(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < size || (bytes[0] != 1 && bytes[0] != 2))
        return std::nullopt;
    VideoHeader header;
    header.kind = static_cast<Kind>(bytes[0]);
    header.key = (bytes[1] & 1) != 0;
    header.epoch = take<std::uint16_t>(bytes.data() + 2);
    header.seq = take<std::uint32_t>(bytes.data() + 4);
    header.sendUs = take<std::uint64_t>(bytes.data() + 8);
    header.captureUs = take<std::uint64_t>(bytes.data() + 16);
    header.mediaUs = take<std::uint64_t>(bytes.data() + 24);
    return header;
}

} // namespace vitrina::protocol
