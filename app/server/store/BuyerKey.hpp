// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace vitrina::server {

inline constexpr const char* buyerKeyName = "buyers.key"; ///< beside the store

/// What makes buyers' data unreadable in the store's file (GDPR art. 32): AES-256-GCM (NIST SP 800-38D) with
/// a random nonce for each value, bound to the place where the value stands, so that rows can't be exchanged;
/// and a keyed mark (HMAC-SHA-256, RFC 2104) by which a contact is found again without reading all of them.
/// The key lies beside the store in a file of its own: a copy of the store alone tells nothing. One thread.
class BuyerKey {
  public:
    /// The key in the file at `path`, which is made, for the owner only, when there is none.
    /// FileUnreadable, FileUnwritable; FileDamaged: it holds no key.
    static Result<std::unique_ptr<BuyerKey>> open(const std::string& path);
    ~BuyerKey();
    BuyerKey(const BuyerKey&) = delete;
    BuyerKey& operator=(const BuyerKey&) = delete;

    /// nonce, sealed bytes, tag; 28 bytes more than `plain`.
    std::string seal(std::string_view plain, std::string_view place);
    /// Nothing: sealed with another key or for another place, or changed since.
    std::optional<std::string> unseal(std::string_view sealed, std::string_view place);
    /// The same for the same text under this key, and telling nothing to who has not got it.
    std::int64_t mark(std::string_view text) const;
    /// An e-mail address whatever its case, a phone number whatever its separators and "00" for "+".
    std::int64_t contactMark(std::string_view contact) const;

  private:
    struct Ciphers;
    explicit BuyerKey(const std::string& key);

    std::unique_ptr<Ciphers> ciphers_;
};

} // namespace vitrina::server
