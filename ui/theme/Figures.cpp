// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Figures.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace vitrina::ui {
namespace {

qreal digitAdvance(const QFontMetricsF& metrics) {
    qreal widest = 0.0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

qreal advanceOf(QChar character, const QFontMetricsF& metrics, qreal digit) {
    return character.isDigit() ? digit : metrics.horizontalAdvance(character);
}

qreal widthOf(const QString& text, const QFontMetricsF& metrics, qreal digit) {
    qreal width = 0.0;
    for (const QChar character : text)
        width += advanceOf(character, metrics, digit);
    return width;
}

} // namespace

qreal figuresWidth(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(font);
    return widthOf(text, metrics, digitAdvance(metrics));
}

void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const qreal digit = digitAdvance(metrics);
    const qreal width = widthOf(text, metrics, digit);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    qreal y = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        y = rect.bottom() - metrics.descent();
    else if (alignment & Qt::AlignVCenter)
        y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    for (const QChar character : text) {
        const qreal advance = advanceOf(character, metrics, digit);
        const qreal inset = (advance - metrics.horizontalAdvance(character)) / 2;
        painter.drawText(QPointF(x + inset, y), QString(character));
        x += advance;
    }
}

} // namespace vitrina::ui
