// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopStock.hpp"

#include <algorithm>

namespace vitrina::commerce {

namespace {

std::int64_t at(const std::map<Sku, std::int64_t>& pieces, const Sku& sku) {
    const auto found = pieces.find(sku);
    return found == pieces.end() ? 0 : found->second;
}

} // namespace

Capped cappedByShop(const StockLevel& level, const ShopSide& shop) {
    const std::int64_t without = level.available() + shop.withheld;
    // A shop that has oversold says less than nothing.
    const std::int64_t free = std::max<std::int64_t>(shop.free, 0);
    const std::int64_t ceiling = std::max<std::int64_t>(free - level.reserved - shop.promised, 0);
    Capped capped{level, without - std::min(without, ceiling)};
    capped.level.allocated += shop.withheld - capped.withheld;
    return capped;
}

std::map<Sku, Capped> cappedByShop(const std::map<Sku, StockLevel>& levels,
                                   const std::map<Sku, std::int64_t>& free,
                                   const std::map<Sku, std::int64_t>& promised,
                                   const std::map<Sku, std::int64_t>& withheld) {
    std::map<Sku, Capped> changed;
    for (const auto& [sku, pieces] : free) {
        const auto level = levels.find(sku);
        if (level == levels.end())
            continue;
        const ShopSide side{pieces, at(promised, sku), at(withheld, sku)};
        const Capped capped = cappedByShop(level->second, side);
        if (capped.withheld != side.withheld)
            changed.emplace(sku, capped);
    }
    return changed;
}

} // namespace vitrina::commerce
