// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Upgrades.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace vitrina::record {
namespace {

boost::json::object* objectIn(boost::json::object& body, std::string_view name) {
    boost::json::value* found = body.if_contains(name);
    return found ? found->if_object() : nullptr;
}

/// An item can be struck out since version 2; none was before.
bool takenItemIsNotSkipped(boost::json::object& body) {
    boost::json::object* aired = objectIn(body, "aired");
    boost::json::object* item = aired ? objectIn(*aired, "item") : nullptr;
    if (!item)
        return false;
    (*item)["skipped"] = false;
    return true;
}

/// A field of an item that was not there before, with the value that says so.
struct NewField {
    std::string_view name;
    const char* value;
};
constexpr NewField unmarked{"mark", "none"};
constexpr NewField noWordsOfItsOwn{"disclosureText", ""};

bool addTo(boost::json::object* holder, const NewField& field) {
    boost::json::object* item = holder ? objectIn(*holder, "item") : nullptr;
    if (!item)
        return false;
    (*item)[field.name] = field.value;
    return true;
}

bool addToSegment(boost::json::object& placed, const NewField& field) {
    boost::json::object* segment = objectIn(placed, "segment");
    boost::json::value* items = segment ? segment->if_contains("items") : nullptr;
    if (!items || !items->is_array())
        return false;
    for (boost::json::value& item : items->get_array()) {
        if (!item.is_object())
            return false;
        item.get_object()[field.name] = field.value;
    }
    return true;
}

/// The four parts of a row may each be null.
bool addToRow(boost::json::object& row, const NewField& field) {
    for (const std::string_view side : {"itemBefore", "itemAfter"}) {
        boost::json::object* placed = objectIn(row, side);
        if (placed && !addTo(placed, field))
            return false;
    }
    for (const std::string_view side : {"segmentBefore", "segmentAfter"}) {
        boost::json::object* placed = objectIn(row, side);
        if (placed && !addToSegment(*placed, field))
            return false;
    }
    return true;
}

/// An item can be marked since version 3 of what is taken and 2 of what is edited; none was before.
bool takenItemIsUnmarked(boost::json::object& body) {
    return addTo(objectIn(body, "aired"), unmarked);
}

/// An edit was one row before version 2.
bool editIsOfOneRow(boost::json::object& body) {
    if (!addToRow(body, unmarked))
        return false;
    body["more"] = boost::json::array();
    return true;
}

/// An item can have a label of its own words; none had before.
bool takenItemHasNoWordsOfItsOwn(boost::json::object& body) {
    return addTo(objectIn(body, "aired"), noWordsOfItsOwn);
}

bool editedItemsHaveNoWordsOfTheirOwn(boost::json::object& body) {
    boost::json::value* more = body.if_contains("more");
    if (!more || !more->is_array() || !addToRow(body, noWordsOfItsOwn))
        return false;
    for (boost::json::value& row : more->get_array()) {
        if (!row.is_object() || !addToRow(row.get_object(), noWordsOfItsOwn))
            return false;
    }
    return true;
}

/// No prior price was known, so none is made up.
bool noPriorPriceWasKnown(boost::json::object& body) {
    boost::json::object* catalogue = objectIn(body, "catalogue");
    boost::json::value* products = catalogue ? catalogue->if_contains("products") : nullptr;
    if (!products || !products->is_array())
        return false;
    for (boost::json::value& product : products->get_array()) {
        boost::json::value* variants =
            product.is_object() ? product.get_object().if_contains("variants") : nullptr;
        if (!variants || !variants->is_array())
            return false;
        for (boost::json::value& variant : variants->get_array()) {
            if (!variant.is_object())
                return false;
            variant.get_object()["priorLowest"] = nullptr;
        }
    }
    return true;
}

/// Products had no floor, no id elsewhere, no tax rate and nothing that must not be said; there were no
/// offers, and terms as Terms{} says.
bool shopHadNoTerms(boost::json::object& body) {
    boost::json::object* catalogue = objectIn(body, "catalogue");
    boost::json::value* products = catalogue ? catalogue->if_contains("products") : nullptr;
    if (!products || !products->is_array())
        return false;
    for (boost::json::value& product : products->get_array()) {
        boost::json::object* object = product.if_object();
        boost::json::value* variants = object ? object->if_contains("variants") : nullptr;
        if (!variants || !variants->is_array())
            return false;
        for (boost::json::value& variant : variants->get_array()) {
            if (!variant.is_object())
                return false;
            variant.get_object()["floor"] = nullptr;
            variant.get_object()["external"] = "";
        }
        (*object)["vatBasisPoints"] = nullptr;
        (*object)["collectionOnly"] = false;
        (*object)["forbidden"] = boost::json::array();
    }
    (*catalogue)["offers"] = boost::json::array();
    (*catalogue)["terms"] = boost::json::parse(
        R"({"trader":{"name":"","registerNumber":"","vatNumber":"","address":"","phone":"","email":"","selfCertified":false},
            "delivery":[],"payment":[],"transferTo":"","conditions":"","withdrawal":"","vatBasisPoints":0,
            "reserveMs":600000,"handOver":{"kind":"none","shop":""}})");
    return true;
}

