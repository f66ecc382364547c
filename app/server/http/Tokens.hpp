// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vitrina::server {

/// Viewers' tokens: the viewer and an expiry, signed (HMAC-SHA-256, RFC 2104). Nothing is kept for them, and
/// they hold over a restart as the key lies in the store. Io thread only.
class Tokens {
  public:
    explicit Tokens(const std::string& key);
    ~Tokens();
    Tokens(const Tokens&) = delete;
    Tokens& operator=(const Tokens&) = delete;

    /// Of a server from which a show has moved here: what it issued holds here too.
    void alsoTake(const std::string& key);

    std::string issue(const ViewerId& viewer, std::int64_t nowMs) const;
    /// NotAuthorised: not ours, changed, or expired.
    Result<ViewerId> check(std::string_view token, std::int64_t nowMs) const;

    static constexpr std::int64_t validMs = 24 * 3'600'000;

  private:
    struct Signer;
    static std::string sign(const Signer& signer, std::string_view text);

    std::unique_ptr<Signer> signer_; ///< keyed once: looking the algorithm up costs more than a signature
    std::vector<std::unique_ptr<Signer>> others_;
};

} // namespace vitrina::server
