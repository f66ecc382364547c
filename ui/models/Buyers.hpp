// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"

#include <QString>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vitrina::ui {

struct BuyerWord {
    std::int64_t atMs = 0; ///< wall time of the server
    bool ofShop = false;   ///< else the buyer's
    QString text;
};

/// Whose an order is. Lives in memory while the orders are open and nowhere else: no state, no record, no
/// file but the papers a person asks for.
struct Buyer {
    OrderNumber order;
    QString name;
    QString contact;
    QString phone;
    QString address;
    QString note;
    QString reference; ///< what a transfer says
    std::vector<BuyerWord> words;
};
using Buyers = std::map<OrderNumber, Buyer>;

/// Asks the server; returns at once. What it answers comes to MainWindow::buyersTold() in parts; orders whose
/// buyer is erased are left out.
using AskBuyers = std::function<void(const std::vector<OrderNumber>&)>;

/// Further calls about buyers; each returns at once.
struct BuyerLine {
    /// Keeps words to a buyer at the server under a key, for the request that names it.
    std::function<void(const std::string& key, const std::string& text)> putWords = {};
    /// All that is held of this order's buyer; answered by MainWindow::exported().
    std::function<void(const OrderNumber& order)> askExport = {};
};

} // namespace vitrina::ui
