// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"
#include "base/Money.hpp"
#include "commerce/Facts.hpp"
#include "record/Layout.hpp"
#include "record/Record.hpp"
#include "show/Take.hpp"
#include "stage/SetUp.hpp"
#include "stage/Stage.hpp"

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
struct Words<stage::CanvasShape> {
    static constexpr std::array list{
        std::pair{stage::CanvasShape::None, std::string_view("none")},
        std::pair{stage::CanvasShape::Landscape, std::string_view("landscape")},
        std::pair{stage::CanvasShape::Portrait, std::string_view("portrait")},
        std::pair{stage::CanvasShape::Square, std::string_view("square")},
    };
};
template <>
struct Words<stage::SourceKind> {
    static constexpr std::array list{
        std::pair{stage::SourceKind::None, std::string_view("none")},
        std::pair{stage::SourceKind::TestCamera, std::string_view("test_camera")},
        std::pair{stage::SourceKind::File, std::string_view("file")},
        std::pair{stage::SourceKind::Srt, std::string_view("srt")},
        std::pair{stage::SourceKind::Rtmp, std::string_view("rtmp")},
        std::pair{stage::SourceKind::Webcam, std::string_view("webcam")},
        std::pair{stage::SourceKind::Rtsp, std::string_view("rtsp")},
        std::pair{stage::SourceKind::Mjpeg, std::string_view("mjpeg")},
        std::pair{stage::SourceKind::Image, std::string_view("image")},
        std::pair{stage::SourceKind::Colour, std::string_view("colour")},
        std::pair{stage::SourceKind::Screen, std::string_view("screen")},
        std::pair{stage::SourceKind::Window, std::string_view("window")},
        std::pair{stage::SourceKind::Microphone, std::string_view("microphone")},
        std::pair{stage::SourceKind::Slide, std::string_view("slide")},
    };
};
template <>
struct Words<stage::Fit> {
    static constexpr std::array list{
        std::pair{stage::Fit::None, std::string_view("none")},
        std::pair{stage::Fit::Cover, std::string_view("cover")},
        std::pair{stage::Fit::Contain, std::string_view("contain")},
    };
};
template <>
struct Words<stage::TransitionKind> {
    static constexpr std::array list{
        std::pair{stage::TransitionKind::None, std::string_view("none")},
        std::pair{stage::TransitionKind::Cut, std::string_view("cut")},
        std::pair{stage::TransitionKind::Fade, std::string_view("fade")},
    };
};
template <>
struct Words<stage::OutputKind> {
    static constexpr std::array list{
        std::pair{stage::OutputKind::None, std::string_view("none")},
        std::pair{stage::OutputKind::WebVideo, std::string_view("web_video")},
        std::pair{stage::OutputKind::Recording, std::string_view("recording")},
        std::pair{stage::OutputKind::Rtmp, std::string_view("rtmp")},
    };
};
template <>
struct Words<stage::SourceHealth> {
    static constexpr std::array list{
        std::pair{stage::SourceHealth::None, std::string_view("none")},
        std::pair{stage::SourceHealth::Connecting, std::string_view("connecting")},
        std::pair{stage::SourceHealth::Live, std::string_view("live")},
        std::pair{stage::SourceHealth::Lost, std::string_view("lost")},
        std::pair{stage::SourceHealth::Failed, std::string_view("failed")},
    };
};
template <>
struct Words<stage::OutputHealth> {
    static constexpr std::array list{
        std::pair{stage::OutputHealth::None, std::string_view("none")},
        std::pair{stage::OutputHealth::Starting, std::string_view("starting")},
        std::pair{stage::OutputHealth::Active, std::string_view("active")},
        std::pair{stage::OutputHealth::Reconnecting, std::string_view("reconnecting")},
        std::pair{stage::OutputHealth::Failed, std::string_view("failed")},
        std::pair{stage::OutputHealth::Stopped, std::string_view("stopped")},
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

// stage
template <>
struct Layout<stage::Canvas> {
    static constexpr std::tuple fields{field("width", &stage::Canvas::width),
                                       field("height", &stage::Canvas::height),
                                       field("fps", &stage::Canvas::fps)};
};
template <>
struct Layout<stage::CameraControl> {
    static constexpr std::tuple fields{field("name", &stage::CameraControl::name),
                                       field("value", &stage::CameraControl::value)};
};
template <>
struct Layout<stage::Crop> {
    static constexpr std::tuple fields{maybe("left", &stage::Crop::left), maybe("top", &stage::Crop::top),
                                       maybe("right", &stage::Crop::right),
                                       maybe("bottom", &stage::Crop::bottom)};
};
template <>
struct Layout<stage::Source> {
    static constexpr std::tuple fields{
        field("id", &stage::Source::id),
        field("name", &stage::Source::name),
        field("kind", &stage::Source::kind),
        maybe("address", &stage::Source::address),
        maybe("muted", &stage::Source::muted),
        maybe("volumeDb", &stage::Source::volumeDb),
        maybe("rotation", &stage::Source::rotation),
        maybe("crop", &stage::Source::crop),
        maybe("syncOffsetMs", &stage::Source::syncOffsetMs),
        maybe("delayMs", &stage::Source::delayMs),
        maybe("followsProgram", &stage::Source::followsProgram),
        maybe("controls", &stage::Source::controls),
        maybe("text", &stage::Source::text),
    };
};
template <>
struct Layout<stage::Area> {
    static constexpr std::tuple fields{field("x", &stage::Area::x), field("y", &stage::Area::y),
                                       field("width", &stage::Area::width),
                                       field("height", &stage::Area::height)};
};
template <>
struct Layout<stage::SceneItem> {
    static constexpr std::tuple fields{field("source", &stage::SceneItem::source),
                                       maybe("area", &stage::SceneItem::area),
                                       maybe("fit", &stage::SceneItem::fit)};
};
template <>
struct Layout<stage::Scene> {
    static constexpr std::tuple fields{field("id", &stage::Scene::id), field("name", &stage::Scene::name),
                                       field("role", &stage::Scene::role),
                                       field("layouts", &stage::Scene::layouts)};
};
template <>
struct Layout<stage::Transition> {
    static constexpr std::tuple fields{field("kind", &stage::Transition::kind),
                                       field("durationMs", &stage::Transition::durationMs)};
};
template <>
struct Layout<stage::Destination> {
    static constexpr std::tuple fields{
        field("id", &stage::Destination::id), field("name", &stage::Destination::name),
        field("kind", &stage::Destination::kind), maybe("address", &stage::Destination::address)};
};
template <>
struct Layout<stage::SourceStatus> {
    static constexpr std::tuple fields{
        field("health", &stage::SourceStatus::health), field("width", &stage::SourceStatus::width),
        field("height", &stage::SourceStatus::height), field("fps", &stage::SourceStatus::fps),
        field("since", &stage::SourceStatus::since),   field("error", &stage::SourceStatus::error),
        field("detail", &stage::SourceStatus::detail),
    };
};
template <>
struct Layout<stage::OutputStatus> {
    static constexpr std::tuple fields{
        field("health", &stage::OutputStatus::health), field("since", &stage::OutputStatus::since),
        field("error", &stage::OutputStatus::error),   field("detail", &stage::OutputStatus::detail),
        field("path", &stage::OutputStatus::path),
    };
};
template <>
struct Layout<stage::ProgramRequest> {
    static constexpr std::tuple fields{field("token", &stage::ProgramRequest::token),
                                       field("scene", &stage::ProgramRequest::scene),
                                       field("transition", &stage::ProgramRequest::transition)};
};
template <>
struct Layout<stage::PreviewSet> {
    static constexpr std::tuple fields{field("scene", &stage::PreviewSet::scene),
                                       field("byHost", &stage::PreviewSet::byHost)};
};
template <>
struct Layout<stage::ProgramRequested> {
    static constexpr std::tuple fields{field("request", &stage::ProgramRequested::request)};
};
template <>
struct Layout<stage::ProgramConfirmed> {
    static constexpr std::tuple fields{field("token", &stage::ProgramConfirmed::token),
                                       field("scene", &stage::ProgramConfirmed::scene),
                                       field("mediaMs", &stage::ProgramConfirmed::mediaMs)};
};
template <>
struct Layout<stage::TransitionSet> {
    static constexpr std::tuple fields{field("transition", &stage::TransitionSet::transition)};
};
template <>
struct Layout<stage::SlateSet> {
    static constexpr std::tuple fields{field("on", &stage::SlateSet::on)};
};
template <>
struct Layout<stage::CardSet> {
    static constexpr std::tuple fields{field("on", &stage::CardSet::on)};
};
template <>
struct Layout<stage::MutedSet> {
    static constexpr std::tuple fields{field("source", &stage::MutedSet::source),
                                       field("muted", &stage::MutedSet::muted)};
};
template <>
struct Layout<stage::VolumeSet> {
    static constexpr std::tuple fields{field("source", &stage::VolumeSet::source),
                                       field("db", &stage::VolumeSet::db)};
};
template <>
struct Layout<stage::SoloSet> {
    static constexpr std::tuple fields{field("source", &stage::SoloSet::source),
                                       field("on", &stage::SoloSet::on)};
};
template <>
struct Layout<stage::CoughSet> {
    static constexpr std::tuple fields{field("source", &stage::CoughSet::source),
                                       field("on", &stage::CoughSet::on)};
};
template <>
struct Layout<stage::SourceStatusChanged> {
    static constexpr std::tuple fields{field("source", &stage::SourceStatusChanged::source),
                                       field("status", &stage::SourceStatusChanged::status)};
};
template <>
struct Layout<stage::OutputStatusChanged> {
    static constexpr std::tuple fields{field("output", &stage::OutputStatusChanged::output),
                                       field("status", &stage::OutputStatusChanged::status)};
};

// commerce
template <>
struct Layout<commerce::Variant> {
    static constexpr std::tuple fields{
        field("sku", &commerce::Variant::sku),
        maybe("label", &commerce::Variant::label),
        field("price", &commerce::Variant::price),
        field("allocated", &commerce::Variant::allocated),
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
