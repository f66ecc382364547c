// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "ui/dialogs/Dialog.hpp"

class QLabel;

namespace vitrina::ui {

/// A file that can't be opened, a set-up that is broken: which, what it means, what to do. `subject` is the
/// file's path or another name for what failed; the error's detail stands small below.
class ErrorDialog final : public Dialog {
    Q_OBJECT

  public:
    ErrorDialog(const Theme& theme, const QString& heading, const QString& subject, const Error& error,
                QWidget* parent = nullptr);
    /// Instead of what the error's code says everywhere else.
    void setExplanation(const QString& words);

  private:
    QLabel* explanation_;
};

} // namespace vitrina::ui
