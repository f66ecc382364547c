// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/OrderChange.hpp"
#include "server/store/BuyerTables.hpp"
#include "server/store/Database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace vitrina::server {

/// An order as its rows hold it.
struct OrderRow {
    OrderPlace place;
    RunId run;
    commerce::Order order;
    commerce::OrderStanding standing;
    std::int64_t atMs = 0;

    std::int64_t toPayMinor() const { return order.total.minor + order.delivery.minor; }
};

std::optional<OrderRow> readOrder(Database& database, const OrderNumber& number);
/// The numbers of a run's orders with a line of this offer, from the first that was placed at or after a
/// moment on, though the clock was set back since; oldest first.
std::vector<OrderNumber> ordersUnder(Database& database, const RunId& run, const OfferId& offer,
                                     std::int64_t sinceMs);
void writeStanding(Database& database, const OrderRow& order);

} // namespace vitrina::server
