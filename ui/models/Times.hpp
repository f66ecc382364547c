// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "show/Timing.hpp"

#include <cstdint>

/// Spans and ends as shown: read from the run, never kept.
namespace vitrina::ui {

using show::airedMs;
using show::spanMs;
/// The last time this item was taken in this run; null when never.
const show::AiredItem* lastAired(const show::Run& run, const ItemId& item);
/// Something is on air: live, confirmed on program, and an item of this run was confirmed there.
bool onAir(const control::State& state);

struct RunTimes {
    std::int64_t endsWallMs = 0; ///< if all that is left takes as long as planned
    std::int64_t overMs = 0;     ///< against the planned length since going live; negative: under
    bool operator==(const RunTimes&) const = default;
};
RunTimes runTimes(const control::State& state, const Instant& now);

} // namespace vitrina::ui
