// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

/// Every price a SKU ever had, and what may be called "was". The prior price of a reduction is the lowest
/// one asked during the 30 days before it begins (98/6/EC art. 6a(2)), and a percentage or a "top price" is
/// worked out from nothing else (CJEU C-330/23). Each reduction is looked at by itself: of several in a row
/// the later ones compare with what was asked after the earlier ones (the choice of art. 6a(5), to compare
/// with the first, is not made here: what is claimed is then never too much).
namespace vitrina::commerce {

enum class PriceWhy {
    None,
    Listed,    ///< a person has set it in the studio
    Imported,  ///< it came with a table
    Flash,     ///< a flash price has begun: it is a price like any other
    FlashOver, ///< back to the list's
};

struct PriceChange {
    std::int64_t fromMs = 0; ///< wall time; asked from here until the next change
    Money price;
    PriceWhy why = PriceWhy::None;

    bool operator==(const PriceChange&) const = default;
};

/// Only ever added to. Of each SKU in the order of time.
struct PriceLedger {
    std::map<Sku, std::vector<PriceChange>> changes;

    bool operator==(const PriceLedger&) const = default;
};

inline constexpr std::int64_t priorDaysMs = 30LL * 24 * 60 * 60 * 1000;

/// The same price again is no change. A clock that went back is not believed: the change counts from the one
/// before it.
void notePrice(PriceLedger& ledger, const Sku& sku, PriceChange change);
/// What was asked at a moment; nothing: it was not for sale yet.
std::optional<Money> priceAt(const PriceLedger& ledger, const Sku& sku, std::int64_t atMs);
/// The lowest price of the 30 days before a reduction that begins at `startMs`; one that began earlier counts
/// while it was asked. Nothing: less than 30 days of it are known, or the currency changed meanwhile.
std::optional<Money> lowestBefore(const PriceLedger& ledger, const Sku& sku, std::int64_t startMs);
/// What may stand as "was" beside the price of now: if that came with a reduction, the lowest before it
/// began; otherwise the lowest before now, for a reduction that begins now.
std::optional<Money> priorLowest(const PriceLedger& ledger, const Sku& sku, std::int64_t nowMs);

} // namespace vitrina::commerce
