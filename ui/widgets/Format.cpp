// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Format.hpp"

#include "base/Currency.hpp"

#include <QDateTime>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr QChar minusSign(0x2212);
constexpr QChar noBreakSpace(0x00A0);
constexpr QChar narrowNoBreakSpace(0x202F);

QString two(std::int64_t value) {
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString durationText(std::int64_t milliseconds) {
    const bool negative = milliseconds < 0;
    const std::int64_t seconds = std::llabs(milliseconds) / 1000;
    QString out =
        seconds >= 3600
            ? QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60))
            : QStringLiteral("%1:%2").arg(seconds / 60).arg(two(seconds % 60));
    return negative && seconds > 0 ? minusSign + out : out;
}

QString clockText(std::int64_t milliseconds) {
    const std::int64_t seconds = std::llabs(milliseconds) / 1000;
    const QString out =
        QStringLiteral("%1:%2:%3").arg(two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
    return milliseconds < 0 && seconds > 0 ? minusSign + out : out;
}

QString signedDurationText(std::int64_t milliseconds) {
    return milliseconds >= 1000 ? QLatin1Char('+') + durationText(milliseconds) : durationText(milliseconds);
}

QString wallTimeText(std::int64_t wallMs) {
    return QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("HH:mm:ss"));
}

QString countText(std::int64_t count) {
    QString digits = QString::number(std::llabs(count));
    for (int at = int(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(at, narrowNoBreakSpace);
    return count < 0 ? minusSign + digits : digits;
}

QString amountText(std::int64_t minor, const std::string& currency, const QLocale& locale) {
    const int digits = minorDigits(currency);
    QLocale plain(locale);
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString out = plain.toString(double(std::llabs(minor)) / std::pow(10.0, digits), 'f', digits);
    const qsizetype whole = digits > 0 ? out.size() - digits - 1 : out.size();
    for (qsizetype at = whole - 3; at > 0; at -= 3)
        out.insert(at, narrowNoBreakSpace);
    return minor < 0 ? minusSign + out : out;
}

QString currencySymbol(const std::string& currency) {
    if (currency == "EUR")
        return QStringLiteral("€");
    if (currency == "USD")
        return QStringLiteral("$");
    if (currency == "GBP")
        return QStringLiteral("£");
    return text(currency);
}

QString moneyText(std::int64_t minor, const std::string& currency, const QLocale& locale) {
    const QString amount = amountText(minor, currency, locale);
    const QString symbol = currencySymbol(currency);
    const bool symbolFirst =
        locale.toCurrencyString(1.0, QStringLiteral("¤")).startsWith(QStringLiteral("¤"));
    return symbolFirst ? symbol + noBreakSpace + amount : amount + noBreakSpace + symbol;
}

} // namespace vitrina::ui
