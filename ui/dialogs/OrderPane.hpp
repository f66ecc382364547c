// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Arming.hpp"
#include "ui/widgets/Button.hpp"

#include <QKeySequence>
#include <QLocale>
#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QAction;
class QCheckBox;
class QLabel;
class QLineEdit;

namespace vitrina::ui {

/// One order, or what several chosen ones have in common: what it is, whose it is while that is shown, and
/// what can be done with it. Cancel and refund want a second press.
class OrderPane final : public QWidget {
    Q_OBJECT

  public:
    explicit OrderPane(const Theme& theme, QWidget* parent = nullptr);
    void choose(const std::vector<OrderNumber>& numbers);
    void present(const View& view, const Buyers& buyers, bool buyersShown);
    /// For the list: the keys it answers to.
    const QList<QAction*>& actions() const { return actions_; }
    bool disarm(); ///< false: nothing was armed
    /// The window closes: nothing of a buyer stays, nor what was begun to be written to one.
    void forget();
    QString buyerText() const;
    QLineEdit& refundField() { return *refund_; }
    QLineEdit& noteField() { return *note_; }
    Button& cancelButton() { return *cancel_; }
    Button& refundButton() { return *refundButton_; }
    Button& eraseButton() { return *erase_; }
    Button& exportButton() { return *export_; }
    Button& acceptButton() { return *accept_; }
    QAction* action(const QString& id) const;

  signals:
    void asked(const vitrina::control::Command& command);
    /// All that is held of the order's buyer is wanted in a file.
    void exportAsked(const vitrina::OrderNumber& order);
    /// What a second press would do.
    void said(const QString& words);

  private:
    struct Step {
        commerce::OrderState to;
        Button* button;
        QAction* action;
    };
    QAction* addAction(const QString& id, const QString& words, const QKeySequence& key, Button* button);
    void buildSteps();
    void buildMoney();
    void buildNote();
    void buildBuyer();
    void presentOrder(const View& view, const control::OrderEntry& entry);
    void presentBuyer(const View& view, const control::OrderEntry& entry, const Buyers& buyers, bool shown);
    void presentButtons();
    void presentRefund();
    void presentArmed();
    /// No change of it is on its way: the next is judged by where it stands then.
    bool isFree(const control::OrderEntry& entry) const;
    void ask(const commerce::ChangeOrder& wish);
    void change(commerce::OrderState to);
    void back();
    void cancel();
    void refund();
    void sendNote();
    void erase();
    /// What has to go back: the whole of what is left, or less. Nothing: the field holds no such amount.
    std::optional<std::int64_t> refundMinor() const;

    const Theme& theme_;
    std::vector<OrderNumber> numbers_;
    std::vector<control::OrderEntry> entries_; ///< of those, as presented last
    std::set<OrderNumber> pending_;            ///< orders that a change is on its way for
    std::string currency_;
    QLocale locale_;
    QLabel* heading_;
    QLabel* lines_;
    QLabel* buyer_;
    std::vector<Step> steps_;
    Button* accept_ = nullptr;
    Button* back_ = nullptr;
    Button* cancel_ = nullptr;
    QLineEdit* refund_ = nullptr;
    QCheckBox* restock_ = nullptr;
    Button* refundButton_ = nullptr;
    QLineEdit* note_ = nullptr;
    Button* send_ = nullptr;
    Button* export_ = nullptr;
    Button* erase_ = nullptr;
    Arming cancelArming_;
    Arming refundArming_;
    Arming eraseArming_;
    QList<QAction*> actions_;
};

} // namespace vitrina::ui
