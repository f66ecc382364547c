// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "commerce/Catalogue.hpp"
#include "commerce/Ledger.hpp"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace vitrina::commerce {

/// Studio: the shop of this run as the server shall open it. Written once a run, before it is served.
struct ShopOpened {
    std::string title;
    std::string shopName;
    std::string hostName;
    std::string locale;
    std::string currency;
    std::string disclosureText;
    bool rehearsal = false;
    Catalogue catalogue;
    bool operator==(const ShopOpened&) const = default;
};
/// Server: an order was accepted. `levels` are the stock levels right after it, for the SKUs it touched.
struct OrderPlaced {
    Order order;
    AiredId onAir; ///< the aired item at that time by the server's knowledge; may be empty
    std::int64_t mediaMs = -1;
    std::map<Sku, StockLevel> levels;
    bool operator==(const OrderPlaced&) const = default;
};
/// Server: the answer to a studio's request, whatever it asked. `levels` as in OrderPlaced, for stock
/// corrections.
struct RequestAnswered {
    RequestId request;
    ErrorCode error = ErrorCode::None; ///< None: done
    std::string detail;
    std::map<Sku, StockLevel> levels;
    bool operator==(const RequestAnswered&) const = default;
};
/// Server: selling opened or closed.
struct SalesSwitched {
    bool open = false;
    bool operator==(const SalesSwitched&) const = default;
};
/// Server: these SKUs were taken off sale, or put back. Only those that changed are named.
struct SkusSwitched {
    std::vector<Sku> skus;
    bool open = false;
    bool operator==(const SkusSwitched&) const = default;
};
using Fact = std::variant<ShopOpened, OrderPlaced, RequestAnswered, SalesSwitched, SkusSwitched>;

/// A studio's wish for what the server owns. Kept in the outbox and shown as pending until its
/// RequestAnswered.
struct CorrectStock {
    Sku sku;
    std::int64_t difference = 0;
    std::string reason;
    bool operator==(const CorrectStock&) const = default;
};
struct SwitchSales {
    bool open = false;
    bool operator==(const SwitchSales&) const = default;
};
/// All of them or none: a product is taken off sale with all its variants.
struct SwitchSkus {
    std::vector<Sku> skus;
    bool open = false;
    bool operator==(const SwitchSkus&) const = default;
};
/// The chat of the viewers' page: closed, it is hidden there and takes no message.
struct SwitchChat {
    bool open = false;
    bool operator==(const SwitchChat&) const = default;
};
using Request = std::variant<CorrectStock, SwitchSales, SwitchSkus, SwitchChat>;

} // namespace vitrina::commerce
