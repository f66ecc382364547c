// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/dialogs/ItemForm.hpp"

class QLabel;

namespace vitrina::ui {

/// Edits one row of the rundown. The window stays free meanwhile, so that the show goes on; Ctrl+Enter saves
/// from any field, Esc leaves the row as it was. A change of what the row that is next shows is asked for
/// twice.
class ItemDialog final : public Dialog {
    Q_OBJECT

  public:
    ItemDialog(const Theme& theme, QWidget* parent = nullptr);
    void edit(const control::State& state, const ItemId& item);
    /// Says what has become of the row: next, on air, gone.
    void present(const control::State& state);
    ItemForm& form() { return *form_; }
    const ItemId& item() const { return item_; }
    /// What stands under the fields; empty while there is nothing to say.
    QString note() const;

  signals:
    void asked(const vitrina::control::Command& command);

  public slots:
    void save();

  private:
    bool asksFirst(const show::ChangeItem& change) const;
    QString why(const Error& error) const;
    void say(const QString& words);
    void standing();

    ItemForm* form_;
    QLabel* heading_;
    QLabel* note_;
    Button* save_;
    ItemId item_;
    enum class Standing { None, Planned, Next, OnAir, Gone };
    Standing standing_ = Standing::None;
    bool agreed_ = false; ///< asked already: the next save is meant
};

} // namespace vitrina::ui
