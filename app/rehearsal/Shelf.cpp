// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Shelf.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace vitrina::rehearsal {
namespace {

namespace json = boost::json;

std::string text(const json::object& object, std::string_view name) {
    return std::string(object.at(name).as_string());
}

/// What can be had of it: nothing while the host has it off sale.
std::int64_t toBeHad(const json::object& level) {
    const json::value* word = level.if_contains("word");
    return word && *word == "stopped" ? 0 : level.at("available").to_number<std::int64_t>();
}

std::vector<Offer> readOffers(const json::object& hello) {
    std::vector<Offer> offers;
    for (const json::value& entry : hello.at("products").as_array()) {
        const json::object& product = entry.as_object();
        for (const json::value& inner : product.at("variants").as_array()) {
            const json::object& variant = inner.as_object();
            offers.push_back({text(product, "id"), text(variant, "sku"),
                              variant.at("price").to_number<std::int64_t>(), toBeHad(variant)});
        }
    }
    return offers;
}

std::string pinnedProduct(const json::object& message) {
    const json::value& pin = message.at("pin");
    return pin.is_null() ? std::string() : text(pin.as_object(), "product");
}

std::int64_t below(std::mt19937_64& random, std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
}

} // namespace

Offer* Shelf::find(const std::string& sku) {
    const auto found =
        std::find_if(offers_.begin(), offers_.end(), [&](const Offer& offer) { return offer.sku == sku; });
    return found == offers_.end() ? nullptr : &*found;
}

void Shelf::priceIs(const std::string& sku, std::int64_t priceMinor) {
    if (Offer* offer = find(sku))
        offer->priceMinor = priceMinor;
}

void Shelf::availableIs(const std::string& sku, std::int64_t available) {
    if (Offer* offer = find(sku))
        offer->available = available;
}

Result<void> Shelf::heard(const std::string& message) {
    // at() and as_…() throw on what is not there; a simulated viewer wants one answer for all of that.
    try {
        const json::value parsed = json::parse(message);
        const json::object& object = parsed.as_object();
        const std::string kind = text(object, "t");
        if (kind == "hello") {
            offers_ = readOffers(object);
            pinned_ = pinnedProduct(object);
            salesOpen_ = object.at("sales").as_bool();
            ended_ = object.at("state").as_string() == "ended";
            greeted_ = true;
        } else if (kind == "stock") {
            for (const json::value& level : object.at("levels").as_array())
                availableIs(text(level.as_object(), "sku"), toBeHad(level.as_object()));
        } else if (kind == "pin") {
            pinned_ = pinnedProduct(object);
        } else if (kind == "sales") {
            salesOpen_ = object.at("open").as_bool();
        } else if (kind == "state") {
            ended_ = object.at("state").as_string() == "ended";
        }
        return {};
    } catch (const std::exception& problem) {
        return fail(ErrorCode::BadFormat, problem.what());
    }
}

const Offer* Shelf::pick(std::mt19937_64& random) const {
    std::vector<const Offer*> candidates;
    const bool pinnedOnly = !pinned_.empty() && below(random, 10) < 7;
    for (const Offer& offer : offers_) {
        if (offer.available > 0 && (!pinnedOnly || offer.product == pinned_))
            candidates.push_back(&offer);
    }
    if (candidates.empty())
        return nullptr;
    return candidates[static_cast<std::size_t>(below(random, static_cast<std::int64_t>(candidates.size())))];
}

std::vector<Wish> Shelf::wish(std::mt19937_64& random) const {
    std::vector<Wish> wishes;
    if (!salesOpen_ || ended_)
        return wishes;
    const std::int64_t lines = below(random, 10) < 8 ? 1 : 1 + below(random, 3);
    for (std::int64_t i = 0; i < lines; ++i) {
        const Offer* offer = pick(random);
        const bool already = offer && std::any_of(wishes.begin(), wishes.end(),
                                                  [&](const Wish& wish) { return wish.sku == offer->sku; });
        if (!offer || already)
            continue;
        const std::int64_t wanted = below(random, 10) < 7 ? 1 : 1 + below(random, 3);
        wishes.push_back({offer->sku, std::min(wanted, offer->available), offer->priceMinor});
    }
    return wishes;
}

} // namespace vitrina::rehearsal
