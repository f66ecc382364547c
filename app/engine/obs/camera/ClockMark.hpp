// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace vitrina::engine::obs {

/// A view of pixels: step 4 for RGBA, BGRX and the like, step 1 for a luma plane. Rows top down.
template <class Byte>
struct PixelView {
    Byte* data = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0; ///< bytes from row to row
    int step = 4;   ///< bytes from pixel to pixel
};
using Pixels = PixelView<std::uint8_t>;
using ConstPixels = PixelView<const std::uint8_t>;

/// Where the marked picture lies in the pixels that are read, in pixels.
struct PictureRect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// The wall clock burnt into a picture so that a machine can read it back after scaling and encoding;
/// clock.md has the layout. Pure: used by the test camera, by senders in tests and by whatever reads the
/// mark.
class ClockMark {
  public:
    static constexpr std::int64_t valueMask = (std::int64_t{1} << 40) - 1;

    /// The cells: 40 bits of milliseconds since 1970 and a check sum, grey on grey in every channel.
    static void draw(const Pixels& pixels, std::int64_t wallMs);
    /// HH:MM:SS.mmm of the local time, for people, below the cells.
    static void drawDigits(const Pixels& pixels, std::int64_t wallMs);
    /// The low 40 bits, or nothing when the cells can't be told apart or don't add up.
    static std::optional<std::int64_t> read(const ConstPixels& pixels, const PictureRect& picture);
    static std::optional<std::int64_t> read(const ConstPixels& pixels);
    /// The whole time nearest to `nearWallMs` that ends in these 40 bits.
    static std::int64_t resolve(std::int64_t value, std::int64_t nearWallMs);
};

} // namespace vitrina::engine::obs
