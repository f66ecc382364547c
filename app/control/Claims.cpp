// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Claims.hpp"

#include <algorithm>

namespace vitrina::control {

std::vector<commerce::Product> outdatedClaims(const State& state, const commerce::ShopBook& book,
                                              std::int64_t nowMs) {
    std::vector<commerce::Product> outdated;
    if (state.link != LinkHealth::Up)
        return outdated;
    for (const commerce::Product& product : state.catalogue.products) {
        const bool asked = std::ranges::any_of(state.pending, [&](const PendingRequest& pending) {
            const auto* put = std::get_if<commerce::PutProduct>(&pending.request);
            return put && put->product.id == product.id;
        });
        commerce::Product shown = commerce::forShow(book, product, nowMs);
        if (!asked && shown != product)
            outdated.push_back(std::move(shown));
    }
    return outdated;
}

} // namespace vitrina::control
