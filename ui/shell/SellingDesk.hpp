// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/ShopBookPort.hpp"
#include "ui/dialogs/OrdersDialog.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/models/OfferGuard.hpp"
#include "ui/models/ShopImport.hpp"
#include "ui/panels/View.hpp"
#include "ui/shell/BuyerQuestions.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QPointer>

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
    /// Keeps who sells for the shows to come; null: nobody does.
    void setShopBook(control::ShopBookPort* shop) { shop_ = shop; }
    /// Whom to ask who a buyer is; without it nobody is.
    void setAskBuyers(AskBuyers ask) { questions_.setAsk(std::move(ask)); }
    /// How words to buyers and what is held of one go: by the server, and into no record. Without it words
    /// stand in their request, and nothing is exported.
    void setBuyerLine(BuyerLine line) { buyerLine_ = std::move(line); }
    void buyersTold(const std::vector<Buyer>& buyers);
    /// What BuyerLine::askExport asked for.
    void exported(const OrderNumber& order, ErrorCode error, const std::string& json);
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
    /// Makes the orders' window, so that its keys are known.
    void makeOrders();
    void exportBuyerTo(const OrderNumber& order, const QString& path);
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
    Result<void> setTerms(const control::Command& command);
    void askAboutOrders(const control::Command& command);
    void chooseExport(const OrderNumber& order);
    bool askFor(const std::vector<OrderNumber>& orders);
    bool paperWaits();
    void chooseOrders();
    void offerOrders(const QString& name, const Result<commerce::OrderTable>& table);
    void watchImport();
    void choosePaper(OrdersDialog::Paper paper);
    void finishPaper();
    void dropPaper(const std::set<OrderNumber>& unnamed);
    void paperWritten(const QString& path, const Result<void>& written);

    /// A paper that waits for its buyers.
    struct Waiting {
        OrdersDialog::Paper paper = OrdersDialog::Paper::None;
        QString path;
        std::vector<control::OrderEntry> orders;
        Buyers buyers;
    };

    /// Since a window has presented them last.
    struct ChangedOrders {
        std::set<OrderNumber> numbers;
        bool all = true;
    };

    control::Dispatcher& dispatcher_;
    control::ShopBookPort* shop_ = nullptr;
    const Theme& theme_;
    const QLocale& locale_;
    Body& body_;
    QWidget& window_;
    OfferGuard guard_;
    OffersDialog* offers_ = nullptr;
    BuyerLine buyerLine_;
    TellShopOrders tellShopOrders_;
    OrderImportDialog* import_ = nullptr;
    OrderNumber exporting_; ///< empty: nothing is asked for
    QString exportPath_;
    struct Words {
        std::string key;
        std::string text;
    };
    Words words_; ///< that went to a buyer last
    OrdersDialog* orders_ = nullptr;
    VoidDialog* void_ = nullptr;
    QPointer<TermsDialog> terms_;
    ChangedOrders ofList_;
    ChangedOrders ofVoid_;
    RunId run_;                   ///< whose orders those are
    std::uint64_t catalogue_ = 0; ///< its revision that they were shown with
    BuyerQuestions questions_;
    Waiting waiting_;
};

} // namespace vitrina::ui
