// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/dialogs/Dialog.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/models/OrdersModel.hpp"
#include "ui/panels/View.hpp"

#include <set>
#include <vector>

class QComboBox;
class QLineEdit;
class QTreeView;

namespace vitrina::ui {

class OrderPane;

/// The orders of this run in a window of their own: found, filtered, moved on, paid back, put on paper. Who
/// the buyers are is asked for when a person wants it, and forgotten when the window closes.
class OrdersDialog final : public Dialog {
    Q_OBJECT

  public:
    enum class Paper { None, PickByProduct, PickByOrder, Slips, Carrier };

    OrdersDialog(const Theme& theme, const QLocale& locale, QWidget* parent = nullptr);
    /// `changed`: what patches have named since; `all`: everything anew. Who is chosen stays chosen.
    void present(const View& view, const std::set<OrderNumber>& changed, bool all);
    /// A part of what was asked for by buyersAsked().
    void buyersTold(const std::vector<Buyer>& buyers);
    void say(const QString& words);
    QString note() const;

    /// As they stand in the list.
    std::vector<OrderNumber> shown() const;
    std::vector<OrderNumber> chosen() const;
    void choose(const OrderNumber& number);
    bool showsBuyers() const { return showsBuyers_; }
    const Buyers& buyers() const { return buyers_; }
    QLineEdit& search() { return *search_; }
    QComboBox& stateFilter() { return *state_; }
    QTreeView& list() { return *list_; }
    OrderPane& pane() { return *pane_; }
    Button& buyersButton() { return *showBuyers_; }
    Button& importButton() { return *import_; } ///< there where a shop elsewhere checks out

  signals:
    void asked(const vitrina::control::Command& command);
    void buyersAsked(const std::vector<vitrina::OrderNumber>& orders);
    void exportAsked(const vitrina::OrderNumber& order);
    void voidAsked();
    void importAsked();
    void paperAsked(vitrina::ui::OrdersDialog::Paper paper);
    /// Another order is chosen, buyers are shown or hidden: present() is wanted.
    void redrawAsked();
    /// The window is closed: what was known of buyers is gone.
    void closed();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool disarmFirst() override;

  private:
    void buildFilters();
    void buildList(const QLocale& locale);
    void buildFoot();
    void presentFilters(const control::State& state);
    void presentTotals(const View& view);
    void setBuyersShown(bool shown);
    /// Of one order, or of all: whether there is a buyer to ask for, and whether it may have changed.
    void noteBuyer(const control::State& state, const OrderNumber& number, bool pending);
    void noteBuyers(const View& view, const std::set<OrderNumber>& changed, bool all);
    void askMissing();
    void chosenChanged();

    QLineEdit* search_;
    QComboBox* state_;
    QComboBox* offer_;
    QComboBox* product_;
    QLabel* totals_;
    QLabel* note_;
    Button* showBuyers_ = nullptr;
    Button* import_ = nullptr;
    QTreeView* list_;
    OrdersModel* model_;
    OrdersFilter* filter_;
    OrderPane* pane_;
    Buyers buyers_;
    QStringList erased_;          ///< whose buyers are gone and whose receipt is to be said
    std::set<OrderNumber> held_;  ///< orders there are, with a buyer to ask for
    std::set<OrderNumber> toAsk_; ///< of those, whose buyers are not known or may have written since
    bool linkUp_ = false;
    bool showsBuyers_ = false;
    bool justShown_ = false;
};

} // namespace vitrina::ui
