// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Offer.hpp"

#include "commerce/Catalogue.hpp"
#include "commerce/Order.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace vitrina::commerce {
namespace {

Result<void> checkLine(const Catalogue& catalogue, const Offer& offer, const OfferLine& line) {
    const Variant* variant = findVariant(catalogue, line.sku);
    if (!variant)
        return fail(ErrorCode::UnknownSku, line.sku.value);
    const bool fits = line.quantity == 1 || (offer.kind == OfferKind::Bundle && line.quantity > 1 &&
                                             line.quantity <= maxLineQuantity);
    if (!fits || line.unitMinor < 0)
        return fail(ErrorCode::BadQuantity, line.sku.value);
    if (line.unitMinor >= variant->price.minor)
        return fail(ErrorCode::OfferNotLower, line.sku.value);
    return {};
}

char folded(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view word) {
    const auto first = word.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return word.substr(first, word.find_last_not_of(" \t") - first + 1);
}

/// By how many per cent of `prior` the other is less, rounded down.
int percentLess(std::int64_t prior, std::int64_t unitMinor) {
    if (unitMinor >= prior)
        return 0;
    const std::int64_t less = prior - unitMinor;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 100;
    return static_cast<int>(less > most ? less / (prior / 100 + 1) : less * 100 / prior);
}

} // namespace

Result<void> checkOffer(const Catalogue& catalogue, const Offer& offer) {
    if (offer.id.empty() || offer.kind == OfferKind::None || offer.lines.empty() ||
        offer.lines.size() > maxOfferLines)
        return fail(ErrorCode::BadRequest, "offer");
    if (offer.title.empty() || (offer.kind == OfferKind::Coupon && trimmed(offer.word).empty()))
        return fail(ErrorCode::BadText);
    if (offer.durationMs < 0 || offer.durationMs > longestOfferMs)
        return fail(ErrorCode::BadDuration);
    if (offer.pieceLimit < 0 || offer.perBuyer < 0)
        return fail(ErrorCode::BadQuantity);
    std::set<Sku> skus;
    for (const OfferLine& line : offer.lines) {
        if (!skus.insert(line.sku).second)
            return fail(ErrorCode::BadRequest, line.sku.value);
        if (const Result<void> right = checkLine(catalogue, offer, line); !right)
            return right;
    }
    return {};
}

PriceDoubt doubtOf(const Variant& variant, std::int64_t unitMinor) {
    if (variant.floor && unitMinor < variant.floor->minor)
        return PriceDoubt::BelowFloor;
    return unitMinor < variant.price.minor - unitMinor ? PriceDoubt::MoreThanHalfOff : PriceDoubt::None;
}

PriceDoubt doubtOf(const Catalogue& catalogue, const Offer& offer) {
    PriceDoubt worst = PriceDoubt::None;
    for (const OfferLine& line : offer.lines) {
        const Variant* variant = findVariant(catalogue, line.sku);
        const PriceDoubt doubt = variant ? doubtOf(*variant, line.unitMinor) : PriceDoubt::None;
        if (doubt == PriceDoubt::BelowFloor || worst == PriceDoubt::None)
            worst = doubt;
    }
    return worst;
}

std::optional<std::int64_t> wasMinor(const Variant& variant, std::int64_t unitMinor) {
    if (!variant.priorLowest || unitMinor < 0)
        return std::nullopt;
    // Below the list's price a second reduction begins, and that price was asked right before it.
    const std::int64_t prior = unitMinor < variant.price.minor
                                   ? std::min(variant.priorLowest->minor, variant.price.minor)
                                   : variant.priorLowest->minor;
    // What is less by under one per cent is no claim either.
    return prior > 0 && percentLess(prior, unitMinor) > 0 ? std::optional(prior) : std::nullopt;
}

int percentOff(const Variant& variant, std::int64_t unitMinor) {
    const std::optional<std::int64_t> was = wasMinor(variant, unitMinor);
    return was ? percentLess(*was, unitMinor) : 0;
}

const RunningOffer* flashOf(const Sku& sku, const std::map<OfferId, RunningOffer>& running) {
    const RunningOffer* newest = nullptr;
    for (const auto& [id, offer] : running) {
        const bool names =
            offer.offer.kind == OfferKind::FlashPrice &&
            std::ranges::find(offer.offer.lines, sku, &OfferLine::sku) != offer.offer.lines.end();
        if (names && (!newest || offer.startedMs > newest->startedMs))
            newest = &offer;
    }
    return newest;
}

std::int64_t presentPrice(const Variant& variant, const std::map<OfferId, RunningOffer>& running) {
    const RunningOffer* flash = flashOf(variant.sku, running);
    return flash ? std::ranges::find(flash->offer.lines, variant.sku, &OfferLine::sku)->unitMinor
                 : variant.price.minor;
}

bool sameWord(const std::string& one, const std::string& other) {
    return std::ranges::equal(trimmed(one), trimmed(other), {}, folded, folded);
}

} // namespace vitrina::commerce
