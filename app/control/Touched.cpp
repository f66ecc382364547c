// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Touched.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>

namespace vitrina::control {
namespace {

void addItems(Patch& patch, const State& state) {
    addChange(patch, PatchKind::Run);
    if (!state.run.next.empty())
        addChange(patch, PatchKind::Item, state.run.next.value);
    if (const show::AiredItem* current = state.run.current())
        addChange(patch, PatchKind::Item, current->item.id.value);
}

void addLevels(Patch& patch, const State& state, const std::map<Sku, commerce::StockLevel>& levels) {
    for (const auto& [sku, level] : levels) {
        if (const commerce::Product* product = commerce::productOf(state.catalogue, sku))
            addChange(patch, PatchKind::Product, product->id.value);
    }
}

void addSkus(Patch& patch, const State& state, const std::vector<Sku>& skus) {
    for (const Sku& sku : skus) {
        if (const commerce::Product* product = commerce::productOf(state.catalogue, sku))
            addChange(patch, PatchKind::Product, product->id.value);
    }
}

/// An offer that starts or ends changes the price of what it names.
void addOffer(Patch& patch, const State& state, const commerce::Offer& offer) {
    addChange(patch, PatchKind::Offer, offer.id.value);
    for (const commerce::OfferLine& line : offer.lines) {
        if (const commerce::Product* product = commerce::productOf(state.catalogue, line.sku))
            addChange(patch, PatchKind::Product, product->id.value);
    }
}

/// Lines under an offer change how many of its pieces are left.
void addTaken(Patch& patch, const std::vector<commerce::OrderLine>& lines) {
    for (const commerce::OrderLine& line : lines) {
        if (!line.offer.empty())
            addChange(patch, PatchKind::Offer, line.offer.value);
    }
}

/// What is asked for is shown already, so a request that comes or goes touches what it is about.
void addRequest(Patch& patch, const State& state, const commerce::Request& request) {
    addChange(patch, PatchKind::Link);
    std::visit(
        Overloaded{
            [&](const commerce::SwitchSkus& wish) { addSkus(patch, state, wish.skus); },
            [&](const commerce::StartOffer& wish) {
                addChange(patch, PatchKind::Offer, wish.offer.id.value);
            },
            [&](const commerce::ExtendOffer& wish) { addChange(patch, PatchKind::Offer, wish.offer.value); },
            [&](const commerce::StopOffer& wish) { addChange(patch, PatchKind::Offer, wish.offer.value); },
            [&](const commerce::ChangeOrder& wish) { addChange(patch, PatchKind::Order, wish.number.value); },
            [](const auto&) {},
        },
        request);
}
void addRequest(Patch& patch, const State& state, const RequestId& id) {
    addChange(patch, PatchKind::Link);
    const auto pending = std::ranges::find(state.pending, id, &PendingRequest::id);
    if (pending != state.pending.end())
        addRequest(patch, state, pending->request);
}

void addStage(Patch& patch, const stage::Fact& fact) {
    std::visit(
        Overloaded{
            [&](const stage::SoloSet& set) { addChange(patch, PatchKind::Source, set.source.value); },
            [&](const stage::CoughSet& set) { addChange(patch, PatchKind::Source, set.source.value); },
            [&](const stage::MutedSet& set) { addChange(patch, PatchKind::Source, set.source.value); },
            [&](const stage::VolumeSet& set) { addChange(patch, PatchKind::Source, set.source.value); },
            [&](const stage::SourceStatusChanged& changed) {
                addChange(patch, PatchKind::Source, changed.source.value);
            },
            [&](const stage::OutputStatusChanged& changed) {
                addChange(patch, PatchKind::Output, changed.output.value);
            },
            [&](const stage::SlateSet&) {
                addChange(patch, PatchKind::Stage);
                addChange(patch, PatchKind::Source); // every microphone is muted or as it was
            },
            [&](const stage::AllMutedSet&) {
                addChange(patch, PatchKind::Stage);
                addChange(patch, PatchKind::Source);
            },
            [&](const auto&) { addChange(patch, PatchKind::Stage); },
        },
        fact);
}

void addCommerce(Patch& patch, const State& state, const commerce::Fact& fact) {
    std::visit(
        Overloaded{
            [&](const commerce::ShopOpened&) { addChange(patch, PatchKind::Show); },
            [&](const commerce::OrderPlaced& placed) {
                addLevels(patch, state, placed.levels);
                addChange(patch, PatchKind::Audience);
                addChange(patch, PatchKind::Order, placed.order.number.value);
                addTaken(patch, placed.order.lines);
            },
            [&](const commerce::RequestAnswered& answered) {
                addLevels(patch, state, answered.levels);
                addRequest(patch, state, answered.request);
            },
            [&](const commerce::SalesSwitched&) { addChange(patch, PatchKind::Run); },
            [&](const commerce::SkusSwitched& switched) { addSkus(patch, state, switched.skus); },
            [&](const commerce::Reserved& reserved) {
                addLevels(patch, state, reserved.levels);
                addTaken(patch, reserved.reservation.lines);
            },
            [&](const commerce::ReservationEnded& ended) {
                addLevels(patch, state, ended.levels);
                const auto checkout = state.checkouts.find(ended.reservation);
                if (checkout != state.checkouts.end())
                    addTaken(patch, checkout->second.lines);
            },
            [&](const commerce::OrderChanged& changed) {
                addLevels(patch, state, changed.levels);
                addChange(patch, PatchKind::Audience);
                addChange(patch, PatchKind::Order, changed.number.value);
                const auto order = state.orders.find(changed.number);
                if (order != state.orders.end())
                    addTaken(patch, order->second.order.lines);
            },
            [&](const commerce::BuyerWrote& wrote) {
                addChange(patch, PatchKind::Order, wrote.number.value);
            },
            [&](const commerce::BuyerErased& erased) {
                for (const OrderNumber& number : erased.orders)
                    addChange(patch, PatchKind::Order, number.value);
            },
            [&](const commerce::OrderForwarded& forwarded) {
                addChange(patch, PatchKind::Order, forwarded.number.value);
            },
            [&](const commerce::ShopStockSeen& seen) { addLevels(patch, state, seen.levels); },
            [&](const commerce::ProductPut& put) {
                addChange(patch, PatchKind::Product, put.product.id.value);
                addChange(patch, PatchKind::Show);
            },
            [&](const commerce::TermsSet&) { addChange(patch, PatchKind::Show); },
            [&](const commerce::OfferStarted& started) { addOffer(patch, state, started.running.offer); },
            [&](const commerce::OfferExtended& extended) {
                addChange(patch, PatchKind::Offer, extended.offer.value);
            },
            [&](const commerce::OfferEnded& ended) {
                // As it ran: the plan may have changed since. After the fact there is only its id left.
                if (const auto running = state.running.find(ended.offer); running != state.running.end())
                    addOffer(patch, state, running->second.offer);
                else
                    addChange(patch, PatchKind::Offer, ended.offer.value);
            },
            [&](const commerce::OfferPlanned& planned) {
                addChange(patch, PatchKind::Offer, planned.offer.id.value);
            },
            [&](const commerce::OfferDropped& dropped) {
                addChange(patch, PatchKind::Offer, dropped.offer.value);
            },
        },
        fact);
}

void addOwn(Patch& patch, const State& state, const record::OwnFact& fact) {
    std::visit(
        Overloaded{
            [&](const record::FaultRaised& raised) { addChange(patch, PatchKind::Fault, raised.subject); },
            [&](const record::FaultCleared& cleared) { addChange(patch, PatchKind::Fault, cleared.subject); },
            [&](const record::RequestMade& made) { addRequest(patch, state, made.body); },
            [&](const record::RequestLapsed& lapsed) { addRequest(patch, state, lapsed.request); },
            [&](const record::ServerAttached&) { addChange(patch, PatchKind::Link); },
            [&](const record::ShowMoved&) { addChange(patch, PatchKind::Link); },
        },
        fact);
}

} // namespace

void addChange(Patch& patch, PatchKind kind, const std::string& id) {
    Change change{kind, id};
    if (std::ranges::find(patch, change) == patch.end())
        patch.push_back(std::move(change));
}

void addTouched(Patch& patch, const State& state, const record::Fact& fact) {
    std::visit(Overloaded{
                   [&](const show::Fact& inShow) {
                       if (std::holds_alternative<show::RundownEdited>(inShow))
                           addChange(patch, PatchKind::Show);
                       addItems(patch, state);
                   },
                   [&](const stage::Fact& onStage) { addStage(patch, onStage); },
                   [&](const commerce::Fact& selling) { addCommerce(patch, state, selling); },
                   [&](const audience::Fact& heard) {
                       if (!std::holds_alternative<audience::ViewersCounted>(heard))
                           addChange(patch, PatchKind::Chat);
                       addChange(patch, PatchKind::Audience);
                   },
                   [&](const record::OwnFact& own) { addOwn(patch, state, own); },
                   [](const record::UnknownFact&) {},
               },
               fact);
}

Patch everything() {
    Patch patch;
    for (const PatchKind kind :
         {PatchKind::Show, PatchKind::Run, PatchKind::Item, PatchKind::Product, PatchKind::Stage,
          PatchKind::Source, PatchKind::Output, PatchKind::Chat, PatchKind::Audience, PatchKind::Link,
          PatchKind::Fault, PatchKind::SetUp, PatchKind::Order, PatchKind::Offer})
        addChange(patch, kind);
    return patch;
}

} // namespace vitrina::control
