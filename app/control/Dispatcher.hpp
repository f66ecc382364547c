// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Result.hpp"
#include "control/Effects.hpp"
#include "control/Patch.hpp"
#include "control/State.hpp"

#include <QObject>

#include <variant>

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
using Command = std::variant<Take, StartStandby, show::GoLive, show::EndShow, show::SetNext, show::MoveNext,
                             stage::SetPreview, stage::Cut, stage::Auto, stage::SetTransition, stage::SetCard,
                             stage::SetMuted, stage::SetVolume, Ask>;

/// The only writer of the studio's state. Lives on the GUI thread; every call is made there.
///
///   command → decide → facts → apply → patched() → RecordSink → effects
///   outside (engine event, server record) → fact → the same apply
class Dispatcher final : public QObject {
    Q_OBJECT

  public:
    Dispatcher(State initial, const Clock& clock, RecordSink& records, EffectSink& effects,
               QObject* parent = nullptr);

    const State& state() const { return state_; }
    const Clock& clock() const { return clock_; }

    /// A refusal changes nothing and is also told by refused().
    Result<void> dispatch(const Command& command);

    /// An engine event, already on the GUI thread. Meters and stats pass by: meters(), stats().
    void engineSaid(const engine::EngineEvent& event);
    /// Records of the server in order, each once (the link guarantees it).
    void serverSaid(const std::vector<record::Record>& records);
    void linkChanged(LinkHealth health, const std::string& pageUrl, std::int64_t clockOffsetMs);
    void faultRaised(const std::string& subject, ErrorCode error, const std::string& detail);
    void faultCleared(const std::string& subject);
    /// Once a second: expires requests and takes stale stock off the picture.
    void tick();

    /// Rebuilds the state from a journal: applies records in order without effects, then plans the standing
    /// effects of the result against nothing. Call before any dispatch().
    void resume(const std::vector<record::Record>& records);

    std::uint64_t studioSeq() const { return studioSeq_; }
    std::uint64_t serverSeq() const { return serverSeq_; }

  signals:
    void patched(const vitrina::control::Patch& patch);
    void refused(const vitrina::Error& error, const vitrina::control::Command& command);
    void metersMeasured(const vitrina::engine::MetersMeasured& meters);
    void statsMeasured(const vitrina::engine::StatsMeasured& stats);
    /// An aired item was confirmed: how long from the take to its first frame.
    void takeConfirmed(const vitrina::AiredId& aired, qint64 takeToProgramUs);

  private:
    void record(std::vector<record::Fact> facts);

    State state_;
    const Clock& clock_;
    RecordSink& records_;
    EffectSink& effects_;
    std::uint64_t studioSeq_ = 0;
    std::uint64_t serverSeq_ = 0;
    std::string boot_;
};

} // namespace vitrina::control
