// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ProductTable.hpp"
#include "commerce/ShopBook.hpp"

#include <QLocale>
#include <QString>

#include <optional>

/// Words of the shop book; its dialogs say the same.
namespace vitrina::ui {

QString productColumnWord(commerce::ProductColumn column);
QString layoutWord(commerce::ProductLayout layout);
/// "“1,234” may be a thousand or one": what is wrong with a row of a table.
QString tableIssueSentence(const commerce::TableReport& report);
/// "Price of M-S: 18.90 → 16.50"
QString fieldChangeText(const commerce::FieldChange& change, const std::string& currency,
                        const QLocale& locale);
QString priceWhyWord(commerce::PriceWhy why);
QString gapSentence(commerce::ProductGap gap);
/// An amount as it is typed, "18,90" or "18.90", in minor units; nothing: it is none.
std::optional<std::int64_t> typedAmount(const QString& typed);
/// A price as typed, in minor units of its currency.
std::optional<std::int64_t> typedPrice(const QString& typed, const std::string& currency);

} // namespace vitrina::ui
