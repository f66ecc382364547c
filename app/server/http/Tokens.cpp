// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Tokens.hpp"

#include <array>
#include <charconv>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace vitrina::server {

namespace {

constexpr std::size_t viewerLength = 32;
constexpr std::size_t signatureLength = 64;

} // namespace

std::string Tokens::sign(std::string_view text) const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), bytes.data(), &length);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * length);
    for (unsigned int i = 0; i < length; ++i) {
        hex += digits[bytes[i] >> 4];
        hex += digits[bytes[i] & 15];
    }
    return hex;
}

std::string Tokens::issue(const ViewerId& viewer, std::int64_t nowMs) const {
    const std::string text = viewer.value + "." + std::to_string((nowMs + validMs) / 1'000);
    return text + "." + sign(text);
}

Result<ViewerId> Tokens::check(std::string_view token, std::int64_t nowMs) const {
    const std::size_t dot = token.rfind('.');
    if (dot == std::string_view::npos || token.size() - dot - 1 != signatureLength ||
        dot < viewerLength + 2 || dot > 64)
        return fail(ErrorCode::NotAuthorised);
    const std::string_view text = token.substr(0, dot);
    const std::string signature = sign(text);
    if (CRYPTO_memcmp(signature.data(), token.data() + dot + 1, signatureLength) != 0)
        return fail(ErrorCode::NotAuthorised);
    std::int64_t until = 0;
    std::from_chars(text.data() + viewerLength + 1, text.data() + text.size(), until);
    if (until <= nowMs / 1'000)
        return fail(ErrorCode::NotAuthorised, "expired");
    return ViewerId{std::string(text.substr(0, viewerLength))};
}

} // namespace vitrina::server
