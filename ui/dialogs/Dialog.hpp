// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"
#include "ui/widgets/Button.hpp"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace vitrina::ui {

/// What our dialogs share: a heading, words, room for more, and buttons on the right of the foot, the one
/// that Enter presses last.
class Dialog : public QDialog {
    Q_OBJECT

  public:
    Dialog(const Theme& theme, const QString& title, QWidget* parent = nullptr);

  protected:
    const Theme& theme() const { return theme_; }
    QVBoxLayout& body() { return *body_; }
    QLabel* addHeading(const QString& text);
    QLabel* addText(const QString& text);
    Button* addButton(const QString& text, ButtonKind kind);
    /// By Ctrl+Enter, whatever has the focus. A key that is held presses once.
    void pressFromAnywhere(QAbstractButton* button);
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// What is armed is so no more. False: nothing was. Escape asks this first and closes the next time.
    virtual bool disarmFirst() { return false; }

  private:
    const Theme& theme_;
    QVBoxLayout* body_;
    QHBoxLayout* foot_;
    Button* primary_ = nullptr;
};

} // namespace vitrina::ui
