// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Button.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/Tag.hpp"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int gap = 6;

} // namespace

Button::Button(const Theme& theme, ButtonKind kind, ButtonSize size, const QString& words, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), kind_(kind), size_(size) {
    setText(words);
    setFont(uiFont(size == ButtonSize::Small ? theme.large.small : theme.large.body,
                   size == ButtonSize::Live ? 600 : 500));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    if (kind == ButtonKind::Toggle)
        setCheckable(true);
}

void Button::setKind(ButtonKind kind) {
    if (kind_ == kind)
        return;
    kind_ = kind;
    update();
}

void Button::setIconName(const QString& name) {
    if (iconName_ == name)
        return;
    iconName_ = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& key) {
    if (keyHint_ == key)
        return;
    keyHint_ = key;
    updateGeometry();
    update();
}

void Button::reserveFor(const QStringList& words) {
    reserved_ = words;
    updateGeometry();
}

void Button::setStacked(bool stacked) {
    stacked_ = stacked;
    updateGeometry();
}

void Button::setTight(bool tight) {
    tight_ = tight;
    updateGeometry();
    update();
}

int Button::wordsWidth(const QString& words) const {
    return words.isEmpty() ? 0 : int(std::ceil(figuresWidth(font(), words)));
}

int Button::contentWidth(const QString& words) const {
    int width = wordsWidth(words);
    if (!iconName_.isEmpty())
        width += theme_.large.iconSmall + (width > 0 ? gap : 0);
    if (!keyHint_.isEmpty())
        width += keyWidth(theme_, keyHint_) + (width > 0 ? gap : 0);
    return width;
}

QSize Button::sizeHint() const {
    const int height = size_ == ButtonSize::Live    ? theme_.large.buttonLive
                       : size_ == ButtonSize::Small ? theme_.large.buttonSmall
                                                    : theme_.large.button;
    int words = 0;
    for (const QString& candidate : reserved_ + QStringList{text()})
        words = std::max(words, stacked_ ? wordsWidth(candidate) : contentWidth(candidate));
    if (text().isEmpty() && reserved_.isEmpty() && keyHint_.isEmpty())
        return {height, height};
    const int padding = tight_ ? 5 : size_ == ButtonSize::Live ? 14 : size_ == ButtonSize::Small ? 8 : 10;
    return {words + 2 * padding, height};
}

Button::Colors Button::activeColors() const {
    const bool hover = underMouse();
    const bool pressed = isDown();
    switch (kind_) {
    case ButtonKind::Primary: {
        const QColor fill = pressed ? theme_.accent.fillPressed
                            : hover ? theme_.accent.fillHover
                                    : theme_.accent.fill;
        return {fill, fill, theme_.accent.onFill, theme_.accent.onFill};
    }
    case ButtonKind::Danger:
        if (pressed)
            return {theme_.air.fill, theme_.air.fill, theme_.air.onFill, theme_.air.onFill};
        return {hover ? theme_.air.soft : QColor(Qt::transparent), theme_.air.border, theme_.air.text,
                theme_.air.text};
    case ButtonKind::Armed: {
        const QColor fill = hover ? theme_.air.fillHover : theme_.air.fill;
        return {fill, fill, theme_.air.onFill, theme_.air.onFill};
    }
    case ButtonKind::Warning:
        return {hover ? theme_.background.controlHover : theme_.warning.soft, theme_.warning.border,
                theme_.warning.text, theme_.warning.text};
    case ButtonKind::Ready:
        return {hover ? theme_.background.controlHover : theme_.ready.soft, theme_.ready.border,
                theme_.ready.text, theme_.ready.text};
    case ButtonKind::Toggle:
        if (isChecked())
            return {pressed ? theme_.background.controlPressed : theme_.accent.soft,
                    hover ? theme_.accent.text : theme_.accent.fill, theme_.accent.text, theme_.accent.text};
        break;
    case ButtonKind::Flat:
        return {hover ? theme_.background.controlHover : QColor(Qt::transparent), Qt::transparent,
                isChecked() ? theme_.accent.text : theme_.text.secondary, theme_.text.secondary};
    case ButtonKind::Normal:
    case ButtonKind::None:
        break;
    }
    if (pressed)
        return {theme_.background.controlPressed, theme_.border.field, theme_.text.primary,
                theme_.text.secondary};
    return {hover ? theme_.background.controlHover : theme_.background.control, theme_.border.control,
            theme_.text.primary, theme_.text.secondary};
}

Button::Colors Button::colors() const {
    if (isEnabled())
        return activeColors();
    if (kind_ == ButtonKind::Primary)
        return {theme_.accent.soft, theme_.accent.soft, theme_.text.disabled, theme_.text.disabled};
    if (kind_ == ButtonKind::Flat)
        return {Qt::transparent, Qt::transparent, theme_.text.disabled, theme_.text.disabled};
    return {theme_.background.panel, theme_.border.divider, theme_.text.disabled, theme_.text.disabled};
}

void Button::paintRow(QPainter& painter, const Colors& colors) const {
    int x = (width() - contentWidth(text())) / 2;
    const int centre = height() / 2;
    if (!iconName_.isEmpty()) {
        const int icon = theme_.large.iconSmall;
        drawIcon(painter, QRectF(x, centre - icon / 2, icon, icon), iconName_, colors.text,
                 colors.fill.alpha() ? colors.fill : theme_.background.panel);
        x += icon + gap;
    }
    painter.setPen(colors.text);
    drawFigures(painter, QRectF(x, 0, wordsWidth(text()), height()), Qt::AlignLeft | Qt::AlignVCenter,
                text());
    x += wordsWidth(text()) + (text().isEmpty() ? 0 : gap);
    if (!keyHint_.isEmpty())
        paintKey(painter, theme_, keyHint_, x, centre, colors.key,
                 kind_ == ButtonKind::Primary || kind_ == ButtonKind::Armed ? colors.key
                                                                            : theme_.border.control);
}

void Button::paintStack(QPainter& painter, const Colors& colors) const {
    constexpr int icon = 24;
    const int words = painter.fontMetrics().height();
    const int total = words + 4 + icon + 4 + theme_.large.key;
    int y = (height() - total) / 2;
    painter.setPen(colors.text);
    drawFigures(painter, QRectF(0, y, width(), words), Qt::AlignHCenter | Qt::AlignVCenter, text());
    y += words + 4;
    drawIcon(painter, QRectF((width() - icon) / 2, y, icon, icon), iconName_, colors.text, colors.fill);
    y += icon + 4;
    const int key = keyWidth(theme_, keyHint_);
    paintKey(painter, theme_, keyHint_, (width() - key) / 2, y + theme_.large.key / 2, colors.key,
             colors.key);
}

void Button::paintEvent(QPaintEvent*) {
    const Colors active = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(active.line.alpha() ? QPen(active.line) : QPen(Qt::NoPen));
    painter.setBrush(active.fill);
    const int radius = stacked_ ? theme_.large.radiusDock : theme_.large.radiusControl;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setFont(font());
    if (stacked_)
        paintStack(painter, active);
    else
        paintRow(painter, active);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

bool Button::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
    case QEvent::EnabledChange:
        update();
        break;
    default:
        break;
    }
    return QAbstractButton::event(event);
}

} // namespace vitrina::ui
