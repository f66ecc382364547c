// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.hpp"
#include "base/Overloaded.hpp"
#include "server/store/MoveTables.hpp"
#include "server/store/Statements.hpp"

/// The part of the writer that lets a run go to another server, and takes one in (link.md, "Moving a show").
namespace vitrina::server {

namespace {

/// Gives every kind of answer the error it has a place for.
void refuse(auto& job, ErrorCode code) {
    if constexpr (requires { job.answer.refusal.code; })
        job.answer.refusal.code = code;
    else if constexpr (requires { job.answer.error; })
        job.answer.error = code;
    else if constexpr (requires { job.answer = code; })
        job.answer = code;
}

} // namespace

/// The run's ledger stands still. Leaving: who asks is to ask again, as it may stay; gone: he is sent on.
void Writer::workClosed(Job& job) {
    const ErrorCode code = state_.place == Place::Leaving ? ErrorCode::Busy : ErrorCode::ShowMoved;
    std::visit(Overloaded{[&](FindOrder& what) { work(what); }, [&](OpenRun& what) { work(what); },
                          [&](LeaveRun& what) { work(what); }, [&](ExportRun& what) { work(what); },
                          [&](ImportRun& what) { work(what); }, [&](NoteMoved& what) { work(what); },
                          [&](PlaceOrder& what) {
                              if (!replay(what))
                                  refuse(what, code);
                          },
                          [&](auto& what) {
                              refuse(what, code);
                          }},
               job);
}

void Writer::setPlace(Place place, std::uint64_t epoch, const std::string& url) {
    state_.place = place;
    state_.epoch = epoch;
    state_.movedTo = url;
    Statement row(*database_, "INSERT OR REPLACE INTO place(run, epoch, place, url) VALUES(?1,?2,?3,?4)");
    row.bind(1, state_.run.value)
        .bind(2, static_cast<std::int64_t>(epoch))
        .bind(3, static_cast<std::int64_t>(place))
        .bind(4, url)
        .run();
    changes_.reset.emplace();
}

/// A hello has come for the run in state_.
ErrorCode Writer::greet(std::uint64_t epoch) {
    if (epoch > state_.epoch) {
        logWarning("store", "this copy of the show is older than the one served elsewhere");
        if (state_.place != Place::Gone)
            setPlace(Place::Gone, state_.epoch, {});
        return ErrorCode::ShowMoved;
    }
    if (epoch < state_.epoch || state_.place == Place::Gone)
        return ErrorCode::ShowMoved;
    if (state_.place != Place::Here)
        setPlace(Place::Here, epoch, {}); // arrived, or it stays after all
    return ErrorCode::None;
}

void Writer::work(LeaveRun& job) {
    if (job.run != state_.run || job.epoch != state_.epoch ||
        (state_.place != Place::Here && state_.place != Place::Leaving)) {
        job.answer.error = ErrorCode::ShowMoved;
        return;
    }
    if (state_.place == Place::Here) {
        writeRollups(); // of this batch: what is counted goes along
        writeLife();
        saveRun(*database_, state_);
        setPlace(Place::Leaving, state_.epoch, {});
        logInfo("store", "the show is leaving for another server");
    }
    job.answer.rows = MoveTables(*database_, *buyers_, now_, boot_).count(state_.run);
}

void Writer::work(ExportRun& job) {
    if (job.run != state_.run || state_.place != Place::Leaving) {
        job.answer.error = ErrorCode::WrongPhase;
        return;
    }
    MoveTables tables(*database_, *buyers_, now_, boot_);
    job.answer.part = tables.part(job.run, job.at, job.answer.next, job.answer.last);
}

void Writer::work(ImportRun& job) {
    const auto held = loadRun(*database_, job.run, clock_);
    const bool older =
        !held || held->epoch < job.epoch || (held->epoch == job.epoch && held->place == Place::Arrived);
    if (!older || job.run.empty()) {
        job.answer.error = ErrorCode::ShowMoved;
        job.answer.detail = "this server has it already";
        return;
    }
    MoveTables tables(*database_, *buyers_, now_, boot_);
    const auto key = tables.take(job.run, job.parts);
    if (!key) {
        job.answer.error = key.error().code;
        job.answer.detail = key.error().detail;
        return;
    }
    Statement row(*database_, "INSERT INTO place(run, epoch, place, url) VALUES(?1,?2,?3,'')");
    row.bind(1, job.run.value)
        .bind(2, static_cast<std::int64_t>(job.epoch))
        .bind(3, static_cast<std::int64_t>(Place::Arrived))
        .run();
    // Viewers' tokens of there hold here too.
    const std::string keys = readMeta(*database_, "other_token_keys");
    if (!key->empty() && keys.find(*key) == std::string::npos)
        writeMeta(*database_, "other_token_keys", keys + *key + " ");
    job.answer.part = *key;
    wipe_ = true;                // what was held of the run before may have been of people
    if (job.run == state_.run) { // it had gone from here, and comes back
        minuteRollups_.clear();
        skuRollups_.clear();
        state_ = loadRun(*database_, job.run, clock_).value_or(RunState{});
        changes_.reset.emplace();
    }
    logInfo("store", "a show has arrived from another server");
}

void Writer::work(NoteMoved& job) {
    if (job.run != state_.run || job.epoch <= state_.epoch) {
        // Told again, or another run is on here; a copy that is served again is never closed by an old word.
        const auto held = job.run == state_.run ? std::nullopt : loadRun(*database_, job.run, clock_);
        if (job.run == state_.run ? state_.place != Place::Gone : held && held->place == Place::Here)
            job.answer.error = ErrorCode::ShowMoved;
        return;
    }
    setPlace(Place::Gone, state_.epoch, job.url);
    MoveTables(*database_, *buyers_, now_, boot_).eraseBuyers(state_.run);
    wipe_ = true;
    logInfo("store", "the show is served elsewhere now");
}

} // namespace vitrina::server
