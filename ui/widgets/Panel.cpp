// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Panel.hpp"

#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace vitrina::ui {

Panel::Panel(const Theme& theme, const QString& title, QWidget* parent)
    : QFrame(parent), theme_(theme), header_(new QHBoxLayout), body_(new QVBoxLayout),
      hint_(plainLabel({}, theme.large.small, 400, theme.text.label, this)) {
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    // Three at the foot: what a body shows must not cut the round corners.
    column->setContentsMargins(1, 0, 1, 3);
    column->setSpacing(0);
    auto* head = new QWidget(this);
    head->setFixedHeight(theme.large.dockTitle);
    head->setLayout(header_);
    header_->setContentsMargins(10, 0, 6, 0);
    header_->setSpacing(8);
    header_->addWidget(plainLabel(title, theme.large.small, 600, theme.text.primary, this));
    header_->addWidget(hint_);
    header_->addStretch(1);
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(0);
    column->addWidget(head);
    column->addLayout(body_, 1);
}

void Panel::setHint(const QString& hint) {
    if (hint_->text() != hint)
        hint_->setText(hint);
}

void Panel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme_.large.radiusDock,
                           theme_.large.radiusDock);
    painter.fillPath(outline, theme_.background.panel);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, width(), theme_.large.dockTitle), theme_.background.header);
    painter.restore();
    painter.setPen(theme_.border.divider);
    painter.drawPath(outline);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLine(1, theme_.large.dockTitle, width() - 2, theme_.large.dockTitle);
}

} // namespace vitrina::ui
