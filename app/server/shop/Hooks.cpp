// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/Hooks.hpp"

#include "server/OwnFile.hpp"

#include <algorithm>
#include <array>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <sys/stat.h>

namespace vitrina::server {

bool Hooks::isSigned(std::string_view body, std::string_view signature) const {
    constexpr std::size_t length = 32; // of SHA-256
    const auto said = protocol::fromBase64(signature.substr(0, 64));
    std::array<unsigned char, EVP_MAX_MD_SIZE> own{};
    unsigned int made = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(body.data());
    if (!open() || !HMAC(EVP_sha256(), secret_.data(), static_cast<int>(secret_.size()), bytes, body.size(),
                         own.data(), &made))
        return false;
    return said && made == length && said->size() == length &&
           CRYPTO_memcmp(own.data(), said->data(), length) == 0;
}

void Hooks::noteTaken(std::int64_t wallMs) {
    state_ = {ErrorCode::None, {}, state_.done + 1, wallMs};
}

void Hooks::noteRefused(const Error& error, std::int64_t wallMs) {
    state_ = {error.code, error.detail, state_.done, wallMs};
}

Result<std::string> readHookSecret(const std::string& path) {
    struct stat about {};
    if (stat(path.c_str(), &about) != 0)
        return fail(ErrorCode::FileUnreadable, path);
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::NotAuthorised, path + ": others can read it (chmod 600)");
    std::string secret = readOwnFile(path);
    constexpr const char* blanks = " \t\r\n";
    secret.erase(0, std::min(secret.find_first_not_of(blanks), secret.size()));
    secret.erase(secret.find_last_not_of(blanks) + 1);
    if (secret.empty())
        return fail(ErrorCode::BadFormat, path + ": no secret in it");
    return secret;
}

} // namespace vitrina::server
