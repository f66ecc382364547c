// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/vendure/VendureShop.hpp"

#include "plugins/vendure/Operations.hpp"

#include <algorithm>

namespace vitrina::vendure {

namespace {

namespace json = boost::json;
using extension::ShopOrder;

constexpr std::size_t atOnce = 100;

/// As Vendure works it out itself (ProductVariantService.getSaleableStockLevel): of all places together.
std::int64_t freeOf(const json::object& variant, const json::object& settings) {
    const std::string tracked = textIn(variant, "trackInventory");
    if (tracked == "FALSE" || (tracked == "INHERIT" && !flagIn(settings, "trackInventory")))
        return extension::withoutLimit;
    std::int64_t free = -numberIn(flagIn(variant, "useGlobalOutOfStockThreshold") ? settings : variant,
                                  "outOfStockThreshold");
    if (const json::array* levels = arrayIn(variant, "stockLevels")) {
        for (const json::value& level : *levels) {
            if (const json::object* one = level.if_object())
                free += numberIn(*one, "stockOnHand") - numberIn(*one, "stockAllocated");
        }
    }
    return std::max<std::int64_t>(free, 0);
}

bool isSold(const json::object& variant) {
    const json::object* product = objectIn(variant, "product");
    return flagIn(variant, "enabled") && product && flagIn(*product, "enabled");
}

struct Variants {
    const json::array* items = nullptr;
    const json::object* settings = nullptr;
    std::int64_t total = 0;
};

Variants variantsIn(const json::object& data) {
    const json::object* list = objectIn(data, "productVariants");
    return {list ? arrayIn(*list, "items") : nullptr, objectIn(data, "globalSettings"),
            list ? numberIn(*list, "totalItems") : 0};
}

std::map<std::string, std::int64_t> piecesOf(const ShopOrder& order) {
    std::map<std::string, std::int64_t> pieces;
    for (const commerce::OrderLine& line : order.lines)
        pieces[line.sku.value] += line.quantity;
    return pieces;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// A shop without the buyer's address for mail still wants one; RFC 2606 keeps this one from ever being sent.
std::string mailOf(const ShopOrder& order) {
    return order.contact.find('@') != std::string::npos ? order.contact
                                                        : lower(order.number.value) + "@vitrina.invalid";
}

std::string moneyText(std::int64_t minor, const std::string& currency) {
    const std::string cents = std::to_string(minor % 100);
    return std::to_string(minor / 100) + "." + (cents.size() < 2 ? "0" : "") + cents + " " + currency;
}

std::string paymentText(commerce::PaymentWay way) {
    switch (way) {
    case commerce::PaymentWay::OnDelivery:
        return "on delivery";
    case commerce::PaymentWay::AtCollection:
        return "at collection";
    case commerce::PaymentWay::Transfer:
        return "by transfer";
    case commerce::PaymentWay::None:
        break;
    }
    return "not said";
}

std::string noteOf(const ShopOrder& order) {
    std::string note = "Vitrina " + order.number.value + ": charged " +
                       moneyText(order.total.minor, order.total.currency) + " and " +
                       moneyText(order.delivery.minor, order.total.currency) +
                       " for delivery; payment: " + paymentText(order.delivery.payment);
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty())
            note += std::string("; ") + name + ": " + text;
    };
    add("delivery", order.deliveryTitle);
    add("contact", order.contact);
    add("phone", order.phone);
    add("address", order.address);
    add("note", order.note);
    return note;
}

} // namespace

Result<std::vector<extension::ShopVariant>> VendureShop::products() {
    std::vector<extension::ShopVariant> all;
    for (std::int64_t skip = 0;; skip += static_cast<std::int64_t>(atOnce)) {
        const auto data = api_.ask(operations::products, {{"skip", skip}, {"take", atOnce}});
        if (!data)
            return data.error();
        const Variants found = variantsIn(*data);
        if (!found.items || !found.settings)
            return unreadable(operations::products);
        for (const json::value& item : *found.items) {
            const json::object* variant = item.if_object();
            if (!variant || !isSold(*variant))
                continue;
            std::string label;
            if (const json::array* options = arrayIn(*variant, "options")) {
                for (const json::value& option : *options)
                    label += (label.empty() ? "" : ", ") +
                             (option.is_object() ? textIn(option.get_object(), "name") : std::string());
            }
            all.push_back({Sku{textIn(*variant, "sku")}, textIn(*objectIn(*variant, "product"), "name"),
                           label, Money{numberIn(*variant, "priceWithTax"), textIn(*variant, "currencyCode")},
                           freeOf(*variant, *found.settings)});
        }
        if (found.items->empty() || skip + static_cast<std::int64_t>(atOnce) >= found.total)
            return all;
    }
}

