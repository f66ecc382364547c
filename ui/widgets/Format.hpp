// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>
#include <string>

/// Figures and money as a person reads them. Negative signs are the real minus, so that columns stand in
/// line.
namespace vitrina::ui {

QString text(const std::string& utf8);
/// 1:24, 1:02:07; −0:04 for negative spans.
QString durationText(std::int64_t milliseconds);
/// 00:42:17
QString clockText(std::int64_t milliseconds);
/// +1:41 or −0:04
QString signedDurationText(std::int64_t milliseconds);
/// 19:42:17 in local time.
QString wallTimeText(std::int64_t wallMs);
/// 1 284: groups of three with a thin no-break space in every language.
QString countText(std::int64_t count);
/// € 38.00 or 38,00 €, as the interface's locale has it.
QString moneyText(std::int64_t minor, const std::string& currency, const QLocale& locale);
/// 38.00 without the unit, for columns that carry it in their header.
QString amountText(std::int64_t minor, const std::string& currency, const QLocale& locale);
QString currencySymbol(const std::string& currency);

} // namespace vitrina::ui
