// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/Summary.hpp"
#include "ui/dialogs/Dialog.hpp"

namespace vitrina::ui {

/// After the show: how long, how many, how much, and the way to report and recording. Empty paths leave their
/// button off.
class SummaryDialog final : public Dialog {
    Q_OBJECT

  public:
    SummaryDialog(const Theme& theme, const insight::Summary& summary, const QString& reportPath,
                  const QString& recordingPath, QWidget* parent = nullptr);
};

} // namespace vitrina::ui
