// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/models/StockWords.hpp"

#include <QLocale>
#include <QString>

namespace vitrina::ui {

enum class TimeTone { None, Normal, Warning, Over };

/// What stands under a monitor: which item, how long, how much is left. Made from the state, painted by
/// InfoStrip.
struct StripContent {
    bool air = false;       ///< the strip under program
    bool filled = false;    ///< false: emptyTitle and emptyHint only
    bool confirmed = false; ///< the engine has said that it is on program
    QString emptyTitle;
    QString emptyHint;
    QString word; ///< NEXT, ON AIR, TAKEN
    QString position;
    QString title;
    QString price;
    QString was; ///< the price of before, to be struck through; empty: none
    QString cue; ///< a note to the host that he has not seen yet; it stands in the place of the names
    QString image;
    QString icon;
    QString timeLabel;
    QString timeFigure;
    QString timeHint;
    TimeTone tone = TimeTone::None;
    OfferLeft offer; ///< of the flash price that stands here
    StockText stock; ///< tone None: the item sells nothing
    double progress = -1.0;

    bool operator==(const StripContent&) const = default;
    QString spoken() const;
};

StripContent nextStrip(const control::State& state, const Instant& now, const QLocale& locale, bool compact);
StripContent airStrip(const control::State& state, const Instant& now, const QLocale& locale, bool compact,
                      int warningSeconds);

} // namespace vitrina::ui
