// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopOrder.hpp"
#include "record/SellingLayouts.hpp"

/// How an order of a shop elsewhere is kept by the server's store and said over the link. It is no fact.
namespace vitrina::record {

template <>
struct Layout<commerce::ShopRefund> {
    static constexpr std::tuple fields{field("id", &commerce::ShopRefund::id),
                                       field("minor", &commerce::ShopRefund::minor)};
};
template <>
struct Layout<commerce::ShopOrder> {
    static constexpr std::tuple fields{
        field("shop", &commerce::ShopOrder::shop),
        field("id", &commerce::ShopOrder::id),
        field("whole", &commerce::ShopOrder::whole),
        field("name", &commerce::ShopOrder::name),
        field("mark", &commerce::ShopOrder::mark),
        field("currency", &commerce::ShopOrder::currency),
        field("placed", &commerce::ShopOrder::placedMs),
        field("changed", &commerce::ShopOrder::changedMs),
        field("state", &commerce::ShopOrder::state),
        field("sold", &commerce::ShopOrder::sold),
        field("paid", &commerce::ShopOrder::paid),
        field("restocked", &commerce::ShopOrder::restocked),
        field("refunded", &commerce::ShopOrder::refundedMinor),
        field("delivery", &commerce::ShopOrder::deliveryMinor),
        field("region", &commerce::ShopOrder::region),
        field("foreign", &commerce::ShopOrder::foreignMinor),
        field("lines", &commerce::ShopOrder::lines),
        field("refunds", &commerce::ShopOrder::refunds),
        field("deleted", &commerce::ShopOrder::deleted),
    };
};

} // namespace vitrina::record
