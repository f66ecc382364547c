// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/OrderChange.hpp"

#include <algorithm>

namespace vitrina::commerce {

namespace {

bool isFinal(OrderState state) {
    return state == OrderState::Cancelled || state == OrderState::Refunded;
}

void move(OrderStanding& order, OrderState to) {
    const OrderState from = order.state;
    if (to == OrderState::Paid) {
        order.paid = true;
        if (from != OrderState::Review && from != OrderState::Placed)
            return;
    } else if (from == OrderState::Packed && to == OrderState::Placed && order.paid) {
        to = OrderState::Paid;
    } else if (from == OrderState::Paid && to == OrderState::Placed) {
        order.paid = false;
    }
    order.state = to;
    order.restocked = order.restocked || to == OrderState::Cancelled;
}

} // namespace

bool mayBecome(const OrderStanding& standing, OrderState to) {
    if (to == OrderState::Paid)
        return !standing.paid && !isFinal(standing.state) && standing.state != OrderState::None;
    return canBecome(standing.state, to);
}

std::int64_t toCollectMinor(const OrderStanding& standing, std::int64_t toPayMinor) {
    return standing.paid || isFinal(standing.state) ? 0 : toPayMinor - standing.refundedMinor;
}

std::int64_t owedMinor(const OrderStanding& standing, std::int64_t toPayMinor) {
    return standing.paid && standing.state == OrderState::Cancelled ? toPayMinor - standing.refundedMinor : 0;
}

std::int64_t netMinor(const OrderStanding& standing, std::int64_t goodsMinor) {
    return isFinal(standing.state) ? 0 : std::max<std::int64_t>(0, goodsMinor - standing.refundedMinor);
}

Result<OrderStanding> changed(const OrderStanding& before, std::int64_t toPayMinor, OrderState to,
                              std::int64_t refundMinor, bool restock) {
    const std::int64_t left = toPayMinor - before.refundedMinor;
    if (to == OrderState::Refunded && refundMinor == 0)
        refundMinor = left;
    if (refundMinor < 0 || refundMinor > left || (to == OrderState::Refunded && refundMinor != left))
        return fail(ErrorCode::BadQuantity);
    const bool cancelled = before.state == OrderState::Cancelled;
    if (to == OrderState::None && refundMinor > 0 && refundMinor == left && !cancelled)
        to = OrderState::Refunded;
    if ((to == OrderState::None && refundMinor == 0) || (restock && to != OrderState::Refunded))
        return fail(ErrorCode::BadRequest);
    if (to != OrderState::None && !mayBecome(before, to))
        return fail(ErrorCode::OrderFixed);
    OrderStanding after = before;
    after.refundedMinor += refundMinor;
    after.restocked = before.restocked || restock;
    if (to != OrderState::None)
        move(after, to);
    return after;
}

bool buyerMayCancel(OrderState state) {
    return state == OrderState::Review || state == OrderState::Placed || state == OrderState::Paid;
}

bool buyerMayReturn(OrderState state) {
    return state == OrderState::Sent || state == OrderState::Collected;
}

} // namespace vitrina::commerce
