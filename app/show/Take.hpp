// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Id.hpp"
#include "base/Result.hpp"
#include "show/Edited.hpp"
#include "show/Run.hpp"
#include "show/Show.hpp"

#include <variant>
#include <vector>

/// Decide and apply for a run. decide() looks at the state and says which facts follow or why not; apply()
/// makes the next state of a fact. Both are pure: no clock, no random ids but those handed in. See take.md.
namespace vitrina::show {

/// A second take within this span is refused, not queued (design: "Take, cut, preview").
inline constexpr std::int64_t takeGuardMs = 300;
/// In characters (code points): what a host takes in at one glance from two metres off.
inline constexpr std::size_t longestCue = 120;

// Commands (imperative)
struct StartRun {
    RunId run;
    bool rehearsal = false;
    bool operator==(const StartRun&) const = default;
};
struct GoLive {
    bool operator==(const GoLive&) const = default;
};
struct EndShow {
    bool operator==(const EndShow&) const = default;
};
struct SetNext {
    ItemId item;
    bool operator==(const SetNext&) const = default;
};
struct MoveNext {
    int by = 0; ///< +1 down, -1 up
    bool operator==(const MoveNext&) const = default;
};
struct TakeNext {
    AiredId expectedCurrent; ///< what the host saw on air; empty when nothing was
    ItemId expectedNext;     ///< what the host saw as next
    AiredId newId;           ///< the id the aired item gets; made by the caller
    bool operator==(const TakeNext&) const = default;
};
struct SendCue {
    CueId newId; ///< made by the caller
    std::string text;
    std::string from;
    bool operator==(const SendCue&) const = default;
};
/// The host has read it. StaleCommand: it is no longer the one he saw.
struct SeeCue {
    CueId cue;
    bool operator==(const SeeCue&) const = default;
};
struct ClearCue {
    CueId cue;
    bool operator==(const ClearCue&) const = default;
};
using Command =
    std::variant<StartRun, GoLive, EndShow, SetNext, MoveNext, TakeNext, SendCue, SeeCue, ClearCue>;

// Facts (past tense)
struct RunStarted {
    RunId run;
    bool rehearsal = false;
    ItemId next;
    bool operator==(const RunStarted&) const = default;
};
struct WentLive {
    bool operator==(const WentLive&) const = default;
};
struct RunEnded {
    bool operator==(const RunEnded&) const = default;
};
struct NextSet {
    ItemId item;
    bool operator==(const NextSet&) const = default;
};
struct ItemTaken {
    AiredItem aired; ///< onAir and ended empty
    ItemId next;     ///< what becomes next
    bool operator==(const ItemTaken&) const = default;
};
/// The engine has confirmed the aired item's scene on program.
struct ItemAired {
    AiredId aired;
    std::int64_t mediaMs = -1; ///< media time of web video that first shows it; -1 unknown
    bool operator==(const ItemAired&) const = default;
};
struct CueSent {
    CueId cue;
    std::string text;
    std::string from;
    bool operator==(const CueSent&) const = default;
};
struct CueSeen {
    CueId cue;
    bool operator==(const CueSeen&) const = default;
};
struct CueCleared {
    CueId cue;
    bool operator==(const CueCleared&) const = default;
};
using Fact = std::variant<RunStarted, WentLive, RunEnded, NextSet, ItemTaken, ItemAired, RundownEdited,
                          CueSent, CueSeen, CueCleared>;

Result<std::vector<Fact>> decide(const Show& show, const Run& run, const Command& command, Instant now);
Run apply(Run run, const Fact& fact, Instant at);

} // namespace vitrina::show
