// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"
#include "commerce/Facts.hpp"
#include "record/Layout.hpp"
#include "record/Record.hpp"
#include "record/SellingLayouts.hpp"
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
struct Layout<ShowMoved> {
    static constexpr std::tuple fields{field("url", &ShowMoved::url), field("epoch", &ShowMoved::epoch)};
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
