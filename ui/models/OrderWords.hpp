// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"

#include <QLocale>
#include <QString>

#include <set>

/// What the window says of orders.
namespace vitrina::ui {

/// In the order in which an order goes through them.
inline constexpr commerce::OrderState orderStates[] = {
    commerce::OrderState::Review,    commerce::OrderState::Placed,  commerce::OrderState::Paid,
    commerce::OrderState::Packed,    commerce::OrderState::Sent,    commerce::OrderState::Collected,
    commerce::OrderState::Cancelled, commerce::OrderState::Refunded};

QString orderStateWord(commerce::OrderState state);
QString paymentWord(commerce::PaymentWay payment);
QString wishWord(commerce::BuyerWish wish);
/// The title of its way of delivery; "–" when none was chosen.
QString deliveryText(const control::State& state, const commerce::OrderDelivery& delivery);
/// "2 × Linden honey, 500 g; Birch bowl"
QString orderLinesText(const commerce::Catalogue& catalogue, const commerce::Order& order);
std::int64_t piecesOf(const commerce::Order& order);
/// Goods and delivery, before what went back.
std::int64_t toPayMinor(const commerce::Order& order);
/// One step back, for a slip of the hand; None: there is none.
commerce::OrderState stepBack(commerce::OrderState state);
/// Of which a change is asked for and not answered yet.
std::set<OrderNumber> pendingOrders(const control::State& state);

} // namespace vitrina::ui
