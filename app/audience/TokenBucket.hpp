// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace vitrina::audience {

/// How often something may be done: `burst` at once, and as many again within `perMs`.
struct Rate {
    double burst = 0.0;
    std::int64_t perMs = 1;

    bool operator==(const Rate&) const = default;
};

/// Counts one person's doings against a Rate. The clock is handed in.
class TokenBucket {
  public:
    /// True when it may be done now; then it is counted.
    bool take(const Rate& rate, std::int64_t nowMs) {
        refill(rate, nowMs);
        if (level_ < 1.0)
            return false;
        level_ -= 1.0;
        return true;
    }
    /// How long until the next one, 0 when now.
    std::int64_t waitMs(const Rate& rate, std::int64_t nowMs) {
        refill(rate, nowMs);
        return level_ >= 1.0 ? 0
                             : static_cast<std::int64_t>((1.0 - level_) * static_cast<double>(rate.perMs) /
                                                         rate.burst) +
                                   1;
    }
    /// Nothing is remembered any more: the bucket may be thrown away.
    bool full(const Rate& rate, std::int64_t nowMs) {
        refill(rate, nowMs);
        return level_ >= rate.burst;
    }

  private:
    void refill(const Rate& rate, std::int64_t nowMs) {
        if (!started_) {
            level_ = rate.burst;
            started_ = true;
        } else if (nowMs > atMs_) {
            const double gained =
                static_cast<double>(nowMs - atMs_) * rate.burst / static_cast<double>(rate.perMs);
            level_ = std::min(rate.burst, level_ + gained);
        }
        atMs_ = std::max(atMs_, nowMs);
    }

    double level_ = 0.0;
    std::int64_t atMs_ = 0;
    bool started_ = false;
};

} // namespace vitrina::audience
