// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "show/Run.hpp"
#include "show/Show.hpp"

#include <cstdint>
#include <vector>

/// How long everything took, takes and will take: read from plan and run at a moment, never kept. The rules
/// are in timing.md; the sums hold at every level (TimingPropertyTest).
namespace vitrina::show {

/// Spans in ms. What is asked of an item, a segment and the show alike.
struct Times {
    std::int64_t plannedMs = 0;   ///< what was agreed; nothing for what does not count
    std::int64_t elapsedMs = 0;   ///< on air so far
    std::int64_t remainingMs = 0; ///< still to come, if it keeps to the plan

    /// Against the plan when all is over: above zero is late, below is early.
    std::int64_t overMs() const { return elapsedMs + remainingMs - plannedMs; }
    bool operator==(const Times&) const = default;
};

struct ItemTimes : Times {
    ItemId id;
    bool aired = false;               ///< was confirmed on air in this run
    bool ahead = false;               ///< comes by itself with the takes from here on
    std::int64_t plannedAtMs = 0;     ///< wall: where the plan has it
    std::int64_t startsAtMs = 0;      ///< wall: when it first came on air, or would; 0: neither
    std::int64_t currentMs = 0;       ///< elapsed of the take that is on air now
    std::int64_t currentLengthMs = 0; ///< as planned when it was taken; of the row on air only
    bool operator==(const ItemTimes&) const = default;
};

struct SegmentTimes : Times {
    SegmentId id;
    bool finished = false;     ///< something of it was on air and nothing is or comes any more
    std::int64_t endsAtMs = 0; ///< wall; 0: nothing of it is on air or to come
    std::vector<ItemTimes> items;
    bool operator==(const SegmentTimes&) const = default;
};

struct ShowTimes : Times {     ///< elapsed: since going live, whatever was on air
    std::int64_t idleMs = 0;   ///< of it, with nothing of the plan on air
    std::int64_t goneMs = 0;   ///< of it, with rows that are no longer in the plan
    std::int64_t endsAtMs = 0; ///< wall; when it ended, or would
    std::vector<SegmentTimes> segments;
    bool operator==(const ShowTimes&) const = default;
};

ShowTimes timesOf(const Show& show, const Run& run, Instant now);

/// Monotonic where both moments are of one boot, else by the wall.
std::int64_t spanMs(const Instant& from, const Instant& to);
/// How long this take has been on air; 0 until the engine has confirmed it.
std::int64_t airedMs(const AiredItem& aired, const Instant& now);

} // namespace vitrina::show
