// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/Catalogue.hpp"
#include "commerce/Ledger.hpp"
#include "ui/theme/Theme.hpp"
#include "ui/widgets/Button.hpp"

#include <QLocale>
#include <QTableWidget>

#include <map>
#include <string>

namespace vitrina::ui {

/// The variants of a product as rows that are typed into. Pieces are what is allocated; of a SKU that a show
/// sells, the show's figure.
class VariantTable final : public QTableWidget {
    Q_OBJECT

  public:
    enum Column { SkuCell, Label, Price, Floor, Pieces, External, ColumnCount };

    explicit VariantTable(QWidget* parent = nullptr);
    /// `levels`: of the SKUs that are in the show. `currency`: of the product's prices.
    void edit(const std::vector<commerce::Variant>& variants,
              const std::map<Sku, commerce::StockLevel>& levels, const std::string& currency);
    void addVariant();
    void removeCurrent(); ///< the last one stays
    /// As typed; a price that is none is below zero, a number of pieces that is none too.
    std::vector<commerce::Variant> variants() const;

  signals:
    void touched();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void put(int row, const commerce::Variant& variant, std::int64_t pieces);
    QString cell(int row, int column) const;

    std::string currency_;
    QLocale locale_;
    bool filling_ = false;
};

} // namespace vitrina::ui
