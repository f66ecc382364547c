// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

/// The part of the writer that changes what is for sale and at what price: offers, products, terms.
namespace vitrina::server {

void Writer::notePrices() {
    for (const auto& [sku, price] : commerce::reprice(state_.shelf))
        changes_.prices[sku] = price;
}

void Writer::endOffer(const OfferId& offer, commerce::OfferEnd why) {
    if (!commerce::endOffer(state_.shelf, offer, why))
        return;
    statements_->endOffer.bind(1, state_.run.value)
        .bind(2, offer.value)
        .bind(3, static_cast<std::int64_t>(why))
        .run();
    if (database_->changed() != 1)
        disagree();
    offersChanged_ = true;
    notePrices();
    write(commerce::Fact(commerce::OfferEnded{offer, why, state_.shelf.offers.at(offer).running.taken}));
}

void Writer::endOffers() {
    for (const auto& [offer, why] : commerce::offersToEnd(state_.shelf, now_.monoMs))
        endOffer(offer, why);
}

void Writer::endShow() {
    setPhase(Phase::Ended);
    const bool was = state_.shelf.open;
    commerce::endShow(state_.shelf);
    if (was)
        tellSales();
    endOffers();
}

ErrorCode Writer::perform(const commerce::StartOffer& wish, Answered& answered) {
    if (!state_.opened)
        return ErrorCode::WrongPhase;
    const auto known = state_.shelf.offers.find(wish.offer.id);
    if (known != state_.shelf.offers.end() && known->second.ended == commerce::OfferEnd::None)
        return ErrorCode::None; // asked twice, told once
    const auto running = commerce::startOffer(state_.shelf, wish.offer, now_);
    if (!running) {
        answered.detail = running.error().detail;
        return running.error().code;
    }
    const std::string fact = write(commerce::Fact(commerce::OfferStarted{*running}));
    const commerce::OfferState& state = state_.shelf.offers.at(wish.offer.id);
    statements_->startOffer.bind(1, state_.run.value)
        .bind(2, wish.offer.id.value)
        .bind(3, fact)
        .bind(4, running->endsMs)
        .bind(5, state.dueMs)
        .bind(6, boot_)
        .bind(7, wish.offer.pieceLimit)
        .bind(8, state.firstMs)
        .run();
    offersChanged_ = true;
    notePrices();
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::ExtendOffer& wish, Answered&) {
    const auto ends = commerce::extendOffer(state_.shelf, wish.offer, wish.byMs);
    if (!ends)
        return ends.error().code;
    statements_->extendOffer.bind(1, state_.run.value)
        .bind(2, wish.offer.value)
        .bind(3, *ends)
        .bind(4, state_.shelf.offers.at(wish.offer).dueMs)
        .bind(5, boot_)
        .run();
    offersChanged_ = true;
    write(commerce::Fact(commerce::OfferExtended{wish.offer, *ends}));
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::StopOffer& wish, Answered&) {
    if (!state_.shelf.offers.contains(wish.offer))
        return ErrorCode::UnknownOffer;
    const bool left = wish.why == commerce::OfferEnd::ItemLeft;
    endOffer(wish.offer, left ? commerce::OfferEnd::ItemLeft : commerce::OfferEnd::Stopped);
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::PutProduct& wish, Answered& answered) {
    if (!state_.opened)
        return ErrorCode::WrongPhase;
    auto added = commerce::putProduct(state_.shelf, wish.product);
    if (!added) {
        answered.detail = added.error().detail;
        return added.error().code;
    }
    Statement stock(*database_, "INSERT INTO stock(run, sku, price, allocated) VALUES(?1,?2,?3,?4) "
                                "ON CONFLICT(run, sku) DO UPDATE SET price=?3");
    for (const auto& variant : wish.product.variants) {
        const commerce::StockLevel& level = state_.shelf.goods.at(variant.sku).level;
        changes_.levels[variant.sku] = level;
        stock.bind(1, state_.run.value)
            .bind(2, variant.sku.value)
            .bind(3, variant.price.minor)
            .bind(4, level.allocated)
            .run();
    }
    const std::string fact = write(commerce::Fact(commerce::ProductPut{wish.product, std::move(*added)}));
    Statement row(*database_, "INSERT INTO product(run, product, at, fact) VALUES(?1,?2,?3,?4) "
                              "ON CONFLICT(run, product) DO UPDATE SET at=?3, fact=?4");
    row.bind(1, state_.run.value)
        .bind(2, wish.product.id.value)
        .bind(3, static_cast<std::int64_t>(state_.serverSeq))
        .bind(4, fact)
        .run();
    for (const OfferId& offer : commerce::brokenOffers(state_.shelf))
        endOffer(offer, commerce::OfferEnd::Stopped);
    notePrices();
    changes_.products.push_back(wish.product);
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::SetTerms& wish, Answered&) {
    if (!state_.opened)
        return ErrorCode::WrongPhase;
    if (const auto set = commerce::setTerms(state_.shelf, wish.terms); !set)
        return set.error().code;
    const std::string fact = write(commerce::Fact(commerce::TermsSet{wish.terms}));
    Statement row(*database_,
                  "INSERT INTO terms(run, fact) VALUES(?1,?2) ON CONFLICT(run) DO UPDATE SET fact=?2");
    row.bind(1, state_.run.value).bind(2, fact).run();
    changes_.terms = wish.terms;
    return ErrorCode::None;
}

} // namespace vitrina::server
