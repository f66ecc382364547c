// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopFigures.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace vitrina::commerce {
namespace {

constexpr std::int64_t mostWhole = 1'000'000'000'000;

/// ISO 4217, list one: those whose minor unit is not a hundredth.
constexpr std::array<std::string_view, 15> withoutMinor{
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF"};
constexpr std::array<std::string_view, 7> withThousandths{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes from a text what it expects; once wrong, always wrong.
class Scan {
  public:
    explicit Scan(std::string_view text) : text_(text) {}

    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (text_.empty() || !isDigit(text_.front())) {
                ok_ = false;
                return 0;
            }
            value = value * 10 + (text_.front() - '0');
            text_.remove_prefix(1);
        }
        return value;
    }
    void sign(std::string_view allowed) {
        if (text_.empty() || allowed.find(text_.front()) == std::string_view::npos)
            ok_ = false;
        else
            text_.remove_prefix(1);
    }
    bool take(char sign) {
        const bool there = !text_.empty() && text_.front() == sign;
        text_.remove_prefix(there ? 1 : 0);
        return there;
    }
    void skipDigits() { text_.remove_prefix(std::min(text_.find_first_not_of("0123456789"), text_.size())); }
    bool ok() const { return ok_; }
    bool atEnd() const { return text_.empty(); }

  private:
    std::string_view text_;
    bool ok_ = true;
};

/// "Z", "+02:00", "+0200", "UTC" or nothing.
std::int64_t zoneMs(Scan& scan, std::int64_t offsetMs) {
    scan.take(' ');
    if (scan.atEnd())
        return offsetMs;
    if (scan.take('Z'))
        return 0;
    if (scan.take('U')) {
        scan.sign("T");
        scan.sign("C");
        return 0;
    }
    const bool west = scan.take('-');
    if (!west)
        scan.sign("+");
    const int hours = scan.number(2);
    scan.take(':');
    const int minutes = scan.number(2);
    return (west ? -1 : 1) * (hours * 60 + minutes) * std::int64_t{60'000};
}

} // namespace

std::int64_t minorUnits(std::string_view currency) {
    if (std::ranges::find(withoutMinor, currency) != withoutMinor.end())
        return 1;
    return std::ranges::find(withThousandths, currency) != withThousandths.end() ? 1'000 : 100;
}

std::optional<std::int64_t> minorOf(std::string_view decimal, std::string_view currency) {
    const bool negative = decimal.starts_with('-');
    decimal.remove_prefix(negative ? 1 : 0);
    if (decimal.empty() || decimal.size() > 32 || !isDigit(decimal.front()))
        return std::nullopt;
    const std::int64_t units = minorUnits(currency);
    std::int64_t minor = 0;
    std::int64_t step = 0; // 0: before the point; then what the next decimal counts, in minor units
    bool roundUp = false;
    for (const char c : decimal) {
        if (c == '.' && step == 0) {
            step = units;
            minor *= units;
        } else if (!isDigit(c)) {
            return std::nullopt;
        } else if (step == 0) {
            minor = minor * 10 + (c - '0');
            if (minor > mostWhole)
                return std::nullopt;
        } else if (step >= 10) {
            step /= 10;
            minor += step * (c - '0');
        } else if (step == 1) { // the first decimal that is too fine
            roundUp = c >= '5';
            step = -1;
        }
    }
    if (step == 0)
        minor *= units;
    minor += roundUp ? 1 : 0;
    if (minor > mostWhole)
        return std::nullopt;
    return negative ? -minor : minor;
}

std::optional<std::int64_t> instantOf(std::string_view text, std::int64_t offsetMs) {
    using namespace std::chrono;
    Scan scan(text);
    const int y = scan.number(4);
    scan.sign("-");
    const int m = scan.number(2);
    scan.sign("-");
    const int d = scan.number(2);
    scan.sign("T ");
    const int hours = scan.number(2);
    scan.sign(":");
    const int minutes = scan.number(2);
    const int seconds = scan.take(':') ? scan.number(2) : 0;
    if (scan.take('.'))
        scan.skipDigits();
    const std::int64_t zone = zoneMs(scan, offsetMs);
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    if (!scan.ok() || !scan.atEnd() || !date.ok() || y < 1970 || hours > 23 || minutes > 59 || seconds > 60)
        return std::nullopt;
    const std::int64_t days = sys_days(date).time_since_epoch().count();
    return ((days * 24 + hours) * 60 + minutes) * 60'000 + seconds * std::int64_t{1'000} - zone;
}

} // namespace vitrina::commerce
