// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace vitrina::ui {

/// Figures in which each digit takes the advance of the widest one, so that a running clock doesn't dance and
/// columns of money stand in line. Qt 6.4 can't switch on the font's own tabular figures.
qreal figuresWidth(const QFont& font, const QString& text);
/// Draws with the painter's font and pen, aligned in the rectangle; never wraps or elides.
void drawFigures(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

} // namespace vitrina::ui
