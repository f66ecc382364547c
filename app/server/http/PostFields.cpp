// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/PostFields.hpp"

#include "audience/CardNumber.hpp"
#include "audience/Message.hpp"

#include <algorithm>

namespace vitrina::server::post {

namespace {

namespace json = boost::json;

bool isNumber(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value && value->is_number();
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
    commerce::OrderLine read{Sku{text(*sku)}, *quantity, *price};
    if (line->contains("offer")) {
        auto offer = readId(*line, "offer");
        if (!offer)
            return offer.error();
        read.offer.value = std::move(*offer);
    }
    return read;
}

} // namespace

const json::string* stringIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    return value ? value->if_string() : nullptr;
}

std::string text(const json::string& value) {
    return {value.data(), value.size()};
}

std::optional<std::int64_t> integerIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    const std::int64_t* number = value ? value->if_int64() : nullptr;
    return number ? std::optional(*number) : std::nullopt;
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

std::int64_t readMediaMs(const json::object& body) {
    return std::max<std::int64_t>(-1, integerIn(body, "mediaMs").value_or(-1));
}

Result<std::string> readText(const json::object& body, std::string_view name, std::size_t maxCharacters) {
    const json::string* value = stringIn(body, name);
    if (!value)
        return fail(ErrorCode::BadRequest, std::string(name));
    auto cleaned = audience::cleanText(text(*value), maxCharacters);
    if (!cleaned)
        return fail(cleaned.error().code, std::string(name));
    if (audience::holdsCardNumber(*cleaned))
        return fail(ErrorCode::CardNumber, std::string(name));
    return cleaned;
}

Result<std::string> readOptionalText(const json::object& body, std::string_view name,
                                     std::size_t maxCharacters) {
    const json::value* value = body.if_contains(json::string_view(name.data(), name.size()));
    if (!value || value->is_null() || (value->is_string() && value->get_string().empty()))
        return std::string();
    return readText(body, name, maxCharacters);
}

Result<std::string> readId(const json::object& body, std::string_view name) {
    const json::string* value = stringIn(body, name);
    const auto printable = [](char c) {
        return c > ' ' && c <= '~';
    };
    if (!value || value->empty() || value->size() > 64 ||
        !std::all_of(value->begin(), value->end(), printable))
        return fail(ErrorCode::BadRequest, std::string(name));
    return text(*value);
}

Result<std::string> readContact(const json::object& body) {
    const json::string* contact = stringIn(body, "contact");
    return audience::cleanContact(contact ? text(*contact) : std::string());
}

Result<std::vector<commerce::OrderLine>> readLines(const json::object& body) {
    const json::value* lines = body.if_contains("lines");
    if (!lines || !lines->is_array())
        return fail(ErrorCode::BadRequest, "lines");
    if (lines->get_array().size() > commerce::maxOrderLines)
        return fail(ErrorCode::BadQuantity, "lines");
    std::vector<commerce::OrderLine> read;
    for (const json::value& value : lines->get_array()) {
        auto line = readLine(value);
        if (!line)
            return line.error();
        read.push_back(std::move(*line));
    }
    return read;
}

} // namespace vitrina::server::post
