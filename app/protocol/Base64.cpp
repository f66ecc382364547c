// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Messages.hpp"

#include <array>

namespace vitrina::protocol {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<signed char, 256> makeValues() {
    std::array<signed char, 256> values{};
    for (signed char& value : values)
        value = -1;
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<signed char>(i);
    return values;
}

} // namespace

std::string toBase64(std::string_view bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i + k]))
                                        : 0U;
        };
        const unsigned bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        text += alphabet[bits >> 18];
        text += alphabet[bits >> 12 & 63];
        text += i + 1 < bytes.size() ? alphabet[bits >> 6 & 63] : '=';
        text += i + 2 < bytes.size() ? alphabet[bits & 63] : '=';
    }
    return text;
}

Result<std::string> fromBase64(std::string_view text) {
    static constexpr std::array<signed char, 256> values = makeValues();
    const Error bad = fail(ErrorCode::BadFormat, "not Base64");
    if (text.size() % 4 != 0)
        return bad;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    unsigned bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pad = i + padding >= text.size();
        const int value = pad ? 0 : values[static_cast<unsigned char>(text[i])];
        if (value < 0)
            return bad;
        bits = bits << 6 | static_cast<unsigned>(value);
        if (i % 4 != 3)
            continue;
        bytes += static_cast<char>(bits >> 16 & 0xFF);
        bytes += static_cast<char>(bits >> 8 & 0xFF);
        bytes += static_cast<char>(bits & 0xFF);
        bits = 0;
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace vitrina::protocol
