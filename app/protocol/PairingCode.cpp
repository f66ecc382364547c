// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/PairingCode.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace vitrina::protocol {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t checkBytes = 2;
constexpr std::size_t hostMost = 253;

/// CRC-16 with the polynomial of CCITT, over all that is said.
std::string checkOf(const std::string& said) {
    std::uint16_t crc = 0xffff;
    for (const char byte : said) {
        crc = static_cast<std::uint16_t>(crc ^ (static_cast<unsigned char>(byte) << 8));
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<std::uint16_t>((crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1);
    }
    return {static_cast<char>(crc >> 8), static_cast<char>(crc & 0xff)};
}

std::string saidBy(const PairingCode& code) {
    return code.host + ":" + std::to_string(code.port) + "\n" + code.pin + code.secret;
}

std::string toBase32(const std::string& bytes) {
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[(held >> (bits - 5)) & 31];
    }
    if (bits > 0)
        text += alphabet[(held << (5 - bits)) & 31];
    return text;
}

/// The digit's value, −1 for what is none.
int valueOf(char letter) {
    if (letter >= 'a' && letter <= 'z')
        letter = static_cast<char>(letter - 'a' + 'A');
    letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
    const std::size_t at = alphabet.find(letter);
    return at == std::string_view::npos ? -1 : int(at);
}

/// Empty when a letter is none of ours.
std::string fromBase32(std::string_view text) {
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char letter : text) {
        if (letter == '-' || letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r')
            continue;
        const int value = valueOf(letter);
        if (value < 0)
            return {};
        held = (held << 5) | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((held >> bits) & 0xff);
        }
    }
    return bytes;
}

bool isHostLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' ||
           letter == '-' || letter == ':' || letter == '[' || letter == ']';
}

} // namespace

std::string encodePairingCode(const PairingCode& code) {
    const std::string letters = toBase32(code.pin + code.secret + checkOf(saidBy(code)));
    std::string text = code.host + ":" + std::to_string(code.port);
    for (std::size_t at = 0; at < letters.size(); at += 4)
        text += (at == 0 ? " " : "-") + letters.substr(at, 4);
    return text;
}

Result<PairingCode> decodePairingCode(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    const std::size_t end = text.find_first_of(" \t\r\n", begin == std::string::npos ? 0 : begin);
    if (begin == std::string::npos || end == std::string::npos)
        return fail(ErrorCode::BadFormat, "a pairing code is an address and seven groups of letters");
    std::string address = text.substr(begin, end - begin);
    std::transform(address.begin(), address.end(), address.begin(), [](unsigned char letter) {
        return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    });
    const std::size_t colon = address.rfind(':');
    PairingCode code;
    code.host = address.substr(0, colon);
    const bool named = colon != std::string::npos && !code.host.empty() && code.host.size() <= hostMost &&
                       std::all_of(code.host.begin(), code.host.end(), isHostLetter);
    if (named)
        std::from_chars(address.data() + colon + 1, address.data() + address.size(), code.port);
    if (!named || code.port < 1 || code.port > 65'535)
        return fail(ErrorCode::BadFormat, "the address before the letters is not whole");
    const std::string bytes = fromBase32(std::string_view(text).substr(end));
    if (bytes.size() != PairingCode::pinBytes + PairingCode::secretBytes + checkBytes)
        return fail(ErrorCode::BadFormat, "a group of letters is missing or too many");
    code.pin = bytes.substr(0, PairingCode::pinBytes);
    code.secret = bytes.substr(PairingCode::pinBytes, PairingCode::secretBytes);
    if (bytes.substr(PairingCode::pinBytes + PairingCode::secretBytes) != checkOf(saidBy(code)))
        return fail(ErrorCode::BadFormat, "a letter of the code or its address is wrong");
    return code;
}

std::string toHex(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

Result<std::string> fromHex(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value, 16);
        if (error != std::errc() || end != text.data() + at + 2)
            return fail(ErrorCode::BadFormat, "not hexadecimal");
        bytes += static_cast<char>(value);
    }
    if (bytes.size() * 2 != text.size())
        return fail(ErrorCode::BadFormat, "half a byte");
    return bytes;
}

} // namespace vitrina::protocol
