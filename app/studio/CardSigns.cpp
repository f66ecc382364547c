// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/CardSigns.hpp"

#include <QPainter>
#include <QPainterPath>

namespace vitrina::studio {
namespace {

/// Drawn in a square of 16.
QPainterPath outline(CardSign sign) {
    QPainterPath path;
    switch (sign) {
    case CardSign::Gauge:
        path.addRoundedRect(QRectF(1.5, 4.5, 11.5, 7), 2, 2);
        path.moveTo(14.5, 7);
        path.lineTo(14.5, 9);
        break;
    case CardSign::Bag:
        path.addRoundedRect(QRectF(2.5, 5.5, 11, 9), 2, 2);
        path.moveTo(5.5, 7.5);
        path.lineTo(5.5, 4.5);
        path.arcTo(QRectF(5.5, 2, 5, 5), 180, -180);
        path.lineTo(10.5, 7.5);
        break;
    case CardSign::Struck:
        path.addEllipse(QRectF(2, 2, 12, 12));
        path.moveTo(3.8, 3.8);
        path.lineTo(12.2, 12.2);
        break;
    case CardSign::Clock:
        path.addEllipse(QRectF(2, 2, 12, 12));
        path.moveTo(8, 4.6);
        path.lineTo(8, 8);
        path.lineTo(10.4, 9.4);
        break;
    case CardSign::None:
        break;
    }
    return path;
}

} // namespace

void drawSign(QPainter& painter, CardSign sign, const QRectF& square, const QColor& ink) {
    if (sign == CardSign::None)
        return;
    painter.save();
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(sign));
    if (sign == CardSign::Gauge)
        painter.fillRect(QRectF(3.4, 6.4, 2.6, 3.2), ink);
    painter.restore();
}

} // namespace vitrina::studio
