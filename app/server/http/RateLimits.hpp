// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/TokenBucket.hpp"
#include "base/Id.hpp"
#include "server/Options.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace vitrina::server {

/// Who has done how much lately, by viewer and by address. Only the io thread.
class RateLimits {
  public:
    explicit RateLimits(const Limits& limits) : limits_(limits) {}

    /// 0: go on, and it is counted. Else how long to wait, in ms.
    std::int64_t message(const ViewerId& viewer, const std::string& address, std::int64_t nowMs);
    std::int64_t order(const ViewerId& viewer, const std::string& address, std::int64_t nowMs);
    std::int64_t checkout(const ViewerId& viewer, const std::string& address, std::int64_t nowMs);
    /// A try to name an order and its contact: by address, as whoever guesses makes himself viewers at will.
    std::int64_t find(const std::string& address, std::int64_t nowMs);
    std::int64_t session(const std::string& address, std::int64_t nowMs);
    /// Something that says it comes from the shop; and one that the shop has not signed.
    std::int64_t hook(const std::string& address, std::int64_t nowMs);
    std::int64_t forged(const std::string& address, std::int64_t nowMs);
    /// Forgets who has been quiet; called every second.
    void sweep(std::int64_t nowMs);

  private:
    using Buckets = std::unordered_map<std::string, audience::TokenBucket>;
    static std::int64_t take(Buckets& buckets, const std::string& who, const audience::Rate& rate,
                             std::int64_t nowMs);

    const Limits& limits_;
    Buckets messages_;
    Buckets said_; ///< messages, by address
    Buckets orders_;
    Buckets checkouts_;
    Buckets finds_;
    Buckets sessions_;
    Buckets posts_;
    Buckets forged_;
    std::int64_t sweptMs_ = 0;
};

} // namespace vitrina::server
