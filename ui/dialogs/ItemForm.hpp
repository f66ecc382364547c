// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "commerce/Catalogue.hpp"
#include "show/Edit.hpp"
#include "ui/theme/Theme.hpp"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace vitrina::ui {

/// All that a row of the rundown holds, as fields. The product is found by typing a part of its name or code.
class ItemForm final : public QWidget {
    Q_OBJECT

  public:
    ItemForm(const Theme& theme, QWidget* parent = nullptr);
    void setCatalogue(const commerce::Catalogue& catalogue);
    /// Fills the fields; change() is against this item.
    void edit(const show::Item& item);
    /// Only what is different from the item: what another hand has changed meanwhile stays. BadDuration,
    /// UnknownProduct, BadText: what a field says can't be used, and the field has the focus.
    Result<show::ChangeItem> change();
    bool isChanged() const { return touched_; }
    QComboBox& product() { return *product_; }

  signals:
    void touched();

  private:
    QWidget* labelled(const QString& words, QWidget* field);
    void build();
    void kindChanged();
    void touch();
    Result<ProductId> chosenProduct() const;

    const Theme& theme_;
    QLineEdit* title_;
    QComboBox* kind_;
    QLineEdit* planned_;
    QComboBox* scene_;
    QComboBox* product_;
    QPlainTextEdit* points_;
    QLineEdit* note_;
    QComboBox* mark_;
    QCheckBox* disclosure_;
    std::vector<ProductId> products_; ///< in the order of the list
    show::Item item_;
    bool touched_ = false;
    bool filling_ = false;
};

} // namespace vitrina::ui
