// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Reach.hpp"
#include "ui/dialogs/Dialog.hpp"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace vitrina::ui {

class QrCode;

/// The viewers' page: its address to copy and its code to hold a telephone to, who can open it, and the
/// switch for phones on this network. Never modal: the show goes on behind.
class PageDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit PageDialog(const Theme& theme, QWidget* parent = nullptr);
    void setAddress(const QString& address);
    /// Without one there are no switch and no pairing.
    void setReach(const control::Reach& reach);

  signals:
    void phonesAsked(bool on);
    void pairingAsked();

  private:
    void fit();

    QLineEdit* address_;
    QrCode* code_;
    QLabel* who_;
    QCheckBox* phones_;
    QLabel* warning_;
    QLabel* fingerprint_;
    Button* pair_;
    Button* copy_;
};

} // namespace vitrina::ui
