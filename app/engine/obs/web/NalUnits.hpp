// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vitrina::engine::obs {

using Bytes = std::vector<std::uint8_t>;
using ByteSpan = std::span<const std::uint8_t>;

enum class NalType : std::uint8_t {
    None = 0,
    Slice = 1,
    Idr = 5,
    Sei = 6,
    Sps = 7,
    Pps = 8,
    AccessUnitDelimiter = 9
};

/// Of a NAL unit that is not empty.
inline NalType nalType(ByteSpan nal) {
    return static_cast<NalType>(nal[0] & 0x1F);
}

/// The NAL units of an Annex-B stream, without start codes and trailing zeros. Views into `stream`; what
/// stands before the first start code is ignored, empty units are left out.
std::vector<ByteSpan> splitAnnexB(ByteSpan stream);

/// What the boxes need of a sequence parameter set.
struct SpsInfo {
    std::uint8_t profile = 0;
    std::uint8_t compatibility = 0;
    std::uint8_t level = 0;
    std::uint32_t chromaFormat = 1;
    std::uint32_t bitDepthLuma = 8;
    std::uint32_t bitDepthChroma = 8;
    std::uint32_t width = 0;
    std::uint32_t height = 0;

    bool operator==(const SpsInfo&) const = default;
};

/// Nothing when the unit is cut short or asks for a size no H.264 level allows.
std::optional<SpsInfo> parseSps(ByteSpan nal);

} // namespace vitrina::engine::obs
