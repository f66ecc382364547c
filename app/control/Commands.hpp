// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Result.hpp"
#include "commerce/Facts.hpp"
#include "control/State.hpp"
#include "record/Record.hpp"
#include "show/Edit.hpp"
#include "show/Take.hpp"
#include "stage/SetUpEdit.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

/// What a person at the studio can ask for, and which facts follow. Pure: clock and ids are handed in.
namespace vitrina::control {

/// F12: takes the next item: scene of its role, card, pin, timer. `cut` for Shift+F12. The two expectations
/// are what the host saw when pressing; a take that no longer fits is refused (StaleCommand).
struct Take {
    AiredId expectedCurrent;
    ItemId expectedNext;
    bool cut = false;
    bool operator==(const Take&) const = default;
};
struct StartStandby { ///< opens a run that is not live yet
    bool rehearsal = false;
    bool operator==(const StartStandby&) const = default;
};
struct Ask { ///< a request to the server
    commerce::Request request;
    bool operator==(const Ask&) const = default;
};
/// An offer of the plan is new or changes. One that runs keeps running as it was started; errors of
/// commerce::checkOffer(), UnknownItem.
struct PlanOffer {
    commerce::Offer offer; ///< an empty id gets one
    bool operator==(const PlanOffer&) const = default;
};
struct DropOffer { ///< UnknownOffer; WrongPhase while it runs
    OfferId offer;
    bool operator==(const DropOffer&) const = default;
};
struct Undo { ///< takes the newest own edit of the rundown back
    bool operator==(const Undo&) const = default;
};
struct Redo {
    bool operator==(const Redo&) const = default;
};
/// stage::Cut and stage::Auto may come with an empty token, an edit that adds something and a cue with an
/// empty id: they get one.
using Command =
    std::variant<Take, StartStandby, show::GoLive, show::EndShow, show::SetNext, show::MoveNext,
                 show::SendCue, show::SeeCue, show::ClearCue, stage::SetPreview, stage::Cut, stage::Auto,
                 stage::SetTransition, stage::SetCard, stage::SetMuted, stage::SetVolume, stage::SetSlate,
                 stage::SetAllMuted, stage::SetLowerThird, stage::StartCountdown, stage::StopCountdown, Ask,
                 show::Edit, Undo, Redo, stage::SetUpEdit, stage::SetSolo, stage::SetCough,
                 stage::ReturnToScene, PlanOffer, DropOffer>;

/// A wish for stock or an opening (of sales, a SKU, the chat) goes back to the person after this long; what
/// stops or hides never does.
inline constexpr std::int64_t requestValidMs = 10'000;

/// Where ids come from: the kernel in the studio, a counter in scenarios.
using IdSource = std::function<std::string()>;

class EditHistory;

struct Moment {
    Instant now;
    std::uint64_t serverSeq = 0;          ///< the server's facts seen so far
    const EditHistory* history = nullptr; ///< what Undo and Redo look at; null: nothing to undo
};

/// A stage::SetUpEdit is not decided here but in decideSetUp(): it makes another set-up, and no fact says
/// which. Here it gives nothing.
Result<std::vector<record::Fact>> decide(const State& state, const Command& command, const Moment& moment,
                                         const IdSource& ids);
/// The set-up that follows, and facts: another preview, faults that went with what is gone.
struct SetUpDecision {
    stage::SetUp setUp;
    std::vector<record::Fact> facts;
};
Result<SetUpDecision> decideSetUp(const State& state, stage::SetUpEdit edit, const IdSource& ids);

} // namespace vitrina::control
