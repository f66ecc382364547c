// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace vitrina {

/// An amount in the smallest unit of its currency (cents for EUR), so that sums are exact.
struct Money {
    std::int64_t minor = 0;
    std::string currency; ///< ISO 4217, e.g. "EUR"

    auto operator<=>(const Money&) const = default;
};

} // namespace vitrina
