// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/dialogs/OrdersDialog.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/models/OfferGuard.hpp"
#include "ui/models/ShopImport.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <set>

class QAction;
class QWidget;

namespace vitrina::ui {

class Body;
class OfferDialog;
class OffersDialog;
class OrderImportDialog;
class TermsDialog;
class VoidDialog;

/// The seller's side of the window: offers, orders, and on what terms is sold. Dialogs leave the window free.
/// GUI thread.
class SellingDesk final : public QObject {
    Q_OBJECT

  public:
    SellingDesk(control::Dispatcher& dispatcher, const Theme& theme, const QLocale& locale, Body& body,
                QWidget& window);
    /// Whom to ask who a buyer is; without it nobody is.
    void setAskBuyers(AskBuyers ask) { askBuyers_ = std::move(ask); }
    void buyersTold(const std::vector<Buyer>& buyers);
    /// Whom to tell of a shop's orders; without it none are taken.
    void setTellShopOrders(TellShopOrders tell) { tellShopOrders_ = std::move(tell); }
    void shopOrdersTaken(const ShopImportDone& part);
    /// A table of orders that the shop elsewhere has exported.
    void importOrdersFrom(const QString& path);
    OrderImportDialog* orderImport() { return import_; } ///< null until first used
    /// With the window's other views.
    void present(const View& view);
    /// Escape: what is armed is so no more.
    void disarm();
    OffersDialog* offersDialog() { return offers_; } ///< null until first used
    OrdersDialog* ordersDialog() { return orders_; }
    VoidDialog* voidDialog() { return void_; }
    TermsDialog* termsDialog() const; ///< null while it is not open
    /// A paper of the orders that stand in the list, with buyers where it needs them.
    void writePaperTo(OrdersDialog::Paper paper, const QString& path);
    OfferGuard& guard() { return guard_; }

  public slots:
    /// What the keys do.
    void startNext();
    void moreTime();
    void stopNewest();
    void showOffers();
    void planOffer();
    void showOrders();
    void showTerms();
    /// A price in doubt starts with the second press.
    void start(const vitrina::OfferId& offer);
    void extend(const vitrina::OfferId& offer);
    void stop(const vitrina::OfferId& offer);

  signals:
    void asked(const vitrina::control::Command& command);
    /// Something is armed or no more: to be drawn.
    void changed();
    /// The orders' own keys, once their window is there.
    void actionsMade(const QList<QAction*>& actions);
    /// A key that has nothing to do says so.
    void said(const QString& words);

  private:
    void connectOffers();
    void openOffer(const commerce::Offer& offer);
    void refused(const Error& error, const control::Command& command);
    void patched(const control::Patch& patch);
    void presentOrders(const View& view);
    void connectOrders();
    void showVoid();
    void askFor(const std::vector<OrderNumber>& orders);
    void chooseOrders();
    void offerOrders(const QString& name, const Result<commerce::OrderTable>& table);
    void watchImport();
    void choosePaper(OrdersDialog::Paper paper);
    void finishPaper();
    void paperWritten(const QString& path, const Result<void>& written);

    /// A paper that waits for its buyers.
    struct Waiting {
        OrdersDialog::Paper paper = OrdersDialog::Paper::None;
        QString path;
        std::vector<control::OrderEntry> orders;
        Buyers buyers;
    };

    control::Dispatcher& dispatcher_;
    const Theme& theme_;
    const QLocale& locale_;
    Body& body_;
    QWidget& window_;
    OfferGuard guard_;
    OffersDialog* offers_ = nullptr;
    AskBuyers askBuyers_;
    TellShopOrders tellShopOrders_;
    OrderImportDialog* import_ = nullptr;
    OrdersDialog* orders_ = nullptr;
    VoidDialog* void_ = nullptr;
    QPointer<TermsDialog> terms_;
    std::set<OrderNumber> changedOrders_; ///< since they were presented last
    bool allOrders_ = true;
    Waiting waiting_;
    QTimer waitedLong_;
};

} // namespace vitrina::ui
