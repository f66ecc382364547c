// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <string>

namespace vitrina::server {

/// Which studio may drive this server from elsewhere. Two files of the data folder, owner only, with nothing
/// in them but SHA-256: `pairing.json` (the code that waits to be used) and `studio.json` (the studio that
/// used it). `vitrina-server setup` writes the first, also while the server runs.
class Pairing {
  public:
    static constexpr std::int64_t validMs = 15 * 60'000;
    static constexpr int mostTries = 5; ///< wrong ones, then the code is void

    explicit Pairing(std::string folder) : folder_(std::move(folder)) {}

    /// A new one-time secret (5 bytes); one that was waiting is void. FileUnwritable.
    Result<std::string> begin(std::int64_t wallMs);
    /// The studio's secret from now on, for the one-time secret that fits: one before it is let go.
    /// NotAuthorised: none waits, it is over, or it is another.
    Result<std::string> pair(const std::string& oneTime, std::int64_t wallMs);
    bool knows(const std::string& secret) const;
    bool paired() const;

  private:
    std::string folder_;
};

/// Compares all of it however early it differs.
bool sameSecret(const std::string& one, const std::string& other);

} // namespace vitrina::server
