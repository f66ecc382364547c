// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Reach.hpp"
#include "ui/dialogs/Dialog.hpp"

class QLabel;
class QLineEdit;
class QProgressBar;

namespace vitrina::ui {

/// Takes the pairing code of a show server elsewhere, or lets the paired one go; and moves the show that is
/// on from one server to the other.
class PairDialog final : public Dialog {
    Q_OBJECT

  public:
    PairDialog(const Theme& theme, control::ReachPort& port, QWidget* parent = nullptr);

  private:
    void pair();
    void paired(const std::optional<Error>& error);
    void present();
    void presentMove();

    control::ReachPort& port_;
    QLabel* state_;
    QLineEdit* code_;
    QLabel* answer_;
    QLabel* moveText_;
    QProgressBar* progress_;
    Button* move_;
    Button* forget_;
    Button* pair_;
    bool waiting_ = false;
    bool forgotten_ = false;
};

} // namespace vitrina::ui
