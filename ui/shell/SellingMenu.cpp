// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/KeyIds.hpp"
#include "ui/panels/InfoStrip.hpp"
#include "ui/panels/Monitor.hpp"
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
    menu.addSeparator();
    addCommand(menu, QStringLiteral("selling.products"), tr("Products…"), {Qt::CTRL | Qt::Key_B},
               [this] { shop_->showProducts(); });
}

void MainWindow::connectSelling() {
    connect(selling_, &SellingDesk::asked, this, &MainWindow::ask);
    connect(selling_, &SellingDesk::said, &body_->preview().strip(), &InfoStrip::showRefusal);
    connect(selling_, &SellingDesk::changed, this, [this] {
        restChanged_ = true;
        if (!flush_.isActive())
            flush_.start();
    });
}

} // namespace vitrina::ui
