// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/PriceLedger.hpp"

#include <algorithm>

namespace vitrina::commerce {
namespace {

using Changes = std::vector<PriceChange>;

const Changes* changesOf(const PriceLedger& ledger, const Sku& sku) {
    const auto found = ledger.changes.find(sku);
    return found == ledger.changes.end() || found->second.empty() ? nullptr : &found->second;
}

/// One behind the last change that counts at a moment.
Changes::const_iterator behind(const Changes& changes, std::int64_t atMs) {
    return std::ranges::upper_bound(changes, atMs, {}, &PriceChange::fromMs);
}

} // namespace

void notePrice(PriceLedger& ledger, const Sku& sku, PriceChange change) {
    Changes& changes = ledger.changes[sku];
    if (!changes.empty()) {
        if (changes.back().price == change.price)
            return;
        change.fromMs = std::max(change.fromMs, changes.back().fromMs);
    }
    changes.push_back(std::move(change));
}

std::optional<Money> priceAt(const PriceLedger& ledger, const Sku& sku, std::int64_t atMs) {
    const Changes* changes = changesOf(ledger, sku);
    if (!changes)
        return std::nullopt;
    const auto after = behind(*changes, atMs);
    if (after == changes->begin())
        return std::nullopt;
    return std::prev(after)->price;
}

std::optional<Money> lowestBefore(const PriceLedger& ledger, const Sku& sku, std::int64_t startMs) {
    const Changes* changes = changesOf(ledger, sku);
    if (!changes)
        return std::nullopt;
    const auto inside = behind(*changes, startMs - priorDaysMs);
    if (inside == changes->begin())
        return std::nullopt; // it was not asked yet when the 30 days began
    Money lowest = std::prev(inside)->price;
    for (auto change = inside; change != changes->end() && change->fromMs < startMs; ++change) {
        if (change->price.currency != lowest.currency)
            return std::nullopt;
        lowest.minor = std::min(lowest.minor, change->price.minor);
    }
    return lowest;
}

std::optional<Money> priorLowest(const PriceLedger& ledger, const Sku& sku, std::int64_t nowMs) {
    const Changes* changes = changesOf(ledger, sku);
    if (!changes)
        return std::nullopt;
    const auto after = behind(*changes, nowMs);
    const auto count = after - changes->begin();
    if (count == 0)
        return std::nullopt;
    const PriceChange& present = *std::prev(after);
    const bool reduced = count > 1 && present.price.minor < std::prev(after, 2)->price.minor;
    return lowestBefore(ledger, sku, reduced ? present.fromMs : nowMs);
}

} // namespace vitrina::commerce
