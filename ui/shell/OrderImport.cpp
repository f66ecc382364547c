// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OrderImportDialog.hpp"
#include "ui/shell/FileWork.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/widgets/ErrorText.hpp"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

/// The part of the selling desk that takes the orders of a shop elsewhere from a table.
namespace vitrina::ui {

void SellingDesk::chooseOrders() {
    auto* chooser = new QFileDialog(orders_, tr("Orders that the shop has exported"), QDir::homePath(),
                                    tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QFileDialog::fileSelected, this, &SellingDesk::importOrdersFrom);
    chooser->open();
}

void SellingDesk::importOrdersFrom(const QString& path) {
    const control::State& state = dispatcher_.state();
    const std::string shop = commerce::shopHost(state.catalogue.terms.handOver.shop);
    // Times without a zone are of the shop's own clock, which is most likely set like this one.
    const std::int64_t offsetMs = std::int64_t(QDateTime::currentDateTime().offsetFromUtc()) * 1'000;
    readOrders(path, shop, state.show.currency, offsetMs, this,
               [this, name = QFileInfo(path).fileName()](const Result<commerce::OrderTable>& table) {
                   offerOrders(name, table);
               });
}

void SellingDesk::offerOrders(const QString& name, const Result<commerce::OrderTable>& table) {
    if (!orders_)
        return;
    if (!table) {
        const bool other = table.error().code == ErrorCode::BadFormat && table.error().detail == "headings";
        orders_->say(other ? tr("%1 is no table of orders that Shopify, WooCommerce or Vitrina writes: its "
                                "headings are others. Export the orders anew, with all columns.")
                                 .arg(name)
                           : tr("%1 can't be read. %2").arg(name, errorSentence(table.error().code)));
        return;
    }
    if (!import_) {
        import_ = new OrderImportDialog(theme_, orders_);
        connect(import_, &OrderImportDialog::told, this,
                [this](std::uint64_t part, const std::vector<commerce::TableOrder>& orders) {
                    if (tellShopOrders_ && dispatcher_.state().link == control::LinkHealth::Up)
                        tellShopOrders_(part, orders);
                    else
                        watchImport();
                });
    }
    import_->offer(name, *table, judgeImport(dispatcher_.state(), *table));
}

void SellingDesk::shopOrdersTaken(const ShopImportDone& part) {
    if (import_)
        import_->taken(part);
}

/// What was said and not answered is not known; said again, nothing is counted twice.
void SellingDesk::watchImport() {
    if (import_ && import_->underWay() &&
        (!tellShopOrders_ || dispatcher_.state().link != control::LinkHealth::Up))
        import_->breakOff(tr("The show server does not answer. Import again when it does: no order is "
                             "counted twice."));
}

} // namespace vitrina::ui
