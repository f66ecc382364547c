// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrderColumns.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace vitrina::commerce {
namespace {

using Column = OrderColumn;
using Heading = std::pair<std::string_view, Column>;

constexpr std::array shopify{
    Heading{"name", Column::Order},
    Heading{"id", Column::Id},
    Heading{"financial status", Column::Status},
    Heading{"fulfillment status", Column::Sent},
    Heading{"created at", Column::Placed},
    Heading{"paid at", Column::Paid},
    Heading{"fulfilled at", Column::Fulfilled},
    Heading{"cancelled at", Column::Cancelled},
    Heading{"currency", Column::Currency},
    Heading{"note attributes", Column::Attributes},
    Heading{"lineitem sku", Column::Sku},
    Heading{"lineitem quantity", Column::Pieces},
    Heading{"lineitem price", Column::UnitPrice},
    Heading{"subtotal", Column::Subtotal},
    Heading{"shipping", Column::Delivery},
    Heading{"taxes", Column::Taxes},
    Heading{"total", Column::Total},
    Heading{"refunded amount", Column::Refunded},
    Heading{"shipping name", Column::Name},
    Heading{"email", Column::Email},
    Heading{"phone", Column::Phone},
    Heading{"shipping phone", Column::Phone},
    Heading{"shipping company", Column::Address},
    Heading{"shipping address1", Column::Address},
    Heading{"shipping address2", Column::Address},
    Heading{"shipping zip", Column::Address},
    Heading{"shipping city", Column::Address},
    Heading{"shipping country", Column::Region},
    Heading{"notes", Column::Note},
};
constexpr std::array wooCommerce{
    Heading{"order number", Column::Order},
    Heading{"order_number", Column::Order},
    Heading{"order id", Column::Id},
    Heading{"order_id", Column::Id},
    Heading{"order status", Column::Status},
    Heading{"status", Column::Status},
    Heading{"order date", Column::Placed},
    Heading{"order_date", Column::Placed},
    Heading{"date", Column::Placed},
    Heading{"order currency", Column::Currency},
    Heading{"order_currency", Column::Currency},
    Heading{"_wc_order_attribution_utm_campaign", Column::Mark},
    Heading{"meta:_wc_order_attribution_utm_campaign", Column::Mark},
    Heading{"utm_campaign", Column::Mark},
    Heading{"sku", Column::Sku},
    Heading{"item_sku", Column::Sku},
    Heading{"quantity", Column::Pieces},
    Heading{"item_quantity", Column::Pieces},
    Heading{"order line total", Column::LineTotal},
    Heading{"order line (w/o tax)", Column::LineNet},
    Heading{"item_total", Column::LineNet},
    Heading{"order line tax", Column::LineTax},
    Heading{"item_total_tax", Column::LineTax},
    Heading{"item cost (inc. tax)", Column::UnitPrice},
    Heading{"order shipping amount", Column::Delivery},
    Heading{"shipping_total", Column::Delivery},
    Heading{"order shipping tax amount", Column::DeliveryTax},
    Heading{"shipping_tax_total", Column::DeliveryTax},
    Heading{"order refund amount", Column::Refunded},
    Heading{"refunded_total", Column::Refunded},
    Heading{"first name (billing)", Column::FirstName},
    Heading{"billing_first_name", Column::FirstName},
    Heading{"last name (billing)", Column::LastName},
    Heading{"billing_last_name", Column::LastName},
    Heading{"email (billing)", Column::Email},
    Heading{"billing_email", Column::Email},
    Heading{"phone (billing)", Column::Phone},
    Heading{"billing_phone", Column::Phone},
    Heading{"address 1&2 (billing)", Column::Address},
    Heading{"billing_address_1", Column::Address},
    Heading{"billing_address_2", Column::Address},
    Heading{"postcode (billing)", Column::Address},
    Heading{"billing_postcode", Column::Address},
    Heading{"city (billing)", Column::Address},
    Heading{"billing_city", Column::Address},
    Heading{"country code (billing)", Column::Region},
    Heading{"billing_country", Column::Region},
    Heading{"customer note", Column::Note},
    Heading{"customer_note", Column::Note},
};
constexpr std::array own{
    Heading{"order", Column::Order},        Heading{"order id", Column::Id},
    Heading{"date", Column::Placed},        Heading{"status", Column::Status},
    Heading{"mark", Column::Mark},          Heading{"sku", Column::Sku},
    Heading{"pieces", Column::Pieces},      Heading{"price", Column::UnitPrice},
    Heading{"currency", Column::Currency},  Heading{"delivery", Column::Delivery},
    Heading{"refunded", Column::Refunded},  Heading{"name", Column::Name},
    Heading{"contact", Column::Email},      Heading{"e-mail", Column::Email},
    Heading{"phone", Column::Phone},        Heading{"address", Column::Address},
    Heading{"note", Column::Note},          Heading{"pasūtījums", Column::Order},
    Heading{"datums", Column::Placed},      Heading{"stāvoklis", Column::Status},
    Heading{"zīme", Column::Mark},          Heading{"artikuls", Column::Sku},
    Heading{"gabali", Column::Pieces},      Heading{"cena", Column::UnitPrice},
    Heading{"valūta", Column::Currency},    Heading{"piegāde", Column::Delivery},
    Heading{"atmaksāts", Column::Refunded}, Heading{"vārds", Column::Name},
    Heading{"e-pasts", Column::Email},      Heading{"tālrunis", Column::Phone},
    Heading{"adrese", Column::Address},     Heading{"piezīme", Column::Note},
};

/// Capitals of ASCII and of Latvian: "PASŪTĪJUMS" is not written in a heading.
std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return low;
}

