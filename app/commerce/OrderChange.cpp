// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/OrderChange.hpp"

namespace vitrina::commerce {

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
    if (to != OrderState::None && !canBecome(before.state, to))
        return fail(ErrorCode::OrderFixed);
    OrderStanding after = before;
    after.refundedMinor += refundMinor;
    if (to != OrderState::None)
        after.state = to;
    after.restocked = before.restocked || restock || to == OrderState::Cancelled;
    return after;
}

bool buyerMayCancel(OrderState state) {
    return state == OrderState::Review || state == OrderState::Placed || state == OrderState::Paid;
}

bool buyerMayReturn(OrderState state) {
    return state == OrderState::Sent || state == OrderState::Collected;
}

} // namespace vitrina::commerce
