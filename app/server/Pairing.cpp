// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Pairing.hpp"

#include "base/Id.hpp"
#include "protocol/PairingCode.hpp"
#include "server/OwnFile.hpp"

#include <boost/json.hpp>

#include <array>
#include <optional>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

namespace json = boost::json;

std::string hashOf(const std::string& secret) {
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    EVP_Digest(secret.data(), secret.size(), digest.data(), &length, EVP_sha256(), nullptr);
    return protocol::toHex({reinterpret_cast<const char*>(digest.data()), length});
}

struct Waiting {
    std::string hash;
    std::int64_t endsMs = 0;
    std::int64_t tries = 0;
};

std::optional<json::object> readObject(const std::string& path) {
    json::error_code error;
    const json::value value = json::parse(readOwnFile(path), error);
    return error || !value.is_object() ? std::nullopt : std::optional(value.get_object());
}

std::string textIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

std::string waitingPath(const std::string& folder) {
    return folder + "/pairing.json";
}
std::string studioPath(const std::string& folder) {
    return folder + "/studio.json";
}

Result<void> writeWaiting(const std::string& folder, const Waiting& waiting) {
    return writeOwnFile(waitingPath(folder),
                        json::serialize(json::object{
                            {"secret", waiting.hash}, {"ends", waiting.endsMs}, {"tries", waiting.tries}}));
}

} // namespace

bool sameSecret(const std::string& one, const std::string& other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

Result<std::string> Pairing::begin(std::int64_t wallMs) {
    std::string secret(5, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(secret.data()), int(secret.size())) != 1)
        return fail(ErrorCode::Internal, "no random numbers");
    if (const auto written = writeWaiting(folder_, {hashOf(secret), wallMs + validMs, 0}); !written)
        return written.error();
    return secret;
}

Result<std::string> Pairing::pair(const std::string& oneTime, std::int64_t wallMs) {
    const auto object = readObject(waitingPath(folder_));
    if (!object)
        return fail(ErrorCode::NotAuthorised,
                    "no pairing code waits to be used: make a new one on the server");
    Waiting waiting{textIn(*object, "secret"), numberIn(*object, "ends"), numberIn(*object, "tries")};
    // Also when the clock was set back by more than a code lives.
    if (wallMs >= waiting.endsMs || waiting.endsMs - wallMs > validMs) {
        unlink(waitingPath(folder_).c_str());
        return fail(ErrorCode::NotAuthorised, "the pairing code is over: make a new one on the server");
    }
    if (!sameSecret(hashOf(oneTime), waiting.hash)) {
        ++waiting.tries;
        if (waiting.tries >= mostTries || !writeWaiting(folder_, waiting))
            unlink(waitingPath(folder_).c_str());
        return fail(ErrorCode::NotAuthorised, "another pairing code");
    }
    if (unlink(waitingPath(folder_).c_str()) != 0)
        return fail(ErrorCode::FileUnwritable, waitingPath(folder_)); // It would be good twice.
    std::string secret = randomHex128() + randomHex128();
    const auto kept =
        writeOwnFile(studioPath(folder_), json::serialize(json::object{{"secret", hashOf(secret)}}));
    if (!kept)
        return kept.error();
    return secret;
}

bool Pairing::knows(const std::string& secret) const {
    const auto object = readObject(studioPath(folder_));
    const std::string hash = object ? textIn(*object, "secret") : std::string();
    return !hash.empty() && sameSecret(hash, hashOf(secret));
}

bool Pairing::paired() const {
    return readObject(studioPath(folder_)).has_value();
}

} // namespace vitrina::server
