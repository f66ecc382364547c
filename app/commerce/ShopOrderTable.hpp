// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commerce/ShopOrder.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Orders of a shop with a checkout of its own, from the table it exports. Shopify's columns are those of
/// help.shopify.com, "Exporting orders": several rows of one order, the order's own cells in the first.
/// WooCommerce has no export of its own; the columns are those of Advanced Order Export and of Customer /
/// Order / Coupon Export, one row for each item. Ours: order, date, status, mark, sku, pieces, price …
namespace vitrina::commerce {

enum class OrderLayout { None, Own, Shopify, WooCommerce };

enum class OrderIssue {
    None,
    NoOrder,      ///< nothing says which order a row is of
    NoDate,       ///< of the order, or one that is none
    UnknownState, ///< `value`: the word
    BadPieces,
    BadAmount,
    UnclearAmount, ///< "1,234"
    NoGoods,       ///< no row of it has a SKU
    OrderTwice,    ///< it stands further up already; `value`: the line
    RowTwice,      ///< the same row once more; `value`: the line
    TooMuch,       ///< more lines, pieces or money than an order can have here
};

/// Why an order can't be taken, or a row was left out.
struct OrderReport {
    std::size_t line = 0; ///< of the file
    OrderIssue issue = OrderIssue::None;
    std::string value;
    bool operator==(const OrderReport&) const = default;
};
inline constexpr std::size_t maxOrderReports = 500;

/// An order of the table and its buyer. The contact is never empty.
struct TableOrder {
    ShopOrder order;
    std::size_t line = 0; ///< where it begins
    std::string name{};
    std::string contact{};
    std::string phone{};
    std::string address{};
    std::string note{};
    bool operator==(const TableOrder&) const = default;
};

struct OrderTable {
    OrderLayout layout = OrderLayout::None;
    std::vector<TableOrder> orders;   ///< that can be taken, as they stand in the file
    std::vector<OrderReport> reports; ///< the first maxOrderReports
    std::size_t badOrders = 0;        ///< that can't be taken
    std::size_t rows = 0;
};

/// `shop`: its host; `currency`: of rows that name none; `offsetMs`: how far times without a zone are ahead
/// of UTC. Errors as of readCsv(); BadFormat "headings": they are of no layout we know.
Result<OrderTable> readShopOrders(std::string_view bytes, const std::string& shop,
                                  const std::string& currency, std::int64_t offsetMs);

} // namespace vitrina::commerce
