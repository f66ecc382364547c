// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QRectF;

namespace vitrina::studio {

/// The shape that goes with a state's word, so that it reads without colour: a gauge nearly empty, a bag, a
/// struck circle, a clock.
enum class CardSign { None, Gauge, Bag, Struck, Clock };

void drawSign(QPainter& painter, CardSign sign, const QRectF& square, const QColor& ink);

} // namespace vitrina::studio
