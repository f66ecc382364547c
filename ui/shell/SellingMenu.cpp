// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutsideDialog.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/panels/InfoStrip.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/shell/ShopDesk.hpp"

#include <QMenu>

/// What the window's menu of selling does.
namespace vitrina::ui {

void MainWindow::buildSellingMenu(QMenu& menu) {
    addCommand(menu, key::startOffer, tr("Start the next offer"), {Qt::CTRL | Qt::Key_F5},
               [this] { selling_->startNext(); });
    addCommand(menu, key::moreTime, tr("One minute more for the offer"), {Qt::CTRL | Qt::Key_F6},
               [this] { selling_->moreTime(); });
    addCommand(menu, key::stopOffer, tr("Stop the offer"), {Qt::CTRL | Qt::Key_F7},
               [this] { selling_->stopNewest(); });
    menu.addSeparator();
    addCommand(menu, key::offers, tr("Offers…"), {Qt::CTRL | Qt::Key_F8}, [this] { selling_->showOffers(); });
    addCommand(menu, key::orders, tr("Orders…"), {Qt::CTRL | Qt::Key_O}, [this] { selling_->showOrders(); });
    menu.addSeparator();
    addCommand(menu, QStringLiteral("selling.products"), tr("Products…"), {Qt::CTRL | Qt::Key_B},
               [this] { shop_->showProducts(); });
    addCommand(menu, key::terms, tr("Seller and terms…"), {}, [this] { selling_->showTerms(); });
    if (outsidePort_)
        addCommand(menu, key::outside, tr("Mail and other shops…"), {}, [this] { showOutside(); });
}

void MainWindow::buyersTold(const std::vector<Buyer>& buyers) {
    selling_->buyersTold(buyers);
}

void MainWindow::exported(const OrderNumber& order, ErrorCode error, const std::string& json) {
    selling_->exported(order, error, json);
}

void MainWindow::showOutside() {
    if (!outsidePort_)
        return;
    if (!outside_)
        outside_ = new OutsideDialog(appearance_.theme(), *outsidePort_, this);
    presentOutside();
    outside_->show();
    outside_->raise();
    outside_->activateWindow();
}

void MainWindow::presentOutside() {
    const control::State& state = dispatcher_.state();
    outside_->present(state.run.rehearsal, state.link == control::LinkHealth::Up);
}

void MainWindow::shopOrdersTaken(const ShopImportDone& part) {
    selling_->shopOrdersTaken(part);
}

void MainWindow::connectSelling() {
    connect(selling_, &SellingDesk::actionsMade, this, [this](const QList<QAction*>& actions) {
        keys_->addAll(actions, tr("In the orders"), KeyReach::InPlace, QStringLiteral("orders"));
    });
    connect(&body_->needs(), &NeedsPanel::opened, this, [this](const QString& place) {
        if (place == key::terms)
            selling_->showTerms();
        else if (const QString start = QString(key::startOffer) + QLatin1Char(':'); place.startsWith(start))
            selling_->start(OfferId{place.mid(start.size()).toStdString()});
        else if (place == key::outside)
            showOutside();
    });
    connect(selling_, &SellingDesk::asked, this, &MainWindow::ask);
    connect(selling_, &SellingDesk::said, &body_->preview().strip(), &InfoStrip::showRefusal);
    connect(selling_, &SellingDesk::changed, this, [this] {
        restChanged_ = true;
        if (!flush_.isActive())
            flush_.start();
    });
}

} // namespace vitrina::ui
