// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Ledger.hpp"

namespace vitrina::commerce {
namespace {

// The moment it was sent from may differ in a repetition.
bool sameWish(const ReserveRequest& one, const ReserveRequest& other) {
    return one.lines == other.lines && one.word == other.word;
}

bool sameWish(const OrderRequest& one, const OrderRequest& other) {
    return one.lines == other.lines && one.reservation == other.reservation && one.delivery == other.delivery;
}

void settle(Ledger& ledger, std::int64_t monoMs) {
    for (const auto& [offer, why] : offersToEnd(ledger.shelf, monoMs))
        endOffer(ledger.shelf, offer, why);
    reprice(ledger.shelf);
}

Checkout* openCheckout(Ledger& ledger, const ViewerId& viewer) {
    for (auto& [id, checkout] : ledger.checkouts) {
        if (checkout.ended == ReservationEnd::None && checkout.reservation.viewer == viewer)
            return &checkout;
    }
    return nullptr;
}

void end(Ledger& ledger, Checkout& checkout, ReservationEnd how) {
    if (how == ReservationEnd::Confirmed)
        confirm(ledger.shelf, checkout.reservation.lines);
    else
        giveBack(ledger.shelf, checkout.reservation.viewer, checkout.reservation.lines, Pieces::Reserved);
    checkout.ended = how;
}

/// The viewer's reservation before stands in nobody's own way: it is judged as if it had been released.
Refusal judgeInPlace(Ledger& ledger, const ViewerId& viewer, const std::vector<OrderLine>& lines,
                     const std::string& word, Priced& priced) {
    Checkout* before = openCheckout(ledger, viewer);
    if (!before)
        return judge(ledger.shelf, viewer, lines, word, priced);
    const Shelf kept = ledger.shelf;
    end(ledger, *before, ReservationEnd::Released);
    Refusal refusal = judge(ledger.shelf, viewer, lines, word, priced);
    if (refusal.code != ErrorCode::None) {
        ledger.shelf = kept;
        before->ended = ReservationEnd::None;
    }
    return refusal;
}

CheckoutAnswer answerOf(const Ledger& ledger, const Checkout& checkout, bool replayed) {
    const auto demand = demandOf(checkout.reservation.lines);
    return {
        {}, checkout.reservation, Money{demand ? demand->totalMinor : 0, ledger.shelf.currency}, replayed};
}

Checkout* checkoutFor(Ledger& ledger, const ReservationId& id, const ViewerId& viewer, Refusal& refusal) {
    const auto known = ledger.checkouts.find(id);
    if (known == ledger.checkouts.end() || known->second.reservation.viewer != viewer)
        refusal.code = ErrorCode::NotFound;
    else if (known->second.ended != ReservationEnd::None)
        refusal.code = ErrorCode::ReservationOver;
    return refusal.code == ErrorCode::None ? &known->second : nullptr;
}

} // namespace

Ledger openLedger(const Catalogue& catalogue, const std::string& currency, VelocityLimits limits) {
    Ledger ledger;
    ledger.shelf = openShelf(catalogue, currency);
    ledger.velocity = Velocity(limits);
    return ledger;
}

void advance(Ledger& ledger, Instant now) {
    for (auto& [id, checkout] : ledger.checkouts) {
        if (checkout.ended == ReservationEnd::None && checkout.dueMs <= now.monoMs) {
            end(ledger, checkout, ReservationEnd::Expired);
            ledger.velocity.expired(checkout.reservation.viewer, checkout.asked.network,
                                    piecesOf(checkout.reservation.lines), checkout.dueMs);
        }
    }
    settle(ledger, now.monoMs);
}

CheckoutAnswer reserve(Ledger& ledger, const ReserveRequest& request, const ReservationId& id, Instant now) {
    CheckoutAnswer answer;
    const auto key = std::pair(request.viewer, request.key);
    if (const auto known = ledger.checkoutKeys.find(key); known != ledger.checkoutKeys.end()) {
        const Checkout& first = ledger.checkouts.at(known->second);
        if (!sameWish(first.asked, request))
            answer.refusal.code = ErrorCode::KeyReused;
        else if (first.ended != ReservationEnd::None)
            answer.refusal.code = ErrorCode::ReservationOver;
        else
            answer = answerOf(ledger, first, true);
        return answer;
    }
    if (const std::int64_t wait = ledger.velocity.waitMs(request.viewer, request.network, now.monoMs);
        wait > 0) {
        answer.refusal = {.code = ErrorCode::OnHold, .retryAfterMs = wait};
        return answer;
    }
    Priced priced;
    answer.refusal = judgeInPlace(ledger, request.viewer, request.lines, request.word, priced);
    if (answer.refusal.code != ErrorCode::None)
        return answer;
    take(ledger.shelf, request.viewer, priced.lines, Pieces::Reserved);
    const std::int64_t lasts = ledger.shelf.catalogue.terms.reserveMs;
    const Checkout made{{id, request.viewer, priced.lines, now.wallMs + lasts, false},
                        request,
                        now.monoMs + lasts,
                        ReservationEnd::None};
    ledger.checkouts.emplace(id, made);
    ledger.checkoutKeys.emplace(key, id);
    return answerOf(ledger, made, false);
}

CheckoutAnswer extend(Ledger& ledger, const ReservationId& id, const ViewerId& viewer) {
    CheckoutAnswer answer;
    Checkout* checkout = checkoutFor(ledger, id, viewer, answer.refusal);
    if (!checkout)
        return answer;
    const bool before = std::exchange(checkout->reservation.extended, true);
    const std::int64_t by = before ? 0 : ledger.shelf.catalogue.terms.reserveMs;
    checkout->reservation.expiresMs += by;
    checkout->dueMs += by;
    return answerOf(ledger, *checkout, before);
}

CheckoutAnswer release(Ledger& ledger, const ReservationId& id, const ViewerId& viewer) {
    CheckoutAnswer answer;
    if (Checkout* checkout = checkoutFor(ledger, id, viewer, answer.refusal))
        end(ledger, *checkout, ReservationEnd::Released);
    else if (answer.refusal.code == ErrorCode::ReservationOver)
        answer = {.refusal = {}, .replayed = true};
    return answer;
}

OrderAnswer placeOrder(Ledger& ledger, const OrderRequest& request, const OrderNumber& number, Instant now) {
    OrderAnswer answer;
    const auto key = std::pair(request.viewer, request.key);
    if (const auto known = ledger.orderKeys.find(key); known != ledger.orderKeys.end()) {
        const PlacedOrder& first = ledger.orders.at(known->second);
        if (sameWish(first.asked, request))
            return {{}, first.order, true, first.standing.state};
        answer.refusal.code = ErrorCode::KeyReused;
        return answer;
    }
    Priced priced;
    OrderDelivery delivery;
    if (request.reservation.empty()) {
        answer.refusal = judgeInPlace(ledger, request.viewer, request.lines, {}, priced);
        if (answer.refusal.code == ErrorCode::None)
            take(ledger.shelf, request.viewer, priced.lines, Pieces::Bought);
    } else if (Checkout* checkout =
                   checkoutFor(ledger, request.reservation, request.viewer, answer.refusal)) {
        priced.lines = checkout->reservation.lines;
        delivery = request.delivery;
        answer.refusal = judgeConfirm(ledger.shelf, priced.lines, request, delivery);
        if (answer.refusal.code == ErrorCode::None)
            end(ledger, *checkout, ReservationEnd::Confirmed);
    }
    if (answer.refusal.code != ErrorCode::None)
        return answer;
    const bool fast = ledger.velocity.order(request.viewer, request.network, now.monoMs);
    answer.state = fast ? OrderState::Review : OrderState::Placed;
    const std::int64_t total = demandOf(priced.lines)->totalMinor;
    answer.order = {number, request.viewer, priced.lines, Money{total, ledger.shelf.currency}, delivery};
    ledger.orders.emplace(number, PlacedOrder{answer.order, request, {answer.state, 0, false}});
    ledger.orderKeys.emplace(key, number);
    settle(ledger, now.monoMs);
    return answer;
}

ErrorCode changeOrder(Ledger& ledger, const OrderNumber& number, OrderState to, std::int64_t refundMinor,
                      bool restock) {
    const auto known = ledger.orders.find(number);
    if (known == ledger.orders.end())
        return ErrorCode::NotFound;
    PlacedOrder& order = known->second;
    const auto after = changed(order.standing, order.order.total.minor + order.order.delivery.minor, to,
                               refundMinor, restock);
    if (!after)
        return after.error().code;
    if (after->restocked && !order.standing.restocked)
        giveBack(ledger.shelf, order.order.viewer, order.order.lines, Pieces::Bought);
    order.standing = *after;
    return ErrorCode::None;
}

void endShow(Ledger& ledger) {
    endShow(ledger.shelf);
    settle(ledger, 0);
}

std::int64_t gmvMinor(const Ledger& ledger) {
    std::int64_t sum = 0;
    for (const auto& [number, placed] : ledger.orders)
        sum += placed.order.total.minor;
    return sum;
}

} // namespace vitrina::commerce
