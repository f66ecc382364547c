// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/dialogs/Dialog.hpp"

class QLineEdit;

namespace vitrina::ui {

/// The two lines of the lower third: those it had, else the host's and the shop's name.
class LowerThirdDialog final : public Dialog {
    Q_OBJECT

  public:
    LowerThirdDialog(const Theme& theme, const control::State& state, QWidget* parent = nullptr);
    stage::SetLowerThird command() const;

  private:
    QLineEdit* title_;
    QLineEdit* subtitle_;
};

/// With the words it had; the first time with the host's and the shop's name.
stage::SetLowerThird lowerThirdOn(const control::State& state);

} // namespace vitrina::ui
