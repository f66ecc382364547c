// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "commerce/OrderChange.hpp"
#include "commerce/Shelf.hpp"
#include "commerce/Stock.hpp"
#include "commerce/Velocity.hpp"

#include <map>
#include <string>
#include <utility>

/// The whole of stock, reservations and orders as a pure value. The server's store decides for real, in its
/// transaction; this is the model its tests run beside it.
namespace vitrina::commerce {

struct Checkout {
    Reservation reservation;
    ReserveRequest asked;
    std::int64_t dueMs = 0; ///< on the monotonic clock
    ReservationEnd ended = ReservationEnd::None;

    bool operator==(const Checkout&) const = default;
};

struct PlacedOrder {
    Order order;
    OrderRequest asked;
    OrderStanding standing;

    bool operator==(const PlacedOrder&) const = default;
};

struct Ledger {
    Shelf shelf;
    std::map<ReservationId, Checkout> checkouts; ///< all there ever were
    std::map<OrderNumber, PlacedOrder> orders;
    std::map<std::pair<ViewerId, std::string>, ReservationId> checkoutKeys;
    std::map<std::pair<ViewerId, std::string>, OrderNumber> orderKeys;
    Velocity velocity;

    bool operator==(const Ledger&) const = default;
};

/// Every variant with its allocation; selling open.
Ledger openLedger(const Catalogue& catalogue, const std::string& currency, VelocityLimits limits = {});

/// What time alone does: reservations run out, offers end. To be called before anything else at that time.
void advance(Ledger& ledger, Instant now);

/// All lines or none; it takes the place of the viewer's reservation before, which is released. The same key
/// with the same wish gives the first answer while it lasts, then ReservationOver; with another wish
/// KeyReused.
CheckoutAnswer reserve(Ledger& ledger, const ReserveRequest& request, const ReservationId& id, Instant now);
/// Once, by the shop's reservation time; asked again, the same answer.
CheckoutAnswer extend(Ledger& ledger, const ReservationId& id, const ViewerId& viewer);
/// Also one that is over.
CheckoutAnswer release(Ledger& ledger, const ReservationId& id, const ViewerId& viewer);
/// From a reservation or in one step. The same key with the same order gives the first answer, with another
/// KeyReused.
OrderAnswer placeOrder(Ledger& ledger, const OrderRequest& request, const OrderNumber& number, Instant now);
/// See ChangeOrder. NotFound, and what changed() refuses.
ErrorCode changeOrder(Ledger& ledger, const OrderNumber& number, OrderState to, std::int64_t refundMinor,
                      bool restock);
/// The show is over: selling closes, offers end unless they outlive it.
void endShow(Ledger& ledger);

/// Charged lines of all orders: before cancels and refunds.
std::int64_t gmvMinor(const Ledger& ledger);

} // namespace vitrina::commerce
