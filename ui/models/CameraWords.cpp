// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/CameraWords.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/ErrorText.hpp"

#include <QCoreApplication>

#include <cmath>

namespace vitrina::ui {
namespace {

using stage::SourceKind;

struct CameraWords {
    Q_DECLARE_TR_FUNCTIONS(CameraWords)

  public:
    static QString kind(SourceKind kind) {
        switch (kind) {
        case SourceKind::Webcam:
            return tr("Webcam");
        case SourceKind::Rtmp:
            return tr("Phone or encoder (RTMP)");
        case SourceKind::Srt:
            return tr("Phone or encoder (SRT)");
        case SourceKind::Rtsp:
            return tr("Network camera (RTSP)");
        case SourceKind::Mjpeg:
            return tr("Network camera (HTTP, MJPEG)");
        case SourceKind::Screen:
            return tr("Screen");
        case SourceKind::Window:
            return tr("Window");
        case SourceKind::File:
            return tr("Video file");
        case SourceKind::Image:
            return tr("Image");
        case SourceKind::Colour:
            return tr("Colour");
        case SourceKind::TestCamera:
            return tr("Test camera");
        case SourceKind::Microphone:
            return tr("Microphone");
        case SourceKind::Slide:
            return tr("Slide");
        case SourceKind::None:
            break;
        }
        return {};
    }
    static QString name(SourceKind kind) {
        switch (kind) {
        case SourceKind::Rtmp:
        case SourceKind::Srt:
            return tr("Phone");
        case SourceKind::Rtsp:
        case SourceKind::Mjpeg:
            return tr("Camera");
        default:
            return CameraWords::kind(kind);
        }
    }
    static QString rate(double fps) { return tr("%1 fps").arg(std::lround(fps)); }
    static QString lost(const QString& time) { return tr("LOST %1").arg(time); }
    static QString connecting() { return tr("connecting"); }
    static QString addressMissing(SourceKind kind) {
        switch (kind) {
        case SourceKind::Webcam:
            return tr("Choose a webcam. Plug one in and look again if the list is empty.");
        case SourceKind::Screen:
            return tr("Choose a screen.");
        case SourceKind::Window:
            return tr("Choose a window. Open it and look again if it is not in the list.");
        case SourceKind::File:
        case SourceKind::Image:
            return tr("Choose a file.");
        default:
            return tr("Type the camera's address.");
        }
    }
    static QString addressWrong(SourceKind kind) {
        switch (kind) {
        case SourceKind::Rtsp:
            return tr("That is no RTSP address. It begins with rtsp:// and names the camera, such as "
                      "rtsp://192.168.1.9/stream1");
        case SourceKind::Mjpeg:
            return tr("That is no web address of a camera. It begins with http://, such as "
                      "http://192.168.1.7:8080/video");
        case SourceKind::Srt:
            return tr("That is no SRT address. It begins with srt:// and ends with a port.");
        case SourceKind::Colour:
            return tr("A colour is a # and six digits or letters from A to F.");
        default:
            return tr("That address can't be used. Choose it again.");
        }
    }
    static QString fault(stage::FormFault fault, SourceKind kind) {
        switch (fault) {
        case stage::FormFault::KindMissing:
            return tr("Choose what kind of camera it is.");
        case stage::FormFault::PortWrong:
            return tr("The port must be a number from 1024 to 65535.");
        case stage::FormFault::PortInUse:
            return tr("Another camera already listens on that port. Take the next number.");
        case stage::FormFault::KeyTooShort:
            return kind == SourceKind::Srt ? tr("The key is too short: SRT wants at least 10 characters.")
                                           : tr("The key is too short: take at least 8 characters.");
        case stage::FormFault::KeyTooLong:
            return tr("The key is too long: at most 79 characters.");
        case stage::FormFault::KeyCharacters:
            return tr("The key may have letters without accents, digits, and - _ . ~ only.");
        case stage::FormFault::AddressMissing:
            return addressMissing(kind);
        case stage::FormFault::AddressWrong:
            return addressWrong(kind);
        case stage::FormFault::None:
            break;
        }
        return {};
    }
};

} // namespace

QString cameraKindWords(SourceKind kind) {
    return CameraWords::kind(kind);
}

QString cameraNameProposed(SourceKind kind) {
    return CameraWords::name(kind);
}

QString cameraFormat(const stage::SourceStatus& status) {
    if (status.width <= 0)
        return {};
    const QString size = QStringLiteral("%1×%2").arg(status.width).arg(status.height);
    return status.fps > 0.5 ? size + QStringLiteral(" · ") + CameraWords::rate(status.fps) : size;
}

QString cameraTrouble(const stage::SourceStatus& status, const Instant& now) {
    switch (status.health) {
    case stage::SourceHealth::Live:
        return {};
    case stage::SourceHealth::Lost: {
        const QString lost = CameraWords::lost(waitText(spanMs(status.since, now)));
        const bool more = status.error != ErrorCode::None && status.error != ErrorCode::CameraLost;
        return more ? lost + QStringLiteral(" · ") + errorWords(status.error) : lost;
    }
    case stage::SourceHealth::Failed:
        return errorWords(status.error);
    case stage::SourceHealth::Connecting:
    case stage::SourceHealth::None:
        break;
    }
    return CameraWords::connecting();
}

QString formFaultSentence(stage::FormFault fault, SourceKind kind) {
    return CameraWords::fault(fault, kind);
}

} // namespace vitrina::ui
