// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Order.hpp"

#include <algorithm>
#include <numeric>

namespace vitrina::commerce {
namespace {

/// Wide enough for an amount times a weight. GCC's and clang's; both of ours have it.
__extension__ using Wide = __int128;

} // namespace

bool canBecome(OrderState from, OrderState to) {
    if (to == OrderState::None || to == OrderState::Review || from == OrderState::None || from == to)
        return false;
    if (from == OrderState::Cancelled || from == OrderState::Refunded)
        return false;
    if (to == OrderState::Refunded)
        return from != OrderState::Review;
    const bool gone = from == OrderState::Sent || from == OrderState::Collected;
    if (to == OrderState::Cancelled)
        return !gone;
    if (from == OrderState::Sent && to == OrderState::Collected)
        return false; // one or the other
    const auto step = [](OrderState state) {
        return state == OrderState::Collected ? static_cast<int>(OrderState::Sent) : static_cast<int>(state);
    };
    // Paid is no step that one comes back to: OrderStanding knows whether it was paid.
    const bool back = from == OrderState::Packed ? to == OrderState::Placed : step(to) == step(from) - 1;
    return step(to) > step(from) || back;
}

std::int64_t vatIn(std::int64_t grossMinor, int basisPoints) {
    if (basisPoints <= 0)
        return 0;
    const Wide part = static_cast<Wide>(grossMinor) * basisPoints;
    const Wide whole = 10'000 + basisPoints;
    const Wide half = part < 0 ? -whole / 2 : whole / 2;
    return static_cast<std::int64_t>((part + half) / whole);
}

std::vector<std::int64_t> split(std::int64_t minor, const std::vector<std::int64_t>& weights) {
    std::vector<std::int64_t> parts(weights.size(), 0);
    if (parts.empty())
        return parts;
    Wide sum = 0;
    for (const std::int64_t weight : weights)
        sum += std::max<std::int64_t>(weight, 0);
    if (sum == 0) {
        parts.front() = minor;
        return parts;
    }
    std::vector<Wide> remainders(parts.size());
    std::int64_t left = minor;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Wide share = static_cast<Wide>(minor) * std::max<std::int64_t>(weights[i], 0);
        parts[i] = static_cast<std::int64_t>(share / sum);
        remainders[i] = share % sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto size = [](Wide value) {
        return value < 0 ? -value : value;
    };
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return size(remainders[a]) > size(remainders[b]); });
    for (std::size_t i = 0; left != 0; ++i, left += left > 0 ? -1 : 1)
        parts[order[i]] += left > 0 ? 1 : -1;
    return parts;
}

} // namespace vitrina::commerce
