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
    /// Pieces in reservations of one address that ran out within expiredMs: wait. Viewers cost nothing, so
    /// whoever wants to keep all stock in checkouts takes another one each time; many behind one address is
    /// usual, and none of them buying is not.
    std::int64_t expiredPieces = 150;

    bool operator==(const VelocityLimits&) const = default;
};

/// Who has ordered, or let reservations run out, how often lately. `network` stands for an address, empty:
/// not known; whoever keeps these things keeps a mark of it, as an address is personal data.
class Velocity {
  public:
    explicit Velocity(VelocityLimits limits = {}) : limits_(limits) {}

    const VelocityLimits& limits() const { return limits_; }
    /// Counts an order; true: a person has to look at it.
    bool order(const ViewerId& viewer, const std::string& network, std::int64_t nowMs);
    void expired(const ViewerId& viewer, const std::string& network, std::int64_t pieces, std::int64_t nowMs);
    /// How long this viewer has to wait before the next reservation, in ms; 0: not at all.
    std::int64_t waitMs(const ViewerId& viewer, const std::string& network, std::int64_t nowMs);
    void forget();

    bool operator==(const Velocity&) const = default;

  private:
    struct Note {
        std::int64_t atMs = 0;
        std::int64_t count = 1;
        bool operator==(const Note&) const = default;
    };
    struct Notes {
        std::deque<Note> notes; ///< oldest first
        std::int64_t sum = 0;
        bool operator==(const Notes&) const = default;
    };
    using Times = std::unordered_map<std::string, Notes>;
    static void drop(Notes& notes, std::int64_t before);
    static std::int64_t note(Times& times, const std::string& who, std::int64_t count, std::int64_t nowMs,
                             std::int64_t withinMs);
    static std::int64_t wait(Times& times, const std::string& who, std::int64_t most, std::int64_t withinMs,
                             std::int64_t nowMs);
    void sweep(std::int64_t nowMs);

    VelocityLimits limits_;
    Times networks_;
    Times viewers_;
    Times expired_;
    Times expiredPieces_; ///< by network
    std::int64_t sweptMs_ = 0;
};

} // namespace vitrina::commerce
