// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/State.hpp"

#include "base/Overloaded.hpp"
#include "control/Selling.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::control {
namespace {

void setLevels(State& state, const std::map<Sku, commerce::StockLevel>& levels) {
    for (const auto& [sku, level] : levels)
        state.stock[sku] = level;
}

/// Pieces of the running offers, more or fewer.
void take(State& state, const std::vector<commerce::OrderLine>& lines, std::int64_t sign) {
    for (const commerce::OrderLine& line : lines) {
        if (const auto offer = state.running.find(line.offer); offer != state.running.end())
            offer->second.taken += sign * line.quantity;
    }
}

void reserve(State& state, const commerce::Reserved& reserved) {
    setLevels(state, reserved.levels);
    // One that is extended is told again under its id: it holds what it held.
    commerce::Reservation& held = state.checkouts[reserved.reservation.id];
    take(state, held.lines, -1);
    take(state, reserved.reservation.lines, 1);
    held = reserved.reservation;
}

void endReservation(State& state, const commerce::ReservationEnded& ended) {
    setLevels(state, ended.levels);
    const auto checkout = state.checkouts.find(ended.reservation);
    if (checkout == state.checkouts.end())
        return;
    if (ended.how != commerce::ReservationEnd::Confirmed)
        take(state, checkout->second.lines, -1);
    state.checkouts.erase(checkout);
}

void countOrder(State& state, const commerce::OrderPlaced& placed, Instant at) {
    AudienceTotals& totals = state.audience;
    ++totals.orders;
    for (const commerce::OrderLine& line : placed.order.lines)
        totals.units += line.quantity;
    totals.gmv.minor += goodsMinor(placed.order);
    totals.netGmv.minor += goodsMinor(placed.order);
    setLevels(state, placed.levels);
    // What a checkout held is held on; an order in one step takes its pieces only now.
    if (state.checkouts.erase(placed.reservation) == 0)
        take(state, placed.order.lines, 1);
    const auto first = placed.review ? commerce::OrderState::Review : commerce::OrderState::Placed;
    OrderEntry entry{placed.order, placed.onAir, at.wallMs, static_cast<std::uint64_t>(totals.orders), first};
    entry.shop = placed.shop;
    entry.reference = placed.reference;
    state.orders[placed.order.number] = std::move(entry);
}

void openShop(State& state, const commerce::ShopOpened& opened) {
    state.catalogue = opened.catalogue;
    state.stock = openingStock(opened.catalogue);
    state.audience = {};
    state.audience.gmv.currency = opened.currency;
    state.audience.netGmv.currency = opened.currency;
    state.stopped.clear();
    state.withheld.clear();
    state.orders.clear();
    state.running.clear();
    state.ended.clear();
    state.checkouts.clear();
    state.chatOpen = true;
}

/// Keeps what the plan says of stock: only the server's levels say what is there.
void putProduct(State& state, const commerce::ProductPut& put) {
    auto& products = state.catalogue.products;
    const auto known = std::ranges::find(products, put.product.id, &commerce::Product::id);
    if (known == products.end())
        products.push_back(put.product);
    else
        *known = put.product;
    ++state.catalogueRevision;
    setLevels(state, put.levels);
}

void planOffer(State& state, const commerce::Offer& offer) {
    auto& offers = state.catalogue.offers;
    const auto known = std::ranges::find(offers, offer.id, &commerce::Offer::id);
    if (known == offers.end())
        offers.push_back(offer);
    else
        *known = offer;
    ++state.catalogueRevision;
}

void changeOrder(State& state, const commerce::OrderChanged& changed) {
    setLevels(state, changed.levels);
    const auto order = state.orders.find(changed.number);
    if (order == state.orders.end())
        return;
    OrderEntry& entry = order->second;
    const std::int64_t before = netMinor(entry);
    // Levels are told of a refund only when its pieces are for sale again.
    const bool becomes = entry.state != changed.state;
    const bool restocked = changed.state == commerce::OrderState::Refunded && !changed.levels.empty();
    if (becomes && (changed.state == commerce::OrderState::Cancelled || restocked))
        take(state, entry.order.lines, -1);
    entry.state = changed.state;
    entry.refundedMinor = changed.refundedMinor;
    entry.paid = changed.paid;
    entry.wish = commerce::BuyerWish::None;
    state.audience.netGmv.minor += netMinor(entry) - before;
}

void noteForwarded(State& state, const commerce::OrderForwarded& forwarded) {
    const auto order = state.orders.find(forwarded.number);
    if (order == state.orders.end())
        return;
    OrderEntry& entry = order->second;
    entry.shop = forwarded.shop;
    entry.reference = forwarded.reference;
    entry.shopError = forwarded.error;
    entry.shopDetail = forwarded.detail;
}

void seeShopStock(State& state, const commerce::ShopStockSeen& seen) {
    setLevels(state, seen.levels);
    for (const auto& [sku, pieces] : seen.withheld) {
        if (pieces > 0)
            state.withheld[sku] = pieces;
        else
            state.withheld.erase(sku);
    }
}

void applyOffer(State& state, const commerce::Fact& fact) {
    std::visit(Overloaded{[&](const commerce::OfferPlanned& planned) { planOffer(state, planned.offer); },
                          [&](const commerce::OfferDropped& dropped) {
                              state.catalogueRevision +=
                                  std::erase_if(state.catalogue.offers,
                                                [&](const auto& offer) { return offer.id == dropped.offer; });
                          },
                          [&](const commerce::OfferStarted& started) {
                              state.running[started.running.offer.id] = started.running;
                              state.ended.erase(started.running.offer.id);
                          },
                          [&](const commerce::OfferExtended& extended) {
                              if (const auto offer = state.running.find(extended.offer);
                                  offer != state.running.end())
                                  offer->second.endsMs = extended.endsMs;
                          },
                          [&](const commerce::OfferEnded& ended) {
                              state.running.erase(ended.offer);
                              state.ended[ended.offer] = ended.why;
                          },
                          [](const auto&) {
                          }},
               fact);
}

void dropRequest(State& state, const RequestId& request) {
    std::erase_if(state.pending, [&](const PendingRequest& pending) { return pending.id == request; });
}

void applyCommerce(State& state, const commerce::Fact& fact, Instant at) {
    std::visit(Overloaded{
                   [&](const commerce::ShopOpened& opened) { openShop(state, opened); },
                   [&](const commerce::OrderPlaced& placed) { countOrder(state, placed, at); },
                   [&](const commerce::RequestAnswered& answered) {
                       dropRequest(state, answered.request);
                       setLevels(state, answered.levels);
                   },
                   [&](const commerce::SalesSwitched& switched) { state.salesOpen = switched.open; },
                   [&](const commerce::SkusSwitched& switched) {
                       for (const Sku& sku : switched.skus) {
                           if (switched.open)
                               state.stopped.erase(sku);
                           else
                               state.stopped.insert(sku);
                       }
                   },
                   [&](const commerce::Reserved& reserved) { reserve(state, reserved); },
                   [&](const commerce::ReservationEnded& ended) { endReservation(state, ended); },
                   [&](const commerce::OrderChanged& changed) { changeOrder(state, changed); },
                   [&](const commerce::BuyerWrote& wrote) {
                       if (const auto order = state.orders.find(wrote.number); order != state.orders.end())
                           order->second.wish = wrote.wish;
                   },
                   [&](const commerce::BuyerErased& erased) {
                       for (const OrderNumber& number : erased.orders) {
                           if (const auto order = state.orders.find(number); order != state.orders.end())
                               order->second.erased = true;
                       }
                   },
                   [&](const commerce::OrderForwarded& forwarded) { noteForwarded(state, forwarded); },
                   [&](const commerce::ShopStockSeen& seen) { seeShopStock(state, seen); },
                   [&](const commerce::ProductPut& put) { putProduct(state, put); },
                   [&](const commerce::TermsSet& set) {
                       state.catalogue.terms = set.terms;
                       ++state.catalogueRevision;
                   },
                   [&](const auto&) { applyOffer(state, fact); },
               },
               fact);
}

void applyAudience(State& state, const audience::Fact& fact) {
    std::visit(Overloaded{
                   [&](const audience::MessagePosted& posted) {
                       ++state.audience.messages;
                       state.chat.push_back(posted.message);
                       if (state.chat.size() > chatKept)
                           state.chat.pop_front();
                   },
                   [&](const audience::ChatSwitched& switched) { state.chatOpen = switched.open; },
                   [&](const audience::ViewersCounted& counted) {
                       state.audience.watching = counted.watching;
                       state.audience.peak = std::max(state.audience.peak, counted.peak);
                   },
               },
               fact);
}

void applyOwn(State& state, const record::OwnFact& fact, Instant at) {
    std::visit(
        Overloaded{
            [&](const record::FaultRaised& raised) {
                const auto open = state.faults.find(raised.subject);
                const Instant since = open == state.faults.end() ? at : open->second.since;
                state.faults[raised.subject] = Fault{raised.subject, raised.error, raised.detail, since};
            },
            [&](const record::FaultCleared& cleared) { state.faults.erase(cleared.subject); },
            [&](const record::ServerAttached& attached) {
                state.pageUrl = attached.url;
                state.clockOffsetMs = attached.clockOffsetMs;
            },
            [&](const record::ShowMoved& moved) {
                state.pageUrl = moved.url;
                state.epoch = moved.epoch;
            },
            [&](const record::RequestMade& made) {
                state.pending.push_back(
                    PendingRequest{made.request, made.body, at, made.validUntilWallMs, made.basedOn});
            },
            [&](const record::RequestLapsed& lapsed) { dropRequest(state, lapsed.request); },
        },
        fact);
}

/// The variants that can be bought as far as is known, all of them when none can.
std::vector<const commerce::Variant*> priced(const State& state, const commerce::Product& product) {
    std::vector<const commerce::Variant*> open;
    std::vector<const commerce::Variant*> all;
    for (const commerce::Variant& variant : product.variants) {
        all.push_back(&variant);
        const auto level = state.stock.find(variant.sku);
        if (level != state.stock.end() && level->second.word() == commerce::StockWord::Available &&
            onSale(state, variant.sku))
            open.push_back(&variant);
    }
    return open.empty() ? all : open;
}

} // namespace

