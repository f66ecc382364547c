// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// The colours of everything drawn for the picture, named once: card, label, lower third, countdown, slates.
/// tokens.json "productCard" and the tokens of web.md; a card is paper in light and dark alike.
namespace vitrina::studio::shop {

inline const QColor paper(0xFB, 0xF8, 0xF1);
inline const QColor ink(0x1D, 0x1A, 0x15);
inline const QColor second(0x5E, 0x56, 0x48); ///< second words on paper
inline const QColor brand(0xF2, 0xA3, 0x1B);
inline const QColor onBrand(0x1F, 0x14, 0x00);
inline const QColor well(0xE9, 0xE1, 0xD2); ///< ground of a figure on paper
inline const QColor lowFill(0xFF, 0xD8, 0x8F);
inline const QColor lowInk(0x8A, 0x4B, 0x00);
inline const QColor soldFill(0xF9, 0xDA, 0xD7);
inline const QColor soldInk(0x9B, 0x14, 0x20);
inline const QColor infoFill(0xDD, 0xEA, 0xF8);
inline const QColor infoInk(0x1F, 0x4F, 0x86);
inline const QColor ground(0x1D, 0x1A, 0x15); ///< the page's own dark ground, of slates
inline const QColor quiet(0xC9, 0xBF, 0xAC);  ///< second words on the ground
inline const QColor labelInk(0x14, 0x11, 0x0C);

} // namespace vitrina::studio::shop
