// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SceneRole.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a source of kind Slide shows. Its address says it: "starting_soon", "break", "thanks", "standby", and
/// behind it "?until=19:30" when the host has set the time it counts down to (this machine's clock). Values
/// only; app/studio draws them.
namespace vitrina::stage {

enum class SlideKind { None, StartingSoon, Break, Thanks, Standby };

struct Slide {
    SlideKind kind = SlideKind::None;
    std::optional<int> untilMinute; ///< of the day, 0 … 1439; nothing: the show's planned start, if any

    bool operator==(const Slide&) const = default;
};

/// Nothing when the address names no slide or a time that is none.
std::optional<Slide> slideFromAddress(std::string_view address);
std::string addressOf(const Slide& slide);
/// Starting soon and break count down; thanks and standby have nothing to wait for.
bool countsDown(SlideKind kind);
SlideKind slideOf(SceneRole role);

/// Whole seconds, rounded up, to the time the slide waits for: the host's, else for "starting soon" the
/// planned start. Zero from then on; nothing when there is no such time, or it is more than twelve hours
/// past. A time of day means the nearest one: 0:10 at 23:50 is in twenty minutes, 23:50 at 0:10 has passed.
/// `utcOffsetMs`: local time less UTC.
std::optional<std::int64_t> secondsLeft(const Slide& slide, std::int64_t plannedStartWallMs,
                                        std::int64_t nowWallMs, std::int64_t utcOffsetMs);

} // namespace vitrina::stage
