// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Selling.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vitrina::control {
namespace {

Result<void> checkSkus(const State& state, const std::vector<Sku>& skus) {
    if (skus.empty())
        return fail(ErrorCode::BadRequest, "no SKU");
    for (const Sku& sku : skus) {
        if (!commerce::findVariant(state.catalogue, sku))
            return fail(ErrorCode::UnknownSku, sku.value);
    }
    return {};
}

Result<void> checkStart(const State& state, const commerce::Offer& offer) {
    if (willRun(state, offer.id))
        return fail(ErrorCode::WrongPhase, offer.id.value);
    if (isOver(state, offer))
        return fail(ErrorCode::OfferOver, offer.id.value);
    return commerce::checkOffer(state.catalogue, offer);
}

Result<void> checkExtend(const State& state, const commerce::ExtendOffer& wish) {
    if (!willRun(state, wish.offer))
        return fail(ErrorCode::UnknownOffer, wish.offer.value);
    const auto running = state.running.find(wish.offer);
    const bool endless = running != state.running.end() && running->second.endsMs == 0;
    if (endless || wish.byMs <= 0 || wish.byMs > commerce::longestOfferMs)
        return fail(ErrorCode::BadDuration);
    return {};
}

Result<void> checkChange(const State& state, const commerce::ChangeOrder& wish) {
    const auto found = state.orders.find(wish.number);
    if (found == state.orders.end())
        return fail(ErrorCode::NotFound, wish.number.value);
    const OrderEntry& entry = found->second;
    const bool noteOnly = wish.to == commerce::OrderState::None && wish.refundMinor == 0 && !wish.restock;
    if (noteOnly && !wish.note.empty())
        return {};
    const auto after =
        commerce::changed(standingOf(entry), entry.order.total.minor + entry.order.delivery.minor, wish.to,
                          wish.refundMinor, wish.restock);
    if (!after)
        return fail(after.error().code, wish.number.value);
    return {};
}

bool knows(const State& state, const OfferId& offer) {
    return commerce::findOffer(state.catalogue, offer) || state.running.contains(offer) ||
           state.ended.contains(offer);
}

bool expires(const commerce::Request& request) {
    return std::visit(Overloaded{[](const commerce::SwitchSales& wish) { return wish.open; },
                                 [](const commerce::SwitchSkus& wish) { return wish.open; },
                                 [](const commerce::SwitchChat& wish) { return wish.open; },
                                 [](const commerce::StopOffer&) { return false; },
                                 [](const commerce::EraseBuyer&) { return false; },
                                 [](const auto&) {
                                     return true;
                                 }},
                      request);
}

} // namespace

bool willRun(const State& state, const OfferId& offer) {
    bool runs = state.running.contains(offer);
    for (const PendingRequest& pending : state.pending) {
        if (const auto* start = std::get_if<commerce::StartOffer>(&pending.request))
            runs = runs || start->offer.id == offer;
        else if (const auto* stop = std::get_if<commerce::StopOffer>(&pending.request))
            runs = runs && stop->offer != offer;
    }
    return runs;
}

bool isOver(const State& state, const commerce::Offer& offer) {
    const auto ended = state.ended.find(offer.id);
    if (ended == state.ended.end())
        return false;
    return offer.durationMs > 0 || ended->second == commerce::OfferEnd::Time ||
           ended->second == commerce::OfferEnd::Pieces;
}

std::optional<std::int64_t> remainingMs(const State& state, const commerce::RunningOffer& running,
                                        Instant now) {
    if (running.endsMs == 0)
        return std::nullopt;
    return std::max<std::int64_t>(0, running.endsMs - (now.wallMs + state.clockOffsetMs));
}

std::optional<std::int64_t> piecesLeft(const commerce::RunningOffer& running) {
    if (running.offer.pieceLimit == 0)
        return std::nullopt;
    return std::max<std::int64_t>(0, running.offer.pieceLimit - running.taken);
}

std::int64_t goodsMinor(const commerce::Order& order) {
    std::int64_t goods = 0;
    for (const commerce::OrderLine& line : order.lines)
        goods += line.quantity * line.unitMinor;
    return goods;
}

