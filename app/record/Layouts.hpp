// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"
#include "base/Money.hpp"
#include "commerce/Facts.hpp"
#include "record/Layout.hpp"
#include "record/Record.hpp"
#include "record/StageLayouts.hpp"
#include "show/Take.hpp"

/// How each value looks in JSON. A change here changes what is written: raise the kind's version in Kinds.hpp
/// and add an upgrade (records.md).
namespace vitrina::record {

template <>
struct Words<SceneRole> {
    static constexpr std::array list{
        std::pair{SceneRole::None, std::string_view("none")},
        std::pair{SceneRole::Full, std::string_view("full")},
        std::pair{SceneRole::CloseUp, std::string_view("close_up")},
        std::pair{SceneRole::PictureInPicture, std::string_view("picture_in_picture")},
        std::pair{SceneRole::SideBySide, std::string_view("side_by_side")},
        std::pair{SceneRole::CloseUpWithHost, std::string_view("close_up_with_host")},
        std::pair{SceneRole::StartingSoon, std::string_view("starting_soon")},
        std::pair{SceneRole::Break, std::string_view("break")},
        std::pair{SceneRole::Thanks, std::string_view("thanks")},
        std::pair{SceneRole::Standby, std::string_view("standby")},
    };
};
template <>
struct Words<Origin> {
    static constexpr std::array list{
        std::pair{Origin::None, std::string_view("none")},
        std::pair{Origin::Studio, std::string_view("studio")},
        std::pair{Origin::Server, std::string_view("server")},
    };
};
template <>
struct Words<show::ItemKind> {
    static constexpr std::array list{
        std::pair{show::ItemKind::None, std::string_view("none")},
        std::pair{show::ItemKind::Product, std::string_view("product")},
        std::pair{show::ItemKind::Talk, std::string_view("talk")},
        std::pair{show::ItemKind::Video, std::string_view("video")},
        std::pair{show::ItemKind::Break, std::string_view("break")},
    };
};
template <>
struct Words<show::ItemMark> {
    static constexpr std::array list{
        std::pair{show::ItemMark::None, std::string_view("none")},
        std::pair{show::ItemMark::Highlight, std::string_view("highlight")},
        std::pair{show::ItemMark::Care, std::string_view("care")},
        std::pair{show::ItemMark::Guest, std::string_view("guest")},
        std::pair{show::ItemMark::Technical, std::string_view("technical")},
    };
};

template <>
struct Layout<Instant> {
    static constexpr std::tuple fields{field("wall", &Instant::wallMs), field("mono", &Instant::monoMs)};
};
template <>
struct Layout<Money> {
    static constexpr std::tuple fields{field("minor", &Money::minor), field("currency", &Money::currency)};
};

// show
template <>
struct Layout<show::Item> {
    static constexpr std::tuple fields{
        field("id", &show::Item::id),
        field("kind", &show::Item::kind),
        field("title", &show::Item::title),
        field("plannedMs", &show::Item::plannedMs),
        field("role", &show::Item::role),
        maybe("product", &show::Item::product),
        maybe("talkingPoints", &show::Item::talkingPoints),
        maybe("disclosure", &show::Item::disclosure),
        maybe("standby", &show::Item::standby),
        maybe("note", &show::Item::note),
        maybe("skipped", &show::Item::skipped),
        maybe("mark", &show::Item::mark),
        maybe("disclosureText", &show::Item::disclosureText),
    };
};
template <>
struct Layout<show::Segment> {
    static constexpr std::tuple fields{field("id", &show::Segment::id), field("title", &show::Segment::title),
                                       field("items", &show::Segment::items)};
};
template <>
struct Layout<show::AiredItem> {
    static constexpr std::tuple fields{
        field("id", &show::AiredItem::id),
        field("item", &show::AiredItem::item),
        field("revision", &show::AiredItem::revision),
        field("taken", &show::AiredItem::taken),
        field("onAir", &show::AiredItem::onAir),
        field("ended", &show::AiredItem::ended),
    };
};
template <>
struct Layout<show::RunStarted> {
    static constexpr std::tuple fields{field("run", &show::RunStarted::run),
                                       field("rehearsal", &show::RunStarted::rehearsal),
                                       field("next", &show::RunStarted::next)};
};
template <>
struct Layout<show::WentLive> {
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<show::RunEnded> {
    static constexpr std::tuple<> fields{};
};
template <>
struct Layout<show::NextSet> {
    static constexpr std::tuple fields{field("item", &show::NextSet::item)};
};
template <>
struct Layout<show::ItemTaken> {
    static constexpr std::tuple fields{field("aired", &show::ItemTaken::aired),
                                       field("next", &show::ItemTaken::next)};
};
template <>
struct Layout<show::ItemAired> {
    static constexpr std::tuple fields{field("aired", &show::ItemAired::aired),
                                       field("mediaMs", &show::ItemAired::mediaMs)};
};
template <>
struct Layout<show::PlacedItem> {
    static constexpr std::tuple fields{field("segment", &show::PlacedItem::segment),
                                       field("position", &show::PlacedItem::position),
                                       field("item", &show::PlacedItem::item)};
};
template <>
struct Layout<show::PlacedSegment> {
    static constexpr std::tuple fields{field("position", &show::PlacedSegment::position),
                                       field("segment", &show::PlacedSegment::segment)};
};
template <>
struct Layout<show::EditedRow> {
    static constexpr std::tuple fields{field("itemBefore", &show::EditedRow::itemBefore),
                                       field("itemAfter", &show::EditedRow::itemAfter),
                                       field("segmentBefore", &show::EditedRow::segmentBefore),
                                       field("segmentAfter", &show::EditedRow::segmentAfter)};
};
template <>
struct Layout<show::RundownEdited> {
    static constexpr std::tuple fields = std::tuple_cat(
        std::tuple(field("revision", &show::RundownEdited::revision)), Layout<show::EditedRow>::fields,
        std::tuple(field("more", &show::RundownEdited::more)));
};
template <>
struct Layout<show::CueSent> {
    static constexpr std::tuple fields{field("cue", &show::CueSent::cue), field("text", &show::CueSent::text),
                                       field("from", &show::CueSent::from)};
};
template <>
struct Layout<show::CueSeen> {
    static constexpr std::tuple fields{field("cue", &show::CueSeen::cue)};
};
template <>
struct Layout<show::CueCleared> {
    static constexpr std::tuple fields{field("cue", &show::CueCleared::cue)};
};

// commerce
template <>
struct Layout<commerce::Variant> {
    static constexpr std::tuple fields{
        field("sku", &commerce::Variant::sku),
        maybe("label", &commerce::Variant::label),
        field("price", &commerce::Variant::price),
        field("allocated", &commerce::Variant::allocated),
        maybe("priorLowest", &commerce::Variant::priorLowest),
    };
};
template <>
struct Layout<commerce::Product> {
    static constexpr std::tuple fields{
        field("id", &commerce::Product::id),       field("code", &commerce::Product::code),
        field("name", &commerce::Product::name),   maybe("description", &commerce::Product::description),
        maybe("image", &commerce::Product::image), field("variants", &commerce::Product::variants),
    };
};
template <>
struct Layout<commerce::Catalogue> {
    static constexpr std::tuple fields{field("products", &commerce::Catalogue::products)};
};
template <>
struct Layout<commerce::StockLevel> {
    static constexpr std::tuple fields{field("allocated", &commerce::StockLevel::allocated),
                                       field("reserved", &commerce::StockLevel::reserved),
                                       field("sold", &commerce::StockLevel::sold)};
};
template <>
struct Layout<commerce::OrderLine> {
    static constexpr std::tuple fields{field("sku", &commerce::OrderLine::sku),
                                       field("quantity", &commerce::OrderLine::quantity),
                                       field("unitMinor", &commerce::OrderLine::unitMinor)};
};
template <>
struct Layout<commerce::Order> {
    static constexpr std::tuple fields{
        field("number", &commerce::Order::number), field("viewer", &commerce::Order::viewer),
        field("lines", &commerce::Order::lines), field("total", &commerce::Order::total)};
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
    static constexpr std::tuple fields{
        field("order", &commerce::OrderPlaced::order), field("onAir", &commerce::OrderPlaced::onAir),
        field("mediaMs", &commerce::OrderPlaced::mediaMs), field("levels", &commerce::OrderPlaced::levels)};
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

// audience
template <>
struct Layout<audience::Message> {
    static constexpr std::tuple fields{
        field("id", &audience::Message::id),           field("viewer", &audience::Message::viewer),
        field("name", &audience::Message::name),       field("text", &audience::Message::text),
        field("mediaMs", &audience::Message::mediaMs),
    };
};
template <>
struct Layout<audience::MessagePosted> {
    static constexpr std::tuple fields{field("message", &audience::MessagePosted::message)};
};
template <>
struct Layout<audience::ViewersCounted> {
    static constexpr std::tuple fields{field("watching", &audience::ViewersCounted::watching),
                                       field("peak", &audience::ViewersCounted::peak)};
};
template <>
struct Layout<audience::ChatSwitched> {
    static constexpr std::tuple fields{field("open", &audience::ChatSwitched::open)};
};

// record's own
template <>
struct Layout<FaultRaised> {
    static constexpr std::tuple fields{field("subject", &FaultRaised::subject),
                                       field("error", &FaultRaised::error),
                                       field("detail", &FaultRaised::detail)};
};
template <>
struct Layout<FaultCleared> {
    static constexpr std::tuple fields{field("subject", &FaultCleared::subject)};
};
template <>
struct Layout<ServerAttached> {
    static constexpr std::tuple fields{field("url", &ServerAttached::url),
                                       field("clockOffsetMs", &ServerAttached::clockOffsetMs)};
};

template <>
struct Layout<RequestMade> {
    static constexpr std::tuple fields{
        field("request", &RequestMade::request), field("body", &RequestMade::body),
        field("validUntil", &RequestMade::validUntilWallMs), field("basedOn", &RequestMade::basedOn)};
};
template <>
struct Layout<RequestLapsed> {
    static constexpr std::tuple fields{field("request", &RequestLapsed::request)};
};

} // namespace vitrina::record
