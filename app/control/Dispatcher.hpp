// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Result.hpp"
#include "control/Commands.hpp"
#include "control/EditHistory.hpp"
#include "control/Effects.hpp"
#include "control/Patch.hpp"
#include "control/Standing.hpp"
#include "control/State.hpp"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace vitrina::control {

/// The only writer of the studio's state. Lives on the GUI thread; every call is made there.
///
///   command → decide → facts → apply → RecordSink → effects → patched()
///   outside (engine event, server record) → fact → the same apply
///
/// Effects go before patched(): the picture must not wait for views. Sinks and slots may call back in (an
/// engine that confirms at once does): the state is whole before either is called.
class Dispatcher final : public QObject {
    Q_OBJECT

  public:
    Dispatcher(State initial, const Clock& clock, RecordSink& records, EffectSink& effects,
               QObject* parent = nullptr);

    const State& state() const { return state_; }
    const Clock& clock() const { return clock_; }
    const EditHistory& history() const { return history_; }
    /// For scenarios whose ids have to be the same each time; random ones otherwise.
    void setIdSource(IdSource ids) { ids_ = std::move(ids); }

    /// A refusal changes nothing and is also told by refused().
    Result<void> dispatch(const Command& command);

    /// An engine event, already on the GUI thread. Meters and stats pass by: meters(), stats().
    void engineSaid(const engine::EngineEvent& event);
    /// Records of the server in order. One already seen is skipped, one missing is a fault.
    void serverSaid(const std::vector<record::Record>& records);
    void linkChanged(LinkHealth health, const std::string& pageUrl, std::int64_t clockOffsetMs);
    /// The run's ledger has arrived at another server: from this record on that one serves it.
    void showMoved(const std::string& pageUrl, std::uint64_t epoch);
    void faultRaised(const std::string& subject, ErrorCode error, const std::string& detail);
    void faultCleared(const std::string& subject);
    /// Once a second: expires requests and takes stale stock off the picture. After a lost link it also calls
    /// itself.
    void tick();

    /// Rebuilds the state from a journal: applies records in order without effects, then plans the standing
    /// effects of the result against nothing. One-shot effects never come again. Requests whose time is over
    /// go back to the person. Call before any dispatch(). False, and nothing done, when there is no run in
    /// the records or it was ended in order.
    bool resume(const std::vector<record::Record>& records);

    std::uint64_t studioSeq() const { return studioSeq_; }
    std::uint64_t serverSeq() const { return serverSeq_; }

  signals:
    void patched(const vitrina::control::Patch& patch);
    void refused(const vitrina::Error& error, const vitrina::control::Command& command);
    void metersMeasured(const vitrina::engine::MetersMeasured& meters);
    void statsMeasured(const vitrina::engine::StatsMeasured& stats);
    void clapHeard(const vitrina::engine::ClapHeard& clap);
    /// An aired item was confirmed: how long from the take to its first frame.
    void takeConfirmed(const vitrina::AiredId& aired, qint64 takeToProgramUs);
    /// The set-up was changed by a command: it is to be kept.
    void setUpEdited();

  private:
    /// The way of every own fact: apply, append, carry out, tell.
    void commit(const std::vector<record::Fact>& facts, Instant now);
    Result<void> editSetUp(const stage::SetUpEdit& edit, Instant now);
    record::Record numbered(const record::Fact& fact, Instant now);
    void replan(Instant now);
    void carryOut(const std::vector<Effect>& effects);
    /// Adds what has become known or unknown by time alone.
    void noteFreshness(Patch& patch, Instant now);
    void tell(Patch patch);

    void sceneOnProgram(const engine::SceneOnProgram& event);
    void sourceChanged(const engine::SourceChanged& event);
    void outputChanged(const engine::OutputChanged& event);
    void engineStarted();
    void setFault(std::vector<record::Fact>& facts, const std::string& subject, ErrorCode error,
                  const std::string& detail) const;
    void clearFault(std::vector<record::Fact>& facts, const std::string& subject) const;
    bool inOrder(const record::Record& record, std::vector<record::Fact>& faults);
    void lapse(const PendingRequest& pending, Instant now);
    bool rebuild(const std::vector<record::Record>& records, Instant now);

    /// The take whose confirmation is awaited: what of its time has passed before the engine heard of it.
    struct OpenTake {
        std::string token;
        std::chrono::steady_clock::time_point pressed;
        std::int64_t toPostUs = 0;
    };

    State state_;
    const Clock& clock_;
    RecordSink& records_;
    EffectSink& effects_;
    IdSource ids_ = randomHex128;
    EditHistory history_;
    Standing carried_; ///< what has been told to the outside
    OpenTake openTake_;
    bool fresh_ = false;
    std::uint64_t studioSeq_ = 0;
    std::uint64_t serverSeq_ = 0;
    std::string boot_;
    QTimer staleTimer_;
    QTimer secondTimer_; ///< a countdown on the picture says its next second
};

} // namespace vitrina::control