/// An order was made in one step at the list's prices, and nothing was said of its delivery.
bool orderWasInOneStep(boost::json::object& body) {
    boost::json::object* order = objectIn(body, "order");
    boost::json::value* lines = order ? order->if_contains("lines") : nullptr;
    if (!lines || !lines->is_array())
        return false;
    for (boost::json::value& line : lines->get_array()) {
        if (!line.is_object())
            return false;
        line.get_object()["offer"] = "";
    }
    (*order)["delivery"] =
        boost::json::object{{"way", ""}, {"region", ""}, {"minor", 0}, {"payment", "none"}};
    body["reservation"] = "";
    body["review"] = false;
    return true;
}

/// Every order was taken by a show server.
bool orderWasTakenHere(boost::json::object& body) {
    body["shop"] = "";
    body["reference"] = "";
    return true;
}

/// Only the state told that an order was paid, while it stood there.
bool orderWasPaidByItsState(boost::json::object& body) {
    const boost::json::value* state = body.if_contains("state");
    if (!state || !state->is_string())
        return false;
    body["paid"] = state->get_string() == "paid";
    return true;
}

/// A scene can stand in for another since version 2; none did before.
bool requestStandsForItself(boost::json::object& body) {
    boost::json::object* request = objectIn(body, "request");
    if (!request)
        return false;
    (*request)["insteadOf"] = "";
    return true;
}

constexpr std::array steps{
    Upgrade{"show.item_taken", 1, &takenItemIsNotSkipped},
    Upgrade{"show.item_taken", 2, &takenItemIsUnmarked},
    Upgrade{"show.item_taken", 3, &takenItemHasNoWordsOfItsOwn},
    Upgrade{"show.rundown_edited", 1, &editIsOfOneRow},
    Upgrade{"show.rundown_edited", 2, &editedItemsHaveNoWordsOfTheirOwn},
    Upgrade{"commerce.shop_opened", 1, &noPriorPriceWasKnown},
    Upgrade{"commerce.shop_opened", 2, &shopHadNoTerms},
    Upgrade{"commerce.order_placed", 1, &orderWasInOneStep},
    Upgrade{"commerce.order_placed", 2, &orderWasTakenHere},
    Upgrade{"commerce.order_changed", 1, &orderWasPaidByItsState},
    Upgrade{"stage.program_requested", 1, &requestStandsForItself},
};

} // namespace

std::span<const Upgrade> upgrades() {
    return steps;
}

Result<void> upgrade(boost::json::object& body, std::string_view kind, int from, int to,
                     std::span<const Upgrade> steps) {
    for (int version = from; version < to; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Upgrade& candidate) {
            return candidate.kind == kind && candidate.from == version;
        });
        if (step == steps.end() || !step->apply(body))
            return fail(ErrorCode::BadFormat,
                        std::string(kind) + ": no way from version " + std::to_string(version));
    }
    return {};
}

} // namespace vitrina::record
