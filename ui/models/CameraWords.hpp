// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "stage/SourceAddress.hpp"

#include <QString>

#include <array>

/// Words about cameras: their kinds, how they are, and what is wrong with an address.
namespace vitrina::ui {

/// What a person can add, in the order in which it is offered.
inline constexpr std::array cameraKinds{
    stage::SourceKind::Webcam, stage::SourceKind::Rtmp,      stage::SourceKind::Srt,
    stage::SourceKind::Rtsp,   stage::SourceKind::Mjpeg,     stage::SourceKind::Screen,
    stage::SourceKind::Window, stage::SourceKind::File,      stage::SourceKind::Image,
    stage::SourceKind::Colour, stage::SourceKind::TestCamera};

/// Short, for a list: "webcam", "phone (RTMP)".
QString cameraKindWords(stage::SourceKind kind);
/// For a new one of that kind.
QString cameraNameProposed(stage::SourceKind kind);
/// "1280×720 · 30 fps"; without the rate where there is none, empty where there is no picture.
QString cameraFormat(const stage::SourceStatus& status);
/// What is the matter: "LOST 12 s", "connecting", why it does not work; empty while all is well.
QString cameraTrouble(const stage::SourceStatus& status, const Instant& now);
/// A whole sentence for a person; empty for None.
QString formFaultSentence(stage::FormFault fault, stage::SourceKind kind);

} // namespace vitrina::ui
