// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Order.hpp"

#include <cstdint>

namespace vitrina::commerce {

/// Where an order stands: what a change is judged by, and what comes of it.
struct OrderStanding {
    OrderState state = OrderState::None;
    std::int64_t refundedMinor = 0; ///< in all, so far
    bool restocked = false;         ///< its pieces are for sale again

    bool operator==(const OrderStanding&) const = default;
};

/// The order after a change (ChangeOrder says what is asked). `toPayMinor`: its lines and delivery together.
/// - Refunded gives back all that is left, and so does a refund of just that, which makes the state Refunded
///   unless the order is or becomes cancelled: then the money goes back and the state stays.
/// - A cancel puts the pieces back on sale; a whole refund does when `restock` is set; each order's once.
/// Errors: OrderFixed (canBecome() says no), BadQuantity (below zero, more than is left, or Refunded with
/// less), BadRequest (nothing is asked, or `restock` without a whole refund).
Result<OrderStanding> changed(const OrderStanding& before, std::int64_t toPayMinor, OrderState to,
                              std::int64_t refundMinor, bool restock);

/// Whether its buyer may still cancel it without asking: as long as it is not packed.
bool buyerMayCancel(OrderState state);
/// Whether its buyer has something to send back (2011/83/EU art. 9): once it has been sent or collected.
bool buyerMayReturn(OrderState state);

} // namespace vitrina::commerce
