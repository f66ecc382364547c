// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopBook.hpp"
#include "control/State.hpp"

#include <vector>

namespace vitrina::control {

/// A flash price is a price: once it is over, what may be called "was" next is no dearer (98/6/EC art. 6a).
/// The products of this show of which the ledger says something else by now than the server was told, to be
/// put again. Those that are on their way already are left out, and all of them while the link is not up.
std::vector<commerce::Product> outdatedClaims(const State& state, const commerce::ShopBook& book,
                                              std::int64_t nowMs);

} // namespace vitrina::control
