// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace vitrina {

/// Decimals an amount is written with (ISO 4217), of the currencies a shop is likely to have: two, but for
/// those that have no smaller coin.
inline int minorDigits(std::string_view currency) {
    return currency == "JPY" || currency == "KRW" || currency == "ISK" || currency == "CLP" ? 0 : 2;
}
/// Minor units of one whole.
inline std::int64_t minorPerUnit(std::string_view currency) {
    return minorDigits(currency) == 0 ? 1 : 100;
}

} // namespace vitrina