bool State::stockFresh(Instant now) const {
    return link == LinkHealth::Up || (linkLost && now.monoMs - linkLost->monoMs < stockStaleAfterMs);
}

const commerce::Product* State::productOnAir() const {
    const show::AiredItem* current = run.current();
    return current && current->onAir ? currentProduct(*this) : nullptr;
}

void apply(State& state, const record::Fact& fact, Instant at) {
    std::visit(Overloaded{
                   [&](const show::Fact& inShow) {
                       if (const auto* edited = std::get_if<show::RundownEdited>(&inShow))
                           show::apply(state.show.rundown, *edited);
                       else
                           state.run = show::apply(std::move(state.run), inShow, at);
                   },
                   [&](const stage::Fact& onStage) {
                       state.stage = stage::apply(std::move(state.stage), onStage, at);
                   },
                   [&](const commerce::Fact& selling) { applyCommerce(state, selling, at); },
                   [&](const audience::Fact& heard) { applyAudience(state, heard); },
                   [&](const record::OwnFact& own) { applyOwn(state, own, at); },
                   [](const record::UnknownFact&) {},
               },
               fact);
}

void forgetOutside(State& state) {
    state.stage.program = {};
    state.stage.programToken.clear();
    state.stage.overtaken.clear();
    state.stage.sources.clear();
    state.stage.solo.clear(); // Headphones and a key held down: of the process that is gone.
    state.stage.coughing.clear();
    state.stage.outputs.clear();
    state.link = LinkHealth::None;
    state.linkSince = {};
    state.linkLost.reset();
    state.faults.clear();
}

