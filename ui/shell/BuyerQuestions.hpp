// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Buyers.hpp"

#include <QObject>
#include <QTimer>

#include <set>
#include <vector>

namespace vitrina::ui {

/// Asks the server who the buyers of many orders are: in pieces it answers whole (500, link.md), the next
/// when the last was answered or no part of it has come for 5 s. GUI thread.
class BuyerQuestions final : public QObject {
    Q_OBJECT

  public:
    explicit BuyerQuestions(QObject* parent = nullptr);
    /// Without it nobody is asked.
    void setAsk(AskBuyers ask) { ask_ = std::move(ask); }
    bool canAsk() const { return bool(ask_); }
    void ask(const std::vector<OrderNumber>& orders);
    void told(const std::vector<Buyer>& buyers);
    void forget();

  signals:
    /// These were not answered in time and are not asked for again by themselves.
    void gaveUp(const std::set<vitrina::OrderNumber>& orders);

  private:
    void askNext();

    AskBuyers ask_;
    std::set<OrderNumber> waiting_; ///< to be asked for
    std::set<OrderNumber> open_;    ///< asked for, not answered yet
    QTimer patience_;
};

} // namespace vitrina::ui