commerce::OrderStanding standingOf(const OrderEntry& entry) {
    return {entry.state, entry.refundedMinor, false, entry.paid};
}

std::int64_t netMinor(const OrderEntry& entry) {
    return commerce::netMinor(standingOf(entry), goodsMinor(entry.order));
}

Result<void> checkRequest(const State& state, const commerce::Request& request) {
    return std::visit(Overloaded{
                          [&](const commerce::CorrectStock& wish) -> Result<void> {
                              if (!commerce::findVariant(state.catalogue, wish.sku))
                                  return fail(ErrorCode::UnknownSku, wish.sku.value);
                              if (wish.difference == 0)
                                  return fail(ErrorCode::BadQuantity);
                              return {};
                          },
                          [&](const commerce::SwitchSkus& wish) { return checkSkus(state, wish.skus); },
                          [&](const commerce::StartOffer& wish) { return checkStart(state, wish.offer); },
                          [&](const commerce::ExtendOffer& wish) { return checkExtend(state, wish); },
                          [&](const commerce::StopOffer& wish) -> Result<void> {
                              if (!willRun(state, wish.offer))
                                  return fail(ErrorCode::UnknownOffer, wish.offer.value);
                              return {};
                          },
                          [&](const commerce::ChangeOrder& wish) { return checkChange(state, wish); },
                          [&](const commerce::VoidSince& wish) -> Result<void> {
                              if (!knows(state, wish.offer))
                                  return fail(ErrorCode::UnknownOffer, wish.offer.value);
                              return {};
                          },
                          [&](const commerce::EraseBuyer& wish) -> Result<void> {
                              if (!state.orders.contains(wish.number))
                                  return fail(ErrorCode::NotFound, wish.number.value);
                              return {};
                          },
                          [&](const commerce::SetTerms& wish) -> Result<void> {
                              if (wish.terms.reserveMs < commerce::shortestReserveMs ||
                                  wish.terms.reserveMs > commerce::longestReserveMs)
                                  return fail(ErrorCode::BadDuration);
                              return {};
                          },
                          [](const auto&) -> Result<void> { return {}; },
                      },
                      request);
}

record::Fact requestMade(const commerce::Request& request, const Moment& moment, const IdSource& ids) {
    const std::int64_t validUntil = expires(request) ? moment.now.wallMs + requestValidMs : 0;
    return record::OwnFact{record::RequestMade{RequestId{ids()}, request, validUntil, moment.serverSeq}};
}

const commerce::Offer* waitingForPress(const State& state) {
    const show::AiredItem* current = state.run.current();
    if (!current || !current->onAir || state.run.phase != show::RunPhase::Live)
        return nullptr;
    const auto found = std::ranges::find_if(state.catalogue.offers, [&](const commerce::Offer& offer) {
        return offer.item == current->item.id && !willRun(state, offer.id) &&
               !state.ended.contains(offer.id) && // stopped by hand, it does not ask again
               commerce::doubtOf(state.catalogue, offer) != commerce::PriceDoubt::None;
    });
    return found == state.catalogue.offers.end() ? nullptr : &*found;
}

std::vector<commerce::Request> requestsOfAired(const State& state, const ItemId& item) {
    std::vector<commerce::Request> requests;
    std::set<OfferId> others;
    const auto note = [&](const commerce::Offer& offer) {
        if (!offer.item.empty() && offer.item != item && willRun(state, offer.id))
            others.insert(offer.id);
    };
    for (const auto& [id, running] : state.running)
        note(running.offer);
    for (const PendingRequest& pending : state.pending) {
        if (const auto* start = std::get_if<commerce::StartOffer>(&pending.request))
            note(start->offer);
    }
    for (const OfferId& offer : others)
        requests.emplace_back(commerce::StopOffer{offer, commerce::OfferEnd::ItemLeft});
    for (const commerce::Offer& offer : state.catalogue.offers) {
        if (offer.item == item && !item.empty() && !willRun(state, offer.id) && !isOver(state, offer) &&
            commerce::doubtOf(state.catalogue, offer) == commerce::PriceDoubt::None)
            requests.emplace_back(commerce::StartOffer{offer});
    }
    return requests;
}

} // namespace vitrina::control
