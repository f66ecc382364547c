// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Writer.hpp"

#include "base/Log.hpp"
#include "server/store/Statements.hpp"
#include "server/store/Tally.hpp"

namespace vitrina::server {

namespace {

/// Judged by the shelf alone: the tables may wait.
bool isSale(const Job& job) {
    return std::holds_alternative<PlaceOrder>(job) || std::holds_alternative<Reserve>(job) ||
           std::holds_alternative<ExtendCheckout>(job) || std::holds_alternative<ReleaseCheckout>(job);
}

} // namespace

Writer::Writer(std::unique_ptr<Database> database, std::unique_ptr<BuyerTables> buyers, const Clock& clock,
               const commerce::VelocityLimits& limits)
    : database_(std::move(database)), buyers_(std::move(buyers)), clock_(clock), boot_(clock.bootId()),
      statements_(std::make_unique<Statements>(*database_)), velocity_(limits) {}

Writer::~Writer() = default;

void Writer::resume() {
    if (const std::string run = readMeta(*database_, "current_run"); !run.empty())
        state_ = loadRun(*database_, RunId{run}, clock_).value_or(RunState{});
    for (const auto& [id, checkout] : state_.checkouts)
        statements_->keepCheckoutDue.bind(1, id.value).bind(2, checkout.dueMs).bind(3, boot_).run();
    for (const auto& [id, offer] : state_.shelf.offers)
        statements_->keepOfferDue.bind(1, state_.run.value)
            .bind(2, id.value)
            .bind(3, offer.dueMs)
            .bind(4, boot_)
            .run();
    recallVelocity();
}

bool Writer::begin() {
    database_->forget();
    if (!database_->begin())
        return false;
    if (stale_) {
        state_ = RunState{};
        resume();
        if (!database_->ok()) {
            database_->rollBack();
            return false;
        }
        stale_ = false;
    }
    now_ = clock_.now();
    changes_ = Changes{};
    offersChanged_ = false;
    lively_ = false;
    moves_ = {};
    sweep();
    return true;
}

void Writer::work(Job& job) {
    if (!isSale(job))
        writeMoves();
    if (state_.place != Place::Here) {
        workClosed(job);
        return;
    }
    std::visit([this](auto& what) { work(what); }, job);
}

bool Writer::commit(Changes& changes) {
    writeMoves();
    writeRollups();
    writeLife();
    if (!state_.run.empty())
        saveRun(*database_, state_);
    if (!database_->ok()) {
        database_->rollBack();
        stale_ = true;
        return false;
    }
    if (!database_->commit()) {
        stale_ = true;
        return false;
    }
    if (wipe_)
        wipe_ = !wipeLog(*database_); // busy: with the next batch
    changes_.serverSeq = state_.serverSeq;
    if (offersChanged_)
        changes_.offers = commerce::runningOffers(state_.shelf);
    if (changes_.reset)
        changes_.reset = view(); // After all of the batch, so that nothing in it is told twice or not at all.
    changes = std::move(changes_);
    return true;
}

std::string Writer::write(record::Fact fact) {
    const record::Record record{
        state_.show, state_.run, record::Origin::Server, ++state_.serverSeq, state_.studioSeq,
        now_,        boot_,      std::move(fact)};
    const std::string json = record::encodeRecord(record);
    statements_->insertRecord.bind(1, state_.run.value)
        .bind(2, std::int64_t(record::Origin::Server))
        .bind(3, static_cast<std::int64_t>(record.seq))
        .bind(4, json)
        .run();
    return json;
}

void Writer::writeRollups() {
    const std::int64_t minute = now_.wallMs / 60'000;
    for (const auto& [kind, sum] : minuteRollups_)
        statements_->addMinute.bind(1, state_.run.value)
            .bind(2, minute)
            .bind(3, kind)
            .bind(4, sum.count)
            .bind(5, sum.units)
            .bind(6, sum.amount)
            .run();
    for (const auto& [sku, sum] : skuRollups_)
        statements_->addSku.bind(1, state_.run.value)
            .bind(2, sku.value)
            .bind(3, sum.count)
            .bind(4, sum.units)
            .bind(5, sum.amount)
            .run();
    minuteRollups_.clear();
    skuRollups_.clear();
}

bool Writer::knownMessage(PostMessage& job) {
    auto& found = statements_->messageByKey;
    const bool known = found.bind(1, job.message.viewer.value).bind(2, job.key).row();
    if (known && found.text(1) == job.message.name && found.text(2) == job.message.text)
        job.answer = {{}, MessageId{found.text(0)}, true};
    else if (known)
        job.answer.refusal.code = ErrorCode::KeyReused;
    found.reset();
    return known;
}

void Writer::work(PostMessage& job) {
    if (knownMessage(job))
        return;
    if (state_.run.empty()) {
        job.answer.refusal.code = ErrorCode::Busy;
        return;
    }
    if (!state_.chatOpen) {
        job.answer.refusal.code = ErrorCode::ChatHidden;
        return;
    }
    job.message.id = newId<MessageId>();
    const audience::Message& message = job.message;
    statements_->insertMessage.bind(1, state_.run.value)
        .bind(2, message.name)
        .bind(3, message.text)
        .bind(4, message.viewer.value)
        .bind(5, job.key)
        .bind(6, message.id.value)
        .bind(7, now_.wallMs)
        .run();
    write(audience::Fact(audience::MessagePosted{message}));
    ++minuteRollups_["message"].count;
    changes_.chat.push_back({message, now_.wallMs});
    job.answer.id = message.id;
}

void Writer::work(CountViewers& job) {
    if (state_.run.empty() || state_.phase == Phase::Ended)
        return; // Who comes to read the goodbye is not counted.
    state_.peak = std::max(state_.peak, job.watching);
    write(audience::Fact(audience::ViewersCounted{job.watching, state_.peak}));
}

/// What is open in the run before is ended while it is still the present one; pages are shown none of it.
void Writer::leaveRun() {
    while (state_.place == Place::Here && !state_.checkouts.empty())
        tellEnded(ReservationId(state_.checkouts.begin()->first), commerce::ReservationEnd::Released);
    writeMoves();
    writeRollups();
    writeLife();
    if (!state_.run.empty())
        saveRun(*database_, state_);
    changes_ = Changes{};
    offersChanged_ = false;
}

void Writer::work(OpenRun& job) {
    if (job.run.empty()) {
        job.answer.error = ErrorCode::BadRequest;
        return;
    }
    if (job.run != state_.run) {
        auto known = loadRun(*database_, job.run, clock_);
        if (!known && job.epoch != 0) {
            job.answer.error = ErrorCode::ShowMoved; // A copy from before the run, or another machine.
            return;
        }
        leaveRun();
        state_ = known ? std::move(*known) : beginRun(*database_, job.show, job.run);
        writeMeta(*database_, "current_run", job.run.value);
        changes_.reset.emplace();
    }
    job.answer.error = greet(job.epoch);
    job.answer.studioSeq = state_.studioSeq;
    job.answer.serverSeq = state_.serverSeq;
}

void Writer::work(AskTally& job) {
    if (const auto tally = tallyOf(*database_, state_.run))
        job.answer = {tally->messages, tally->orders, tally->units, tally->gmvMinor, tally->oversold};
}

void Writer::work(NoteAck& job) {
    state_.studioAck = std::max(state_.studioAck, std::min(job.seq, state_.serverSeq));
}

} // namespace vitrina::server
