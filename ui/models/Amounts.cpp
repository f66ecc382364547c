// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Amounts.hpp"

#include "ui/widgets/Format.hpp"

#include <QLocale>

namespace vitrina::ui {
namespace {

/// How many decimals an amount has is what amountText() gives it.
qsizetype decimalsOf(const std::string& currency) {
    const QString one = amountText(0, currency, QLocale::c());
    const qsizetype point = one.indexOf(QLatin1Char('.'));
    return point < 0 ? 0 : one.size() - point - 1;
}

} // namespace

std::optional<std::int64_t> minorOf(const QString& typed, const std::string& currency) {
    constexpr qsizetype longest = 12;
    QString digits;
    qsizetype decimals = -1;
    QString bare = typed;
    bare.remove(currencySymbol(currency));
    for (const QChar c : bare) {
        if (c.isSpace())
            continue;
        if ((c == QLatin1Char('.') || c == QLatin1Char(',')) && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return std::nullopt;
        digits += c;
        decimals += decimals < 0 ? 0 : 1;
    }
    const qsizetype wanted = decimalsOf(currency);
    const qsizetype missing = wanted - std::max<qsizetype>(decimals, 0);
    if (digits.isEmpty() || digits.size() > longest || missing < 0)
        return std::nullopt;
    return (digits + QString(missing, QLatin1Char('0'))).toLongLong();
}

} // namespace vitrina::ui
