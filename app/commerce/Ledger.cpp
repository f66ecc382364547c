// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Ledger.hpp"

namespace vitrina::commerce {

Ledger openLedger(const Catalogue& catalogue, const std::string& currency) {
    Ledger ledger;
    ledger.currency = currency;
    ledger.open = true;
    for (const Product& product : catalogue.products) {
        for (const Variant& variant : product.variants) {
            ledger.stock[variant.sku].allocated = variant.allocated;
            ledger.priceMinor[variant.sku] = variant.price.minor;
        }
    }
    return ledger;
}

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

namespace {

bool sameWish(const OrderRequest& one, const OrderRequest& other) {
    return one.lines == other.lines; // The moment it was sent from may differ in a repetition.
}

} // namespace

Result<Placed> placeOrder(Ledger ledger, const OrderRequest& request, const OrderNumber& number) {
    const auto key = std::pair(request.viewer, request.key);
    if (const auto known = ledger.keys.find(key); known != ledger.keys.end()) {
        if (!sameWish(known->second.first, request))
            return fail(ErrorCode::KeyReused);
        Order first = ledger.orders.at(known->second.second);
        return Placed{std::move(ledger), std::move(first), true};
    }
    if (!ledger.open)
        return fail(ErrorCode::SalesClosed);
    const auto demand = demandOf(request.lines);
    if (!demand)
        return demand.error();
    for (const OrderLine& line : request.lines) {
        const auto price = ledger.priceMinor.find(line.sku);
        if (price == ledger.priceMinor.end())
            return fail(ErrorCode::UnknownSku, line.sku.value);
        if (ledger.stopped.contains(line.sku))
            return fail(ErrorCode::SkuStopped, line.sku.value);
        if (price->second != line.unitMinor)
            return fail(ErrorCode::PriceChanged, line.sku.value);
    }
    for (const auto& [sku, pieces] : demand->pieces) {
        if (const ErrorCode no = refusal(ledger.stock.at(sku), pieces); no != ErrorCode::None)
            return fail(no, sku.value);
    }
    for (const auto& [sku, pieces] : demand->pieces)
        ledger.stock.at(sku).sold += pieces;
    Order order{number, request.viewer, request.lines, Money{demand->totalMinor, ledger.currency}};
    ledger.orders.emplace(number, order);
    ledger.keys.emplace(key, std::pair(request, number));
    return Placed{std::move(ledger), std::move(order), false};
}

Result<Ledger> correctStock(Ledger ledger, const Sku& sku, std::int64_t difference) {
    const auto level = ledger.stock.find(sku);
    if (level == ledger.stock.end())
        return fail(ErrorCode::UnknownSku, sku.value);
    const auto after = corrected(level->second, difference);
    if (!after)
        return after.error();
    level->second = *after;
    return ledger;
}

Result<Ledger> switchSkus(Ledger ledger, const std::vector<Sku>& skus, bool open) {
    if (skus.empty())
        return fail(ErrorCode::BadRequest);
    for (const Sku& sku : skus) {
        if (!ledger.stock.contains(sku))
            return fail(ErrorCode::UnknownSku, sku.value);
        if (open)
            ledger.stopped.erase(sku);
        else
            ledger.stopped.insert(sku);
    }
    return ledger;
}

} // namespace vitrina::commerce
