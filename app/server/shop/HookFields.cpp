// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/HookFields.hpp"

#include "audience/Message.hpp"
#include "commerce/PlainText.hpp"
#include "commerce/ShopFigures.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace vitrina::server::hook {

namespace json = boost::json;

namespace {

constexpr std::size_t mostListed = 2 * commerce::maxShopLines;
const json::object none;

const json::value* valueIn(const json::object& object, std::string_view name) {
    const json::value* value = object.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

std::string_view viewOf(const json::string& text) {
    return {text.data(), text.size()};
}

} // namespace

void Fields::wrong(std::string_view name) {
    if (wrong_.empty())
        wrong_ = name;
}

std::string Fields::text(const json::object& object, std::string_view name) {
    const json::value* value = valueIn(object, name);
    if (!value)
        return {};
    if (const auto* text = value->if_string())
        return std::string(viewOf(*text));
    if (value->is_int64())
        return std::to_string(value->get_int64());
    if (value->is_uint64())
        return std::to_string(value->get_uint64());
    wrong(name);
    return {};
}

std::string Fields::words(const json::object& object, std::string_view name, std::size_t most) {
    const std::string raw = text(object, name);
    // A character has up to four bytes; what is longer is cut, as a shop's limits are not ours.
    auto cleaned = audience::cleanText(std::string(commerce::cutText(raw, most)), most);
    return cleaned ? std::move(*cleaned) : std::string();
}

std::int64_t Fields::amount(const json::object& object, std::string_view name, std::string_view currency) {
    const json::value* value = valueIn(object, name);
    const json::string* text = value ? value->if_string() : nullptr;
    if (!value || (text && text->empty()))
        return 0;
    const auto minor = text ? commerce::minorOf(viewOf(*text), currency) : std::nullopt;
    if (!minor)
        wrong(name);
    return minor.value_or(0);
}

std::int64_t Fields::instant(const json::object& object, std::string_view name) {
    const json::value* value = valueIn(object, name);
    if (!value)
        return 0;
    const json::string* text = value->if_string();
    const auto ms = text ? commerce::instantOf(viewOf(*text)) : std::nullopt;
    if (!ms)
        wrong(name);
    return ms.value_or(0);
}

std::int64_t Fields::count(const json::object& object, std::string_view name) {
    const json::value* value = valueIn(object, name);
    if (!value)
        return 0;
    if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > commerce::maxShopQuantity) {
        wrong(name);
        return 0;
    }
    return value->get_int64();
}

bool Fields::flag(const json::object& object, std::string_view name) {
    const json::value* value = valueIn(object, name);
    if (value && !value->is_bool())
        wrong(name);
    return value && value->is_bool() && value->get_bool();
}

std::vector<const json::object*> Fields::list(const json::object& object, std::string_view name) {
    std::vector<const json::object*> objects;
    const json::value* value = valueIn(object, name);
    if (!value)
        return objects;
    const json::array* array = value->if_array();
    if (!array || array->size() > mostListed) {
        wrong(name);
        return objects;
    }
    for (const json::value& element : *array) {
        if (const json::object* found = element.if_object())
            objects.push_back(found);
        else
            wrong(name);
    }
    return objects;
}

const json::object& Fields::object(const json::object& object, std::string_view name) {
    const json::value* value = valueIn(object, name);
    if (value && !value->is_object()) {
        // PHP writes an empty object as an empty list.
        if (const json::array* array = value->if_array(); !array || !array->empty())
            wrong(name);
        return none;
    }
    return value ? value->get_object() : none;
}

Result<json::object> parseHook(std::string_view body) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = jsonDepth;
    json::value value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
    if (error || !value.is_object())
        return fail(ErrorCode::BadFormat, "not a JSON object");
    return std::move(value.get_object());
}

void addLine(Fields& fields, commerce::ShopOrder& order, std::string sku, std::int64_t quantity,
             std::int64_t minor) {
    if (minor < 0) {
        fields.wrong("line_items");
    } else if (sku.empty() || sku.size() > commerce::maxShopWord) {
        order.foreignMinor += quantity > 0 ? minor : 0;
    } else if (quantity > 0) {
        for (commerce::OrderLine& line : commerce::linesFor(Sku{std::move(sku)}, quantity, minor))
            order.lines.push_back(std::move(line));
    }
}

std::string contactOf(const std::string& email, const std::string& phone, const commerce::ShopOrder& order) {
    for (const std::string* contact : {&email, &phone}) {
        if (auto cleaned = audience::cleanContact(*contact); !contact->empty() && cleaned)
            return std::move(*cleaned);
    }
    return joined({order.name.empty() ? order.id : order.name, order.shop}, " · ");
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty())
            text += (text.empty() ? "" : between) + part;
    }
    return text;
}

Told finished(const Fields& fields, ToldOrder told) {
    if (!fields.ok())
        return fields.error();
    if (const auto checked = commerce::checkShopOrder(told.order); !checked)
        return checked.error();
    return std::optional(std::move(told));
}

} // namespace vitrina::server::hook
