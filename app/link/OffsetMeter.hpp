// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>

namespace vitrina::link {

/// How far the server's wall clock is from ours, by pings: half the round trip is taken for each way, and of
/// the last eight the quickest is believed, for it was delayed least.
class OffsetMeter {
  public:
    struct Sample {
        std::int64_t roundTripMs = -1;
        std::int64_t offsetMs = 0;
    };

    void add(Instant sent, std::int64_t serverWallMs, Instant received) {
        const std::int64_t roundTrip = std::max<std::int64_t>(received.monoMs - sent.monoMs, 0);
        samples_.push_back({roundTrip, serverWallMs - (sent.wallMs + roundTrip / 2)});
        if (samples_.size() > 8)
            samples_.pop_front();
    }
    void clear() { samples_.clear(); }
    /// roundTripMs −1 without a sample. Of equally quick ones the newest: clocks may be set.
    Sample best() const {
        Sample best;
        for (const Sample& sample : samples_) {
            if (best.roundTripMs < 0 || sample.roundTripMs <= best.roundTripMs)
                best = sample;
        }
        return best;
    }

  private:
    std::deque<Sample> samples_;
};

} // namespace vitrina::link
