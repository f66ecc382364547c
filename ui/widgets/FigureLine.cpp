// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureLine.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace vitrina::ui {

FigureLine::FigureLine(int pixels, int weight, QWidget* parent) : QWidget(parent) {
    setFont(uiFont(pixels, weight));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FigureLine::setLine(const QString& line, const QColor& color) {
    if (line == line_ && color == color_)
        return;
    line_ = line;
    color_ = color;
    setAccessibleName(line);
    update();
}

QSize FigureLine::sizeHint() const {
    return {24, fontMetrics().height()};
}

bool FigureLine::cut() const {
    return figuresWidth(font(), line_) > width();
}

void FigureLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(color_);
    if (cut())
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(line_, Qt::ElideRight, width()));
    else
        drawFigures(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, line_);
}

bool FigureLine::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), cut() ? line_ : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vitrina::ui
