// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrina::server {

/// Viewers' tokens: the viewer and an expiry, signed. Nothing is kept for them, and they hold over a restart
/// as the key lies in the store.
class Tokens {
  public:
    explicit Tokens(std::string key) : key_(std::move(key)) {}

    std::string issue(const ViewerId& viewer, std::int64_t nowMs) const;
    /// NotAuthorised: not ours, changed, or expired.
    Result<ViewerId> check(std::string_view token, std::int64_t nowMs) const;

    static constexpr std::int64_t validMs = 24 * 3'600'000;

  private:
    std::string sign(std::string_view text) const;

    std::string key_;
};

} // namespace vitrina::server
