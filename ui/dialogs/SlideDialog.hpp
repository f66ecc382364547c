// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"
#include "ui/dialogs/Dialog.hpp"

class QCheckBox;
class QLineEdit;
class QTimeEdit;

namespace vitrina::ui {

/// The words of a slide, and for "starting soon" and "break" the time it counts down to.
class SlideDialog final : public Dialog {
    Q_OBJECT

  public:
    SlideDialog(const Theme& theme, const stage::Source& slide, QWidget* parent = nullptr);

    /// The slide as it was, with words and time of the fields.
    stage::Source slide() const;

  private:
    stage::Source slide_;
    QLineEdit* words_;
    QCheckBox* counts_;
    QTimeEdit* until_;
};

} // namespace vitrina::ui
