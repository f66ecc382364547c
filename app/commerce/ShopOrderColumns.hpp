// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Csv.hpp"
#include "commerce/ShopOrderTable.hpp"

#include <array>
#include <string_view>
#include <vector>

/// Which column of a table of orders holds what. Only for ShopOrderTable.cpp.
namespace vitrina::commerce {

enum class OrderColumn {
    None,
    Order, ///< what the rows of an order have in common
    Id,
    Status,
    Sent, ///< Shopify's fulfillment status
    Placed,
    Paid,
    Fulfilled,
    Cancelled,
    Currency,
    Mark,
    Attributes, ///< Shopify: "name: value" in each line
    Sku,
    Pieces,
    UnitPrice,
    LineTotal, ///< of all its pieces, VAT included
    LineNet,   ///< without VAT
    LineTax,
    Subtotal, ///< of the goods after discounts
    Delivery,
    DeliveryTax,
    Taxes,
    Total,
    Refunded,
    Name,
    FirstName,
    LastName,
    Email,
    Phone,
    Address, ///< of several columns the cells are put together
    Region,
    Note,
};
inline constexpr std::size_t orderColumnCount = std::size_t(OrderColumn::Note) + 1;

struct OrderMapping {
    OrderLayout layout = OrderLayout::None;
    std::vector<OrderColumn> columns;
};
/// Layout None: not enough of what an order needs.
OrderMapping mapOrders(const std::vector<std::string>& headings);

/// The cells of a record by what they hold.
struct OrderRow {
    OrderRow(const OrderMapping& mapping, const CsvRecord& record);
    std::string_view operator[](OrderColumn column) const { return cells[std::size_t(column)]; }

    std::size_t line;
    std::array<std::string_view, orderColumnCount> cells;
    std::string address;
};

} // namespace vitrina::commerce