Result<std::map<Sku, std::int64_t>> VendureShop::freeStock(const std::vector<Sku>& skus) {
    std::map<Sku, std::int64_t> free;
    for (std::size_t first = 0; first < skus.size(); first += atOnce) {
        json::array wanted;
        for (std::size_t i = first; i < std::min(first + atOnce, skus.size()); ++i)
            wanted.emplace_back(skus[i].value);
        const auto data = api_.ask(operations::variants, {{"skus", std::move(wanted)}});
        if (!data)
            return data.error();
        const Variants found = variantsIn(*data);
        if (!found.items || !found.settings)
            return unreadable(operations::variants);
        for (const json::value& item : *found.items) {
            const json::object* variant = item.if_object();
            if (variant && isSold(*variant))
                free[Sku{textIn(*variant, "sku")}] = freeOf(*variant, *found.settings);
        }
    }
    return free;
}

Result<std::string> VendureShop::begin(const ShopOrder&) {
    const auto data = api_.ask(operations::begin, {});
    if (!data)
        return data.error();
    const json::object* draft = objectIn(*data, "createDraftOrder");
    std::string code = draft ? textIn(*draft, "code") : std::string();
    if (code.empty())
        return unreadable(operations::begin);
    return code;
}

Result<json::object> VendureShop::change(const Operation& operation, Object variables,
                                         std::string_view member) {
    const auto data = api_.ask(operation, std::move(variables));
    if (!data)
        return data.error();
    const json::object* result = objectIn(*data, member);
    const std::string type = result ? textIn(*result, "__typename") : std::string();
    if (type == "Order")
        return *result;
    if (type == "InsufficientStockError")
        return fail(ErrorCode::ShopRefused, "only " + std::to_string(numberIn(*result, "quantityAvailable")) +
                                                " pieces are left there");
    if (!type.ends_with("Error"))
        return unreadable(operation);
    return fail(ErrorCode::ShopRefused, type);
}

Result<json::object> VendureShop::find(const std::string& reference) {
    const auto data = api_.ask(operations::find, {{"code", reference}});
    if (!data)
        return data.error();
    const json::object* list = objectIn(*data, "orders");
    const json::array* items = list ? arrayIn(*list, "items") : nullptr;
    if (!items || (!items->empty() && !items->front().is_object()))
        return unreadable(operations::find);
    return items->empty() ? Object() : items->front().get_object();
}

Result<void> VendureShop::complete(const std::string& reference, const ShopOrder& order) {
    auto there = find(reference);
    if (!there)
        return there.error();
    if (there->empty())
        return fail(ErrorCode::ShopRefused, "it has no order " + reference);
    const std::string state = textIn(*there, "state");
    if (state == "Cancelled")
        return fail(ErrorCode::ShopRefused, "the order was cancelled there");
    if (state == "Draft")
        there = fill(*there, order);
    Result<void> done = there ? Result<void>() : Result<void>(there.error());
    if (there && textIn(*there, "state") == "ArrangingPayment")
        done = settle(*there, order);
    if (!done && done.error().code == ErrorCode::ShopRefused)
        static_cast<void>(cancel(reference)); // It is of nothing; left over it would do no harm.
    return done;
}

/// Up to the moment before its pieces are taken.
Result<json::object> VendureShop::fill(const Object& there, const ShopOrder& order) {
    const std::string id = textIn(there, "id");
    if (auto done = fillLines(there, order); !done)
        return done.error();
    if (auto done = fillBuyer(id, order); !done)
        return done.error();
    if (auto done = fillAddress(id, order); !done)
        return done.error();
    if (auto done = fillShipping(id, order); !done)
        return done.error();
    if (const auto done = api_.ask(operations::addNote, {{"order", id}, {"note", noteOf(order)}}); !done)
        return done.error();
    return change(operations::move, {{"order", id}, {"state", "ArrangingPayment"}}, "transitionOrderToState");
}

/// What is missing is added, what differs is set: an earlier try may have come halfway.
Result<void> VendureShop::fillLines(const Object& there, const ShopOrder& order) {
    const auto wanted = piecesOf(order);
    std::map<std::string, std::pair<std::string, std::int64_t>> has;
    if (const json::array* lines = arrayIn(there, "lines")) {
        for (const json::value& line : *lines) {
            const json::object* one = line.if_object();
            const json::object* variant = one ? objectIn(*one, "productVariant") : nullptr;
            if (variant)
                has[textIn(*variant, "sku")] = {textIn(*one, "id"), numberIn(*one, "quantity")};
        }
    }
    json::array skus;
    for (const auto& [sku, pieces] : wanted)
        skus.emplace_back(sku);
    const auto data = api_.ask(operations::variants, {{"skus", std::move(skus)}});
    if (!data)
        return data.error();
    const Variants found = variantsIn(*data);
    if (!found.items)
        return unreadable(operations::variants);
    std::map<std::string, std::string> ids;
    for (const json::value& item : *found.items) {
        if (const json::object* variant = item.if_object(); variant && isSold(*variant))
            ids[textIn(*variant, "sku")] = textIn(*variant, "id");
    }
    for (const auto& [sku, pieces] : wanted) {
        if (!ids.contains(sku))
            return fail(ErrorCode::ShopRefused, sku + ": not sold there");
        const auto line = has.find(sku);
        if (line != has.end() && line->second.second == pieces)
            continue;
        const std::string id = textIn(there, "id");
        const auto changed =
            line == has.end()
                ? change(operations::addLine, {{"order", id}, {"variant", ids[sku]}, {"quantity", pieces}},
                         "addItemToDraftOrder")
                : change(operations::setLine,
                         {{"order", id}, {"line", line->second.first}, {"quantity", pieces}},
                         "adjustDraftOrderLine");
        if (!changed)
            return fail(changed.error().code, sku + ": " + changed.error().detail);
    }
    return {};
}

