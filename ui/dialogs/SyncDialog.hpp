// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUpEdit.hpp"
#include "ui/dialogs/Dialog.hpp"

class QCheckBox;
class QSpinBox;

namespace vitrina::ui {

/// How much later than it comes a source is heard, and whether it follows the camera on program. Never modal;
/// what is set is heard at once.
class SyncDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit SyncDialog(const Theme& theme, QWidget* parent = nullptr);
    /// `heardLateMs`: what follows from all of it at this moment (stage::delayOf).
    void present(const stage::Source& source, int heardLateMs);
    const SourceId& source() const { return source_.id; }

  signals:
    void asked(const vitrina::stage::SetUpEdit& edit);
    void clapAsked(const vitrina::SourceId& source);

  private:
    void change();

    stage::Source source_;
    QLabel* heading_;
    QSpinBox* offset_;
    QCheckBox* follows_;
    QLabel* result_;
};

} // namespace vitrina::ui
