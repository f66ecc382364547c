// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RemoveDialog.hpp"

namespace vitrina::ui {

RemoveDialog::RemoveDialog(const Theme& theme, const QString& title, bool part, QWidget* parent)
    : Dialog(theme, tr("Remove"), parent) {
    addHeading(part ? tr("Remove the part “%1” with its rows?").arg(title)
                    : tr("“%1” is next. Remove it?").arg(title));
    addText(part ? tr("Undo brings them back.")
                 : tr("The row after it becomes next. Undo brings the row back."));
    connect(addButton(tr("Keep"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::reject);
    connect(addButton(tr("Remove"), ButtonKind::Danger), &QAbstractButton::clicked, this, &QDialog::accept);
}

} // namespace vitrina::ui