const commerce::Product* currentProduct(const State& state) {
    const show::AiredItem* current = state.run.current();
    if (!current || current->item.kind != show::ItemKind::Product)
        return nullptr;
    return commerce::findProduct(state.catalogue, current->item.product);
}

bool onSale(const State& state, const Sku& sku) {
    const bool asked = std::ranges::any_of(state.pending, [&](const PendingRequest& pending) {
        const auto* wish = std::get_if<commerce::SwitchSkus>(&pending.request);
        return wish && !wish->open && std::ranges::find(wish->skus, sku) != wish->skus.end();
    });
    return !asked && !state.stopped.contains(sku);
}

bool offSale(const State& state, const commerce::Product& product) {
    return !product.variants.empty() &&
           std::ranges::none_of(product.variants,
                                [&](const commerce::Variant& variant) { return onSale(state, variant.sku); });
}

ProductStock productStock(const State& state, const commerce::Product& product, bool fresh) {
    commerce::StockLevel sum;
    bool known = false;
    const bool off = offSale(state, product);
    for (const commerce::Variant& variant : product.variants) {
        const auto level = state.stock.find(variant.sku);
        if (level == state.stock.end() || (!off && !onSale(state, variant.sku)))
            continue;
        known = true;
        sum.allocated += level->second.allocated;
        sum.reserved += level->second.reserved;
        sum.sold += level->second.sold;
    }
    if (!off && (!fresh || !known))
        return {};
    return {off ? commerce::StockWord::Stopped : sum.word(), std::max<std::int64_t>(sum.available(), 0),
            sum.reserved};
}

