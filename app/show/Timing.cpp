// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Timing.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace vitrina::show {
namespace {

/// All takes of one item.
struct Takes {
    std::int64_t elapsedMs = 0;
    std::int64_t firstAtMs = 0; ///< wall
    const AiredItem* last = nullptr;
};
using TakesOf = std::unordered_map<std::string_view, Takes>;

TakesOf takesIn(const Run& run, Instant now) {
    TakesOf takes;
    takes.reserve(run.aired.size());
    for (const AiredItem& aired : run.aired) {
        Takes& of = takes[aired.item.id.value];
        of.elapsedMs += airedMs(aired, now);
        if (aired.onAir && of.firstAtMs == 0)
            of.firstAtMs = aired.onAir->wallMs;
        of.last = &aired;
    }
    return takes;
}

bool open(const Run& run) {
    return run.phase != RunPhase::Ended;
}

std::int64_t lengthLeft(const AiredItem& current, Instant now) {
    return std::max<std::int64_t>(0, current.item.plannedMs - airedMs(current, now));
}

/// Goes through the plan once, in its order.
class Reading {
  public:
    Reading(const Show& show, const Run& run, Instant now)
        : run_(run), now_(now), takes_(takesIn(run, now)), current_(run.current()),
          reached_(run.phase == RunPhase::None) {
        const std::int64_t planned = show.plannedStartMs;
        const std::int64_t start = run.phase == RunPhase::Live || run.phase == RunPhase::Ended
                                       ? now.wallMs
                                       : std::max(planned, now.wallMs);
        planAt_ = planned != 0 ? planned : run.wentLive ? run.wentLive->wallMs : start;
        comesAt_ = start + (open(run) && current_ ? lengthLeft(*current_, now) : 0);
        currentEndsAt_ = comesAt_;
    }

    SegmentTimes segment(const Segment& segment) {
        SegmentTimes times;
        times.id = segment.id;
        times.items.reserve(segment.items.size());
        bool passed = false;
        bool left = false;
        for (const Item& item : segment.items) {
            ItemTimes one = this->item(item);
            times.plannedMs += one.plannedMs;
            times.elapsedMs += one.elapsedMs;
            times.remainingMs += one.remainingMs;
            const bool current = isCurrent(item);
            if (current || one.ahead)
                times.endsAtMs = std::max(times.endsAtMs, current ? currentEndsAt_ : comesAt_);
            left = left || current || one.ahead;
            passed = passed || takes_.contains(item.id.value);
            times.items.push_back(std::move(one));
        }
        times.finished = passed && !left;
        return times;
    }
    std::int64_t comesAt() const { return comesAt_; }

  private:
    bool isCurrent(const Item& item) const { return current_ && current_->item.id == item.id; }

    ItemTimes item(const Item& item) {
        ItemTimes times;
        times.id = item.id;
        const auto found = takes_.find(item.id.value);
        const Takes* takes = found == takes_.end() ? nullptr : &found->second;
        // What was agreed when it was taken: a later edit of the row makes nobody late.
        const std::int64_t length = takes ? takes->last->item.plannedMs : item.plannedMs;
        times.plannedMs = counts(item) ? length : 0;
        times.plannedAtMs = planAt_;
        planAt_ += times.plannedMs;
        reached_ = reached_ || (open(run_) && item.id == run_.next);
        times.ahead = open(run_) && reached_ && !isCurrent(item) && (counts(item) || item.id == run_.next);
        if (takes) {
            times.elapsedMs = takes->elapsedMs;
            times.aired = takes->firstAtMs != 0;
            times.startsAtMs = takes->firstAtMs;
        }
        if (isCurrent(item)) {
            times.currentMs = airedMs(*current_, now_);
            times.currentLengthMs = length;
            times.remainingMs = lengthLeft(*current_, now_);
        } else if (times.ahead) {
            if (!times.aired)
                times.startsAtMs = comesAt_;
            times.remainingMs = item.plannedMs;
            comesAt_ += item.plannedMs;
        }
        return times;
    }

    const Run& run_;
    Instant now_;
    TakesOf takes_;
    const AiredItem* current_;
    bool reached_;             ///< the pointer, so that what counts comes from here on
    std::int64_t planAt_ = 0;  ///< where the plan has the item at hand
    std::int64_t comesAt_ = 0; ///< when the item at hand would come on air
    std::int64_t currentEndsAt_ = 0;
};

/// Of the rows that are still in the plan, and of all that was on air.
std::int64_t sumElapsed(const Run& run, Instant now) {
    std::int64_t sum = 0;
    for (const AiredItem& aired : run.aired)
        sum += airedMs(aired, now);
    return sum;
}

} // namespace

std::int64_t spanMs(const Instant& from, const Instant& to) {
    return to.monoMs >= from.monoMs ? to.monoMs - from.monoMs
                                    : std::max<std::int64_t>(0, to.wallMs - from.wallMs);
}

std::int64_t airedMs(const AiredItem& aired, const Instant& now) {
    return aired.onAir ? spanMs(*aired.onAir, aired.ended ? *aired.ended : now) : 0;
}

ShowTimes timesOf(const Show& show, const Run& run, Instant now) {
    ShowTimes times;
    Reading reading(show, run, now);
    times.segments.reserve(show.rundown.segments.size());
    std::int64_t inPlan = 0;
    for (const Segment& segment : show.rundown.segments) {
        times.segments.push_back(reading.segment(segment));
        const SegmentTimes& last = times.segments.back();
        times.plannedMs += last.plannedMs;
        times.remainingMs += last.remainingMs;
        inPlan += last.elapsedMs;
    }
    if (run.wentLive)
        times.elapsedMs = spanMs(*run.wentLive, run.ended ? *run.ended : now);
    const std::int64_t aired = sumElapsed(run, now);
    times.goneMs = aired - inPlan;
    times.idleMs = times.elapsedMs - aired;
    times.endsAtMs = run.ended ? run.ended->wallMs : reading.comesAt();
    return times;
}

} // namespace vitrina::show
