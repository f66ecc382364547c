// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vitrina::server {

/// Viewers' tokens: the viewer and an expiry, signed (HMAC-SHA-256, RFC 2104). Nothing is kept for them, and
/// they hold over a restart as the key lies in the store. Io thread only.
class Tokens {
  public:
    explicit Tokens(const std::string& key);
    ~Tokens();
    Tokens(const Tokens&) = delete;
    Tokens& operator=(const Tokens&) = delete;

    std::string issue(const ViewerId& viewer, std::int64_t nowMs) const;
    /// NotAuthorised: not ours, changed, or expired.
    Result<ViewerId> check(std::string_view token, std::int64_t nowMs) const;

    static constexpr std::int64_t validMs = 24 * 3'600'000;

  private:
    std::string sign(std::string_view text) const;

    struct Signer;
    std::unique_ptr<Signer> signer_; ///< keyed once: looking the algorithm up costs more than a signature
};

} // namespace vitrina::server
