// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"

#include <QWidget>

class QLineEdit;

namespace vitrina::ui {

class Button;

/// Where a note to the host is typed: Enter sends it, and the line then says which one stands and whether the
/// host has read it. Until producers have seats of their own it is the studio's own operator who writes.
class CueLine final : public QWidget {
    Q_OBJECT

  public:
    explicit CueLine(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    /// The key that brings one here.
    void begin();
    QLineEdit& field() { return *field_; }

  signals:
    void asked(const vitrina::control::Command& command);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void send();

    QLineEdit* field_;
    Button* clear_;
    CueId standing_;
};

} // namespace vitrina::ui
