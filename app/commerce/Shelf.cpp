// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Shelf.hpp"

#include <algorithm>
#include <set>

namespace vitrina::commerce {
namespace {

const OfferLine* lineFor(const Offer& offer, const Sku& sku) {
    const auto line = std::ranges::find(offer.lines, sku, &OfferLine::sku);
    return line == offer.lines.end() ? nullptr : &*line;
}

/// The newest that runs; null: none has this word.
const RunningOffer* couponOf(const Shelf& shelf, const std::string& word) {
    const RunningOffer* newest = nullptr;
    for (const auto& [id, state] : shelf.offers) {
        const RunningOffer& running = state.running;
        if (state.ended == OfferEnd::None && running.offer.kind == OfferKind::Coupon &&
            sameWord(running.offer.word, word) && (!newest || running.startedMs > newest->startedMs))
            newest = &running;
    }
    return newest;
}

/// Puts the price and its offer into the line.
Refusal price(const Shelf& shelf, const Good& good, const RunningOffer* coupon, OrderLine& line) {
    if (!line.offer.empty()) {
        const auto named = shelf.offers.find(line.offer);
        if (named == shelf.offers.end())
            return {ErrorCode::UnknownOffer, line.sku};
        if (named->second.ended != OfferEnd::None)
            return {ErrorCode::OfferOver, line.sku};
        const Offer& offer = named->second.running.offer;
        const OfferLine* of = lineFor(offer, line.sku);
        if (!of)
            return {ErrorCode::UnknownOffer, line.sku};
        if (offer.kind == OfferKind::Coupon && (!coupon || coupon->offer.id != offer.id))
            return {ErrorCode::WrongWord, line.sku};
        if (offer.kind == OfferKind::Bundle)
            return of->unitMinor == line.unitMinor
                       ? Refusal{}
                       : Refusal{ErrorCode::PriceChanged, line.sku, of->unitMinor};
    }
    const std::int64_t seen = line.unitMinor;
    line.unitMinor = good.presentMinor;
    line.offer = good.flash;
    const OfferLine* of = coupon ? lineFor(coupon->offer, line.sku) : nullptr;
    if (of && of->unitMinor < good.presentMinor) {
        line.unitMinor = of->unitMinor;
        line.offer = coupon->offer.id;
    }
    // With a coupon's word the page may still show the price of before.
    return seen == line.unitMinor || seen == good.presentMinor
               ? Refusal{}
               : Refusal{ErrorCode::PriceChanged, line.sku, good.presentMinor};
}

Refusal priceAll(const Shelf& shelf, const std::string& word, std::vector<OrderLine>& lines) {
    const RunningOffer* coupon = word.empty() ? nullptr : couponOf(shelf, word);
    if (!word.empty() && !coupon)
        return {ErrorCode::WrongWord};
    for (OrderLine& line : lines) {
        const auto good = shelf.goods.find(line.sku);
        if (good == shelf.goods.end() || !good->second.listed)
            return {ErrorCode::UnknownSku, line.sku};
        if (good->second.stopped)
            return {ErrorCode::SkuStopped, line.sku};
        if (Refusal no = price(shelf, good->second, coupon, line); no.code != ErrorCode::None)
            return no;
    }
    return {};
}

/// A bundle is bought whole: all its SKUs, in its quantities, once or several times.
Refusal wholeBundle(const Offer& offer, const std::vector<OrderLine>& lines) {
    std::map<Sku, std::int64_t> pieces;
    for (const OrderLine& line : lines) {
        if (line.offer == offer.id)
            pieces[line.sku] += line.quantity;
    }
    const std::int64_t times = pieces[offer.lines.front().sku] / offer.lines.front().quantity;
    for (const OfferLine& line : offer.lines) {
        if (times < 1 || pieces[line.sku] != times * line.quantity)
            return {ErrorCode::BadQuantity, line.sku};
    }
    return {};
}

Refusal withinOffer(const OfferState& state, const ViewerId& viewer, std::int64_t pieces) {
    const RunningOffer& running = state.running;
    const Sku& sku = running.offer.lines.front().sku;
    if (const std::int64_t left = running.offer.pieceLimit - running.taken;
        running.offer.pieceLimit > 0 && left < pieces) {
        const bool mayComeBack = left + running.taken - state.bought >= pieces;
        return {mayComeBack ? ErrorCode::AllInCheckouts : ErrorCode::OfferOver, sku, -1, left};
    }
    if (running.offer.perBuyer > 0) {
        const auto own = state.ofBuyer.find(viewer);
        const std::int64_t left = running.offer.perBuyer - (own == state.ofBuyer.end() ? 0 : own->second);
        if (left < pieces)
            return {ErrorCode::LimitReached, sku, -1, std::max<std::int64_t>(0, left)};
    }
    return {};
}

std::map<OfferId, std::int64_t> piecesOfOffers(const std::vector<OrderLine>& lines) {
    std::map<OfferId, std::int64_t> pieces;
    for (const OrderLine& line : lines) {
        if (!line.offer.empty())
            pieces[line.offer] += line.quantity;
    }
    return pieces;
}

void setCheckoutOpen(Shelf& shelf) {
    const Terms& terms = shelf.catalogue.terms;
    shelf.checkoutOpen = terms.handOver.kind == HandOverKind::None && gapsOf(terms).empty();
}

} // namespace

Shelf openShelf(const Catalogue& catalogue, const std::string& currency) {
    Shelf shelf;
    shelf.currency = currency;
    shelf.open = true;
    shelf.catalogue = catalogue;
    for (const Product& product : catalogue.products) {
        for (const Variant& variant : product.variants) {
            if (variant.price.minor < 0)
                continue; // Not to be sold; refused by the show's own rules long before.
            Good good{.listMinor = variant.price.minor, .presentMinor = variant.price.minor};
            good.level.allocated = std::max<std::int64_t>(0, variant.allocated);
            shelf.goods.try_emplace(variant.sku, std::move(good));
        }
    }
    setCheckoutOpen(shelf);
    return shelf;
}

std::map<OfferId, RunningOffer> runningOffers(const Shelf& shelf) {
    std::map<OfferId, RunningOffer> running;
    for (const auto& [id, state] : shelf.offers) {
        if (state.ended == OfferEnd::None)
            running.emplace(id, state.running);
    }
    return running;
}

std::map<Sku, std::int64_t> reprice(Shelf& shelf) {
    const auto running = runningOffers(shelf);
    std::map<Sku, std::int64_t> changed;
    for (auto& [sku, good] : shelf.goods) {
        const RunningOffer* flash = flashOf(sku, running);
        const std::int64_t price = flash ? lineFor(flash->offer, sku)->unitMinor : good.listMinor;
        good.flash = flash ? flash->offer.id : OfferId{};
        if (price != good.presentMinor)
            changed[sku] = price;
        good.presentMinor = price;
    }
    return changed;
}

Refusal judge(const Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines,
              const std::string& word, Priced& priced) {
    if (!shelf.open || shelf.ended)
        return {ErrorCode::SalesClosed};
    if (!shelf.checkoutOpen)
        return {ErrorCode::CheckoutClosed};
    if (const auto asked = demandOf(lines); !asked)
        return {asked.error().code, Sku{asked.error().detail}};
    priced.lines = lines;
    if (Refusal no = priceAll(shelf, word, priced.lines); no.code != ErrorCode::None)
        return no;
    auto demand = demandOf(priced.lines);
    if (!demand)
        return {demand.error().code, Sku{demand.error().detail}};
    priced.demand = std::move(*demand);
    for (const auto& [sku, pieces] : priced.demand.pieces) {
        const StockLevel& level = shelf.goods.at(sku).level;
        if (const ErrorCode no = refusal(level, pieces); no != ErrorCode::None)
            return {no, sku, -1, level.available()};
    }
    for (const auto& [id, pieces] : piecesOfOffers(priced.lines)) {
        const OfferState& state = shelf.offers.at(id);
        Refusal no = state.running.offer.kind == OfferKind::Bundle
                         ? wholeBundle(state.running.offer, priced.lines)
                         : Refusal{};
        if (no.code == ErrorCode::None)
            no = withinOffer(state, viewer, pieces);
        if (no.code != ErrorCode::None)
            return no;
    }
    return {};
}

Refusal judgeConfirm(const Shelf& shelf, const std::vector<OrderLine>& lines, const OrderRequest& request,
                     OrderDelivery& delivery) {
    if (shelf.halted)
        return {ErrorCode::SalesClosed};
    if (!shelf.checkoutOpen)
        return {ErrorCode::CheckoutClosed};
    for (const OrderLine& line : lines) {
        if (shelf.goods.at(line.sku).stopped)
            return {ErrorCode::SkuStopped, line.sku};
    }
    const Terms& terms = shelf.catalogue.terms;
    const DeliveryWay* way = findDelivery(terms, delivery.way);
    if (!way || !fits(delivery.payment, way->kind) ||
        (way->kind == DeliveryKind::Delivery && !request.addressed) ||
        std::ranges::find(terms.payment, delivery.payment) == terms.payment.end())
        return {ErrorCode::BadDelivery};
    std::int64_t goods = 0;
    for (const OrderLine& line : lines) {
        goods += line.quantity * line.unitMinor; // judged when it was reserved: no overflow
        const Product* product = productOf(shelf.catalogue, line.sku);
        if (way->kind == DeliveryKind::Delivery && product && product->collectionOnly)
            return {ErrorCode::BadDelivery, line.sku};
    }
    if (way->kind == DeliveryKind::Collection)
        delivery.region.clear();
    else if (delivery.region.empty())
        return {ErrorCode::BadDelivery};
    const auto price = deliveryPrice(*way, delivery.region, goods);
    std::int64_t sum = 0;
    if (!price || *price < 0 || __builtin_add_overflow(goods, *price, &sum))
        return {ErrorCode::BadDelivery};
    if (request.toPayMinor >= 0 && request.toPayMinor != sum)
        return {ErrorCode::PriceChanged, {}, sum};
    delivery.minor = *price;
    return {};
}

namespace {

void move(Shelf& shelf, const std::vector<OrderLine>& lines, std::int64_t reserved, std::int64_t sold) {
    for (const OrderLine& line : lines) {
        StockLevel& level = shelf.goods.at(line.sku).level;
        level.reserved += reserved * line.quantity;
        level.sold += sold * line.quantity;
    }
}

} // namespace

std::int64_t piecesOf(const std::vector<OrderLine>& lines) {
    std::int64_t pieces = 0;
    for (const OrderLine& line : lines)
        pieces += line.quantity;
    return pieces;
}

void take(Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines, Pieces as) {
    move(shelf, lines, as == Pieces::Reserved ? 1 : 0, as == Pieces::Bought ? 1 : 0);
    for (const auto& [id, pieces] : piecesOfOffers(lines)) {
        OfferState& state = shelf.offers.at(id);
        state.running.taken += pieces;
        state.bought += as == Pieces::Bought ? pieces : 0;
        if (state.running.offer.perBuyer > 0)
            state.ofBuyer[viewer] += pieces;
    }
}

void confirm(Shelf& shelf, const std::vector<OrderLine>& lines) {
    move(shelf, lines, -1, 1);
    for (const auto& [id, pieces] : piecesOfOffers(lines))
        shelf.offers.at(id).bought += pieces;
}

void giveBack(Shelf& shelf, const ViewerId& viewer, const std::vector<OrderLine>& lines, Pieces from) {
    move(shelf, lines, from == Pieces::Reserved ? -1 : 0, from == Pieces::Bought ? -1 : 0);
    for (const auto& [id, pieces] : piecesOfOffers(lines)) {
        OfferState& state = shelf.offers.at(id);
        state.running.taken -= pieces;
        state.bought -= from == Pieces::Bought ? pieces : 0;
        // Below zero it would go only for an offer whose limit is younger than this purchase.
        if (const auto own = state.ofBuyer.find(viewer); own != state.ofBuyer.end())
            own->second = std::max<std::int64_t>(0, own->second - pieces);
    }
}

Result<void> switchSales(Shelf& shelf, bool open) {
    const bool let = std::exchange(shelf.halted, !open) && open;
    if (open && shelf.ended)
        return let ? Result<void>{} : fail(ErrorCode::WrongPhase);
    shelf.open = open;
    return {};
}

void endShow(Shelf& shelf) {
    shelf.open = false;
    shelf.ended = true;
}

Result<StockLevel> correctStock(Shelf& shelf, const Sku& sku, std::int64_t difference) {
    const auto good = shelf.goods.find(sku);
    if (good == shelf.goods.end())
        return fail(ErrorCode::UnknownSku, sku.value);
    auto after = corrected(good->second.level, difference);
    if (after)
        good->second.level = *after;
    return after;
}

Result<std::vector<Sku>> switchSkus(Shelf& shelf, const std::vector<Sku>& skus, bool open) {
    if (skus.empty())
        return fail(ErrorCode::BadRequest);
    for (const Sku& sku : skus) {
        if (!shelf.goods.contains(sku))
            return fail(ErrorCode::UnknownSku, sku.value);
    }
    std::vector<Sku> changed;
    for (const Sku& sku : skus) {
        if (std::exchange(shelf.goods.at(sku).stopped, !open) == open)
            changed.push_back(sku);
    }
    return changed;
}

namespace {

/// The newest flash price wins, and the newest coupon of a word: by when it was started, which a wall clock
/// that was set back must not turn round.
std::int64_t startAfterAll(const Shelf& shelf, std::int64_t wallMs) {
    for (const auto& [id, state] : shelf.offers)
        wallMs = std::max(wallMs, state.running.startedMs + 1);
    return wallMs;
}

} // namespace

Result<RunningOffer> startOffer(Shelf& shelf, const Offer& offer, Instant now) {
    if (const auto known = shelf.offers.find(offer.id); known != shelf.offers.end()) {
        const OfferState& before = known->second;
        if (before.ended == OfferEnd::None)
            return before.running;
        const bool passed = before.dueMs != 0 && before.dueMs <= now.monoMs;
        const bool taken = offer.pieceLimit > 0 && before.running.taken >= offer.pieceLimit;
        if (before.ended == OfferEnd::Time || before.ended == OfferEnd::Pieces || passed || taken)
            return fail(ErrorCode::OfferOver);
    }
    if (shelf.ended && !offer.outlivesShow)
        return fail(ErrorCode::WrongPhase);
    if (const Result<void> right = checkOffer(shelf.catalogue, offer); !right)
        return right.error();
    const std::int64_t startedMs = startAfterAll(shelf, now.wallMs);
    OfferState& state = shelf.offers[offer.id];
    state.ended = OfferEnd::None;
    state.running.offer = offer;
    state.running.startedMs = startedMs;
    if (state.firstMs == 0)
        state.firstMs = now.wallMs;
    if (state.dueMs == 0 && offer.durationMs > 0) {
        state.running.endsMs = now.wallMs + offer.durationMs;
        state.dueMs = now.monoMs + offer.durationMs;
    }
    return state.running;
}

Result<std::int64_t> extendOffer(Shelf& shelf, const OfferId& offer, std::int64_t byMs) {
    const auto known = shelf.offers.find(offer);
    if (known == shelf.offers.end() || known->second.ended != OfferEnd::None)
        return fail(ErrorCode::UnknownOffer);
    OfferState& state = known->second;
    if (state.dueMs == 0 || byMs <= 0 || byMs > longestOfferMs ||
        state.running.endsMs + byMs - state.firstMs > longestOfferMs)
        return fail(ErrorCode::BadDuration);
    state.dueMs += byMs;
    state.running.endsMs += byMs;
    return state.running.endsMs;
}

bool endOffer(Shelf& shelf, const OfferId& offer, OfferEnd why) {
    const auto known = shelf.offers.find(offer);
    if (known == shelf.offers.end() || known->second.ended != OfferEnd::None)
        return false;
    known->second.ended = why;
    return true;
}

std::vector<std::pair<OfferId, OfferEnd>> offersToEnd(const Shelf& shelf, std::int64_t monoMs) {
    std::vector<std::pair<OfferId, OfferEnd>> over;
    for (const auto& [id, state] : shelf.offers) {
        const Offer& offer = state.running.offer;
        if (state.ended != OfferEnd::None)
            continue;
        if (state.dueMs != 0 && state.dueMs <= monoMs)
            over.emplace_back(id, OfferEnd::Time);
        else if (offer.pieceLimit > 0 && state.bought >= offer.pieceLimit)
            over.emplace_back(id, OfferEnd::Pieces);
        else if (shelf.ended && !offer.outlivesShow)
            over.emplace_back(id, OfferEnd::ShowEnded);
    }
    return over;
}

std::vector<OfferId> brokenOffers(const Shelf& shelf) {
    std::vector<OfferId> broken;
    for (const auto& [id, state] : shelf.offers) {
        if (state.ended == OfferEnd::None && !checkOffer(shelf.catalogue, state.running.offer))
            broken.push_back(id);
    }
    return broken;
}

namespace {

Result<void> checkProduct(const Shelf& shelf, const Product& product) {
    if (product.id.empty() || product.name.empty() || product.variants.empty())
        return fail(ErrorCode::BadRequest);
    std::set<Sku> skus;
    for (const Variant& variant : product.variants) {
        const Product* of = productOf(shelf.catalogue, variant.sku);
        if (variant.sku.empty() || !skus.insert(variant.sku).second || (of && of->id != product.id) ||
            variant.price.currency != shelf.currency)
            return fail(ErrorCode::BadRequest, variant.sku.value);
        if (variant.price.minor < 0 || variant.allocated < 0)
            return fail(ErrorCode::BadQuantity, variant.sku.value);
    }
    return {};
}

} // namespace

void restoreProduct(Shelf& shelf, const Product& product) {
    auto& products = shelf.catalogue.products;
    for (Product& other : products)
        std::erase_if(other.variants, [&](const Variant& variant) {
            return std::ranges::find(product.variants, variant.sku, &Variant::sku) != product.variants.end();
        });
    const auto before = std::ranges::find(products, product.id, &Product::id);
    if (before != products.end()) {
        for (const Variant& variant : before->variants) {
            if (const auto good = shelf.goods.find(variant.sku); good != shelf.goods.end())
                good->second.listed = false;
        }
        *before = product;
    } else {
        products.push_back(product);
    }
    for (const Variant& variant : product.variants) {
        Good& good = shelf.goods.try_emplace(variant.sku).first->second;
        good.listMinor = variant.price.minor;
        good.listed = true;
    }
}

Result<std::map<Sku, StockLevel>> putProduct(Shelf& shelf, const Product& product) {
    if (const Result<void> right = checkProduct(shelf, product); !right)
        return right.error();
    std::map<Sku, StockLevel> added;
    for (const Variant& variant : product.variants) {
        if (!shelf.goods.contains(variant.sku))
            added[variant.sku].allocated = variant.allocated;
    }
    restoreProduct(shelf, product);
    for (const auto& [sku, level] : added)
        shelf.goods.at(sku).level = level;
    return added;
}

Result<void> setTerms(Shelf& shelf, const Terms& terms) {
    if (terms.reserveMs < shortestReserveMs || terms.reserveMs > longestReserveMs)
        return fail(ErrorCode::BadDuration);
    shelf.catalogue.terms = terms;
    setCheckoutOpen(shelf);
    return {};
}

} // namespace vitrina::commerce
