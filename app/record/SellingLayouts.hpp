// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Money.hpp"
#include "commerce/Facts.hpp"
#include "record/Layout.hpp"

/// How the values of selling look in JSON; see Layouts.hpp.
namespace vitrina::record {

template <>
struct Words<commerce::OfferKind> {
    static constexpr std::array list{
        std::pair{commerce::OfferKind::None, std::string_view("none")},
        std::pair{commerce::OfferKind::FlashPrice, std::string_view("flash_price")},
        std::pair{commerce::OfferKind::Bundle, std::string_view("bundle")},
        std::pair{commerce::OfferKind::Coupon, std::string_view("coupon")},
    };
};
template <>
struct Words<commerce::OfferEnd> {
    static constexpr std::array list{
        std::pair{commerce::OfferEnd::None, std::string_view("none")},
        std::pair{commerce::OfferEnd::Time, std::string_view("time")},
        std::pair{commerce::OfferEnd::Pieces, std::string_view("pieces")},
        std::pair{commerce::OfferEnd::Stopped, std::string_view("stopped")},
        std::pair{commerce::OfferEnd::ItemLeft, std::string_view("item_left")},
        std::pair{commerce::OfferEnd::ShowEnded, std::string_view("show_ended")},
    };
};
template <>
struct Words<commerce::DeliveryKind> {
    static constexpr std::array list{
        std::pair{commerce::DeliveryKind::None, std::string_view("none")},
        std::pair{commerce::DeliveryKind::Delivery, std::string_view("delivery")},
        std::pair{commerce::DeliveryKind::Collection, std::string_view("collection")},
    };
};
template <>
struct Words<commerce::PaymentWay> {
    static constexpr std::array list{
        std::pair{commerce::PaymentWay::None, std::string_view("none")},
        std::pair{commerce::PaymentWay::OnDelivery, std::string_view("on_delivery")},
        std::pair{commerce::PaymentWay::AtCollection, std::string_view("at_collection")},
        std::pair{commerce::PaymentWay::Transfer, std::string_view("transfer")},
    };
};
template <>
struct Words<commerce::HandOverKind> {
    static constexpr std::array list{
        std::pair{commerce::HandOverKind::None, std::string_view("none")},
        std::pair{commerce::HandOverKind::Shopify, std::string_view("shopify")},
        std::pair{commerce::HandOverKind::WooCommerce, std::string_view("woocommerce")},
    };
};
template <>
struct Words<commerce::OrderState> {
    static constexpr std::array list{
        std::pair{commerce::OrderState::None, std::string_view("none")},
        std::pair{commerce::OrderState::Review, std::string_view("review")},
        std::pair{commerce::OrderState::Placed, std::string_view("placed")},
        std::pair{commerce::OrderState::Paid, std::string_view("paid")},
        std::pair{commerce::OrderState::Packed, std::string_view("packed")},
        std::pair{commerce::OrderState::Sent, std::string_view("sent")},
        std::pair{commerce::OrderState::Collected, std::string_view("collected")},
        std::pair{commerce::OrderState::Cancelled, std::string_view("cancelled")},
        std::pair{commerce::OrderState::Refunded, std::string_view("refunded")},
    };
};
template <>
struct Words<commerce::ReservationEnd> {
    static constexpr std::array list{
        std::pair{commerce::ReservationEnd::None, std::string_view("none")},
        std::pair{commerce::ReservationEnd::Confirmed, std::string_view("confirmed")},
        std::pair{commerce::ReservationEnd::Released, std::string_view("released")},
        std::pair{commerce::ReservationEnd::Expired, std::string_view("expired")},
    };
};
template <>
struct Words<commerce::BuyerWish> {
    static constexpr std::array list{
        std::pair{commerce::BuyerWish::None, std::string_view("none")},
        std::pair{commerce::BuyerWish::Question, std::string_view("question")},
        std::pair{commerce::BuyerWish::Cancel, std::string_view("cancel")},
        std::pair{commerce::BuyerWish::Return, std::string_view("return")},
    };
};

template <>
struct Layout<Money> {
    static constexpr std::tuple fields{field("minor", &Money::minor), field("currency", &Money::currency)};
};

template <>
struct Layout<commerce::Trader> {
    static constexpr std::tuple fields{
        field("name", &commerce::Trader::name),
        field("registerNumber", &commerce::Trader::registerNumber),
        maybe("vatNumber", &commerce::Trader::vatNumber),
        field("address", &commerce::Trader::address),
        field("phone", &commerce::Trader::phone),
        field("email", &commerce::Trader::email),
        field("selfCertified", &commerce::Trader::selfCertified),
    };
};
template <>
struct Layout<commerce::DeliveryPrice> {
    static constexpr std::tuple fields{
        field("region", &commerce::DeliveryPrice::region),
        field("minor", &commerce::DeliveryPrice::minor),
    };
};
template <>
struct Layout<commerce::DeliveryWay> {
    static constexpr std::tuple fields{
        field("id", &commerce::DeliveryWay::id),
        field("kind", &commerce::DeliveryWay::kind),
        field("title", &commerce::DeliveryWay::title),
        maybe("detail", &commerce::DeliveryWay::detail),
        maybe("prices", &commerce::DeliveryWay::prices),
        maybe("freeFromMinor", &commerce::DeliveryWay::freeFromMinor),
    };
};
template <>
struct Layout<commerce::HandOver> {
    static constexpr std::tuple fields{
        field("kind", &commerce::HandOver::kind),
        field("shop", &commerce::HandOver::shop),
    };
};
template <>
struct Layout<commerce::Terms> {
    static constexpr std::tuple fields{
        maybe("trader", &commerce::Terms::trader),
        maybe("delivery", &commerce::Terms::delivery),
        maybe("payment", &commerce::Terms::payment),
        maybe("transferTo", &commerce::Terms::transferTo),
        maybe("conditions", &commerce::Terms::conditions),
        maybe("withdrawal", &commerce::Terms::withdrawal),
        maybe("vatBasisPoints", &commerce::Terms::vatBasisPoints),
        maybe("reserveMs", &commerce::Terms::reserveMs),
        maybe("handOver", &commerce::Terms::handOver),
    };
};
template <>
struct Layout<commerce::OfferLine> {
    static constexpr std::tuple fields{
        field("sku", &commerce::OfferLine::sku),
        maybe("quantity", &commerce::OfferLine::quantity),
        field("unitMinor", &commerce::OfferLine::unitMinor),
    };
};
template <>
struct Layout<commerce::Offer> {
    static constexpr std::tuple fields{
        field("id", &commerce::Offer::id),
        field("kind", &commerce::Offer::kind),
        field("title", &commerce::Offer::title),
        field("lines", &commerce::Offer::lines),
        maybe("word", &commerce::Offer::word),
        maybe("durationMs", &commerce::Offer::durationMs),
        maybe("pieceLimit", &commerce::Offer::pieceLimit),
        maybe("perBuyer", &commerce::Offer::perBuyer),
        maybe("item", &commerce::Offer::item),
        maybe("outlivesShow", &commerce::Offer::outlivesShow),
    };
};
template <>
struct Layout<commerce::RunningOffer> {
    static constexpr std::tuple fields{
        field("offer", &commerce::RunningOffer::offer),
        field("startedMs", &commerce::RunningOffer::startedMs),
        field("endsMs", &commerce::RunningOffer::endsMs),
        field("taken", &commerce::RunningOffer::taken),
    };
};
template <>
struct Layout<commerce::Variant> {
    static constexpr std::tuple fields{
        field("sku", &commerce::Variant::sku),
        maybe("label", &commerce::Variant::label),
        field("price", &commerce::Variant::price),
        field("allocated", &commerce::Variant::allocated),
        maybe("priorLowest", &commerce::Variant::priorLowest),
        maybe("floor", &commerce::Variant::floor),
        maybe("external", &commerce::Variant::external),
    };
};
template <>
struct Layout<commerce::Product> {
    static constexpr std::tuple fields{
        field("id", &commerce::Product::id),
        field("code", &commerce::Product::code),
        field("name", &commerce::Product::name),
        maybe("description", &commerce::Product::description),
        maybe("image", &commerce::Product::image),
        field("variants", &commerce::Product::variants),
        maybe("vatBasisPoints", &commerce::Product::vatBasisPoints),
        maybe("collectionOnly", &commerce::Product::collectionOnly),
        maybe("forbidden", &commerce::Product::forbidden),
    };
};
template <>
struct Layout<commerce::Catalogue> {
    static constexpr std::tuple fields{field("products", &commerce::Catalogue::products),
                                       maybe("offers", &commerce::Catalogue::offers),
                                       maybe("terms", &commerce::Catalogue::terms)};
};
template <>
struct Layout<commerce::StockLevel> {
    static constexpr std::tuple fields{field("allocated", &commerce::StockLevel::allocated),
                                       field("reserved", &commerce::StockLevel::reserved),
                                       field("sold", &commerce::StockLevel::sold)};
};
template <>
struct Layout<commerce::OrderLine> {
    static constexpr std::tuple fields{
        field("sku", &commerce::OrderLine::sku), field("quantity", &commerce::OrderLine::quantity),
        field("unitMinor", &commerce::OrderLine::unitMinor), field("offer", &commerce::OrderLine::offer)};
};
template <>
struct Layout<commerce::OrderDelivery> {
    static constexpr std::tuple fields{
        field("way", &commerce::OrderDelivery::way),
        field("region", &commerce::OrderDelivery::region),
        field("minor", &commerce::OrderDelivery::minor),
        field("payment", &commerce::OrderDelivery::payment),
    };
};
template <>
struct Layout<commerce::Order> {
    static constexpr std::tuple fields{
        field("number", &commerce::Order::number), field("viewer", &commerce::Order::viewer),
        field("lines", &commerce::Order::lines), field("total", &commerce::Order::total),
        field("delivery", &commerce::Order::delivery)};
};
template <>
struct Layout<commerce::ShopOpened> {
    static constexpr std::tuple fields{
        field("title", &commerce::ShopOpened::title),
        field("shopName", &commerce::ShopOpened::shopName),
        field("hostName", &commerce::ShopOpened::hostName),
        field("locale", &commerce::ShopOpened::locale),
        field("currency", &commerce::ShopOpened::currency),
        field("disclosureText", &commerce::ShopOpened::disclosureText),
        field("rehearsal", &commerce::ShopOpened::rehearsal),
        field("catalogue", &commerce::ShopOpened::catalogue),
    };
};
template <>
struct Layout<commerce::OrderPlaced> {
    static constexpr std::tuple fields{field("order", &commerce::OrderPlaced::order),
                                       field("onAir", &commerce::OrderPlaced::onAir),
                                       field("mediaMs", &commerce::OrderPlaced::mediaMs),
                                       field("levels", &commerce::OrderPlaced::levels),
                                       field("reservation", &commerce::OrderPlaced::reservation),
                                       field("review", &commerce::OrderPlaced::review),
                                       field("shop", &commerce::OrderPlaced::shop),
                                       field("reference", &commerce::OrderPlaced::reference)};
};
template <>
struct Layout<commerce::RequestAnswered> {
    static constexpr std::tuple fields{field("request", &commerce::RequestAnswered::request),
                                       field("error", &commerce::RequestAnswered::error),
                                       field("detail", &commerce::RequestAnswered::detail),
                                       field("levels", &commerce::RequestAnswered::levels)};
};
template <>
struct Layout<commerce::SalesSwitched> {
    static constexpr std::tuple fields{field("open", &commerce::SalesSwitched::open)};
};
template <>
struct Layout<commerce::SkusSwitched> {
    static constexpr std::tuple fields{field("skus", &commerce::SkusSwitched::skus),
                                       field("open", &commerce::SkusSwitched::open)};
};
template <>
struct Layout<commerce::CorrectStock> {
    static constexpr std::tuple fields{field("sku", &commerce::CorrectStock::sku),
                                       field("difference", &commerce::CorrectStock::difference),
                                       field("reason", &commerce::CorrectStock::reason)};
};
template <>
struct Layout<commerce::SwitchSales> {
    static constexpr std::tuple fields{field("open", &commerce::SwitchSales::open)};
};
template <>
struct Layout<commerce::SwitchSkus> {
    static constexpr std::tuple fields{field("skus", &commerce::SwitchSkus::skus),
                                       field("open", &commerce::SwitchSkus::open)};
};
template <>
struct Layout<commerce::SwitchChat> {
    static constexpr std::tuple fields{field("open", &commerce::SwitchChat::open)};
};
template <>
struct Layout<commerce::Reservation> {
    static constexpr std::tuple fields{
        field("id", &commerce::Reservation::id),
        field("viewer", &commerce::Reservation::viewer),
        field("lines", &commerce::Reservation::lines),
        field("expiresMs", &commerce::Reservation::expiresMs),
        field("extended", &commerce::Reservation::extended),
    };
};
template <>
struct Layout<commerce::Reserved> {
    static constexpr std::tuple fields{
        field("reservation", &commerce::Reserved::reservation),
        field("levels", &commerce::Reserved::levels),
    };
};
template <>
struct Layout<commerce::ReservationEnded> {
    static constexpr std::tuple fields{
        field("reservation", &commerce::ReservationEnded::reservation),
        field("how", &commerce::ReservationEnded::how),
        field("levels", &commerce::ReservationEnded::levels),
    };
};
template <>
struct Layout<commerce::OrderChanged> {
    static constexpr std::tuple fields{
        field("number", &commerce::OrderChanged::number),
        field("state", &commerce::OrderChanged::state),
        field("refundedMinor", &commerce::OrderChanged::refundedMinor),
        field("levels", &commerce::OrderChanged::levels),
        field("paid", &commerce::OrderChanged::paid),
    };
};
template <>
struct Layout<commerce::BuyerWrote> {
    static constexpr std::tuple fields{
        field("number", &commerce::BuyerWrote::number),
        field("wish", &commerce::BuyerWrote::wish),
    };
};
template <>
struct Layout<commerce::OrderForwarded> {
    static constexpr std::tuple fields{
        field("number", &commerce::OrderForwarded::number), field("shop", &commerce::OrderForwarded::shop),
        field("reference", &commerce::OrderForwarded::reference),
        field("error", &commerce::OrderForwarded::error), field("detail", &commerce::OrderForwarded::detail)};
};
template <>
struct Layout<commerce::ShopStockSeen> {
    static constexpr std::tuple fields{field("shop", &commerce::ShopStockSeen::shop),
                                       field("withheld", &commerce::ShopStockSeen::withheld),
                                       field("levels", &commerce::ShopStockSeen::levels)};
};
template <>
struct Layout<commerce::BuyerErased> {
    static constexpr std::tuple fields{
        field("orders", &commerce::BuyerErased::orders),
    };
};
template <>
struct Layout<commerce::OfferStarted> {
    static constexpr std::tuple fields{
        field("running", &commerce::OfferStarted::running),
    };
};
template <>
struct Layout<commerce::OfferExtended> {
    static constexpr std::tuple fields{
        field("offer", &commerce::OfferExtended::offer),
        field("endsMs", &commerce::OfferExtended::endsMs),
    };
};
template <>
struct Layout<commerce::OfferEnded> {
    static constexpr std::tuple fields{
        field("offer", &commerce::OfferEnded::offer),
        field("why", &commerce::OfferEnded::why),
        field("taken", &commerce::OfferEnded::taken),
    };
};
template <>
struct Layout<commerce::ProductPut> {
    static constexpr std::tuple fields{
        field("product", &commerce::ProductPut::product),
        field("levels", &commerce::ProductPut::levels),
    };
};
template <>
struct Layout<commerce::TermsSet> {
    static constexpr std::tuple fields{
        field("terms", &commerce::TermsSet::terms),
    };
};
template <>
struct Layout<commerce::OfferPlanned> {
    static constexpr std::tuple fields{
        field("offer", &commerce::OfferPlanned::offer),
    };
};
template <>
struct Layout<commerce::OfferDropped> {
    static constexpr std::tuple fields{
        field("offer", &commerce::OfferDropped::offer),
    };
};
template <>
struct Layout<commerce::PutProduct> {
    static constexpr std::tuple fields{
        field("product", &commerce::PutProduct::product),
    };
};
template <>
struct Layout<commerce::SetTerms> {
    static constexpr std::tuple fields{
        field("terms", &commerce::SetTerms::terms),
    };
};
template <>
struct Layout<commerce::StartOffer> {
    static constexpr std::tuple fields{
        field("offer", &commerce::StartOffer::offer),
    };
};
template <>
struct Layout<commerce::ExtendOffer> {
    static constexpr std::tuple fields{
        field("offer", &commerce::ExtendOffer::offer),
        field("byMs", &commerce::ExtendOffer::byMs),
    };
};
template <>
struct Layout<commerce::StopOffer> {
    static constexpr std::tuple fields{
        field("offer", &commerce::StopOffer::offer),
        field("why", &commerce::StopOffer::why),
    };
};
template <>
struct Layout<commerce::ChangeOrder> {
    static constexpr std::tuple fields{
        field("number", &commerce::ChangeOrder::number),
        field("to", &commerce::ChangeOrder::to),
        field("refundMinor", &commerce::ChangeOrder::refundMinor),
        field("restock", &commerce::ChangeOrder::restock),
        field("note", &commerce::ChangeOrder::note),
    };
};
template <>
struct Layout<commerce::VoidSince> {
    static constexpr std::tuple fields{
        field("offer", &commerce::VoidSince::offer),
        field("sinceMs", &commerce::VoidSince::sinceMs),
        field("note", &commerce::VoidSince::note),
    };
};
template <>
struct Layout<commerce::EraseBuyer> {
    static constexpr std::tuple fields{
        field("number", &commerce::EraseBuyer::number),
    };
};

template <class T>
inline constexpr std::string_view requestKind = T::hasNoKind;
template <>
inline constexpr std::string_view requestKind<commerce::CorrectStock> = "correct_stock";
template <>
inline constexpr std::string_view requestKind<commerce::SwitchSales> = "switch_sales";
template <>
inline constexpr std::string_view requestKind<commerce::SwitchSkus> = "switch_skus";
template <>
inline constexpr std::string_view requestKind<commerce::SwitchChat> = "switch_chat";
template <>
inline constexpr std::string_view requestKind<commerce::PutProduct> = "put_product";
template <>
inline constexpr std::string_view requestKind<commerce::SetTerms> = "set_terms";
template <>
inline constexpr std::string_view requestKind<commerce::StartOffer> = "start_offer";
template <>
inline constexpr std::string_view requestKind<commerce::ExtendOffer> = "extend_offer";
template <>
inline constexpr std::string_view requestKind<commerce::StopOffer> = "stop_offer";
template <>
inline constexpr std::string_view requestKind<commerce::ChangeOrder> = "change_order";
template <>
inline constexpr std::string_view requestKind<commerce::VoidSince> = "void_since";
template <>
inline constexpr std::string_view requestKind<commerce::EraseBuyer> = "erase_buyer";

/// Found from the templates by argument-dependent look-up through JsonWriter and JsonReader.
inline void write(JsonWriter& out, const commerce::Request& request) {
    out.beginObject();
    out.key("kind");
    std::visit(
        [&]<class T>(const T& value) {
            out.string(requestKind<T>);
            writeFields(out, value);
        },
        request);
    out.endObject();
}
template <class... Ts>
bool readRequest(JsonReader& in, std::string_view kind, const JsonValue& json, std::variant<Ts...>& request) {
    bool known = false;
    const bool done =
        ((kind == requestKind<Ts> && (known = true) && read(in, json, request.template emplace<Ts>())) ||
         ...);
    return known ? done : in.wrong("unknown kind of request");
}
inline bool read(JsonReader& in, const JsonValue& json, commerce::Request& request) {
    const auto* object = json.if_object();
    const JsonValue* kind = object ? object->if_contains("kind") : nullptr;
    if (!kind || !kind->is_string())
        return in.wrong("must be a request with a kind");
    return readRequest(in, kind->get_string(), json, request);
}

} // namespace vitrina::record
