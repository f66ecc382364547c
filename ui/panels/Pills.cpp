// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Pills.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <cmath>

namespace vitrina::ui {
namespace {

int ceilWidth(const QFont& font, const QString& text) {
    return int(std::ceil(figuresWidth(font, text)));
}

} // namespace

LivePill::LivePill(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LivePill::setCompact(bool compact) {
    compact_ = compact;
    updateGeometry();
}

void LivePill::setState(Kind kind, const QString& clock) {
    if (kind_ == kind && clock_ == clock)
        return;
    const int before = sizeHint().width();
    kind_ = kind;
    clock_ = clock;
    if (sizeHint().width() != before)
        updateGeometry();
    setAccessibleName(kind == Kind::Live ? tr("Live since %1").arg(clock)
                                         : word() + QLatin1Char(' ') + clock);
    update();
}

QString LivePill::word() const {
    switch (kind_) {
    case Kind::Live:
        return tr("LIVE");
    case Kind::Rehearsal:
        return tr("REHEARSAL");
    case Kind::Ended:
        return tr("ENDED");
    case Kind::Standby:
    case Kind::None:
        break;
    }
    return tr("STANDBY");
}

QString LivePill::icon() const {
    return kind_ == Kind::Live || kind_ == Kind::Rehearsal ? QStringLiteral("dot")
           : kind_ == Kind::Ended                          ? QStringLiteral("check")
                                                           : QStringLiteral("clock");
}

QSize LivePill::sizeHint() const {
    const int clock =
        clock_.isEmpty() ? 0 : 10 + ceilWidth(uiFont(theme_.sizes(compact_).showClock, 600), clock_);
    return {10 + 12 + 5 + ceilWidth(uiFont(theme_.large.body, 700), word()) + clock + 12,
            theme_.large.buttonLive};
}

void LivePill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool live = kind_ == Kind::Live;
    const QColor text = live                       ? theme_.air.onFill
                        : kind_ == Kind::Rehearsal ? theme_.accent.text
                                                   : theme_.text.primary;
    QPen line(live ? theme_.air.fill : kind_ == Kind::Rehearsal ? theme_.accent.fill : theme_.border.field);
    if (kind_ == Kind::Rehearsal) {
        line.setStyle(Qt::DashLine);
        line.setWidth(2);
    }
    painter.setPen(line);
    painter.setBrush(live ? theme_.air.fill : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.large.radiusControl,
                            theme_.large.radiusControl);
    int x = 10;
    drawIcon(painter, QRectF(x, (height() - 12) / 2, 12, 12), icon(), text,
             live ? theme_.air.fill : theme_.background.panel);
    x += 12 + 5;
    const QFont bold = uiFont(theme_.large.body, 700);
    painter.setFont(bold);
    painter.setPen(text);
    drawFigures(painter, QRectF(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, word());
    x += ceilWidth(bold, word()) + 10;
    painter.setFont(uiFont(theme_.sizes(compact_).showClock, 600));
    drawFigures(painter, QRectF(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, clock_);
}

OutputPill::OutputPill(const Theme& theme, bool pressable, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), pressable_(pressable) {
    setFocusPolicy(pressable ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void OutputPill::setState(PillTone tone, const QString& name, const QString& detail) {
    if (tone_ == tone && name_ == name && detail_ == detail)
        return;
    tone_ = tone;
    name_ = name;
    detail_ = detail;
    setText(name + (detail.isEmpty() ? QString() : QLatin1Char(' ') + detail));
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString OutputPill::icon() const {
    switch (tone_) {
    case PillTone::Ready:
        return QStringLiteral("ready");
    case PillTone::Warning:
        return QStringLiteral("retry");
    case PillTone::Danger:
        return QStringLiteral("blocked");
    case PillTone::Recording:
        return QStringLiteral("dot");
    case PillTone::Quiet:
    case PillTone::None:
        break;
    }
    return {};
}

QSize OutputPill::sizeHint() const {
    int width = 16 + ceilWidth(uiFont(theme_.large.small), name_);
    if (!icon().isEmpty())
        width += 14 + 6;
    if (!detail_.isEmpty())
        width += 5 + ceilWidth(uiFont(theme_.large.small, 600), detail_);
    return {width, theme_.large.button};
}

void OutputPill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = theme_.border.divider;
    QColor fill = pressable_ && underMouse() ? theme_.background.controlHover : QColor(Qt::transparent);
    QColor text = theme_.text.secondary;
    QColor shape = theme_.text.secondary;
    switch (tone_) {
    case PillTone::Ready:
        shape = theme_.ready.text;
        break;
    case PillTone::Recording:
        shape = text = theme_.text.primary;
        break;
    case PillTone::Warning:
        line = theme_.warning.border;
        fill = theme_.warning.soft;
        text = shape = theme_.warning.text;
        break;
    case PillTone::Danger:
        line = theme_.air.border;
        fill = theme_.air.soft;
        text = shape = theme_.air.text;
        break;
    case PillTone::Quiet:
    case PillTone::None:
        break;
    }
    if (pressable_ && tone_ == PillTone::Ready)
        line = theme_.border.control;
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.large.radiusControl,
                            theme_.large.radiusControl);
    int x = 8;
    if (!icon().isEmpty()) {
        drawIcon(painter, QRectF(x, (height() - 14) / 2, 14, 14), icon(), shape, theme_.background.panel);
        x += 14 + 6;
    }
    const QFont plain = uiFont(theme_.large.small);
    painter.setFont(plain);
    painter.setPen(text);
    drawFigures(painter, QRectF(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, name_);
    x += ceilWidth(plain, name_) + 5;
    painter.setFont(uiFont(theme_.large.small, 600));
    drawFigures(painter, QRectF(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, detail_);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace vitrina::ui
