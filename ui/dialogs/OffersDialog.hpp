// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Dialog.hpp"
#include "ui/models/OfferGuard.hpp"
#include "ui/panels/View.hpp"

class QTreeWidget;
class QTreeWidgetItem;

namespace vitrina::ui {

/// All offers of the plan and those that run: planned, changed, started and stopped from here. Never modal.
class OffersDialog final : public Dialog {
    Q_OBJECT

  public:
    explicit OffersDialog(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view, const OfferGuard& guard);
    void choose(const OfferId& offer);
    /// Why the last wish was refused; stands until the next press.
    void say(const QString& words);
    QString note() const;
    QTreeWidget& list() { return *list_; }
    Button& dropButton() { return *drop_; }
    Button& startButton() { return *start_; }

  signals:
    void addAsked();
    void editAsked(const vitrina::OfferId& offer);
    void copyAsked(const vitrina::OfferId& offer);
    void dropAsked(const vitrina::OfferId& offer);
    void startAsked(const vitrina::OfferId& offer);
    void moreAsked(const vitrina::OfferId& offer);
    void stopAsked(const vitrina::OfferId& offer);
    void disarmAsked(); ///< a start that waits for its second press is not meant

  protected:
    bool disarmFirst() override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    using Asked = void (OffersDialog::*)(const OfferId&);
    Button* addRowButton(QHBoxLayout& row, const QString& words, const QString& key, Asked asked);
    void buildButtons();
    void drop();
    void presentRemoval();
    void presentRow(QTreeWidgetItem& row, const View& view, const commerce::Offer& offer);
    void presentButtons(const View& view, const OfferGuard& guard);
    OfferId current() const;

    QTreeWidget* list_;
    QLabel* note_;
    Button* edit_ = nullptr;
    Button* copy_ = nullptr;
    Button* drop_ = nullptr;
    Button* start_ = nullptr;
    Button* more_ = nullptr;
    Button* stop_ = nullptr;
    QString said_;
    Arming removal_;
    bool startArmed_ = false;
};

} // namespace vitrina::ui
