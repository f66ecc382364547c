// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopOrderTable.hpp"
#include "control/State.hpp"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

/// A table of orders of the shop that checks out, on its way to the server.
namespace vitrina::ui {

/// What the server would make of an order of the table, by what the studio knows: New, Changed, Known,
/// Waiting (not sold yet), or why it is not of this show.
struct ShopImportRow {
    std::size_t line = 0;
    std::string name;
    commerce::ShopNews news = commerce::ShopNews::None;
};
std::vector<ShopImportRow> judgeImport(const control::State& state, const commerce::OrderTable& table);

/// "New order", "Without this show's mark" …
QString shopNewsWord(commerce::ShopNews news);
/// "A date that can't be read: “soon”".
QString orderIssueWords(const commerce::OrderReport& report);

/// What the server has made of a part of them.
struct ShopImportDone {
    std::uint64_t part = 0;
    std::int64_t placed = 0;
    std::int64_t changed = 0;
    std::int64_t known = 0;
    std::int64_t passed = 0;
    std::int64_t refused = 0;

    std::int64_t all() const { return placed + changed + known + passed + refused; }
};

/// So many at once, and the next when these are through: the server has pages to serve meanwhile.
inline constexpr std::size_t shopImportAtOnce = 50;
/// Says orders of the table to the server; returns at once. What became of them comes to
/// MainWindow::shopOrdersTaken(), or nothing when the server goes away.
using TellShopOrders = std::function<void(std::uint64_t part, std::vector<commerce::TableOrder>)>;

} // namespace vitrina::ui