PriceRange priceRange(const State& state, const commerce::Product& product) {
    const std::vector<const commerce::Variant*> variants = priced(state, product);
    if (variants.empty())
        return {};
    const auto price = [&](const commerce::Variant* variant) {
        return commerce::presentPrice(*variant, state.running);
    };
    const auto [lowest, highest] = std::ranges::minmax(variants, {}, price);
    return {price(lowest), price(lowest) != price(highest)};
}

const commerce::RunningOffer* flashShown(const State& state, const commerce::Product& product) {
    const std::vector<const commerce::Variant*> variants = priced(state, product);
    const auto cheapest = std::ranges::min_element(variants, {}, [&](const commerce::Variant* variant) {
        return commerce::presentPrice(*variant, state.running);
    });
    return cheapest == variants.end() ? nullptr : commerce::flashOf((*cheapest)->sku, state.running);
}

std::optional<std::int64_t> wasMinor(const State& state, const commerce::Product& product, bool fresh) {
    const commerce::StockWord word = productStock(state, product, fresh).word;
    if (word != commerce::StockWord::Available && word != commerce::StockWord::AllInCheckouts)
        return std::nullopt;
    std::optional<std::int64_t> was;
    std::optional<std::int64_t> now;
    for (const commerce::Variant* variant : priced(state, product)) {
        const std::int64_t price = commerce::presentPrice(*variant, state.running);
        const std::optional<std::int64_t> before = commerce::wasMinor(*variant, price);
        if (!before || (was && *was != *before) || (now && *now != price))
            return std::nullopt;
        was = before;
        now = price;
    }
    return was;
}

std::map<Sku, commerce::StockLevel> openingStock(const commerce::Catalogue& catalogue) {
    std::map<Sku, commerce::StockLevel> stock;
    for (const commerce::Product& product : catalogue.products) {
        for (const commerce::Variant& variant : product.variants)
            stock[variant.sku] = commerce::StockLevel{variant.allocated, 0, 0};
    }
    return stock;
}

} // namespace vitrina::control
