// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstddef>
#include <string>

namespace vitrina::protocol {

/// What a show server elsewhere prints so that a studio can find it and be sure of it. As text:
///
///   shop.example:8444 ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567
///
/// Host and port stand in the clear, as a name is read out more easily than its letters in code; then
/// Crockford's Base32 (no I, L, O, U) of pin, secret and a check sum over all of it.
struct PairingCode {
    static constexpr std::size_t pinBytes = 10;
    static constexpr std::size_t secretBytes = 5;

    std::string host;
    int port = 0;
    std::string pin;    ///< the first 10 bytes of the SHA-256 of the server's public key
    std::string secret; ///< 5 random bytes, good for one pairing

    bool operator==(const PairingCode&) const = default;
};

std::string encodePairingCode(const PairingCode& code);
/// Small letters, other spaces and dashes, O for 0, I and L for 1 are understood. BadFormat: it is not whole
/// or a letter is wrong.
Result<PairingCode> decodePairingCode(const std::string& text);

std::string toHex(const std::string& bytes);
/// BadFormat.
Result<std::string> fromHex(const std::string& text);

} // namespace vitrina::protocol
