// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Money.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the cells of a shop's table mean as text and as figures.
namespace vitrina::commerce {

/// The text of a piece of HTML: tags gone (with what stands in script and style), characters by name or
/// number as themselves, blocks as lines. A "<" that opens no tag stays. Text without either comes back as it
/// is, but for control characters, blanks at its ends, and one blank for several. Not a sanitizer: everything
/// that is shown of it is shown as plain text.
std::string plainText(std::string_view html);
/// At most so many bytes of UTF-8, cut between two characters.
std::string_view cutText(std::string_view text, std::size_t bytes);

enum class AmountFault {
    None,
    NotANumber,
    Unclear,   ///< "1,234": a thousand or one?
    Negative,  ///< below zero
    TooPrecise ///< more than two decimals that say something
};
struct Amount {
    std::int64_t hundredths = 0;
    AmountFault fault = AmountFault::None;

    bool operator==(const Amount&) const = default;
};
/// "18.90", "18,90", "1 234,50", "1.234,50", "€18.90" in hundredths. Where one sign alone could part
/// thousands or decimals it is said to be unclear rather than guessed. Up to 10^12.
Amount readAmount(std::string_view text);
/// "18.90"; what readAmount() reads back.
std::string amountOf(std::int64_t hundredths);
/// What was read as a price, in minor units. Nothing: it has a fault, or more decimals than the currency.
std::optional<std::int64_t> minorOf(const Amount& read, std::string_view currency);
/// The other way round: as readAmount() reads it.
std::string priceText(const Money& price);

} // namespace vitrina::commerce
