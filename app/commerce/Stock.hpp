// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "commerce/Order.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace vitrina::commerce {

/// The words on screen, and "unknown" while the link is lost: unknown is never shown as zero. A level alone
/// does not know that the host has stopped its SKU.
enum class StockWord { Unknown, Available, AllInCheckouts, SoldOut, Stopped };

struct StockLevel {
    std::int64_t allocated = 0;
    std::int64_t reserved = 0;
    std::int64_t sold = 0;

    bool operator==(const StockLevel&) const = default;
    std::int64_t available() const { return allocated - reserved - sold; }
    StockWord word() const {
        return available() > 0 ? StockWord::Available
               : reserved > 0  ? StockWord::AllInCheckouts
                               : StockWord::SoldOut;
    }
};

/// At or below this many available pieces the badge says "low".
inline constexpr std::int64_t lowStock = 5;

/// What an order asks of each SKU, its lines summed, and what it comes to.
struct Demand {
    std::map<Sku, std::int64_t> pieces;
    std::int64_t totalMinor = 0;

    bool operator==(const Demand&) const = default;
};

/// The part of the rules that needs no stock: lines and quantities within their limits, the sum within 64
/// bits. Error: BadQuantity, with the SKU as detail.
Result<Demand> demandOf(const std::vector<OrderLine>& lines);

/// Whether a level can give that many pieces: None, SoldOut or AllInCheckouts.
ErrorCode refusal(const StockLevel& level, std::int64_t pieces);

/// The level after a correction, a difference. BelowSold: it would go below sold + reserved.
Result<StockLevel> corrected(const StockLevel& level, std::int64_t difference);

} // namespace vitrina::commerce
