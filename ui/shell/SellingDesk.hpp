// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/models/OfferGuard.hpp"
#include "ui/panels/View.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>

class QWidget;

namespace vitrina::ui {

class Body;
class OfferDialog;
class OffersDialog;

/// The seller's side of the window: offers and what belongs to them. Dialogs leave the window free. GUI
/// thread.
class SellingDesk final : public QObject {
    Q_OBJECT

  public:
    SellingDesk(control::Dispatcher& dispatcher, const Theme& theme, const QLocale& locale, Body& body,
                QWidget& window);
    /// With the window's other views.
    void present(const View& view);
    /// Escape: what is armed is so no more.
    void disarm();
    OffersDialog* offersDialog() { return offers_; } ///< null until first used
    OfferGuard& guard() { return guard_; }

  public slots:
    /// What the keys do.
    void startNext();
    void moreTime();
    void stopNewest();
    void showOffers();
    void planOffer();
    /// A price in doubt starts with the second press.
    void start(const vitrina::OfferId& offer);
    void extend(const vitrina::OfferId& offer);
    void stop(const vitrina::OfferId& offer);

  signals:
    void asked(const vitrina::control::Command& command);
    /// Something is armed or no more: to be drawn.
    void changed();
    /// A key that has nothing to do says so.
    void said(const QString& words);

  private:
    void connectOffers();
    void openOffer(const commerce::Offer& offer);
    void refused(const Error& error, const control::Command& command);

    control::Dispatcher& dispatcher_;
    const Theme& theme_;
    const QLocale& locale_;
    Body& body_;
    QWidget& window_;
    OfferGuard guard_;
    OffersDialog* offers_ = nullptr;
};

} // namespace vitrina::ui
