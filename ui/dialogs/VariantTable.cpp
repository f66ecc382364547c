// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/VariantTable.hpp"

#include "ui/models/Keys.hpp"
#include "ui/models/ShopWords.hpp"
#include "ui/widgets/Format.hpp"

#include <QHeaderView>
#include <QKeyEvent>

namespace vitrina::ui {

VariantTable::VariantTable(QWidget* parent) : QTableWidget(0, ColumnCount, parent) {
    setHorizontalHeaderLabels(
        {tr("SKU"), tr("Variant"), tr("Price"), tr("Lowest price"), tr("Pieces"), tr("External id")});
    setAccessibleName(tr("Variants"));
    setProperty(Keys::takesTextProperty,
                true); // the first key typed begins a cell, and is no key of the show
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                    QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(30);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const int column : {Price, Floor, Pieces})
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(Label, QHeaderView::Stretch);
    setColumnWidth(SkuCell, 120);
    setColumnWidth(Price, 90);
    setColumnWidth(Floor, 110);
    setColumnWidth(Pieces, 80);
    setColumnWidth(External, 110);
    horizontalHeaderItem(Floor)->setToolTip(tr("A lower price wants a second press"));
    horizontalHeaderItem(External)->setToolTip(tr("Its id in the shop that checks out"));
    connect(this, &QTableWidget::itemChanged, this, [this] {
        if (!filling_)
            emit touched();
    });
}

void VariantTable::put(int row, const commerce::Variant& variant, std::int64_t pieces) {
    const auto set = [&](int column, const QString& words) {
        auto* item = new QTableWidgetItem(words);
        if (column == Price || column == Floor || column == Pieces)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, item);
    };
    set(SkuCell, text(variant.sku.value));
    set(Label, text(variant.label));
    set(Price, variant.sku.empty() ? QString() : amountText(variant.price.minor, currency_, locale_));
    set(Floor, variant.floor ? amountText(variant.floor->minor, currency_, locale_) : QString());
    set(Pieces, QString::number(pieces));
    set(External, text(variant.external));
}

void VariantTable::edit(const std::vector<commerce::Variant>& variants,
                        const std::map<Sku, commerce::StockLevel>& levels, const std::string& currency) {
    filling_ = true;
    currency_ = currency;
    horizontalHeaderItem(Price)->setText(tr("Price, %1").arg(text(currency)));
    setRowCount(int(variants.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const commerce::Variant& variant = variants[std::size_t(row)];
        const auto level = levels.find(variant.sku);
        put(row, variant, level == levels.end() ? variant.allocated : level->second.allocated);
    }
    filling_ = false;
    if (rowCount() == 0)
        addVariant();
    setCurrentCell(0, 0);
}

void VariantTable::addVariant() {
    filling_ = true;
    insertRow(rowCount());
    put(rowCount() - 1, {}, 0);
    filling_ = false;
    setCurrentCell(rowCount() - 1, 0);
    emit touched();
}

void VariantTable::removeCurrent() {
    if (rowCount() < 2 || currentRow() < 0)
        return;
    removeRow(currentRow());
    emit touched();
}

QString VariantTable::cell(int row, int column) const {
    const QTableWidgetItem* item = this->item(row, column);
    return item ? item->text().trimmed() : QString();
}

std::vector<commerce::Variant> VariantTable::variants() const {
    std::vector<commerce::Variant> all;
    for (int row = 0; row < rowCount(); ++row) {
        commerce::Variant variant;
        variant.sku.value = cell(row, SkuCell).toStdString();
        variant.label = cell(row, Label).toStdString();
        variant.price = {typedPrice(cell(row, Price), currency_).value_or(-1), currency_};
        if (const QString floor = cell(row, Floor); !floor.isEmpty())
            variant.floor = Money{typedPrice(floor, currency_).value_or(-1), currency_};
        bool number = false;
        const qint64 pieces = cell(row, Pieces).toLongLong(&number);
        variant.allocated = number ? pieces : -1;
        variant.external = cell(row, External).toStdString();
        all.push_back(std::move(variant));
    }
    return all;
}

/// Delete empties the cell; a row goes by its button, where it is asked for by name.
void VariantTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && currentItem()) {
        currentItem()->setText({});
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace vitrina::ui
