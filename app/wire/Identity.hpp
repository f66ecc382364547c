// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

using EVP_PKEY = struct evp_pkey_st;
using X509 = struct x509_st;

namespace vitrina::wire {

/// A key of our own (ECDSA P-256) and the certificate we have signed with it ourselves.
///
/// The key stays for good; the certificate is made anew when a name that is needed is not in it or its time
/// is nearly over. Who was told the key's fingerprint (a paired studio) knows us after that as well; who has
/// accepted the certificate (a browser) is asked again.
struct Identity {
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;
    std::vector<std::string> names; ///< in the certificate, sorted
    std::string fingerprint;        ///< SHA-256 of the certificate, 32 bytes: what a browser shows
    std::string keyFingerprint;     ///< SHA-256 of the public key (SubjectPublicKeyInfo), 32 bytes
    std::int64_t endsMs = 0;        ///< wall time of the certificate's end
};

/// Names and addresses by which this machine may be reached from its network, sorted: localhost, its own name
/// with and without ".local", and its IPv4 addresses but those of containers (docker, virtual bridges): IPv6
/// ones come and go (RFC 8981), and nobody is told one.
std::vector<std::string> ownNames();

/// Reads DIR/key.pem and DIR/certificate.pem; makes, for all of `names`, what is missing, can't be read,
/// lacks one of the names that are `needed` or ends within 30 days. A browser that has accepted a certificate
/// can't be asked again in the middle of a page, so one that serves is kept whatever else has changed. The
/// key file is its owner's only. FileUnwritable.
Result<Identity> ownIdentity(const std::string& folder, std::vector<std::string> names,
                             const std::vector<std::string>& needed, std::int64_t nowMs);

/// SHA-256 of a certificate's public key, as in Identity.
std::string keyFingerprintOf(const X509& certificate);

/// "AB:CD:…", as browsers show it.
std::string fingerprintText(const std::string& bytes);
/// Six made-up words of the first 108 bits, to compare two screens by reading aloud.
std::string fingerprintWords(const std::string& bytes);

} // namespace vitrina::wire
