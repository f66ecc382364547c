// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Csv.hpp"
#include "base/MendedText.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace vitrina {
namespace {

/// Windows-1257 from 0x80 on; 0 where it has no character.
constexpr std::array<std::uint16_t, 128> baltic{
    0x20AC, 0x0000, 0x201A, 0x0000, 0x201E, 0x2026, 0x2020, 0x2021, 0x0000, 0x2030, 0x0000, 0x2039, 0x0000,
    0x00A8, 0x02C7, 0x00B8, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x0000, 0x2122,
    0x0000, 0x203A, 0x0000, 0x00AF, 0x02DB, 0x0000, 0x00A0, 0x0000, 0x00A2, 0x00A3, 0x00A4, 0x0000, 0x00A6,
    0x00A7, 0x00D8, 0x00A9, 0x0156, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00C6, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00F8, 0x00B9, 0x0157, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00E6, 0x0104,
    0x012E, 0x0100, 0x0106, 0x00C4, 0x00C5, 0x0118, 0x0112, 0x010C, 0x00C9, 0x0179, 0x0116, 0x0122, 0x0136,
    0x012A, 0x013B, 0x0160, 0x0143, 0x0145, 0x00D3, 0x014C, 0x00D5, 0x00D6, 0x00D7, 0x0172, 0x0141, 0x015A,
    0x016A, 0x00DC, 0x017B, 0x017D, 0x00DF, 0x0105, 0x012F, 0x0101, 0x0107, 0x00E4, 0x00E5, 0x0119, 0x0113,
    0x010D, 0x00E9, 0x017A, 0x0117, 0x0123, 0x0137, 0x012B, 0x013C, 0x0161, 0x0144, 0x0146, 0x00F3, 0x014D,
    0x00F5, 0x00F6, 0x00F7, 0x0173, 0x0142, 0x015B, 0x016B, 0x00FC, 0x017C, 0x017E, 0x02D9,
};

/// Windows-1252 from 0x80 to 0x9F; from 0xA0 on it is Latin-1.
constexpr std::array<std::uint16_t, 32> western{
    0x20AC, 0x0000, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x0000, 0x017D, 0x0000, 0x0000, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x0000, 0x017E, 0x0178,
};

void append(std::string& text, char32_t point) {
    const auto byte = [&](char32_t value) {
        text += static_cast<char>(value);
    };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6));
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

/// Length of the UTF-8 sequence that begins with `first`; 0 for none.
std::size_t sequence(unsigned char first) {
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// Length of the character that stands there; 0: none does.
std::size_t characterAt(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = sequence(first);
    if (length == 0 || first == 0 || at + length > text.size())
        return 0;
    std::uint32_t point = length == 1 ? first : first & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80)
            return 0;
        point = point << 6 | (next & 0x3Fu);
    }
    const bool tooLong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    return tooLong || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) ? 0 : length;
}

bool validUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterAt(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

char32_t balticPoint(unsigned char byte) {
    return byte < 0x80 ? byte : baltic[byte - 0x80];
}

char32_t westernPoint(unsigned char byte) {
    return byte < 0x80 || byte >= 0xA0 ? byte : western[byte - 0x80];
}

std::optional<std::string> fromBytes(std::string_view bytes, char32_t (*pointOf)(unsigned char)) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const char32_t point = pointOf(static_cast<unsigned char>(c));
        if (point == 0)
            return std::nullopt;
        append(text, point);
    }
    return text;
}

std::optional<std::string> fromUtf16(std::string_view bytes, bool bigEndian) {
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return bigEndian ? first << 8 | second : second << 8 | first;
    };
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xD800 && point < 0xDC00) {
            const char32_t low = at + 4 <= bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low >= 0xE000)
                return std::nullopt;
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (point == 0 || (point >= 0xDC00 && point < 0xE000)) {
            return std::nullopt;
        }
        append(text, point);
    }
    return text;
}

} // namespace

Result<DecodedText> decodeText(std::string_view bytes, TextEncoding as) {
    std::optional<std::string> text;
    switch (as) {
    case TextEncoding::None:
        return decodeText(bytes);
    case TextEncoding::Utf8:
        if (bytes.starts_with("\xEF\xBB\xBF"))
            bytes.remove_prefix(3);
        if (validUtf8(bytes))
            text = std::string(bytes);
        break;
    case TextEncoding::Utf16: {
        const bool big = bytes.starts_with("\xFE\xFF");
        text = fromUtf16(bytes.substr(big || bytes.starts_with("\xFF\xFE") ? 2 : 0), big);
        break;
    }
    case TextEncoding::Windows1257:
        text = fromBytes(bytes, balticPoint);
        break;
    case TextEncoding::Windows1252:
        text = fromBytes(bytes, westernPoint);
        break;
    }
    if (!text)
        return fail(ErrorCode::BadText, "not in the encoding that was said");
    return DecodedText{std::move(*text), as};
}

Result<DecodedText> decodeText(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return decodeText(bytes, TextEncoding::Utf16);
    for (const TextEncoding each :
         {TextEncoding::Utf8, TextEncoding::Windows1257, TextEncoding::Windows1252}) {
        if (Result<DecodedText> decoded = decodeText(bytes, each))
            return decoded;
    }
    return fail(ErrorCode::BadText, "neither UTF-8 nor a code page of Windows");
}

std::optional<std::string> mendedUtf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    std::string text;
    text.reserve(bytes.size());
    std::size_t letters = 0; // beyond ASCII
    std::size_t strays = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = characterAt(bytes, at);
        if (bytes[at] == 0)
            return std::nullopt; // no text at all
        letters += length > 1 ? 1 : 0;
        strays += length == 0 ? 1 : 0;
        text += length == 0 ? std::string_view(unreadable) : bytes.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    // In a code page two of its letters that make up one of UTF-8 are rarer than those that don't.
    return strays > 0 && letters > strays ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace vitrina
