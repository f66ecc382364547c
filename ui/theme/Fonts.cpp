// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Fonts.hpp"

#include <QStringList>

namespace vitrina::ui {

QFont uiFont(int pixels, int weight) {
    QFont font(
        QStringList{QStringLiteral("Inter"), QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans")});
    font.setPixelSize(pixels);
    font.setWeight(QFont::Weight(weight));
    // Hinted glyph advances would make the same word wider on one screen than on another.
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace vitrina::ui
