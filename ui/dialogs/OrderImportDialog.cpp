// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OrderImportDialog.hpp"

#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"
#include "ui/widgets/RowDelegate.hpp"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {

OrderImportDialog::OrderImportDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, tr("Import orders"), parent), heading_(addHeading(tr("Import orders"))),
      facts_(addText({})), rows_(new QTreeWidget(this)),
      outcome_(plainLabel({}, theme.large.body, 600, theme.text.primary, this)),
      leaveOut_(new QCheckBox(tr("Leave out the orders that can't be read"), this)) {
    rows_->setAccessibleName(tr("The orders of the table and what becomes of each"));
    rows_->setHeaderLabels({tr("Line"), tr("Order"), tr("What becomes of it")});
    rows_->setRootIsDecorated(false);
    rows_->setUniformRowHeights(true);
    rows_->setItemDelegate(new RowDelegate(theme, rows_));
    rows_->setAllColumnsShowFocus(true);
    rows_->setColumnWidth(0, 80);
    rows_->setColumnWidth(1, 160);
    rows_->header()->setSectionsMovable(false);
    rows_->header()->setEnabled(false);
    body().addWidget(rows_, 1);
    outcome_->setWordWrap(true);
    body().addWidget(outcome_);
    leaveOut_->setAccessibleName(leaveOut_->text());
    body().addWidget(leaveOut_);
    connect(addButton(tr("Close"), ButtonKind::Normal), &QAbstractButton::clicked, this, &QDialog::close);
    import_ = addButton(tr("Import"), ButtonKind::Primary);
    connect(import_, &QAbstractButton::clicked, this, &OrderImportDialog::sayNext);
    connect(leaveOut_, &QAbstractButton::toggled, this, &OrderImportDialog::present);
    setModal(false);
    resize(760, 560);
}

void OrderImportDialog::offer(const QString& name, commerce::OrderTable table,
                              std::vector<ShopImportRow> rows) {
    table_ = std::move(table);
    done_ = {};
    said_ = through_ = 0;
    ++part_; // what is still to come of the last is not of this one
    heading_->setText(tr("Import orders from “%1”").arg(name));
    const QString layout = table_.layout == commerce::OrderLayout::Shopify ? QStringLiteral("Shopify")
                           : table_.layout == commerce::OrderLayout::WooCommerce
                               ? QStringLiteral("WooCommerce")
                               : tr("our own layout");
    facts_->setText(
        tr("%n rows, %1. An order that is known already is not counted again.", nullptr, int(table_.rows))
            .arg(layout));
    leaveOut_->setChecked(false);
    leaveOut_->setVisible(table_.badOrders > 0);
    fill(rows);
    present();
    show();
    raise();
    activateWindow();
    import_->setFocus();
}

void OrderImportDialog::fill(const std::vector<ShopImportRow>& rows) {
    rows_->clear();
    fresh_ = changed_ = known_ = others_ = 0;
    QList<QTreeWidgetItem*> items;
    for (const commerce::OrderReport& report : table_.reports) {
        auto* item = new QTreeWidgetItem({QString::number(report.line), QString(), orderIssueWords(report)});
        item->setForeground(2, theme().text.primary);
        item->setText(1, tr("can't be read"));
        items.push_back(item);
    }
    for (const ShopImportRow& row : rows) {
        using commerce::ShopNews;
        ++(row.news == ShopNews::New       ? fresh_
           : row.news == ShopNews::Changed ? changed_
           : row.news == ShopNews::Known   ? known_
                                           : others_);
        items.push_back(
            new QTreeWidgetItem({QString::number(row.line), text(row.name), shopNewsWord(row.news)}));
    }
    rows_->addTopLevelItems(items);
}

void OrderImportDialog::present() {
    const bool allowed = table_.badOrders == 0 || leaveOut_->isChecked();
    const std::size_t all = table_.orders.size();
    if (said_ > 0) {
        outcome_->setText(through_ == all
                              ? tr("Done: %1 new, %2 changed, %3 known, %4 not of this show, %5 not taken.")
                                    .arg(done_.placed)
                                    .arg(done_.changed)
                                    .arg(done_.known)
                                    .arg(done_.passed)
                                    .arg(done_.refused)
                              : tr("%1 of %2 orders are through…").arg(through_).arg(all));
    } else {
        outcome_->setText(tr("%1 new, %2 changed, %3 known, %4 not of this show, %5 can't be read")
                              .arg(fresh_)
                              .arg(changed_)
                              .arg(known_)
                              .arg(others_)
                              .arg(table_.badOrders));
    }
    import_->setEnabled(allowed && said_ == 0 && all > 0);
}

void OrderImportDialog::sayNext() {
    const std::size_t from = said_;
    said_ = std::min(said_ + shopImportAtOnce, table_.orders.size());
    present();
    emit told(++part_,
              {table_.orders.begin() + std::ptrdiff_t(from), table_.orders.begin() + std::ptrdiff_t(said_)});
}

void OrderImportDialog::taken(const ShopImportDone& part) {
    if (part.part != part_ || !underWay())
        return; // of an import before
    done_.placed += part.placed;
    done_.changed += part.changed;
    done_.known += part.known;
    done_.passed += part.passed;
    done_.refused += part.refused;
    through_ = said_;
    if (said_ < table_.orders.size())
        sayNext();
    else
        present();
}

void OrderImportDialog::breakOff(const QString& words) {
    ++part_;
    said_ = through_ = 0;
    done_ = {};
    present();
    outcome_->setText(words);
}

QString OrderImportDialog::outcome() const {
    return outcome_->text();
}

} // namespace vitrina::ui
