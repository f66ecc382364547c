// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Money.hpp"
#include "commerce/Terms.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vitrina::commerce {

/// The most pieces of one SKU in one order line.
inline constexpr std::int64_t maxLineQuantity = 99;
inline constexpr std::size_t maxOrderLines = 20;

struct OrderLine {
    Sku sku;
    std::int64_t quantity = 0;
    std::int64_t unitMinor = 0; ///< the charged price of one piece, VAT included
    OfferId offer = {};         ///< whose price it is; empty: the list's

    bool operator==(const OrderLine&) const = default;
};

/// How an order goes to its buyer. No address: that stays in the server's tables.
struct OrderDelivery {
    std::string way;        ///< DeliveryWay::id; empty: none was chosen (an order in one step)
    std::string region;     ///< "LV"; empty for a collection
    std::int64_t minor = 0; ///< what delivery costs
    PaymentWay payment = PaymentWay::None;

    bool operator==(const OrderDelivery&) const = default;
};

struct Order {
    OrderNumber number;
    ViewerId viewer;
    std::vector<OrderLine> lines;
    Money total; ///< of the lines; delivery is beside it
    OrderDelivery delivery = {};

    bool operator==(const Order&) const = default;
};

enum class OrderState {
    None,
    Review, ///< placed, but a person has to look at it first (velocity)
    Placed,
    Paid,
    Packed,
    Sent,
    Collected,
    Cancelled, ///< its pieces are for sale again
    Refunded,  ///< all of it
};

/// Cancelled and Refunded are final. Sent and Collected can only be refunded. Otherwise forward in the order
/// above, steps may be left out; and back by one step (from Packed to Placed), for a slip of the hand.
bool canBecome(OrderState from, OrderState to);

/// Pieces kept for one checkout, all of them or none, at these prices, until `expiresMs`.
struct Reservation {
    ReservationId id;
    ViewerId viewer;
    std::vector<OrderLine> lines;
    std::int64_t expiresMs = 0; ///< wall time of the server
    bool extended = false;      ///< once (WCAG 2.2.1)

    bool operator==(const Reservation&) const = default;
};

enum class ReservationEnd { None, Confirmed, Released, Expired };

/// What a buyer can write to the shop from the order page.
enum class BuyerWish { None, Question, Cancel, Return };

/// The VAT in a price that includes it, rounded half away from zero once, on the whole amount:
/// gross · r / (10000 + r), r in basis points.
std::int64_t vatIn(std::int64_t grossMinor, int basisPoints);
/// Splits an amount over parts in proportion to their weights, to the last minor unit: every part gets its
/// share rounded down, and the units left over go one each to the largest remainders, earlier parts first.
/// No weights, or all zero: everything to the first part.
std::vector<std::int64_t> split(std::int64_t minor, const std::vector<std::int64_t>& weights);

} // namespace vitrina::commerce
