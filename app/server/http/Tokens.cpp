// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace vitrina::server {

namespace {

constexpr std::size_t viewerLength = 32;
constexpr std::size_t signatureLength = 64;

} // namespace

struct Tokens::Signer {
    explicit Signer(const std::string& key) {
        EVP_MAC* kind = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        context = EVP_MAC_CTX_new(kind);
        EVP_MAC_free(kind);
        char digest[] = "SHA256";
        const OSSL_PARAM how[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                  OSSL_PARAM_construct_end()};
        if (!context ||
            EVP_MAC_init(context, reinterpret_cast<const unsigned char*>(key.data()), key.size(), how) != 1)
            std::abort(); // An OpenSSL without HMAC: nobody could be told from anybody.
    }
    ~Signer() { EVP_MAC_CTX_free(context); }
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;

    EVP_MAC_CTX* context = nullptr;
};

Tokens::Tokens(const std::string& key) : signer_(std::make_unique<Signer>(key)) {}

Tokens::~Tokens() = default;

void Tokens::alsoTake(const std::string& key) {
    others_.push_back(std::make_unique<Signer>(key));
}

std::string Tokens::sign(const Signer& signer, std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    std::size_t length = 0;
    EVP_MAC_CTX* context = signer.context;
    const auto* input = reinterpret_cast<const unsigned char*>(text.data());
    // Begun anew with the same key.
    if (EVP_MAC_init(context, nullptr, 0, nullptr) != 1 || EVP_MAC_update(context, input, text.size()) != 1 ||
        EVP_MAC_final(context, bytes.data(), &length, bytes.size()) != 1)
        std::abort(); // Not for want of memory or a wrong key: those are had already.
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * length);
    for (std::size_t i = 0; i < length; ++i) {
        hex += digits[bytes[i] >> 4];
        hex += digits[bytes[i] & 15];
    }
    return hex;
}

std::string Tokens::issue(const ViewerId& viewer, std::int64_t nowMs) const {
    const std::string text = viewer.value + "." + std::to_string((nowMs + validMs) / 1'000);
    return text + "." + sign(*signer_, text);
}

Result<ViewerId> Tokens::check(std::string_view token, std::int64_t nowMs) const {
    const std::size_t dot = token.rfind('.');
    if (dot == std::string_view::npos || token.size() - dot - 1 != signatureLength ||
        dot < viewerLength + 2 || dot > 64)
        return fail(ErrorCode::NotAuthorised);
    const std::string_view text = token.substr(0, dot);
    const auto isOf = [&](const std::unique_ptr<Signer>& signer) {
        return CRYPTO_memcmp(sign(*signer, text).data(), token.data() + dot + 1, signatureLength) == 0;
    };
    if (!isOf(signer_) && std::ranges::none_of(others_, isOf))
        return fail(ErrorCode::NotAuthorised);
    std::int64_t until = 0;
    std::from_chars(text.data() + viewerLength + 1, text.data() + text.size(), until);
    if (until <= nowMs / 1'000)
        return fail(ErrorCode::NotAuthorised, "expired");
    return ViewerId{std::string(text.substr(0, viewerLength))};
}

} // namespace vitrina::server
