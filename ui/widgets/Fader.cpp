// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Fader.hpp"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int lowest = -600;
constexpr int highest = 60;
constexpr int handleWidth = 8;

/// The upper half of the way is for the upper fifth of the scale, where the hand needs it.
double position(int value) {
    const double part = double(value - lowest) / double(highest - lowest);
    return part * part;
}

} // namespace

Fader::Fader(const Theme& theme, const QString& name, QWidget* parent)
    : QAbstractSlider(parent), theme_(theme), name_(name) {
    setOrientation(Qt::Horizontal);
    setRange(lowest, highest);
    setSingleStep(5);
    setPageStep(30);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractSlider::valueChanged, this, [this] {
        describe();
        update();
        if (!byProgram_)
            emit dbChosen(db());
    });
    describe();
}

QString Fader::dbText(double db) {
    if (db <= lowest / 10.0)
        return QStringLiteral("−∞");
    const double rounded = std::round(db * 10.0) / 10.0;
    const QString figure = QString::number(std::abs(rounded), 'f', 1);
    return rounded < 0 ? QChar(0x2212) + figure : rounded > 0 ? QLatin1Char('+') + figure : figure;
}

void Fader::describe() {
    setAccessibleName(tr("Volume of %1, %2 dB").arg(name_, dbText(db())));
}

void Fader::setName(const QString& name) {
    if (name_ == name)
        return;
    name_ = name;
    describe();
}

void Fader::showDb(double db) {
    byProgram_ = true;
    setValue(int(std::lround(db * 10.0)));
    byProgram_ = false;
}

int Fader::handleX(int value) const {
    return handleWidth / 2 + int(std::lround(position(value) * (width() - handleWidth)));
}

int Fader::valueAt(int x) const {
    const double part = std::clamp(double(x - handleWidth / 2) / double(width() - handleWidth), 0.0, 1.0);
    return lowest + int(std::lround(std::sqrt(part) * (highest - lowest)));
}

void Fader::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(valueAt(int(event->position().x())));
}

void Fader::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown())
        setValue(valueAt(int(event->position().x())));
}

void Fader::mouseReleaseEvent(QMouseEvent*) {
    setSliderDown(false);
}

void Fader::mouseDoubleClickEvent(QMouseEvent*) {
    setValue(0);
}

void Fader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int middle = height() / 2;
    const int x = handleX(value());
    painter.setBrush(theme_.border.control);
    painter.drawRoundedRect(QRectF(0, middle - 1, width(), 3), 1, 1);
    painter.setBrush(isEnabled() ? theme_.accent.fill : theme_.border.control);
    painter.drawRoundedRect(QRectF(0, middle - 1, x, 3), 1, 1);
    painter.fillRect(QRectF(handleX(0) - 0.5, middle + 4, 1, 4), theme_.border.field);
    painter.setBrush(isEnabled() ? theme_.text.secondary : theme_.text.disabled);
    painter.setPen(theme_.background.panel);
    painter.drawRoundedRect(
        QRectF(x - handleWidth / 2.0, middle - 8, handleWidth, 16).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace vitrina::ui
