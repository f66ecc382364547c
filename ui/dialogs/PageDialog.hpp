// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"

class QLineEdit;

namespace vitrina::ui {

class QrCode;

/// The viewers' page: its address to copy and its code to hold a telephone to. Never modal: the show goes on
/// behind.
class PageDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit PageDialog(const Theme& theme, QWidget* parent = nullptr);
    void setAddress(const QString& address);

  private:
    QLineEdit* address_;
    QrCode* code_;
    Button* copy_;
};

} // namespace vitrina::ui
