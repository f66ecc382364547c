// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "base/Result.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Order.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

/// The rules of stock and orders as pure values. The server's store decides for real, in its transaction;
/// this is the model its tests run beside it.
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
/// An order as its buyer asked for it. Name and contact never enter a record: they stay in the server's
/// tables.
struct OrderRequest {
    std::string key; ///< idempotency key, unique per viewer
    ViewerId viewer;
    std::vector<OrderLine> lines; ///< unitMinor: the price the buyer saw
    std::int64_t mediaMs = -1;    ///< media time the page was showing

    bool operator==(const OrderRequest&) const = default;
};

struct Ledger {
    std::string currency;
    bool open = false;     ///< selling is open
    std::set<Sku> stopped; ///< off sale until the host says otherwise
    std::map<Sku, StockLevel> stock;
    std::map<Sku, std::int64_t> priceMinor;
    std::map<OrderNumber, Order> orders;
    std::map<std::pair<ViewerId, std::string>, std::pair<OrderRequest, OrderNumber>> keys;

    bool operator==(const Ledger&) const = default;
};

/// Every variant with its allocation; selling open.
Ledger openLedger(const Catalogue& catalogue, const std::string& currency);

/// What an order asks of each SKU, its lines summed, and what it comes to.
struct Demand {
    std::map<Sku, std::int64_t> pieces;
    std::int64_t totalMinor = 0;

    bool operator==(const Demand&) const = default;
};

/// The part of the rules that needs no stock: lines and quantities within their limits, the sum within 64
/// bits. The server's store and the model both begin with it. Error: BadQuantity, with the SKU as detail.
Result<Demand> demandOf(const std::vector<OrderLine>& lines);

/// Whether a level can give that many pieces: None, SoldOut or AllInCheckouts.
ErrorCode refusal(const StockLevel& level, std::int64_t pieces);

/// The level after a correction, a difference. BelowSold: it would go below sold + reserved.
Result<StockLevel> corrected(const StockLevel& level, std::int64_t difference);

struct Placed {
    Ledger ledger;
    Order order;
    bool replayed = false; ///< the key was known: the first answer again
};

/// All lines or none. Demand of one SKU in several lines is summed before it is checked. The same key with
/// the same order gives the first answer, with another order KeyReused. Errors: SalesClosed, BadQuantity,
/// UnknownSku, SkuStopped, PriceChanged, SoldOut, AllInCheckouts, KeyReused; the detail names the SKU.
Result<Placed> placeOrder(Ledger ledger, const OrderRequest& request, const OrderNumber& number);

/// A correction is a difference, never a new total. Error: BelowSold when it would go below sold + reserved.
Result<Ledger> correctStock(Ledger ledger, const Sku& sku, std::int64_t difference);

/// All of them or none. Errors: BadRequest when there is none, UnknownSku.
Result<Ledger> switchSkus(Ledger ledger, const std::vector<Sku>& skus, bool open);

} // namespace vitrina::commerce
