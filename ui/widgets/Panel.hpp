// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace vitrina::ui {

/// A titled box: 28 px header with room for tools on its right, and a body below.
class Panel : public QFrame {
    Q_OBJECT

  public:
    Panel(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    QHBoxLayout& header() { return *header_; }
    QVBoxLayout& body() { return *body_; }
    /// The grey words after the title.
    void setHint(const QString& hint);

  protected:
    void paintEvent(QPaintEvent* event) override;
    const Theme& theme() const { return theme_; }

  private:
    const Theme& theme_;
    QHBoxLayout* header_;
    QVBoxLayout* body_;
    QLabel* hint_;
};

} // namespace vitrina::ui
