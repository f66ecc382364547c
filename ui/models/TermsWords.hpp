// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Terms.hpp"

#include <QLocale>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace vitrina::ui {

/// What is missing before a checkout may open, as a person is asked for it.
QString gapWord(commerce::TermsGap gap);
/// Prices by region as they are typed: "LV 3.50; EE 5; * 9.90". Nothing: a region that is none (two letters,
/// or * for anywhere else), an amount that is none, or a region twice.
std::optional<std::vector<commerce::DeliveryPrice>> regionPrices(const QString& typed,
                                                                 const std::string& currency);
QString regionPricesText(const std::vector<commerce::DeliveryPrice>& prices, const std::string& currency,
                         const QLocale& locale);

} // namespace vitrina::ui
