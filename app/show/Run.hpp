// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Id.hpp"
#include "show/Show.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::show {

enum class RunPhase { None, Standby, Live, Ended };

/// The copy an item leaves when it is taken: edits of the plan never change it.
struct AiredItem {
    AiredId id;
    Item item;
    std::uint64_t revision = 0;   ///< of the rundown it was copied from
    Instant taken;                ///< when the host took it
    std::optional<Instant> onAir; ///< when the engine confirmed it on program
    std::optional<Instant> ended; ///< when the next one was taken or the show ended

    bool operator==(const AiredItem&) const = default;
};

/// A short note to the host; a newer one takes its place.
struct Cue {
    CueId id;
    std::string text;
    std::string from; ///< whose it is, as the host knows them; empty: the studio's own desk
    Instant sent;
    std::optional<Instant> seen; ///< when the host said so

    bool operator==(const Cue&) const = default;
};

/// One performance of a show: a value, changed only by apply().
struct Run {
    RunId id;
    RunPhase phase = RunPhase::None;
    bool rehearsal = false;
    ItemId next;                  ///< the rundown's pointer; empty at the end
    std::vector<AiredItem> aired; ///< in the order taken; the last one is current while not ended
    Instant started;
    std::optional<Instant> wentLive;
    std::optional<Instant> ended;
    std::optional<Cue> cue;

    bool operator==(const Run&) const = default;
    const AiredItem* current() const { return aired.empty() || aired.back().ended ? nullptr : &aired.back(); }
};

} // namespace vitrina::show
