// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/theme/Theme.hpp"

#include <QString>

namespace vitrina::ui {

enum class StockTone { None, Plain, Low, Out, Held, Unknown, Stopped };

/// A product's stock as one short word: "48", "3 LOW", "SOLD OUT", "0 · 2 held", "NOT ON SALE", or a clock
/// while it isn't known.
struct StockText {
    StockTone tone = StockTone::None;
    QString badge;  ///< for a row
    QString figure; ///< for the strip
    QString label;  ///< over the strip's figure
    QString hint;   ///< under it: "Sold 17 · Held 2"
    QString spoken; ///< "3 in stock"

    bool operator==(const StockText&) const = default;
};
StockText stockText(const control::State& state, const commerce::Product& product, const Instant& now,
                    bool compact);

} // namespace vitrina::ui
