// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/ClockMark.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace vitrina::engine::obs {
namespace {

constexpr int columns = 24;
constexpr int rows = 2;
constexpr int cells = columns * rows;
// In parts of the picture. High enough to be clear of a card, low enough for a label above.
constexpr double left = 0.02;
constexpr double top = 0.20;
constexpr double cellWidth = 0.04;
constexpr double cellHeight = 0.06;
constexpr double digitsTop = 0.35;

constexpr std::uint8_t dark = 24;
constexpr std::uint8_t light = 230;

/// CRC-8, polynomial x^8+x^2+x+1; started so that no flat picture is a valid mark.
std::uint8_t checkSum(std::int64_t value) {
    unsigned crc = 0xA5;
    for (int shift = 32; shift >= 0; shift -= 8) {
        crc ^= static_cast<unsigned>(value >> shift & 0xFF);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 0x80 ? (crc << 1 ^ 0x07) & 0xFF : crc << 1;
    }
    return static_cast<std::uint8_t>(crc);
}

void fill(const Pixels& pixels, int x0, int y0, int x1, int y1, std::uint8_t grey) {
    x0 = std::clamp(x0, 0, pixels.width);
    x1 = std::clamp(x1, 0, pixels.width);
    y0 = std::clamp(y0, 0, pixels.height);
    y1 = std::clamp(y1, 0, pixels.height);
    for (int y = y0; y < y1; ++y) {
        std::uint8_t* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
        std::fill(row + x0 * pixels.step, row + x1 * pixels.step, grey);
    }
}

int at(double part, int length) {
    return static_cast<int>(std::lround(part * length));
}

/// Digits, colon and full stop, five columns of seven rows; bit 4 is the left column.
constexpr std::array<std::array<std::uint8_t, 7>, 12> glyphs = {{
    {0x0E, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0E},
    {0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E},
    {0x0E, 0x11, 0x01, 0x06, 0x08, 0x10, 0x1F},
    {0x1F, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0E},
    {0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02},
    {0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E},
    {0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E},
    {0x1F, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08},
    {0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E},
    {0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C},
    {0x00, 0x0C, 0x0C, 0x00, 0x0C, 0x0C, 0x00},
    {0x00, 0x00, 0x00, 0x00, 0x00, 0x0C, 0x0C},
}};

std::size_t glyphOf(char c) {
    return c == ':' ? 10 : c == '.' ? 11 : static_cast<std::size_t>(c - '0');
}

/// Mean of the middle of a cell, where neither scaling nor the encoder has mixed in its neighbours.
double cellGrey(const ConstPixels& pixels, const PictureRect& picture, int column, int row) {
    const double x = picture.x + (left + (column + 0.5) * cellWidth) * picture.width;
    const double y = picture.y + (top + (row + 0.5) * cellHeight) * picture.height;
    const int reachX = std::max(0, static_cast<int>(cellWidth * picture.width * 0.22));
    const int reachY = std::max(0, static_cast<int>(cellHeight * picture.height * 0.22));
    double sum = 0;
    int count = 0;
    for (int py = static_cast<int>(y) - reachY; py <= static_cast<int>(y) + reachY; ++py) {
        for (int px = static_cast<int>(x) - reachX; px <= static_cast<int>(x) + reachX; ++px) {
            if (px < 0 || py < 0 || px >= pixels.width || py >= pixels.height)
                continue;
            const std::uint8_t* pixel =
                pixels.data + static_cast<std::ptrdiff_t>(py) * pixels.stride + px * pixels.step;
            sum += pixels.step >= 3 ? (pixel[0] + pixel[1] + pixel[2]) / 3.0 : pixel[0];
            ++count;
        }
    }
    return count == 0 ? 0 : sum / count;
}

} // namespace

void ClockMark::draw(const Pixels& pixels, std::int64_t wallMs) {
    const std::int64_t value = wallMs & valueMask;
    const std::int64_t word = value << 8 | checkSum(value);
    for (int cell = 0; cell < cells; ++cell) {
        const int column = cell % columns;
        const int row = cell / columns;
        const bool set = word >> (cells - 1 - cell) & 1;
        fill(pixels, at(left + column * cellWidth, pixels.width), at(top + row * cellHeight, pixels.height),
             at(left + (column + 1) * cellWidth, pixels.width),
             at(top + (row + 1) * cellHeight, pixels.height), set ? light : dark);
    }
}

void ClockMark::drawDigits(const Pixels& pixels, std::int64_t wallMs) {
    const std::time_t seconds = wallMs / 1000;
    std::tm local = {};
    localtime_r(&seconds, &local);
    char text[32];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d.%03d", local.tm_hour, local.tm_min, local.tm_sec,
                  static_cast<int>(wallMs % 1000));
    const int dot = std::max(1, static_cast<int>(pixels.width * 0.5 / (12 * 6)));
    int x = at(left, pixels.width);
    const int y = at(digitsTop, pixels.height);
    fill(pixels, x, y, x + (12 * 6 + 1) * dot, y + 9 * dot, dark);
    for (const char* c = text; *c; ++c, x += 6 * dot) {
        for (int row = 0; row < 7; ++row) {
            for (int column = 0; column < 5; ++column) {
                if (glyphs[glyphOf(*c)][static_cast<std::size_t>(row)] >> (4 - column) & 1)
                    fill(pixels, x + (column + 1) * dot, y + (row + 1) * dot, x + (column + 2) * dot,
                         y + (row + 2) * dot, light);
            }
        }
    }
}

std::optional<std::int64_t> ClockMark::read(const ConstPixels& pixels, const PictureRect& picture) {
    std::array<double, cells> grey = {};
    for (int cell = 0; cell < cells; ++cell)
        grey[static_cast<std::size_t>(cell)] = cellGrey(pixels, picture, cell % columns, cell / columns);
    const auto [low, high] = std::minmax_element(grey.begin(), grey.end());
    constexpr double leastContrast = 60;
    if (*high - *low < leastContrast)
        return std::nullopt;
    const double middle = (*high + *low) / 2;
    std::int64_t word = 0;
    for (double value : grey)
        word = word << 1 | (value > middle ? 1 : 0);
    const std::int64_t value = word >> 8 & valueMask;
    if (checkSum(value) != static_cast<std::uint8_t>(word & 0xFF))
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> ClockMark::read(const ConstPixels& pixels) {
    return read(pixels, {0, 0, static_cast<double>(pixels.width), static_cast<double>(pixels.height)});
}

std::int64_t ClockMark::resolve(std::int64_t value, std::int64_t nearWallMs) {
    constexpr std::int64_t period = valueMask + 1;
    std::int64_t whole = (nearWallMs & ~valueMask) | value;
    if (whole - nearWallMs > period / 2)
        whole -= period;
    else if (nearWallMs - whole > period / 2)
        whole += period;
    return whole;
}

} // namespace vitrina::engine::obs
