// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Stock.hpp"

#include <cstdint>
#include <map>

/// The free pieces of a shop behind the server as a ceiling; ledger.md says it in words.
namespace vitrina::commerce {

/// What stands between a SKU and the shop.
struct ShopSide {
    std::int64_t free = 0;     ///< pieces the shop could sell now
    std::int64_t promised = 0; ///< in orders here that it has not been handed yet
    std::int64_t withheld = 0; ///< out of the allocation so far because of it

    bool operator==(const ShopSide&) const = default;
};

struct Capped {
    StockLevel level;
    std::int64_t withheld = 0;

    bool operator==(const Capped&) const = default;
};

/// The level with what is withheld worked out anew: available is the lesser of what would be without the shop
/// and of what the shop has free beyond reserved and promised, and never below zero. Allocated and withheld
/// together stay what they were; reserved and sold are not touched.
Capped cappedByShop(const StockLevel& level, const ShopSide& shop);

/// The same for the SKUs of a show; one that is not in `free` was not asked about and stays as it is. Gives
/// those that change.
std::map<Sku, Capped> cappedByShop(const std::map<Sku, StockLevel>& levels,
                                   const std::map<Sku, std::int64_t>& free,
                                   const std::map<Sku, std::int64_t>& promised,
                                   const std::map<Sku, std::int64_t>& withheld);

} // namespace vitrina::commerce
