// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/Layout.hpp"
#include "stage/SetUp.hpp"
#include "stage/Stage.hpp"

/// How the stage's values look in JSON; Layouts.hpp has the rules and includes this.
namespace vitrina::record {

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
struct Words<stage::Place> {
    static constexpr std::array list{
        std::pair{stage::Place::None, std::string_view("none")},
        std::pair{stage::Place::TopLeft, std::string_view("top_left")},
        std::pair{stage::Place::Top, std::string_view("top")},
        std::pair{stage::Place::TopRight, std::string_view("top_right")},
        std::pair{stage::Place::BottomLeft, std::string_view("bottom_left")},
        std::pair{stage::Place::Bottom, std::string_view("bottom")},
        std::pair{stage::Place::BottomRight, std::string_view("bottom_right")},
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
struct Layout<stage::OverlayPlaces> {
    static constexpr std::tuple fields{field("card", &stage::OverlayPlaces::card),
                                       field("label", &stage::OverlayPlaces::label),
                                       field("lowerThird", &stage::OverlayPlaces::lowerThird),
                                       field("countdown", &stage::OverlayPlaces::countdown)};
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
                                       field("transition", &stage::ProgramRequest::transition),
                                       maybe("insteadOf", &stage::ProgramRequest::insteadOf)};
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
struct Layout<stage::AllMutedSet> {
    static constexpr std::tuple fields{field("muted", &stage::AllMutedSet::muted)};
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
struct Layout<stage::LowerThird> {
    static constexpr std::tuple fields{field("on", &stage::LowerThird::on),
                                       field("title", &stage::LowerThird::title),
                                       field("subtitle", &stage::LowerThird::subtitle)};
};
template <>
struct Layout<stage::LowerThirdSet> {
    static constexpr std::tuple fields{field("lowerThird", &stage::LowerThirdSet::lowerThird)};
};
template <>
struct Layout<stage::CountdownStarted> {
    static constexpr std::tuple fields{field("title", &stage::CountdownStarted::title),
                                       field("durationMs", &stage::CountdownStarted::durationMs),
                                       field("untilWallMs", &stage::CountdownStarted::untilWallMs),
                                       field("aired", &stage::CountdownStarted::aired)};
};
template <>
struct Layout<stage::CountdownStopped> {
    static constexpr std::tuple<> fields{};
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

} // namespace vitrina::record