std::vector<Column> columnsOf(std::span<const Heading> known, const std::vector<std::string>& headings) {
    std::vector<Column> columns;
    for (const std::string& heading : headings) {
        const auto found = std::ranges::find(known, lowered(heading), &Heading::first);
        columns.push_back(found == known.end() ? Column::None : found->second);
    }
    return columns;
}

bool hasAll(const std::vector<Column>& columns, std::initializer_list<Column> needed) {
    return std::ranges::all_of(
        needed, [&](Column column) { return std::ranges::find(columns, column) != columns.end(); });
}

} // namespace

OrderMapping mapOrders(const std::vector<std::string>& headings) {
    OrderMapping mapping{OrderLayout::Shopify, columnsOf(shopify, headings)};
    if (hasAll(mapping.columns, {Column::Order, Column::Status, Column::Placed, Column::Sku, Column::Pieces,
                                 Column::UnitPrice}))
        return mapping;
    mapping = {OrderLayout::WooCommerce, columnsOf(wooCommerce, headings)};
    const bool priced = hasAll(mapping.columns, {Column::LineTotal}) ||
                        hasAll(mapping.columns, {Column::LineNet, Column::LineTax}) ||
                        hasAll(mapping.columns, {Column::UnitPrice});
    const bool named = hasAll(mapping.columns, {Column::Order}) || hasAll(mapping.columns, {Column::Id});
    if (named && priced &&
        hasAll(mapping.columns, {Column::Status, Column::Placed, Column::Sku, Column::Pieces}))
        return mapping;
    mapping = {OrderLayout::Own, columnsOf(own, headings)};
    if (!hasAll(mapping.columns, {Column::Order, Column::Status, Column::Placed, Column::Sku, Column::Pieces,
                                  Column::UnitPrice}))
        mapping.layout = OrderLayout::None;
    return mapping;
}

OrderRow::OrderRow(const OrderMapping& mapping, const CsvRecord& record) : line(record.line), cells{} {
    const std::size_t width = std::min(mapping.columns.size(), record.cells.size());
    for (std::size_t i = 0; i < width; ++i) {
        std::string_view cell = record.cells[i];
        // Shopify puts a quote before what a spreadsheet would change: '+371…, 'LV-1010.
        const bool formula = cell.size() > 1 && std::string_view("=+-@").find(cell[1]) != cell.npos;
        if (cell.starts_with('\'') && (formula || mapping.layout == OrderLayout::Shopify))
            cell.remove_prefix(1);
        if (mapping.columns[i] == Column::Address && !cell.empty())
            address += (address.empty() ? "" : ", ") + std::string(cell);
        else if (cells[std::size_t(mapping.columns[i])].empty())
            cells[std::size_t(mapping.columns[i])] = cell;
    }
}

} // namespace vitrina::commerce
