// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"

#include <string>
#include <vector>

namespace vitrina::control {

/// Where this show uses a product: what keeps it from being removed from the shop's products now, and what is
/// to be said first.
struct ProductUse {
    bool onAir = false;              ///< taken, confirmed or not
    std::string runningOffer;        ///< title of one that runs, or is about to, and sells it
    std::size_t orders = 0;          ///< of this run that have a piece of it, cancelled ones too
    std::vector<std::string> items;  ///< titles of the rundown's items that show it
    std::vector<std::string> offers; ///< titles of planned ones that sell it
    bool inShow = false;

    bool keeps() const { return onAir || !runningOffer.empty() || orders > 0; }
    bool operator==(const ProductUse&) const = default;
};

ProductUse useOf(const State& state, const ProductId& product);

} // namespace vitrina::control
