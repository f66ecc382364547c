// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Stock.hpp"

namespace vitrina::commerce {

Result<Demand> demandOf(const std::vector<OrderLine>& lines) {
    if (lines.empty() || lines.size() > maxOrderLines)
        return fail(ErrorCode::BadQuantity);
    Demand demand;
    for (const OrderLine& line : lines) {
        if (line.quantity < 1 || line.quantity > maxLineQuantity || line.unitMinor < 0)
            return fail(ErrorCode::BadQuantity, line.sku.value);
        std::int64_t amount = 0;
        if (__builtin_mul_overflow(line.quantity, line.unitMinor, &amount) ||
            __builtin_add_overflow(demand.totalMinor, amount, &demand.totalMinor))
            return fail(ErrorCode::BadQuantity, line.sku.value);
        demand.pieces[line.sku] += line.quantity; // At most 20 lines of 99: no overflow.
    }
    return demand;
}

ErrorCode refusal(const StockLevel& level, std::int64_t pieces) {
    if (level.available() >= pieces)
        return ErrorCode::None;
    // What is in other checkouts may come back, so that is the word while it would be enough.
    return level.available() + level.reserved >= pieces ? ErrorCode::AllInCheckouts : ErrorCode::SoldOut;
}

Result<StockLevel> corrected(const StockLevel& level, std::int64_t difference) {
    StockLevel after = level;
    if (__builtin_add_overflow(level.allocated, difference, &after.allocated))
        return fail(ErrorCode::BadQuantity);
    if (after.available() < 0)
        return fail(ErrorCode::BelowSold);
    return after;
}

} // namespace vitrina::commerce
