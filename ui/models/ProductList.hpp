// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopBook.hpp"

#include <QAbstractTableModel>
#include <QLocale>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::ui {

/// The same but for what is worked out (was) or counted by the server (pieces).
bool sameWords(const commerce::Product& one, const commerce::Product& other);

/// The products of the shop book that fit what is searched for, in the order of their names. Holds the book
/// it shows; of 100,000 products it keeps no copy.
class ProductList final : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Name, Code, Variants, Price, Pieces, InShow, ColumnCount };

    explicit ProductList(QObject* parent = nullptr);
    void setBook(std::shared_ptr<const commerce::ShopBook> book);
    /// Those that this show sells; true: otherwise than the book has them.
    void setInShow(std::map<ProductId, bool> products);
    /// Each of its words must be in the name, the code or a SKU, whatever the case.
    void search(const QString& words);
    /// Null: no such row.
    const commerce::Product* product(int row) const;
    int rowOf(const ProductId& product) const; ///< -1: not in the list

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    void list();
    QVariant cell(const commerce::Product& product, int column) const;

    std::shared_ptr<const commerce::ShopBook> book_;
    std::vector<const commerce::Product*> sorted_; ///< all, by name
    std::vector<const commerce::Product*> rows_;
    std::map<ProductId, bool> inShow_;
    std::vector<std::string> words_;
    QLocale locale_;
};

} // namespace vitrina::ui
