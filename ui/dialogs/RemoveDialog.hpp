// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"

namespace vitrina::ui {

/// Asks before the row that is next, or a part with all its rows, is removed from the rundown.
class RemoveDialog final : public Dialog {
    Q_OBJECT

  public:
    RemoveDialog(const Theme& theme, const QString& title, bool part, QWidget* parent = nullptr);
};

} // namespace vitrina::ui
