// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/HookFields.hpp"

#include <algorithm>

/// An order of WooCommerce's REST API, which its webhooks carry.
namespace vitrina::server::hook {

namespace {

namespace json = boost::json;
using commerce::OrderState;

/// Order attribution (part of WooCommerce since 8.5) keeps here what the link said as utm_campaign.
constexpr std::string_view markKey = "_wc_order_attribution_utm_campaign";

/// The value of a meta entry may be anything; only a text is a mark.
std::string markOf(Fields& fields, const json::object& body) {
    for (const json::object* meta : fields.list(body, "meta_data")) {
        const json::value* value = meta->if_contains("value");
        if (fields.text(*meta, "key") == markKey && value && value->is_string())
            return fields.words(*meta, "value", commerce::maxShopWord);
    }
    return {};
}

/// pending: the payment was begun; failed, cancelled: it may never have been made. So whether it is an order
/// is told by what it was before, or by its date of payment.
void readState(Fields& fields, const json::object& body, commerce::ShopOrder& order) {
    const std::string status = fields.text(body, "status");
    const bool paid = fields.instant(body, "date_paid_gmt") > 0;
    const bool processing = status == "processing";
    const bool completed = status == "completed";
    const bool refunded = status == "refunded";
    const bool over = status == "cancelled" || status == "failed" || status == "trash";
    order.paid = paid || processing || completed || refunded;
    order.sold = order.paid || status == "on-hold";
    order.state = over         ? OrderState::Cancelled
                  : refunded   ? OrderState::Refunded
                  : completed  ? OrderState::Sent
                  : order.paid ? OrderState::Paid
                               : OrderState::Placed;
}

void readRefunds(Fields& fields, const json::object& body, commerce::ShopOrder& order) {
    for (const json::object* refund : fields.list(body, "refunds")) {
        const std::int64_t minor = fields.amount(*refund, "total", order.currency);
        order.refundedMinor += minor < 0 ? -minor : minor; // "-10.00"
    }
}

Buyer readBuyer(Fields& fields, const json::object& body, const commerce::ShopOrder& order) {
    const json::object& billing = fields.object(body, "billing");
    const json::object& shipping = fields.object(body, "shipping");
    const bool sent = !fields.text(shipping, "address_1").empty();
    const json::object& to = sent ? shipping : billing;
    Buyer buyer;
    buyer.name = joined({fields.words(to, "first_name", 60), fields.words(to, "last_name", 60)}, " ");
    buyer.phone = fields.words(billing, "phone", 40);
    buyer.contact = contactOf(fields.words(billing, "email", 200), buyer.phone, order);
    buyer.address = joined({fields.words(to, "company", 100), fields.words(to, "address_1", 200),
                            fields.words(to, "address_2", 200),
                            joined({fields.words(to, "postcode", 20), fields.words(to, "city", 100)}, " "),
                            fields.words(to, "state", 100), fields.words(to, "country", 100)});
    buyer.note = fields.words(body, "customer_note", 500);
    return buyer;
}

Told readOrder(const json::object& body, const std::string& shop) {
    Fields fields;
    ToldOrder told;
    commerce::ShopOrder& order = told.order;
    order.shop = shop;
    order.whole = true;
    order.id = fields.text(body, "id");
    order.name = "#" + fields.words(body, "number", 32);
    order.mark = markOf(fields, body);
    order.currency = fields.text(body, "currency");
    order.placedMs = fields.instant(body, "date_created_gmt");
    order.changedMs = std::max(fields.instant(body, "date_modified_gmt"), order.placedMs);
    order.region = fields.words(fields.object(body, "shipping"), "country", 8);
    // Totals of lines are after discounts and without tax, whatever prices_include_tax says.
    for (const json::object* line : fields.list(body, "line_items"))
        addLine(fields, order, fields.text(*line, "sku"), fields.count(*line, "quantity"),
                fields.amount(*line, "total", order.currency) +
                    fields.amount(*line, "total_tax", order.currency));
    order.deliveryMinor = fields.amount(body, "shipping_total", order.currency) +
                          fields.amount(body, "shipping_tax", order.currency);
    readRefunds(fields, body, order);
    readState(fields, body, order);
    told.buyer = readBuyer(fields, body, order);
    return finished(fields, std::move(told));
}

} // namespace

Told readWooCommerce(std::string_view topic, std::string_view body, const std::string& shop) {
    const bool deleted = topic == "order.deleted";
    if (!deleted && topic != "order.created" && topic != "order.updated" && topic != "order.restored")
        return std::optional<ToldOrder>();
    const auto parsed = parseHook(body);
    if (!parsed)
        return parsed.error();
    if (!deleted)
        return readOrder(*parsed, shop);
    Fields fields;
    ToldOrder told;
    told.order.shop = shop;
    told.order.id = fields.text(*parsed, "id");
    told.order.deleted = true;
    return finished(fields, std::move(told));
}

bool isPing(std::string_view body) {
    constexpr std::string_view name = "webhook_id=";
    if (!body.starts_with(name) || body.size() == name.size() || body.size() > name.size() + 20)
        return false;
    return body.find_first_not_of("0123456789", name.size()) == std::string_view::npos;
}

} // namespace vitrina::server::hook