Result<void> VendureShop::fillBuyer(const std::string& id, const ShopOrder& order) {
    const std::string mail = mailOf(order);
    // One who has an account there keeps it, and its name.
    const auto data = api_.ask(operations::findCustomer, {{"email", mail}});
    if (!data)
        return data.error();
    const json::object* list = objectIn(*data, "customers");
    const json::array* known = list ? arrayIn(*list, "items") : nullptr;
    json::object variables{{"order", id}};
    if (known && !known->empty() && known->front().is_object()) {
        variables["customer"] = textIn(known->front().get_object(), "id");
    } else {
        const std::size_t space = order.name.rfind(' ');
        const bool two = space != std::string::npos && space > 0;
        variables["input"] = json::object{{"firstName", two ? order.name.substr(0, space) : order.name},
                                          {"lastName", two ? order.name.substr(space + 1) : "-"},
                                          {"emailAddress", mail},
                                          {"phoneNumber", order.phone}};
    }
    if (auto set = change(operations::setCustomer, std::move(variables), "setCustomerForDraftOrder"); !set)
        return set.error();
    return {};
}

/// A country the shop does not know is no reason to lose an order: the address stands in its note as well.
Result<void> VendureShop::fillAddress(const std::string& id, const ShopOrder& order) {
    if (order.address.empty() || order.delivery.region.size() != 2)
        return {};
    const json::object input{{"fullName", order.name},
                             {"streetLine1", order.address},
                             {"countryCode", order.delivery.region},
                             {"phoneNumber", order.phone}};
    const auto set = api_.ask(operations::setAddress, {{"order", id}, {"input", input}});
    if (!set && set.error().code != ErrorCode::ShopRefused)
        return set.error();
    return {};
}

/// The method of the name, or of the id, that the way of delivery has here; else the shop's first.
Result<void> VendureShop::fillShipping(const std::string& id, const ShopOrder& order) {
    const auto data = api_.ask(operations::shippings, {{"order", id}});
    if (!data)
        return data.error();
    const json::array* methods = arrayIn(*data, "eligibleShippingMethodsForDraftOrder");
    if (!methods)
        return unreadable(operations::shippings);
    std::string chosen;
    for (const json::value& method : *methods) {
        const json::object* one = method.if_object();
        if (!one)
            continue;
        const bool named =
            (!order.delivery.way.empty() && lower(textIn(*one, "code")) == lower(order.delivery.way)) ||
            (!order.deliveryTitle.empty() && lower(textIn(*one, "name")) == lower(order.deliveryTitle));
        if (named || chosen.empty())
            chosen = textIn(*one, "id");
        if (named)
            break;
    }
    if (chosen.empty())
        return fail(ErrorCode::ShopRefused, "it has no shipping method for this order");
    const auto set =
        change(operations::setShipping, {{"order", id}, {"method", chosen}}, "setDraftOrderShippingMethod");
    return set ? Result<void>() : Result<void>(set.error());
}

/// With the payment that covers it Vendure itself moves the order on, and takes its pieces.
Result<void> VendureShop::settle(const Object& there, const ShopOrder& order) {
    const auto paid = change(operations::pay,
                             {{"order", textIn(there, "id")},
                              {"number", order.number.value},
                              {"metadata", json::object{{"vitrina", order.number.value}}}},
                             "addManualPaymentToOrder");
    if (!paid)
        return paid.error();
    return textIn(*paid, "state") == "ArrangingPayment"
               ? Result<void>(fail(ErrorCode::ShopRefused, "a payment does not complete the order there"))
               : Result<void>();
}

Result<void> VendureShop::cancel(const std::string& reference) {
    const auto there = find(reference);
    if (!there)
        return there.error();
    const std::string state = textIn(*there, "state");
    if (there->empty() || state == "Cancelled")
        return {};
    const json::object variables{{"order", textIn(*there, "id")}};
    if (state == "Draft") {
        const auto dropped = api_.ask(operations::drop, variables);
        return dropped ? Result<void>() : Result<void>(dropped.error());
    }
    const auto cancelled = change(operations::cancel, variables, "cancelOrder");
    return cancelled ? Result<void>() : Result<void>(cancelled.error());
}

} // namespace vitrina::vendure
