// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>

namespace vitrina::commerce {

/// How fast is too fast. A count of 0 switches its rule off.
struct VelocityLimits {
    std::int64_t ordersPerNetwork = 5; ///< more of one address within networkMs are looked at by a person
    std::int64_t networkMs = 10 * 60'000;
    std::int64_t ordersPerViewer = 3; ///< more of one viewer within viewerMs
    std::int64_t viewerMs = 2 * 60'000;
    std::int64_t expiredMost = 3; ///< reservations of one viewer that ran out within expiredMs: wait
    std::int64_t expiredMs = 15 * 60'000;

    bool operator==(const VelocityLimits&) const = default;
};

/// Who has ordered, or let reservations run out, how often lately. Only in memory: a restart forgets it, and
/// the addresses with it.
class Velocity {
  public:
    explicit Velocity(VelocityLimits limits = {}) : limits_(limits) {}

    /// Counts an order; true: a person has to look at it. `network` empty: not known.
    bool order(const ViewerId& viewer, const std::string& network, std::int64_t nowMs);
    void expired(const ViewerId& viewer, std::int64_t nowMs);
    /// How long this viewer has to wait before the next reservation, in ms; 0: not at all.
    std::int64_t waitMs(const ViewerId& viewer, std::int64_t nowMs);
    void forget();

    bool operator==(const Velocity&) const = default;

  private:
    using Times = std::unordered_map<std::string, std::deque<std::int64_t>>;
    static std::size_t note(Times& times, const std::string& who, std::int64_t nowMs, std::int64_t withinMs);
    void sweep(std::int64_t nowMs);

    VelocityLimits limits_;
    Times networks_;
    Times viewers_;
    Times expired_;
    std::int64_t sweptMs_ = 0;
};

} // namespace vitrina::commerce
