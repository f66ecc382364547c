// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopOrder.hpp"
#include "server/store/Store.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// What shops post about their orders, as a value: pure. Only what is documented is read; what else a shop
/// or its plugins put into an order is passed over.
namespace vitrina::server::hook {

inline constexpr std::size_t jsonDepth = 32;

struct ToldOrder {
    commerce::ShopOrder order; ///< within checkShopOrder()
    Buyer buyer;               ///< cleaned; a contact is always there
};
/// Nothing: the topic tells nothing of an order. BadFormat, and those of checkShopOrder(); the detail names
/// the field and never quotes it.
using Told = Result<std::optional<ToldOrder>>;

/// Topics orders/create, orders/updated, orders/paid, orders/fulfilled, orders/cancelled … (the Order
/// resource) and refunds/create (the Refund resource), as shopify.dev describes them for the Admin REST API.
/// `currency`: the show's, in which a refund has to be.
Told readShopify(std::string_view topic, std::string_view body, const std::string& shop,
                 const std::string& currency);
/// Topics order.created, order.updated, order.restored (an order of WooCommerce's REST API, v2 or v3) and
/// order.deleted (only an id).
Told readWooCommerce(std::string_view topic, std::string_view body, const std::string& shop);
/// What WooCommerce sends once, unsigned, to see whether the address is there: "webhook_id=12".
bool isPing(std::string_view body);

} // namespace vitrina::server::hook
