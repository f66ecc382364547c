// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Hash.hpp"
#include "server/store/Statements.hpp"

#include <limits>

/// The part of the writer that keeps pieces for a checkout, and ends what has run out.
namespace vitrina::server {

namespace {

std::int64_t hashOf(const commerce::ReserveRequest& request) {
    Hash hash;
    hash.mix(request.lines);
    hash.mix(request.word);
    return hash.value();
}

/// What a viewer has of the offers of some lines. Taking gives back to who has a limit now, giving back takes
/// from who had one when he took: one after the other need not be nothing.
std::map<OfferId, std::optional<std::int64_t>> usesOf(const commerce::Shelf& shelf, const ViewerId& viewer,
                                                      const std::vector<commerce::OrderLine>& lines) {
    std::map<OfferId, std::optional<std::int64_t>> uses;
    for (const auto& line : lines) {
        if (line.offer.empty())
            continue;
        const auto& ofBuyer = shelf.offers.at(line.offer).ofBuyer;
        const auto own = ofBuyer.find(viewer);
        uses[line.offer] = own == ofBuyer.end() ? std::nullopt : std::optional(own->second);
    }
    return uses;
}

void putUses(commerce::Shelf& shelf, const ViewerId& viewer,
             const std::map<OfferId, std::optional<std::int64_t>>& uses) {
    for (const auto& [offer, pieces] : uses) {
        auto& ofBuyer = shelf.offers.at(offer).ofBuyer;
        if (pieces)
            ofBuyer[viewer] = *pieces;
        else
            ofBuyer.erase(viewer);
    }
}

} // namespace

CheckoutAnswer Writer::answerOf(const commerce::Reservation& reservation, bool replayed) const {
    const auto demand = commerce::demandOf(reservation.lines);
    return {{}, reservation, Money{demand ? demand->totalMinor : 0, state_.shelf.currency}, replayed};
}

bool Writer::knownCheckout(Reserve& job, std::int64_t hash) {
    auto& found = statements_->checkoutByKey;
    const bool known = found.bind(1, job.request.viewer.value).bind(2, job.request.key).row();
    if (known && found.integer(1) != hash) {
        job.answer.refusal.code = ErrorCode::KeyReused;
    } else if (known) {
        const auto open = state_.checkouts.find(ReservationId{found.text(0)});
        if (open == state_.checkouts.end())
            job.answer.refusal.code = ErrorCode::ReservationOver;
        else
            job.answer = answerOf(open->second.reservation, true);
    }
    found.reset();
    return known;
}

void Writer::work(Reserve& job) {
    const std::int64_t hash = hashOf(job.request);
    if (knownCheckout(job, hash))
        return;
    const ViewerId& viewer = job.request.viewer;
    if (const std::int64_t wait =
            velocity_.waitMs(viewer, networkName(networkMark(job.request.network)), now_.monoMs);
        wait > 0) {
        job.answer.refusal = {.code = ErrorCode::OnHold, .retryAfterMs = wait};
        return;
    }
    commerce::Priced priced;
    job.answer.refusal = judgeInPlace(viewer, job.request.lines, job.request.word, priced);
    if (job.answer.refusal.code == ErrorCode::None)
        keep(job, hash, priced);
}

/// The viewer's reservation before stands in nobody's own way: it is judged as if it had been released.
Refusal Writer::judgeInPlace(const ViewerId& viewer, const Lines& lines, const std::string& word,
                             commerce::Priced& priced) {
    const auto own = state_.checkoutOf.find(viewer);
    if (own == state_.checkoutOf.end())
        return commerce::judge(state_.shelf, viewer, lines, word, priced);
    const Lines& before = state_.checkouts.at(own->second).reservation.lines;
    const auto uses = usesOf(state_.shelf, viewer, before);
    commerce::giveBack(state_.shelf, viewer, before, commerce::Pieces::Reserved);
    Refusal refusal = commerce::judge(state_.shelf, viewer, lines, word, priced);
    commerce::take(state_.shelf, viewer, before, commerce::Pieces::Reserved);
    putUses(state_.shelf, viewer, uses);
    if (refusal.code == ErrorCode::None) {
        const ReservationId id = own->second;
        tellEnded(id, commerce::ReservationEnd::Released);
    }
    return refusal;
}

void Writer::keep(Reserve& job, std::int64_t hash, const commerce::Priced& priced) {
    const std::int64_t lasts = state_.shelf.catalogue.terms.reserveMs;
    const RunState::Checkout made{
        {newId<ReservationId>(), job.request.viewer, priced.lines, now_.wallMs + lasts, false},
        now_.monoMs + lasts,
        networkMark(job.request.network),
        lasts};
    const commerce::Reservation& reservation = made.reservation;
    statements_->insertCheckout.bind(1, reservation.id.value)
        .bind(2, state_.run.value)
        .bind(3, reservation.viewer.value)
        .bind(4, job.request.key)
        .bind(5, hash)
        .bind(6, reservation.expiresMs)
        .bind(7, made.dueMs)
        .bind(8, boot_)
        .bind(9, made.network)
        .bind(10, made.lastsMs)
        .run();
    std::int64_t number = 0;
    for (const auto& line : reservation.lines)
        statements_->insertCheckoutLine.bind(1, reservation.id.value)
            .bind(2, ++number)
            .bind(3, line.sku.value)
            .bind(4, line.quantity)
            .bind(5, line.unitMinor)
            .bind(6, line.offer.value)
            .run();
    Levels levels = take(reservation.viewer, reservation.lines, commerce::Pieces::Reserved);
    state_.due.emplace(made.dueMs, reservation.id);
    state_.checkoutOf[reservation.viewer] = reservation.id;
    state_.checkouts.emplace(reservation.id, made);
    job.answer = answerOf(reservation, false);
    write(commerce::Fact(commerce::Reserved{reservation, std::move(levels)}));
}

RunState::Checkout* Writer::checkoutFor(const ReservationId& id, const ViewerId& viewer, Refusal& refusal) {
    const auto open = state_.checkouts.find(id);
    if (open != state_.checkouts.end() && open->second.reservation.viewer == viewer)
        return &open->second;
    auto& known = statements_->checkoutById;
    refusal.code = known.bind(1, id.value).bind(2, viewer.value).row() ? ErrorCode::ReservationOver
                                                                       : ErrorCode::NotFound;
    known.reset();
    return nullptr;
}

void Writer::work(ExtendCheckout& job) {
    RunState::Checkout* checkout = checkoutFor(job.checkout, job.viewer, job.answer.refusal);
    if (!checkout)
        return;
    commerce::Reservation& reservation = checkout->reservation;
    const bool before = std::exchange(reservation.extended, true);
    if (!before) {
        const std::int64_t by = state_.shelf.catalogue.terms.reserveMs;
        state_.due.erase({checkout->dueMs, reservation.id});
        reservation.expiresMs += by;
        checkout->dueMs += by;
        checkout->lastsMs += by;
        state_.due.emplace(checkout->dueMs, reservation.id);
        statements_->extendCheckout.bind(1, reservation.id.value)
            .bind(2, reservation.expiresMs)
            .bind(3, checkout->dueMs)
            .bind(4, boot_)
            .bind(5, checkout->lastsMs)
            .run();
        if (database_->changed() != 1)
            disagree();
        write(commerce::Fact(commerce::Reserved{reservation, levelsOf(reservation.lines)}));
    }
    job.answer = answerOf(reservation, before);
}

void Writer::work(ReleaseCheckout& job) {
    if (checkoutFor(job.checkout, job.viewer, job.answer.refusal))
        tellEnded(job.checkout, commerce::ReservationEnd::Released);
    else if (job.answer.refusal.code == ErrorCode::ReservationOver)
        job.answer = {.refusal = {}, .replayed = true};
}

Writer::Levels Writer::endCheckout(const ReservationId& id, commerce::ReservationEnd how) {
    const auto open = state_.checkouts.find(id);
    const commerce::Reservation& reservation = open->second.reservation;
    statements_->endCheckout.bind(1, id.value).bind(2, static_cast<std::int64_t>(how)).run();
    if (database_->changed() != 1)
        disagree();
    Levels levels = how == commerce::ReservationEnd::Confirmed
                        ? confirm(reservation.lines)
                        : giveBack(reservation.viewer, reservation.lines, commerce::Pieces::Reserved);
    state_.due.erase({open->second.dueMs, id});
    state_.checkoutOf.erase(reservation.viewer);
    state_.checkouts.erase(open);
    return levels;
}

void Writer::tellEnded(const ReservationId& id, commerce::ReservationEnd how) {
    Levels levels = endCheckout(id, how);
    write(commerce::Fact(commerce::ReservationEnded{id, how, std::move(levels)}));
}

/// Before the jobs of a batch, so that none of them meets what should be over.
void Writer::sweep() {
    if (state_.run.empty() || state_.place != Place::Here)
        return; // What has gone, or is going, ends where it goes.
    while (!state_.due.empty() && state_.due.begin()->first <= now_.monoMs) {
        const ReservationId id = state_.due.begin()->second;
        noteExpired(state_.checkouts.at(id));
        tellEnded(id, commerce::ReservationEnd::Expired);
    }
    endOffers();
}

std::int64_t Writer::nextDueMs() const {
    std::int64_t next = std::numeric_limits<std::int64_t>::max();
    if (state_.place != Place::Here)
        return next;
    if (!state_.due.empty())
        next = state_.due.begin()->first;
    for (const auto& [id, offer] : state_.shelf.offers) {
        if (offer.ended == commerce::OfferEnd::None && offer.dueMs != 0)
            next = std::min(next, offer.dueMs);
    }
    return next;
}

} // namespace vitrina::server
