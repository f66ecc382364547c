// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/ShopJson.hpp"

#include "commerce/ShopOrder.hpp"
#include "record/SellingLayouts.hpp"
#include "server/JsonPut.hpp"

#include <algorithm>

namespace vitrina::server::page {

namespace {

using record::JsonWriter;

void putVariant(JsonWriter& json, const PageView& view, const commerce::Variant& variant) {
    const auto level = view.stock.find(variant.sku);
    if (level == view.stock.end())
        return; // The store did not take it, so it can't be bought.
    json.beginObject();
    put(json, "sku", variant.sku.value);
    put(json, "label", variant.label);
    putPrice(json, variant, commerce::presentPrice(variant, view.running));
    put(json, "external", variant.external);
    putLevel(json, level->second, view.stopped.contains(variant.sku));
    json.endObject();
}

void putOfferLines(JsonWriter& json, const std::vector<commerce::OfferLine>& lines) {
    json.key("lines");
    json.beginArray();
    for (const commerce::OfferLine& line : lines) {
        json.beginObject();
        put(json, "sku", line.sku.value);
        put(json, "quantity", line.quantity);
        put(json, "price", line.unitMinor);
        json.endObject();
    }
    json.endArray();
}

void putOffer(JsonWriter& json, const commerce::RunningOffer& running) {
    const commerce::Offer& offer = running.offer;
    json.beginObject();
    put(json, "id", offer.id.value);
    put(json, "kind", record::wordOf(offer.kind));
    if (offer.kind != commerce::OfferKind::Coupon)
        putOfferLines(json, offer.lines);
    put(json, "ends", running.endsMs);
    if (offer.kind != commerce::OfferKind::Coupon) {
        json.key("left");
        if (offer.pieceLimit > 0)
            json.integer(std::max<std::int64_t>(0, offer.pieceLimit - running.taken));
        else
            json.null();
        put(json, "perBuyer", offer.perBuyer);
    }
    json.endObject();
}

void putTrader(JsonWriter& json, const commerce::Trader& trader) {
    json.key("trader");
    json.beginObject();
    put(json, "name", trader.name);
    put(json, "registerNumber", trader.registerNumber);
    put(json, "vatNumber", trader.vatNumber);
    put(json, "address", trader.address);
    put(json, "phone", trader.phone);
    put(json, "email", trader.email);
    putFlag(json, "selfCertified", trader.selfCertified);
    json.endObject();
}

void putWay(JsonWriter& json, const commerce::DeliveryWay& way) {
    json.beginObject();
    put(json, "id", way.id);
    put(json, "kind", record::wordOf(way.kind));
    put(json, "title", way.title);
    put(json, "detail", way.detail);
    json.key("prices");
    json.beginArray();
    for (const commerce::DeliveryPrice& price : way.prices) {
        json.beginObject();
        put(json, "region", price.region);
        put(json, "price", price.minor);
        json.endObject();
    }
    json.endArray();
    json.key("freeFrom");
    if (way.freeFromMinor)
        json.integer(*way.freeFromMinor);
    else
        json.null();
    json.endObject();
}

void putWays(JsonWriter& json, const commerce::Terms& terms) {
    json.key("delivery");
    json.beginArray();
    for (const commerce::DeliveryWay& way : terms.delivery)
        putWay(json, way);
    json.endArray();
    json.key("payment");
    json.beginArray();
    for (const commerce::PaymentWay way : terms.payment)
        json.string(record::wordOf(way));
    json.endArray();
}

} // namespace

std::string_view stockWord(const commerce::StockLevel& level) {
    switch (level.word()) {
    case commerce::StockWord::Available:
        return "available";
    case commerce::StockWord::AllInCheckouts:
        return "all_in_checkouts";
    default:
        return "sold_out";
    }
}

std::string_view gapWord(commerce::TermsGap gap) {
    using commerce::TermsGap;
    switch (gap) {
    case TermsGap::TraderName:
        return "trader_name";
    case TermsGap::TraderRegister:
        return "trader_register";
    case TermsGap::TraderAddress:
        return "trader_address";
    case TermsGap::TraderContact:
        return "trader_contact";
    case TermsGap::SelfCertification:
        return "self_certification";
    case TermsGap::DeliveryWays:
        return "delivery_ways";
    case TermsGap::PaymentWays:
        return "payment_ways";
    case TermsGap::TransferAccount:
        return "transfer_account";
    case TermsGap::Conditions:
        return "conditions";
    case TermsGap::Withdrawal:
        return "withdrawal";
    case TermsGap::None:
        break;
    }
    return "none";
}

void putLevel(JsonWriter& json, const commerce::StockLevel& level, bool stopped) {
    put(json, "available", level.available());
    put(json, "word", stopped ? std::string_view("stopped") : stockWord(level));
}

void putPrice(JsonWriter& json, const commerce::Variant& variant, std::int64_t presentMinor) {
    put(json, "price", presentMinor);
    const auto was = commerce::wasMinor(variant, presentMinor);
    if (!was)
        return;
    put(json, "was", *was);
    put(json, "percent", std::int64_t(commerce::percentOff(variant, presentMinor)));
}

void putProduct(JsonWriter& json, const PageView& view, const commerce::Product& product) {
    json.beginObject();
    put(json, "id", product.id.value);
    put(json, "code", product.code);
    put(json, "name", product.name);
    put(json, "description", product.description);
    put(json, "image", product.image.empty() ? std::string() : "/assets/" + product.image);
    const int vat = product.vatBasisPoints.value_or(view.shop.catalogue.terms.vatBasisPoints);
    put(json, "vat", std::int64_t(vat));
    putFlag(json, "collectionOnly", product.collectionOnly);
    json.key("variants");
    json.beginArray();
    for (const auto& variant : product.variants)
        putVariant(json, view, variant);
    json.endArray();
    json.endObject();
}

void putOffers(JsonWriter& json, const std::map<OfferId, commerce::RunningOffer>& offers) {
    json.key("offers");
    json.beginArray();
    for (const auto& [id, running] : offers)
        putOffer(json, running);
    json.endArray();
}

void putTerms(JsonWriter& json, const commerce::Terms& terms, const RunId& run) {
    json.key("terms");
    json.beginObject();
    putTrader(json, terms.trader);
    putWays(json, terms);
    put(json, "transferTo", terms.transferTo);
    put(json, "conditions", terms.conditions);
    put(json, "withdrawal", terms.withdrawal);
    put(json, "reserveMs", terms.reserveMs);
    json.key("handOver");
    json.beginObject();
    put(json, "kind", record::wordOf(terms.handOver.kind));
    put(json, "shop", terms.handOver.shop);
    put(json, "mark", commerce::showMark(run));
    json.endObject();
    json.endObject();
    json.key("checkout");
    json.beginArray();
    for (const commerce::TermsGap gap : commerce::gapsOf(terms))
        json.string(gapWord(gap));
    json.endArray();
}

} // namespace vitrina::server::page
