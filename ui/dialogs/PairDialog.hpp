// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Reach.hpp"
#include "ui/dialogs/Dialog.hpp"

class QLabel;
class QLineEdit;

namespace vitrina::ui {

/// Takes the pairing code of a show server elsewhere, or lets the paired one go. The show that is on stays
/// where it is.
class PairDialog final : public Dialog {
    Q_OBJECT

  public:
    PairDialog(const Theme& theme, control::ReachPort& port, QWidget* parent = nullptr);

  private:
    void pair();
    void paired(const std::optional<Error>& error);
    void present();

    control::ReachPort& port_;
    QLabel* state_;
    QLineEdit* code_;
    QLabel* answer_;
    Button* forget_;
    Button* pair_;
    bool waiting_ = false;
    bool forgotten_ = false;
};

} // namespace vitrina::ui
