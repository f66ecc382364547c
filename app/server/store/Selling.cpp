// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Hash.hpp"
#include "server/store/Statements.hpp"

/// The part of the writer that sells, from a checkout or in one step.
namespace vitrina::server {

namespace {

std::int64_t orderHash(const PlaceOrder& job) {
    Hash hash;
    hash.mix(job.request.lines);
    hash.mix(job.request.reservation.value);
    hash.mix(job.request.delivery.way);
    hash.mix(job.request.delivery.region);
    hash.mix(std::to_string(static_cast<int>(job.request.delivery.payment)));
    for (const std::string* text :
         {&job.buyer.name, &job.buyer.contact, &job.buyer.phone, &job.buyer.address, &job.buyer.note})
        hash.mix(*text);
    return hash.value();
}

/// Keyed, as a bare hash of a name and a contact could be tried for one's guesses.
std::int64_t orderMark(const BuyerTables& buyers, const PlaceOrder& job) {
    return buyers.mark("order " + std::to_string(orderHash(job)));
}

} // namespace

bool Writer::knownOrder(PlaceOrder& job, std::int64_t hash) {
    auto& found = statements_->orderByKey;
    const bool known = found.bind(1, job.request.viewer.value)
                           .bind(2, job.request.key)
                           .bind(3, wishOf(job.request.viewer.value, job.request.key))
                           .row();
    if (known && found.integer(2) != hash) {
        job.answer.refusal.code = ErrorCode::KeyReused;
    } else if (known) {
        auto& order = job.answer.order;
        order = {OrderNumber{found.text(1)},
                 job.request.viewer,
                 {},
                 Money{found.integer(3), found.text(4)},
                 {found.text(6), found.text(7), found.integer(8),
                  static_cast<commerce::PaymentWay>(found.integer(9))}};
        auto& lines = statements_->linesOfOrder;
        lines.bind(1, found.integer(0));
        while (lines.row())
            order.lines.push_back(
                {Sku{lines.text(0)}, lines.integer(1), lines.integer(2), OfferId{lines.text(3)}});
        lines.reset();
        job.answer.state = static_cast<commerce::OrderState>(found.integer(5));
        job.answer.replayed = true;
    }
    found.reset();
    return known;
}

/// What was answered before the run went is answered on: a page that has lost the answer asks here first.
bool Writer::replay(PlaceOrder& job) {
    const bool known = knownOrder(job, orderMark(*buyers_, job));
    if (!known || job.answer.refusal.code != ErrorCode::KeyReused)
        return known;
    // What could confirm a guess went with the buyers' data; the viewer's own token and key are enough to be
    // told.
    job.answer.refusal = {};
    return knownOrder(job, 0);
}

void Writer::work(PlaceOrder& job) {
    const std::int64_t hash = orderMark(*buyers_, job);
    if (knownOrder(job, hash))
        return;
    commerce::Order& order = job.answer.order;
    Levels levels;
    job.answer.refusal =
        job.request.reservation.empty() ? sellAtOnce(job, levels) : sellCheckout(job, levels);
    if (job.answer.refusal.code != ErrorCode::None) {
        order = {};
        return;
    }
    const auto demand = commerce::demandOf(order.lines);
    ++state_.orders;
    order.number = OrderNumber{state_.prefix + "-" + std::to_string(state_.orders) + "-" + randomLetters(3)};
    order.viewer = job.request.viewer;
    order.total = Money{demand ? demand->totalMinor : 0, state_.shelf.currency};
    const std::int64_t network = networkMark(job.request.network);
    const bool review = velocity_.order(order.viewer, networkName(network), now_.monoMs);
    job.answer.state = review ? commerce::OrderState::Review : commerce::OrderState::Placed;
    insertOrder(job, hash, network);
    noteMailDue(order.number, job.buyer.contact);
    roll(order);
    write(commerce::Fact(commerce::OrderPlaced{order, state_.onAir, job.request.mediaMs, std::move(levels),
                                               job.request.reservation, review}));
    endOffers();
}

/// Reserved and confirmed in one step.
Refusal Writer::sellAtOnce(PlaceOrder& job, Levels& levels) {
    commerce::Priced priced;
    Refusal refusal = judgeInPlace(job.request.viewer, job.request.lines, {}, priced);
    if (refusal.code != ErrorCode::None)
        return refusal;
    job.answer.order.lines = std::move(priced.lines);
    levels = take(job.request.viewer, job.answer.order.lines, commerce::Pieces::Bought);
    return refusal;
}

Refusal Writer::sellCheckout(PlaceOrder& job, Levels& levels) {
    Refusal refusal;
    const RunState::Checkout* checkout = checkoutFor(job.request.reservation, job.request.viewer, refusal);
    if (!checkout)
        return refusal;
    commerce::Order& order = job.answer.order;
    order.lines = checkout->reservation.lines;
    order.delivery = job.request.delivery;
    refusal = commerce::judgeConfirm(state_.shelf, order.lines, job.request, order.delivery);
    if (refusal.code == ErrorCode::None)
        levels = endCheckout(job.request.reservation, commerce::ReservationEnd::Confirmed);
    return refusal;
}

void Writer::roll(const commerce::Order& order) {
    auto& minute = minuteRollups_["order"];
    ++minute.count;
    minute.amount += order.total.minor;
    for (const auto& line : order.lines) {
        minute.units += line.quantity;
        auto& sku = skuRollups_[line.sku];
        ++sku.count;
        sku.units += line.quantity;
        sku.amount += line.quantity * line.unitMinor;
    }
}

void Writer::insertOrder(const PlaceOrder& job, std::int64_t hash, std::int64_t network) {
    const commerce::Order& order = job.answer.order;
    statements_->insertOrder.bind(1, state_.run.value)
        .bind(2, order.number.value)
        .bind(3, order.viewer.value)
        .bind(4, job.request.key)
        .bind(5, hash)
        .bind(6, order.total.minor)
        .bind(7, order.total.currency)
        .bind(8, state_.onAir.value)
        .bind(9, now_.wallMs)
        .bind(10, static_cast<std::int64_t>(job.answer.state))
        .bind(11, order.delivery.way)
        .bind(12, order.delivery.region)
        .bind(13, order.delivery.minor)
        .bind(14, static_cast<std::int64_t>(order.delivery.payment))
        .bind(15, job.request.reservation.value)
        .bind(16, network)
        .bind(17, wishOf(order.viewer.value, job.request.key))
        .run();
    lively_ = true;
    const std::int64_t row = database_->lastRow();
    std::int64_t number = 0;
    for (const auto& line : order.lines)
        statements_->insertLine.bind(1, row)
            .bind(2, ++number)
            .bind(3, line.sku.value)
            .bind(4, line.quantity)
            .bind(5, line.unitMinor)
            .bind(6, line.offer.value)
            .run();
    buyers_->insert({row, order.number}, job.buyer);
}

} // namespace vitrina::server
