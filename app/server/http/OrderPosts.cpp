// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/OrderPosts.hpp"

#include "audience/Message.hpp"
#include "record/SellingLayouts.hpp"
#include "server/JsonPut.hpp"
#include "server/http/PostFields.hpp"
#include "server/http/Posts.hpp"

#include <algorithm>

namespace vitrina::server::post {

namespace {

namespace json = boost::json;
using record::JsonWriter;

/// People's full names are longer than a chat name.
constexpr std::size_t maxBuyerNameCharacters = 80;
constexpr std::size_t maxWordCharacters = 64; ///< of a coupon

HttpReply reply(int status, JsonWriter writer) {
    writer.endObject();
    return {.status = status, .body = writer.take()};
}

JsonWriter object() {
    JsonWriter json;
    json.beginObject();
    return json;
}

void putLine(JsonWriter& json, const commerce::OrderLine& line) {
    put(json, "sku", line.sku.value);
    put(json, "quantity", line.quantity);
    put(json, "price", line.unitMinor);
    if (!line.offer.empty())
        put(json, "offer", line.offer.value);
}

void putLines(JsonWriter& json, const std::vector<commerce::OrderLine>& lines) {
    json.key("lines");
    json.beginArray();
    for (const commerce::OrderLine& line : lines) {
        json.beginObject();
        putLine(json, line);
        json.endObject();
    }
    json.endArray();
}

void putAmounts(JsonWriter& json, const commerce::Order& order) {
    put(json, "total", order.total.minor);
    put(json, "delivery", order.delivery.minor);
    put(json, "toPay", order.total.minor + order.delivery.minor);
    put(json, "currency", order.total.currency);
    put(json, "payment", record::wordOf(order.delivery.payment));
    if (order.delivery.payment == commerce::PaymentWay::Transfer)
        put(json, "reference", order.number.value);
}

Result<std::string> readRegion(const json::object& delivery) {
    const json::value* value = delivery.if_contains("region");
    if (!value || value->is_null() || (value->is_string() && value->get_string().empty()))
        return std::string();
    const json::string* region = value->if_string();
    const auto letter = [](char c) {
        return c >= 'A' && c <= 'Z';
    };
    if (!region || region->size() != 2 || !std::all_of(region->begin(), region->end(), letter))
        return fail(ErrorCode::BadDelivery, "region");
    return text(*region);
}

Result<void> readDelivery(const json::object& body, OrderPost& order) {
    const json::value* value = body.if_contains("delivery");
    const json::object* delivery = value ? value->if_object() : nullptr;
    if (!delivery)
        return fail(ErrorCode::BadRequest, "delivery");
    auto way = readId(*delivery, "way");
    if (!way)
        return way.error();
    auto region = readRegion(*delivery);
    if (!region)
        return region.error();
    auto address = readOptionalText(*delivery, "address", maxAddressCharacters);
    if (!address)
        return address.error();
    const json::string* payment = stringIn(body, "payment");
    if (!payment)
        return fail(ErrorCode::BadRequest, "payment");
    const auto pay = record::fromWord<commerce::PaymentWay>(text(*payment));
    if (!pay || *pay == commerce::PaymentWay::None)
        return fail(ErrorCode::BadDelivery, "payment");
    order.request.delivery = {std::move(*way), std::move(*region), 0, *pay};
    order.buyer.address = std::move(*address);
    return {};
}

Result<std::string> readPhone(const json::object& body) {
    const json::value* value = body.if_contains("phone");
    if (!value || value->is_null() || (value->is_string() && value->get_string().empty()))
        return std::string();
    const json::string* phone = value->if_string();
    auto cleaned = audience::cleanContact(phone ? text(*phone) : std::string());
    if (!cleaned || cleaned->find('@') != std::string::npos)
        return fail(ErrorCode::BadContact, "phone");
    return cleaned;
}

/// What an order of a checkout says beside its buyer's name and contact.
Result<void> readRest(const json::object& body, OrderPost& order) {
    auto checkout = readReservation(body);
    if (!checkout)
        return checkout.error();
    order.request.reservation = std::move(*checkout);
    auto phone = readPhone(body);
    if (!phone)
        return phone.error();
    auto note = readOptionalText(body, "note", maxNoteCharacters);
    if (!note)
        return note.error();
    order.buyer.phone = std::move(*phone);
    order.buyer.note = std::move(*note);
    if (body.contains("toPay")) {
        const auto toPay = integerIn(body, "toPay");
        if (!toPay || *toPay < 0)
            return fail(ErrorCode::BadRequest, "toPay");
        order.request.toPayMinor = *toPay;
    }
    return readDelivery(body, order);
}

/// The lines of an order in one step.
Result<void> readOwnLines(const json::object& body, OrderPost& order) {
    auto lines = readLines(body);
    if (!lines)
        return lines.error();
    order.request.lines = std::move(*lines);
    if (auto demand = commerce::demandOf(order.request.lines); !demand)
        return demand.error();
    return {};
}

void putNotes(JsonWriter& json, const std::vector<OrderNote>& notes) {
    json.key("notes");
    json.beginArray();
    for (const OrderNote& note : notes) {
        json.beginObject();
        put(json, "at", note.atMs);
        put(json, "from", std::string_view(note.shop ? "shop" : "buyer"));
        if (!note.shop)
            put(json, "wish", record::wordOf(note.wish));
        put(json, "text", note.text);
        json.endObject();
    }
    json.endArray();
}

void putNamedLines(JsonWriter& json, const KnownOrder& known) {
    json.key("lines");
    json.beginArray();
    for (std::size_t i = 0; i < known.order.lines.size(); ++i) {
        const KnownOrder::Name name = i < known.names.size() ? known.names[i] : KnownOrder::Name{};
        json.beginObject();
        putLine(json, known.order.lines[i]);
        put(json, "name", name.product);
        put(json, "label", name.variant);
        json.endObject();
    }
    json.endArray();
}

} // namespace

Result<commerce::ReserveRequest> readCheckout(const json::object& body) {
    auto key = readKey(body);
    if (!key)
        return key.error();
    auto lines = readLines(body);
    if (!lines)
        return lines.error();
    commerce::ReserveRequest request;
    request.key = std::move(*key);
    request.lines = std::move(*lines);
    request.mediaMs = readMediaMs(body);
    if (auto demand = commerce::demandOf(request.lines); !demand)
        return demand.error();
    auto word = readOptionalText(body, "word", maxWordCharacters);
    if (!word)
        return fail(word.error().code == ErrorCode::BadText ? ErrorCode::WrongWord : word.error().code,
                    "word");
    request.word = std::move(*word);
    return request;
}

Result<ReservationId> readReservation(const json::object& body) {
    auto id = readId(body, "checkout");
    return id ? Result<ReservationId>(ReservationId{std::move(*id)}) : id.error();
}

Result<OrderPost> readOrder(const json::object& body) {
    auto key = readKey(body);
    if (!key)
        return key.error();
    OrderPost order;
    order.request.key = std::move(*key);
    order.request.mediaMs = readMediaMs(body);
    if (auto read = body.contains("checkout") ? readRest(body, order) : readOwnLines(body, order); !read)
        return read.error();
    auto name = readText(body, "name", maxBuyerNameCharacters);
    if (!name)
        return name.error();
    auto contact = readContact(body);
    if (!contact)
        return contact.error();
    order.buyer.name = std::move(*name);
    order.buyer.contact = std::move(*contact);
    return order;
}

Result<FindOrder> readFind(const json::object& body) {
    auto number = readId(body, "number");
    if (!number)
        return number.error();
    auto contact = readContact(body);
    if (!contact)
        return contact.error();
    return FindOrder{OrderNumber{std::move(*number)}, std::move(*contact), {}};
}

Result<WriteToShop> readWrite(const json::object& body) {
    auto find = readFind(body);
    if (!find)
        return find.error();
    auto key = readKey(body);
    if (!key)
        return key.error();
    const json::string* word = stringIn(body, "wish");
    const auto wish = word ? record::fromWord<commerce::BuyerWish>(text(*word)) : std::nullopt;
    if (!wish || *wish == commerce::BuyerWish::None)
        return fail(ErrorCode::BadRequest, "wish");
    // Who cancels or withdraws owes nobody a reason (2011/83/EU art. 9).
    auto words = *wish == commerce::BuyerWish::Question ? readText(body, "text", maxWordsCharacters)
                                                        : readOptionalText(body, "text", maxWordsCharacters);
    if (!words)
        return words.error();
    return WriteToShop{
        std::move(find->number), std::move(find->contact), std::move(*key), *wish, std::move(*words), {}};
}

HttpReply reserved(const commerce::CheckoutAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    JsonWriter json = object();
    put(json, "checkout", answer.reservation.id.value);
    put(json, "expires", answer.reservation.expiresMs);
    putFlag(json, "extendable", !answer.reservation.extended);
    putLines(json, answer.reservation.lines);
    put(json, "total", answer.total.minor);
    put(json, "currency", answer.total.currency);
    putFlag(json, "replayed", answer.replayed);
    return reply(201, std::move(json));
}

HttpReply extended(const commerce::CheckoutAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    JsonWriter json = object();
    put(json, "checkout", answer.reservation.id.value);
    put(json, "expires", answer.reservation.expiresMs);
    putFlag(json, "extendable", !answer.reservation.extended);
    return reply(200, std::move(json));
}

HttpReply released(const commerce::CheckoutAnswer& answer) {
    return answer.refusal.code != ErrorCode::None ? refused(answer.refusal) : reply(200, object());
}

HttpReply placed(const commerce::OrderAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    JsonWriter json = object();
    put(json, "number", answer.order.number.value);
    put(json, "state", record::wordOf(answer.state));
    putAmounts(json, answer.order);
    putLines(json, answer.order.lines);
    putFlag(json, "replayed", answer.replayed);
    return reply(201, std::move(json));
}

HttpReply known(const KnownAnswer& answer) {
    if (answer.error != ErrorCode::None)
        return refused(fail(answer.error));
    const KnownOrder& known = answer.order;
    JsonWriter json = object();
    put(json, "number", known.order.number.value);
    put(json, "state", record::wordOf(known.state));
    put(json, "at", known.atMs);
    putNamedLines(json, known);
    putAmounts(json, known.order);
    put(json, "deliveryTitle", known.deliveryTitle);
    put(json, "refunded", known.refundedMinor);
    putFlag(json, "paid", known.paid);
    if (!known.transferTo.empty())
        put(json, "transferTo", known.transferTo);
    json.key("can");
    json.beginObject();
    putFlag(json, "cancel", known.canCancel);
    putFlag(json, "return", known.canReturn);
    json.endObject();
    putNotes(json, known.notes);
    return reply(200, std::move(json));
}

} // namespace vitrina::server::post
