// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "stage/SetUp.hpp"
#include "studio/CardSigns.hpp"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QString>
#include <QStringList>

#include <vector>

namespace vitrina::studio {

class ShowWords;

/// All lengths of a card for one canvas, px.
struct CardSizes {
    double width, padding, bar, radius, name, price, small, chip, code, gap;
    static CardSizes of(const stage::Canvas& canvas);
};

/// A state or a figure on a ground of its own.
struct CardChip {
    QString text;
    CardSign sign = CardSign::None;
    QColor fill;
    QColor ink;
    bool figures = false; ///< its digits stand still while they change
};

/// A card measured before it is drawn, so that its paper fits what stands on it: name and price left, code
/// right, "was", chips and the short address below.
struct CardLayout {
    CardSizes sizes;
    bool gone = false; ///< nothing to buy: sold out, or stopped by the host
    QImage code;
    QString number;
    QFont nameFont;
    QStringList name;
    bool rightToLeft = false; ///< the name
    QFont priceFont;
    QString price;
    QString was;      ///< empty: none
    QString wasWords; ///< what "was" means
    QString less;     ///< "−21 %"; empty where there is no room for it
    QFont wasFont;
    QFont chipFont;
    std::vector<CardChip> chips;
    QFont addressFont;
    QString address; ///< whole or not at all: half an address leads nowhere
    QString missing; ///< characters no font has
    double textWidth = 0;
    double innerWidth = 0;
    double priceHeight = 0;
    double upperHeight = 0;
    double wasHeight = 0;
    double chipHeight = 0;
    double addressHeight = 0;
    double height = 0;

    double chipWidth(const CardChip& chip) const;
};

CardLayout measureCard(const control::CardContent& content, const stage::Canvas& canvas,
                       const ShowWords& words);

} // namespace vitrina::studio
