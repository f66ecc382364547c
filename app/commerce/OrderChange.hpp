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
    bool paid = false;              ///< also of one that was packed first, or is cancelled since

    bool operator==(const OrderStanding&) const = default;
};

/// The order after a change (ChangeOrder says what is asked). `toPayMinor`: its lines and delivery together.
/// - Refunded gives back all that is left, and so does a refund of just that, which makes the state Refunded
///   unless the order is or becomes cancelled: then the money goes back and the state stays.
/// - Paid is noted of an order in any state that is not final; one that is packed or gone stays where it is.
///   The step back to Placed takes it back from one that stands at Paid; from Packed it goes to Paid when it
///   was paid.
/// - A cancel puts the pieces back on sale; a whole refund does when `restock` is set; each order's once.
/// Errors: OrderFixed (canBecome() says no), BadQuantity (below zero, more than is left, or Refunded with
/// less), BadRequest (nothing is asked, or `restock` without a whole refund).
Result<OrderStanding> changed(const OrderStanding& before, std::int64_t toPayMinor, OrderState to,
                              std::int64_t refundMinor, bool restock);

/// Whether changed() lets it go there, no refund given.
bool mayBecome(const OrderStanding& standing, OrderState to);
/// What is still to be collected from its buyer: nothing of one that is paid or over.
std::int64_t toCollectMinor(const OrderStanding& standing, std::int64_t toPayMinor);
/// What the shop owes its buyer: of one that was paid and is cancelled, what did not go back yet.
std::int64_t owedMinor(const OrderStanding& standing, std::int64_t toPayMinor);

/// What is left of its goods' GMV after a cancel and refunds. Money that goes back is the goods' first.
std::int64_t netMinor(const OrderStanding& standing, std::int64_t goodsMinor);

/// Whether its buyer may still cancel it without asking: as long as it is not packed.
bool buyerMayCancel(OrderState state);
/// Whether its buyer has something to send back (2011/83/EU art. 9): once it has been sent or collected.
bool buyerMayReturn(OrderState state);

} // namespace vitrina::commerce
