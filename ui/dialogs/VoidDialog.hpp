// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/widgets/Arming.hpp"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace vitrina::ui {

/// Cancels what was ordered under an offer since a moment, with a message to each buyer: a wrong price was on
/// air, say. How many orders that is stands there all the time; it wants a second press.
class VoidDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit VoidDialog(const Theme& theme, QWidget* parent = nullptr);
    void present(const control::State& state);
    QComboBox& offer() { return *offer_; }
    QDateTimeEdit& since() { return *since_; }
    QLineEdit& message() { return *message_; }
    Button& voidButton() { return *void_; }
    QString said() const;

  signals:
    void asked(const vitrina::control::Command& command);

  protected:
    bool disarm() override;

  private:
    void pressed();
    void presentCount();
    std::int64_t sinceMs() const; ///< wall time of the server

    control::State state_; ///< orders, offers and the clock's offset, as presented last
    QComboBox* offer_;
    QDateTimeEdit* since_;
    QLineEdit* message_;
    QLabel* said_;
    Button* void_ = nullptr;
    Arming arming_;
};

} // namespace vitrina::ui
