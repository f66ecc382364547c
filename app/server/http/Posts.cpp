// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Posts.hpp"

#include "audience/Message.hpp"
#include "record/Json.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <optional>

namespace vitrina::server::post {

namespace {

namespace json = boost::json;

/// People's full names are longer than a chat name.
constexpr std::size_t maxBuyerNameCharacters = 80;

const json::string* stringIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value ? value->if_string() : nullptr;
}

std::string text(const json::string& value) {
    return {value.data(), value.size()};
}

/// A whole number that fits; 1e9 and 2^63 are none.
std::optional<std::int64_t> integerIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    const std::int64_t* number = value ? value->if_int64() : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

bool isNumber(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value && value->is_number();
}

Result<std::string> readKey(const json::object& body) {
    const json::string* key = stringIn(body, "key");
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    if (!key || key->size() < 8 || key->size() > 64 || !std::all_of(key->begin(), key->end(), allowed))
        return fail(ErrorCode::BadRequest, "key");
    return text(*key);
}

/// The moment the page was showing; anything else than a moment is "not known".
std::int64_t readMediaMs(const json::object& body) {
    return std::max<std::int64_t>(-1, integerIn(body, "mediaMs").value_or(-1));
}

Result<std::string> readText(const json::object& body, std::string_view name, std::size_t maxCharacters) {
    const json::string* value = stringIn(body, name);
    if (!value)
        return fail(ErrorCode::BadRequest, std::string(name));
    auto cleaned = audience::cleanText(text(*value), maxCharacters);
    return cleaned ? cleaned : Result<std::string>(fail(cleaned.error().code, std::string(name)));
}

Result<commerce::OrderLine> readLine(const json::value& value) {
    const json::object* line = value.if_object();
    const json::string* sku = line ? stringIn(*line, "sku") : nullptr;
    if (!sku || sku->size() > 128)
        return fail(ErrorCode::BadRequest, "sku");
    if (!isNumber(*line, "quantity"))
        return fail(ErrorCode::BadRequest, "quantity");
    const auto quantity = integerIn(*line, "quantity");
    if (!quantity)
        return fail(ErrorCode::BadQuantity, text(*sku)); // half a piece, or more than can be counted
    const auto price = integerIn(*line, "price");
    if (!price)
        return fail(ErrorCode::BadRequest, "price");
    return commerce::OrderLine{Sku{text(*sku)}, *quantity, *price, {}};
}

HttpReply reply(int status, record::JsonWriter writer) {
    writer.endObject();
    return {.status = status, .body = writer.take()};
}

} // namespace

Result<json::object> parseBody(std::string_view body, std::size_t maxDepth) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = maxDepth;
    json::value value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
    if (error || !value.is_object())
        return fail(ErrorCode::BadRequest, error ? error.message() : "not an object");
    return std::move(value.get_object());
}

Result<OrderPost> readOrder(const json::object& body) {
    auto key = readKey(body);
    if (!key)
        return key.error();
    const json::value* lines = body.if_contains("lines");
    if (!lines || !lines->is_array())
        return fail(ErrorCode::BadRequest, "lines");
    OrderPost order;
    order.request.key = std::move(*key);
    order.request.mediaMs = readMediaMs(body);
    if (lines->get_array().size() > commerce::maxOrderLines)
        return fail(ErrorCode::BadQuantity, "lines");
    for (const json::value& value : lines->get_array()) {
        auto line = readLine(value);
        if (!line)
            return line.error();
        order.request.lines.push_back(std::move(*line));
    }
    if (auto demand = commerce::demandOf(order.request.lines); !demand)
        return demand.error();
    auto name = readText(body, "name", maxBuyerNameCharacters);
    if (!name)
        return name.error();
    const json::string* contact = stringIn(body, "contact");
    auto cleaned = audience::cleanContact(contact ? text(*contact) : std::string());
    if (!cleaned)
        return cleaned.error();
    order.buyer.name = std::move(*name);
    order.buyer.contact = std::move(*cleaned);
    return order;
}

Result<MessagePost> readMessage(const json::object& body) {
    auto key = readKey(body);
    if (!key)
        return key.error();
    auto name = readText(body, "name", audience::maxNameCharacters);
    if (!name)
        return name.error();
    auto words = readText(body, "text", audience::maxMessageCharacters);
    if (!words)
        return words.error();
    return MessagePost{std::move(*key), {{}, {}, std::move(*name), std::move(*words), readMediaMs(body)}};
}

int statusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotAuthorised:
        return 401;
    case ErrorCode::UnknownSku:
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::SoldOut:
    case ErrorCode::AllInCheckouts:
    case ErrorCode::PriceChanged:
    case ErrorCode::KeyReused:
    case ErrorCode::SalesClosed:
    case ErrorCode::SkuStopped:
    case ErrorCode::ChatHidden:
        return 409;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::RateLimited:
        return 429;
    case ErrorCode::Busy:
        return 503;
    default:
        return 400;
    }
}

HttpReply refused(const Refusal& refusal, std::string_view detail) {
    record::JsonWriter json;
    json.beginObject();
    json.key("error");
    json.string(errorName(refusal.code));
    if (!detail.empty()) {
        json.key("detail");
        json.string(detail);
    }
    if (!refusal.sku.empty()) {
        json.key("sku");
        json.string(refusal.sku.value);
    }
    if (refusal.price >= 0) {
        json.key("price");
        json.integer(refusal.price);
    }
    if (refusal.available >= 0) {
        json.key("available");
        json.integer(refusal.available);
    }
    if (refusal.code == ErrorCode::Busy) {
        json.key("retryAfterMs");
        json.integer(2'000);
    }
    return reply(statusOf(refusal.code), std::move(json));
}

HttpReply refused(const Error& error) {
    Refusal refusal;
    refusal.code = error.code;
    return refused(refusal, error.detail);
}

HttpReply rateLimited(std::int64_t waitMs) {
    record::JsonWriter json;
    json.beginObject();
    json.key("error");
    json.string(errorName(ErrorCode::RateLimited));
    json.key("retryAfterMs");
    json.integer(waitMs);
    return reply(429, std::move(json));
}

HttpReply placed(const OrderAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    record::JsonWriter json;
    json.beginObject();
    json.key("number");
    json.string(answer.order.number.value);
    json.key("total");
    json.integer(answer.order.total.minor);
    json.key("currency");
    json.string(answer.order.total.currency);
    json.key("lines");
    json.beginArray();
    for (const commerce::OrderLine& line : answer.order.lines) {
        json.beginObject();
        json.key("sku");
        json.string(line.sku.value);
        json.key("quantity");
        json.integer(line.quantity);
        json.key("price");
        json.integer(line.unitMinor);
        json.endObject();
    }
    json.endArray();
    json.key("replayed");
    json.boolean(answer.replayed);
    return reply(201, std::move(json));
}

HttpReply posted(const MessageAnswer& answer) {
    if (answer.refusal.code != ErrorCode::None)
        return refused(answer.refusal);
    record::JsonWriter json;
    json.beginObject();
    json.key("id");
    json.string(answer.id.value);
    json.key("replayed");
    json.boolean(answer.replayed);
    return reply(201, std::move(json));
}

HttpReply session(const ViewerId& viewer, const std::string& token) {
    record::JsonWriter json;
    json.beginObject();
    json.key("viewer");
    json.string(viewer.value);
    json.key("token");
    json.string(token);
    return reply(201, std::move(json));
}

} // namespace vitrina::server::post
