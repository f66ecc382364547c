// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Edit.hpp"
#include "ui/dialogs/Dialog.hpp"

class QCheckBox;
class QComboBox;

namespace vitrina::ui {

/// Whether an item is paid for, and in which words the picture says so: from a short list or one's own.
class LabelDialog final : public Dialog {
    Q_OBJECT

  public:
    LabelDialog(const Theme& theme, const show::Show& show, const show::Item& item,
                QWidget* parent = nullptr);
    /// What the choice makes of the item; the show's own words are kept as none of the item's.
    show::ChangeItem change() const;

  private:
    ItemId item_;
    QString ofShow_;
    QCheckBox* paid_;
    QComboBox* words_;
};

} // namespace vitrina::ui
