// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BuyerKey.hpp"

#include "base/Id.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrina::server {

namespace {

constexpr std::size_t keyDigits = 64; ///< hex, of 32 bytes
constexpr std::size_t nonceBytes = 12;
constexpr std::size_t tagBytes = 16;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string hmac(std::string_view key, std::string_view text) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(), bytes(out),
              &length))
        std::abort(); // An OpenSSL without SHA-256: nothing could be kept.
    out.resize(length);
    return out;
}

Error unwritable(const std::string& path) {
    return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
}

bool writeAll(int file, std::string_view text) {
    return ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(file) == 0;
}

/// Written beside and then linked: a power cut leaves a whole key or none, and an existing one is never
/// written over. Who holds the data folder's lock is alone here.
Result<void> make(const std::string& path) {
    const std::string beside = path + ".new";
    unlink(beside.c_str());
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return unwritable(beside);
    const bool written = writeAll(file, randomHex128() + randomHex128() + "\n");
    ::close(file);
    const bool linked = written && link(beside.c_str(), path.c_str()) == 0;
    const Error problem = unwritable(path);
    unlink(beside.c_str());
    if (!linked)
        return problem;
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const int place = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (place >= 0) {
        fsync(place); // The name has to be there after a power cut, as rows sealed with it will be.
        ::close(place);
    }
    return {};
}

/// Empty, with errno ENOENT, when there is none.
Result<std::string> readKey(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return errno == ENOENT ? Result<std::string>(std::string())
                               : fail(ErrorCode::FileUnreadable, path + ": " + std::strerror(errno));
    fchmod(file, S_IRUSR | S_IWUSR); // copied back from somewhere with rights for all
    std::array<char, keyDigits + 2> read{};
    const ssize_t got = ::read(file, read.data(), read.size());
    ::close(file);
    std::string key(read.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    if (key.ends_with('\n'))
        key.pop_back();
    if (key.size() != keyDigits || key.find_first_not_of("0123456789abcdef") != std::string::npos)
        return fail(ErrorCode::FileDamaged, path + ": no key");
    return key;
}

} // namespace

/// Keyed once: a key schedule costs more than an order's few bytes. The two keys are derived from the file's,
/// so that neither use tells on the other.
struct BuyerKey::Ciphers {
    explicit Ciphers(std::string_view key) : sealing(EVP_CIPHER_CTX_new()), unsealing(EVP_CIPHER_CTX_new()) {
        const std::string seal = hmac(key, "vitrina buyers seal");
        const std::string mark = hmac(key, "vitrina buyers mark");
        EVP_MAC* kind = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
        marking = EVP_MAC_CTX_new(kind);
        EVP_MAC_free(kind);
        char digest[] = "SHA256";
        const OSSL_PARAM how[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                  OSSL_PARAM_construct_end()};
        if (!sealing || !unsealing || !marking || EVP_MAC_init(marking, bytes(mark), mark.size(), how) != 1 ||
            EVP_EncryptInit_ex(sealing, EVP_aes_256_gcm(), nullptr, bytes(seal), nullptr) != 1 ||
            EVP_DecryptInit_ex(unsealing, EVP_aes_256_gcm(), nullptr, bytes(seal), nullptr) != 1)
            std::abort(); // An OpenSSL without AES or HMAC: nothing could be kept.
    }
    ~Ciphers() {
        EVP_CIPHER_CTX_free(sealing);
        EVP_CIPHER_CTX_free(unsealing);
        EVP_MAC_CTX_free(marking);
    }
    Ciphers(const Ciphers&) = delete;
    Ciphers& operator=(const Ciphers&) = delete;

    EVP_CIPHER_CTX* sealing;
    EVP_CIPHER_CTX* unsealing;
    EVP_MAC_CTX* marking = nullptr;
};

BuyerKey::BuyerKey(const std::string& key) : ciphers_(std::make_unique<Ciphers>(key)) {}

BuyerKey::~BuyerKey() = default;

Result<std::unique_ptr<BuyerKey>> BuyerKey::open(const std::string& path) {
    auto key = readKey(path);
    if (key && key->empty()) {
        if (auto made = make(path); !made)
            return made.error();
        key = readKey(path);
    }
    if (!key)
        return key.error();
    if (key->empty())
        return fail(ErrorCode::FileUnreadable, path);
    std::unique_ptr<BuyerKey> opened(new BuyerKey(*key));
    OPENSSL_cleanse(key->data(), key->size());
    return opened;
}

std::string BuyerKey::seal(std::string_view plain, std::string_view place) {
    std::string out(nonceBytes + plain.size() + tagBytes, '\0');
    EVP_CIPHER_CTX* context = ciphers_->sealing;
    unsigned char* at = bytes(out);
    int length = 0;
    int rest = 0;
    const bool sealed =
        plain.size() < INT_MAX / 2 && RAND_bytes(at, nonceBytes) == 1 &&
        EVP_EncryptInit_ex(context, nullptr, nullptr, nullptr, at) == 1 &&
        EVP_EncryptUpdate(context, nullptr, &length, bytes(place), static_cast<int>(place.size())) == 1 &&
        EVP_EncryptUpdate(context, at + nonceBytes, &length, bytes(plain), static_cast<int>(plain.size())) ==
            1 &&
        EVP_EncryptFinal_ex(context, at + nonceBytes + length, &rest) == 1 &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagBytes, at + out.size() - tagBytes) == 1;
    if (!sealed)
        std::abort(); // Without randomness a nonce could come twice, and then nothing is sealed.
    return out;
}

std::optional<std::string> BuyerKey::unseal(std::string_view sealed, std::string_view place) {
    if (sealed.size() < nonceBytes + tagBytes || sealed.size() > INT_MAX / 2)
        return std::nullopt;
    EVP_CIPHER_CTX* context = ciphers_->unsealing;
    const std::string_view inner = sealed.substr(nonceBytes, sealed.size() - nonceBytes - tagBytes);
    std::string tag(sealed.substr(sealed.size() - tagBytes));
    std::string plain(inner.size(), '\0');
    int length = 0;
    int rest = 0;
    const bool ours =
        EVP_DecryptInit_ex(context, nullptr, nullptr, nullptr, bytes(sealed)) == 1 &&
        EVP_DecryptUpdate(context, nullptr, &length, bytes(place), static_cast<int>(place.size())) == 1 &&
        EVP_DecryptUpdate(context, bytes(plain), &length, bytes(inner), static_cast<int>(inner.size())) ==
            1 &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagBytes, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context, bytes(plain) + length, &rest) == 1;
    return ours ? std::optional(std::move(plain)) : std::nullopt;
}

std::int64_t BuyerKey::mark(std::string_view text) const {
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    std::size_t length = 0;
    // Begun anew with the same key.
    if (EVP_MAC_init(ciphers_->marking, nullptr, 0, nullptr) != 1 ||
        EVP_MAC_update(ciphers_->marking, bytes(text), text.size()) != 1 ||
        EVP_MAC_final(ciphers_->marking, mac.data(), &length, mac.size()) != 1)
        std::abort(); // Not for want of memory or a wrong key: those are had already.
    std::int64_t value = 0;
    std::memcpy(&value, mac.data(), sizeof value);
    return value;
}

std::int64_t BuyerKey::contactMark(std::string_view contact) const {
    std::string same;
    const bool phone = contact.find('@') == std::string_view::npos;
    for (const char c : contact) {
        if (!phone)
            same += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (c >= '0' && c <= '9')
            same += c;
    }
    if (phone && same.starts_with("00"))
        same.erase(0, 2);
    return mark("contact " + same);
}

} // namespace vitrina::server
