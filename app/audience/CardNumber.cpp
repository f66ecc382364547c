// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/CardNumber.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace vitrina::audience {

namespace {

constexpr std::size_t fewestDigits = 14;
constexpr std::size_t mostDigits = 19;
constexpr std::size_t mostBetween = 3; ///< " - " between two groups

bool luhn(std::string_view digits) {
    int sum = 0;
    bool twice = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int value = (*digit - '0') * (twice ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
        twice = !twice;
    }
    return sum % 10 == 0;
}

/// The first digits and the lengths in use, by network.
bool beginsAsCard(std::string_view digits) {
    const auto first = [&](std::size_t count) {
        int value = 0;
        for (const char digit : digits.substr(0, count))
            value = value * 10 + (digit - '0');
        return value;
    };
    const auto within = [](int value, int from, int to) {
        return value >= from && value <= to;
    };
    const std::size_t length = digits.size();
    if (length == 14) // Diners
        return first(2) == 36 || first(2) == 38 || first(2) == 39 || within(first(3), 300, 305);
    if (length == 15) // American Express
        return first(2) == 34 || first(2) == 37;
    const bool visa = digits.front() == '4' && (length == 16 || length == 19);
    const bool mastercard = length == 16 && (within(first(2), 51, 55) || within(first(4), 2221, 2720));
    const bool mir = within(first(4), 2200, 2204);
    const bool jcb = within(first(4), 3528, 3589);
    const bool maestro = first(2) == 50 || within(first(2), 56, 58);
    return visa || mastercard || mir || jcb || maestro ||
           digits.front() == '6'; // 6: Discover, UnionPay, Maestro
}

/// Digits as they stand, with where their groups begin.
struct Run {
    std::string digits;
    std::vector<std::size_t> groups;

    void add(int digit, bool begins) {
        if (begins)
            groups.push_back(digits.size());
        digits += static_cast<char>('0' + digit);
    }
    /// From one group's beginning to another's end: a quantity before it or a date behind hides nothing.
    bool holdsCard() const {
        for (const std::size_t from : groups) {
            for (std::size_t length = fewestDigits; length <= mostDigits; ++length) {
                const std::size_t to = from + length;
                const bool ends = to == digits.size() || std::ranges::find(groups, to) != groups.end();
                const auto part = std::string_view(digits).substr(std::min(from, digits.size()), length);
                if (to <= digits.size() && ends && beginsAsCard(part) && luhn(part))
                    return true;
            }
        }
        return false;
    }
};

bool separates(UChar32 point) {
    return point == '.' || u_isUWhiteSpace(point) || u_charType(point) == U_DASH_PUNCTUATION;
}

} // namespace

bool holdsCardNumber(const std::string& utf8) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = static_cast<std::int32_t>(utf8.size());
    Run run;
    std::size_t between = 0; // since the last digit
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, length, point);
        const std::int32_t digit = point < 0 ? -1 : u_charDigitValue(point);
        if (digit >= 0) {
            run.add(digit, run.digits.empty() || between > 0);
            between = 0;
        } else if (point >= 0 && separates(point) && between < mostBetween) {
            ++between;
        } else {
            if (run.holdsCard())
                return true;
            run = {};
            between = 0;
        }
    }
    return run.holdsCard();
}

} // namespace vitrina::audience
