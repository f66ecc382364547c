// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Identity.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <optional>

#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

namespace vitrina::wire {

namespace {

/// Browsers refuse longer ones of public authorities; ours keep to it.
constexpr long validSeconds = 397L * 86'400;
constexpr std::int64_t renewBeforeMs = 30LL * 86'400'000;
/// A phone whose clock is behind ours must not find the certificate not yet valid.
constexpr long clockSlackSeconds = 86'400;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Extension = std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)>;

std::string sha256(const void* data, std::size_t size) {
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    EVP_Digest(data, size, digest.data(), &length, EVP_sha256(), nullptr);
    return {reinterpret_cast<const char*>(digest.data()), length};
}

bool isAddress(const std::string& name) {
    boost::system::error_code error;
    boost::asio::ip::make_address(name, error);
    return !error;
}

/// What stands in the certificate: subjectAltName in OpenSSL's own writing.
std::string alternativeNames(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    return text;
}

std::vector<std::string> namesIn(const X509& certificate) {
    std::vector<std::string> names;
    auto* all =
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(&certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(all); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(all, i);
        const ASN1_STRING* value = name->type == GEN_DNS     ? name->d.dNSName
                                   : name->type == GEN_IPADD ? name->d.iPAddress
                                                             : nullptr;
        if (!value)
            continue;
        const std::string bytes(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                static_cast<std::size_t>(ASN1_STRING_length(value)));
        if (name->type == GEN_DNS) {
            names.push_back(bytes);
        } else if (bytes.size() == 4) {
            boost::asio::ip::address_v4::bytes_type raw{};
            std::copy(bytes.begin(), bytes.end(), raw.begin());
            names.push_back(boost::asio::ip::address_v4(raw).to_string());
        } else if (bytes.size() == 16) {
            boost::asio::ip::address_v6::bytes_type raw{};
            std::copy(bytes.begin(), bytes.end(), raw.begin());
            names.push_back(boost::asio::ip::address_v6(raw).to_string());
        }
    }
    GENERAL_NAMES_free(all);
    std::sort(names.begin(), names.end());
    return names;
}

std::int64_t endOf(const X509& certificate) {
    std::tm end{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(&certificate), &end) != 1)
        return 0;
    return static_cast<std::int64_t>(timegm(&end)) * 1'000;
}

bool extend(X509& certificate, int what, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx(&context, &certificate, &certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()),
                              &X509_EXTENSION_free);
    return extension && X509_add_ext(&certificate, extension.get(), -1) == 1;
}

std::shared_ptr<X509> sign(EVP_PKEY& key, const std::vector<std::string>& names) {
    const std::shared_ptr<X509> made(X509_new(), &X509_free);
    std::array<unsigned char, 16> serial{};
    RAND_bytes(serial.data(), int(serial.size()));
    serial[0] &= 0x7f; // positive
    BIGNUM* number = BN_bin2bn(serial.data(), int(serial.size()), nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(made.get()));
    BN_free(number);
    X509_set_version(made.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -clockSlackSeconds);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), validSeconds);
    X509_set_pubkey(made.get(), &key);
    X509_NAME* subject = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>("Vitrina show server"), -1, -1, 0);
    X509_set_issuer_name(made.get(), subject);
    const bool whole = extend(*made, NID_basic_constraints, "critical,CA:FALSE") &&
                       extend(*made, NID_key_usage, "critical,digitalSignature") &&
                       extend(*made, NID_ext_key_usage, "serverAuth") &&
                       extend(*made, NID_subject_alt_name, alternativeNames(names)) &&
                       X509_sign(made.get(), &key, EVP_sha256()) > 0;
    return whole ? made : nullptr;
}

std::string readAll(const std::string& path) {
    std::string text;
    if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
        std::array<char, 4'096> piece{};
        while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), file))
            text.append(piece.data(), got);
        std::fclose(file);
    }
    return text;
}

/// To a file beside it and then in its place, so that nobody ever reads half a key.
Result<void> writeOwn(const std::string& path, BIO& content) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(&content, &data);
    const std::string beside = path + ".new";
    const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(ErrorCode::FileUnwritable, beside + ": " + std::strerror(errno));
    const bool whole = fchmod(file, S_IRUSR | S_IWUSR) == 0 &&
                       ::write(file, data, static_cast<std::size_t>(size)) == size && fsync(file) == 0;
    close(file);
    if (!whole || rename(beside.c_str(), path.c_str()) != 0)
        return fail(ErrorCode::FileUnwritable, path + ": " + std::strerror(errno));
    return {};
}

std::shared_ptr<EVP_PKEY> readKey(const std::string& path) {
    const std::string pem = readAll(path);
    const Bio in(BIO_new_mem_buf(pem.data(), int(pem.size())), &BIO_free);
    std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr),
                                  &EVP_PKEY_free);
    return key && EVP_PKEY_is_a(key.get(), "EC") == 1 ? key : nullptr;
}

