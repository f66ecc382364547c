// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/Dialog.hpp"

#include "ui/theme/Icons.hpp"
#include "ui/widgets/Labels.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace vitrina::ui {

Dialog::Dialog(const Theme& theme, const QString& title, QWidget* parent)
    : QDialog(parent), theme_(theme), body_(new QVBoxLayout), foot_(new QHBoxLayout) {
    setWindowTitle(title);
    setWindowIcon(applicationIcon());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(16);
    body_->setSpacing(8);
    column->addLayout(body_, 1);
    foot_->setSpacing(8);
    foot_->addStretch(1);
    column->addLayout(foot_);
    setMinimumWidth(420);
}

QLabel* Dialog::addHeading(const QString& text) {
    QLabel* label = plainLabel(text, theme_.large.title, 600, theme_.text.primary, this);
    label->setWordWrap(true);
    body_->addWidget(label);
    return label;
}

QLabel* Dialog::addText(const QString& text) {
    QLabel* label = plainLabel(text, theme_.large.body, 400, theme_.text.secondary, this);
    label->setWordWrap(true);
    body_->addWidget(label);
    return label;
}

Button* Dialog::addButton(const QString& text, ButtonKind kind) {
    auto* button = new Button(theme_, kind, ButtonSize::Normal, text, this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    foot_->addWidget(button);
    if (kind == ButtonKind::Primary)
        primary_ = button;
    return button;
}

void Dialog::pressFromAnywhere(QAbstractButton* button) {
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    key->setAutoRepeat(false);
    button->setToolTip(key->key().toString(QKeySequence::NativeText));
    connect(key, &QShortcut::activated, button, &QAbstractButton::click);
}

void Dialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->isAutoRepeat())
        return; // A key that is held is one press: never the second one of a doubtful act.
    if (enter) {
        auto* focused = qobject_cast<QAbstractButton*>(focusWidget());
        if (QAbstractButton* pressed = focused ? focused : primary_)
            pressed->click();
        return;
    }
    if (event->key() == Qt::Key_Escape && disarmFirst())
        return;
    QDialog::keyPressEvent(event);
}

void Dialog::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.panel);
}

} // namespace vitrina::ui
