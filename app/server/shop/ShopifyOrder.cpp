// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/HookFields.hpp"

#include <algorithm>
#include <array>

/// The Order and Refund resources of Shopify's Admin REST API, which its webhooks carry.
namespace vitrina::server::hook {

namespace {

namespace json = boost::json;
using commerce::OrderState;

/// That carry an Order; "orders/edited" and "orders/delete" carry something else.
constexpr std::array<std::string_view, 6> orderTopics{"orders/create",    "orders/updated",
                                                      "orders/paid",      "orders/fulfilled",
                                                      "orders/cancelled", "orders/partially_fulfilled"};
constexpr std::string_view markName = "vitrina"; ///< of the cart attribute in links of the page

std::int64_t taxesOf(Fields& fields, const json::object& of, const std::string& currency) {
    std::int64_t sum = 0;
    for (const json::object* tax : fields.list(of, "tax_lines"))
        sum += fields.amount(*tax, "price", currency);
    return sum;
}

std::int64_t discountsOf(Fields& fields, const json::object& of, const std::string& currency) {
    std::int64_t sum = 0;
    for (const json::object* discount : fields.list(of, "discount_allocations"))
        sum += fields.amount(*discount, "amount", currency);
    return sum;
}

void readLines(Fields& fields, const json::object& body, bool taxed, commerce::ShopOrder& order) {
    for (const json::object* line : fields.list(body, "line_items")) {
        const std::int64_t quantity = fields.count(*line, "quantity");
        const std::int64_t price = fields.amount(*line, "price", order.currency);
        if (quantity > 0 && price > commerce::maxShopMinor / quantity) {
            fields.wrong("price");
            return;
        }
        std::int64_t minor = quantity * price - discountsOf(fields, *line, order.currency);
        if (!taxed)
            minor += taxesOf(fields, *line, order.currency);
        addLine(fields, order, fields.text(*line, "sku"), quantity, minor);
    }
}

std::int64_t deliveryOf(Fields& fields, const json::object& body, bool taxed, const std::string& currency) {
    std::int64_t sum = 0;
    for (const json::object* line : fields.list(body, "shipping_lines")) {
        sum += fields.amount(*line, "price", currency) - discountsOf(fields, *line, currency);
        if (!taxed)
            sum += taxesOf(fields, *line, currency);
    }
    return sum;
}

/// What one refund gave back: its payments that succeeded. One in another currency (a buyer's own) is not
/// converted here; a whole refund is told by the order's status all the same.
std::int64_t paidBack(Fields& fields, const json::object& refund, const std::string& currency) {
    std::int64_t sum = 0;
    for (const json::object* payment : fields.list(refund, "transactions")) {
        const std::string in = fields.text(*payment, "currency");
        if (fields.text(*payment, "kind") == "refund" && fields.text(*payment, "status") == "success" &&
            (in.empty() || in == currency))
            sum += fields.amount(*payment, "amount", currency);
    }
    return sum;
}

std::int64_t piecesBack(Fields& fields, const json::object& refund) {
    std::int64_t pieces = 0;
    for (const json::object* line : fields.list(refund, "refund_line_items")) {
        if (fields.text(*line, "restock_type") != "no_restock")
            pieces += fields.count(*line, "quantity");
    }
    return pieces;
}

void readRefunds(Fields& fields, const json::object& body, commerce::ShopOrder& order) {
    std::int64_t back = 0;
    for (const json::object* refund : fields.list(body, "refunds")) {
        back += piecesBack(fields, *refund);
        if (const std::int64_t minor = paidBack(fields, *refund, order.currency); minor > 0)
            order.refunds.push_back({fields.text(*refund, "id"), minor});
    }
    std::int64_t pieces = 0;
    for (const json::object* line : fields.list(body, "line_items"))
        pieces += fields.count(*line, "quantity");
    order.restocked = pieces > 0 && back >= pieces;
}

void readState(Fields& fields, const json::object& body, commerce::ShopOrder& order) {
    const std::string money = fields.text(body, "financial_status");
    order.sold = true;
    order.paid = money == "paid" || money == "partially_refunded" || money == "refunded";
    order.state = fields.instant(body, "cancelled_at") > 0                 ? OrderState::Cancelled
                  : money == "refunded"                                    ? OrderState::Refunded
                  : fields.text(body, "fulfillment_status") == "fulfilled" ? OrderState::Sent
                  : order.paid                                             ? OrderState::Paid
                                                                           : OrderState::Placed;
}

Buyer readBuyer(Fields& fields, const json::object& body, const commerce::ShopOrder& order) {
    const json::object& customer = fields.object(body, "customer");
    const json::object& shipping = fields.object(body, "shipping_address");
    const json::object& to = shipping.empty() ? fields.object(body, "billing_address") : shipping;
    Buyer buyer;
    buyer.name = joined({fields.words(to, "first_name", 60), fields.words(to, "last_name", 60)}, " ");
    if (buyer.name.empty())
        buyer.name =
            joined({fields.words(customer, "first_name", 60), fields.words(customer, "last_name", 60)}, " ");
    buyer.phone = fields.words(body, "phone", 40);
    if (buyer.phone.empty())
        buyer.phone = fields.words(to, "phone", 40);
    buyer.contact = contactOf(fields.words(body, "email", 200), buyer.phone, order);
    buyer.address = joined({fields.words(to, "company", 100), fields.words(to, "address1", 200),
                            fields.words(to, "address2", 200),
                            joined({fields.words(to, "zip", 20), fields.words(to, "city", 100)}, " "),
                            fields.words(to, "province", 100), fields.words(to, "country", 100)});
    buyer.note = fields.words(body, "note", 500);
    return buyer;
}

Told readRefund(const json::object& body, const std::string& shop, const std::string& currency) {
    Fields fields;
    ToldOrder told;
    told.order.shop = shop;
    told.order.id = fields.text(body, "order_id");
    told.order.refunds = {{fields.text(body, "id"), paidBack(fields, body, currency)}};
    return finished(fields, std::move(told));
}

Told readOrder(const json::object& body, const std::string& shop) {
    Fields fields;
    ToldOrder told;
    commerce::ShopOrder& order = told.order;
    order.shop = shop;
    order.whole = true;
    order.id = fields.text(body, "id");
    order.name = fields.words(body, "name", 32);
    order.currency = fields.text(body, "currency");
    order.placedMs = fields.instant(body, "created_at");
    order.changedMs = fields.instant(body, "updated_at");
    for (const json::object* attribute : fields.list(body, "note_attributes")) {
        if (fields.text(*attribute, "name") == markName)
            order.mark = fields.words(*attribute, "value", commerce::maxShopWord);
    }
    const bool taxed = fields.flag(body, "taxes_included");
    readLines(fields, body, taxed, order);
    order.deliveryMinor = deliveryOf(fields, body, taxed, order.currency);
    readRefunds(fields, body, order);
    readState(fields, body, order);
    const json::object& shipping = fields.object(body, "shipping_address");
    order.region = fields.words(shipping, "country_code", 8);
    told.buyer = readBuyer(fields, body, order);
    return finished(fields, std::move(told));
}

} // namespace

Told readShopify(std::string_view topic, std::string_view body, const std::string& shop,
                 const std::string& currency) {
    const bool refund = topic == "refunds/create";
    if (!refund && std::ranges::find(orderTopics, topic) == orderTopics.end())
        return std::optional<ToldOrder>();
    const auto parsed = parseHook(body);
    if (!parsed)
        return parsed.error();
    return refund ? readRefund(*parsed, shop, currency) : readOrder(*parsed, shop);
}

} // namespace vitrina::server::hook
