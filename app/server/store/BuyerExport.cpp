// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BuyerExport.hpp"

#include "record/SellingLayouts.hpp"
#include "server/JsonPut.hpp"
#include "server/store/OrderRows.hpp"

#include <set>

#include <unistd.h>

namespace vitrina::server {

namespace {

using record::JsonWriter;

void putLines(JsonWriter& json, const std::vector<commerce::OrderLine>& lines) {
    json.key("lines");
    json.beginArray();
    for (const commerce::OrderLine& line : lines) {
        json.beginObject();
        put(json, "sku", line.sku.value);
        put(json, "quantity", line.quantity);
        put(json, "price", line.unitMinor);
        json.endObject();
    }
    json.endArray();
}

void putWords(JsonWriter& json, const std::vector<OrderNote>& notes) {
    json.key("words");
    json.beginArray();
    for (const OrderNote& note : notes) {
        json.beginObject();
        put(json, "at", note.atMs);
        put(json, "from", std::string_view(note.shop ? "shop" : "buyer"));
        put(json, "wish", record::wordOf(note.wish));
        put(json, "text", note.text);
        json.endObject();
    }
    json.endArray();
}

void putOrder(JsonWriter& json, const OrderRow& row, const Buyer& buyer,
              const std::vector<OrderNote>& notes) {
    const commerce::Order& order = row.order;
    json.beginObject();
    put(json, "number", order.number.value);
    put(json, "at", row.atMs);
    put(json, "run", row.run.value);
    put(json, "viewer", order.viewer.value);
    put(json, "state", record::wordOf(row.standing.state));
    putLines(json, order.lines);
    put(json, "total", order.total.minor);
    put(json, "delivery", order.delivery.minor);
    put(json, "refunded", row.standing.refundedMinor);
    putFlag(json, "paid", row.standing.paid);
    put(json, "currency", order.total.currency);
    put(json, "way", order.delivery.way);
    put(json, "region", order.delivery.region);
    put(json, "payment", record::wordOf(order.delivery.payment));
    put(json, "name", buyer.name);
    put(json, "contact", buyer.contact);
    put(json, "phone", buyer.phone);
    put(json, "address", buyer.address);
    put(json, "note", buyer.note);
    putWords(json, notes);
    json.endObject();
}

/// What was said in the chat by whoever placed these orders, under the name given there.
void putChat(JsonWriter& json, Database& database, const std::set<ViewerId>& viewers) {
    json.key("chat");
    json.beginArray();
    for (const ViewerId& viewer : viewers) {
        Statement rows(database, "SELECT at, run, name, text FROM message WHERE viewer=?1 ORDER BY id");
        rows.bind(1, viewer.value);
        while (rows.row()) {
            json.beginObject();
            put(json, "at", rows.integer(0));
            put(json, "run", rows.text(1));
            put(json, "name", rows.text(2));
            put(json, "text", rows.text(3));
            json.endObject();
        }
    }
    json.endArray();
}

} // namespace

Result<std::string> exportBuyer(const std::string& dataFolder, const OrderNumber& number) {
    const std::string keyPath = dataFolder + "/" + buyerKeyName;
    if (access(keyPath.c_str(), R_OK) != 0)
        return fail(ErrorCode::FileUnreadable, keyPath); // One made here would open nothing.
    auto key = BuyerKey::open(keyPath);
    if (!key)
        return key.error();
    auto database = Database::open(dataFolder + "/store.sqlite", Database::Use::Read);
    if (!database)
        return database.error();
    BuyerTables tables(**database, std::move(*key));
    return exportBuyer(**database, tables, number);
}

Result<std::string> exportBuyer(Database& database, BuyerTables& tables, const OrderNumber& number) {
    const auto first = readOrder(database, number);
    JsonWriter json(true);
    json.beginObject();
    json.key("orders");
    json.beginArray();
    bool any = false;
    std::set<ViewerId> viewers;
    for (const OrderPlace& place : first ? tables.ordersLike(first->place) : std::vector<OrderPlace>()) {
        const auto row = readOrder(database, place.number);
        const auto buyer = tables.find(place);
        if (row && buyer) {
            putOrder(json, *row, *buyer, tables.words(place));
            viewers.insert(row->order.viewer);
        }
        any = any || buyer.has_value();
    }
    json.endArray();
    putChat(json, database, viewers);
    json.endObject();
    if (!database.ok())
        return fail(ErrorCode::FileUnreadable, database.problem());
    if (!any)
        return fail(ErrorCode::NotFound, "no such order, or its buyer is erased: " + number.value);
    return json.take();
}

} // namespace vitrina::server