std::shared_ptr<X509> readCertificate(const std::string& path) {
    const std::string pem = readAll(path);
    const Bio in(BIO_new_mem_buf(pem.data(), int(pem.size())), &BIO_free);
    return {PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), &X509_free};
}

Result<void> makeKey(Identity& identity, const std::string& path) {
    identity.key.reset(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const Bio out(BIO_new(BIO_s_mem()), &BIO_free);
    if (!identity.key ||
        PEM_write_bio_PrivateKey(out.get(), identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return fail(ErrorCode::Internal, "no key can be made");
    return writeOwn(path, *out);
}

Result<void> makeCertificate(Identity& identity, const std::vector<std::string>& names,
                             const std::string& path) {
    identity.certificate = sign(*identity.key, names);
    const Bio out(BIO_new(BIO_s_mem()), &BIO_free);
    if (!identity.certificate || PEM_write_bio_X509(out.get(), identity.certificate.get()) != 1)
        return fail(ErrorCode::Internal, "no certificate can be made");
    return writeOwn(path, *out);
}

/// Nobody of the network is behind it.
bool isContainer(std::string_view interface) {
    constexpr std::array<std::string_view, 6> starts{"docker", "veth", "br-", "virbr", "lxc", "podman"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return interface.starts_with(start); });
}

bool holds(const std::vector<std::string>& names, const std::vector<std::string>& needed) {
    return std::all_of(needed.begin(), needed.end(), [&](const std::string& name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    });
}

} // namespace

std::vector<std::string> ownNames() {
    std::vector<std::string> names{"localhost"};
    std::array<char, 256> host{};
    if (gethostname(host.data(), host.size() - 1) == 0 && host[0] != '\0') {
        const std::string name = host.data();
        names.push_back(name);
        if (name.find('.') == std::string::npos && name != "localhost")
            names.push_back(name + ".local");
    }
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) == 0) {
        for (const ifaddrs* at = all; at; at = at->ifa_next) {
            const void* raw = at->ifa_addr;
            if (!raw || at->ifa_addr->sa_family != AF_INET || isContainer(at->ifa_name))
                continue;
            names.push_back(
                boost::asio::ip::address_v4(ntohl(static_cast<const sockaddr_in*>(raw)->sin_addr.s_addr))
                    .to_string());
        }
        freeifaddrs(all);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Result<Identity> ownIdentity(const std::string& folder, std::vector<std::string> names,
                             const std::vector<std::string>& needed, std::int64_t nowMs) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, folder + ": " + error.message());
    const std::string keyPath = folder + "/key.pem";
    const std::string certificatePath = folder + "/certificate.pem";
    Identity identity;
    identity.key = readKey(keyPath);
    if (identity.key) {
        std::filesystem::permissions(
            keyPath, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
        identity.certificate = readCertificate(certificatePath);
    } else if (const auto made = makeKey(identity, keyPath); !made) {
        return made.error();
    }
    const bool fits =
        identity.certificate && X509_check_private_key(identity.certificate.get(), identity.key.get()) == 1 &&
        holds(namesIn(*identity.certificate), needed) && endOf(*identity.certificate) - nowMs > renewBeforeMs;
    if (!fits) {
        if (const auto made = makeCertificate(identity, names, certificatePath); !made)
            return made.error();
    }
    unsigned char* der = nullptr;
    const int size = i2d_X509(identity.certificate.get(), &der);
    if (size > 0)
        identity.fingerprint = sha256(der, static_cast<std::size_t>(size));
    OPENSSL_free(der);
    identity.keyFingerprint = keyFingerprintOf(*identity.certificate);
    identity.names = namesIn(*identity.certificate);
    identity.endsMs = endOf(*identity.certificate);
    return identity;
}

std::string keyFingerprintOf(const X509& certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&certificate), &der);
    std::string digest = size > 0 ? sha256(der, static_cast<std::size_t>(size)) : std::string();
    OPENSSL_free(der);
    return digest;
}

std::string fingerprintText(const std::string& bytes) {
    std::string text;
    for (const char byte : bytes) {
        std::array<char, 4> pair{};
        std::snprintf(pair.data(), pair.size(), "%02X",
                      static_cast<unsigned>(static_cast<unsigned char>(byte)));
        text += (text.empty() ? "" : ":") + std::string(pair.data());
    }
    return text;
}

std::string fingerprintWords(const std::string& bytes) {
    // 16 consonants and 4 vowels: six bits a syllable, three syllables a word.
    constexpr std::string_view consonants = "bdfghjklmnprstvz";
    constexpr std::string_view vowels = "aeio";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    std::size_t next = 0;
    for (int syllable = 0; syllable < 18 && (next < bytes.size() || bits >= 6); ++syllable) {
        if (bits < 6) {
            held = (held << 8) | static_cast<unsigned char>(bytes[next++]);
            bits += 8;
        }
        bits -= 6;
        const std::uint32_t value = (held >> bits) & 0x3f;
        if (syllable > 0 && syllable % 3 == 0)
            text += ' ';
        text += consonants[value >> 2];
        text += vowels[value & 3];
    }
    return text;
}

} // namespace vitrina::wire
