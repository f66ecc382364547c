// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.hpp"
#include "control/Dispatcher.hpp"
#include "control/Touched.hpp"

#include <utility>

namespace vitrina::control {
namespace {

/// Monotonic time of another boot means nothing here: the wall clock carries it over.
Instant rebased(const record::Record& record, const std::string& boot, Instant now) {
    if (record.origin == record::Origin::Server || record.boot == boot)
        return record.at;
    return {record.at.wallMs, now.monoMs - (now.wallMs - record.at.wallMs)};
}

} // namespace

bool Dispatcher::rebuild(const std::vector<record::Record>& records, Instant now) {
    if (records.empty())
        return false;
    State rebuilt = state_;
    std::uint64_t studioSeq = 0;
    std::uint64_t serverSeq = 0;
    for (const record::Record& record : records) {
        std::uint64_t& last = record.origin == record::Origin::Server ? serverSeq : studioSeq;
        if (record.run != records.front().run || record.seq <= last)
            continue;
        if (record.seq != last + 1)
            logError("control", "the journal lacks records before seq " + std::to_string(record.seq));
        last = record.seq;
        apply(rebuilt, record.fact, rebased(record, boot_, now));
    }
    if (rebuilt.run.id.empty() || rebuilt.run.phase == show::RunPhase::Ended)
        return false;
    state_ = std::move(rebuilt);
    studioSeq_ = studioSeq;
    serverSeq_ = serverSeq;
    return true;
}

bool Dispatcher::resume(const std::vector<record::Record>& records) {
    const Instant now = clock_.now();
    if (!state_.run.id.empty() || !rebuild(records, now))
        return false;
    // The faults were those of the process that is gone; what still is one will be raised again.
    std::vector<record::Fact> facts;
    for (const auto& [subject, fault] : state_.faults)
        facts.emplace_back(record::OwnFact{record::FaultCleared{subject}});
    forgetOutside(state_);
    keepToSetUp(state_);
    std::vector<PendingRequest> late;
    std::erase_if(state_.pending, [&](const PendingRequest& pending) {
        const bool over = pending.validUntilWallMs != 0 && now.wallMs >= pending.validUntilWallMs;
        if (over)
            late.push_back(pending);
        return over;
    });
    carried_ = {};
    openTake_ = {};
    fresh_ = false;
    commit(facts, now);
    replan(now);
    tell(everything());
    for (const PendingRequest& pending : late)
        lapse(pending, now);
    return true;
}

} // namespace vitrina::control
