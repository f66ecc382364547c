// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Labels.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QPainter>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int suffixGap = 5;
constexpr int suffixPixels = 12;
constexpr int staleIcon = 12;

int ceilWidth(const QFont& font, const QString& text) {
    return int(std::ceil(figuresWidth(font, text)));
}

} // namespace

void setLabelColor(QLabel& label, const QColor& color) {
    QPalette palette = label.palette();
    if (palette.color(QPalette::WindowText) == color)
        return;
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

QLabel* plainLabel(const QString& text, int pixels, int weight, const QColor& color, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(uiFont(pixels, weight));
    setLabelColor(*label, color);
    return label;
}

ElidedLabel::ElidedLabel(int pixels, int weight, const QColor& color, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setFont(uiFont(pixels, weight));
    setLabelColor(*this, color);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text) {
    if (full_ == text)
        return;
    full_ = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const {
    return {24, QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const {
    return {fontMetrics().horizontalAdvance(full_) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide() {
    const QString shown = fontMetrics().elidedText(full_, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == full_ ? QString() : full_);
}

StatLabel::StatLabel(const Theme& theme, const QString& label, QWidget* parent)
    : QWidget(parent), theme_(theme), label_(label) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatLabel::setCompact(bool compact) {
    compact_ = compact;
    updateGeometry();
    update();
}

void StatLabel::setLabel(const QString& label) {
    if (label_ == label)
        return;
    label_ = label;
    describe();
    updateGeometry();
    update();
}

void StatLabel::setFigure(const QString& figure, bool stale) {
    if (figure_ == figure && stale_ == stale)
        return;
    const int before = sizeHint().width();
    figure_ = figure;
    stale_ = stale;
    describe();
    if (sizeHint().width() != before)
        updateGeometry();
    update();
}

void StatLabel::setSuffix(const QString& figure, const QString& words, const QColor& color) {
    if (suffixFigure_ == figure && suffixWords_ == words && suffixColor_ == color)
        return;
    suffixFigure_ = figure;
    suffixWords_ = words;
    suffixColor_ = color;
    describe();
    updateGeometry();
    update();
}

void StatLabel::setShowWords(bool show) {
    if (showWords_ == show)
        return;
    showWords_ = show;
    updateGeometry();
    update();
}

void StatLabel::reserveFor(const QString& figure) {
    reserved_ = figure;
    updateGeometry();
}

QFont StatLabel::figureFont() const {
    return uiFont(theme_.sizes(compact_).figure, 600);
}

QString StatLabel::suffix() const {
    return showWords_ && !suffixWords_.isEmpty() ? suffixFigure_ + QLatin1Char(' ') + suffixWords_
                                                 : suffixFigure_;
}

void StatLabel::describe() {
    QString name = label_ + QLatin1Char(' ') + figure_;
    if (!suffixFigure_.isEmpty())
        name += QStringLiteral(", ") + suffixFigure_ + QLatin1Char(' ') + suffixWords_;
    setAccessibleName(name);
}

QSize StatLabel::sizeHint() const {
    const QFont font = figureFont();
    int width = std::max(ceilWidth(font, figure_), ceilWidth(font, reserved_));
    if (stale_)
        width += staleIcon + suffixGap;
    if (!suffixFigure_.isEmpty())
        width += suffixGap + ceilWidth(uiFont(suffixPixels, 600), suffix());
    width = std::max(width, ceilWidth(uiFont(theme_.large.caption), label_));
    return {width, compact_ ? 32 : 36};
}

void StatLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int labelHeight = label_.isEmpty() ? 0 : 14;
    const QFont font = figureFont();
    const int figureHeight = compact_ ? 18 : 21;
    int y = (height() - labelHeight - figureHeight) / 2;
    painter.setFont(uiFont(theme_.large.caption));
    painter.setPen(theme_.text.label);
    drawFigures(painter, QRectF(0, y, width(), labelHeight), Qt::AlignLeft | Qt::AlignVCenter, label_);
    y += labelHeight;
    int x = 0;
    if (stale_) {
        drawIcon(painter, QRectF(0, y + (figureHeight - staleIcon) / 2, staleIcon, staleIcon),
                 QStringLiteral("clock"), theme_.text.label, theme_.background.panel);
        x = staleIcon + suffixGap;
    }
    painter.setFont(font);
    painter.setPen(stale_ ? theme_.text.secondary : theme_.text.primary);
    drawFigures(painter, QRectF(x, y, width(), figureHeight), Qt::AlignLeft | Qt::AlignVCenter, figure_);
    if (!suffixFigure_.isEmpty()) {
        x += ceilWidth(font, figure_) + suffixGap;
        painter.setFont(uiFont(suffixPixels, 600));
        painter.setPen(suffixColor_);
        drawFigures(painter, QRectF(x, y + 1, width(), figureHeight), Qt::AlignLeft | Qt::AlignVCenter,
                    suffix());
    }
}

} // namespace vitrina::ui
