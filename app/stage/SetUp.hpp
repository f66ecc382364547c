// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/SceneRole.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What this machine has to make a picture with: canvas, sources, scenes, destinations. Values only.
namespace vitrina::stage {

enum class CanvasShape { None, Landscape, Portrait, Square };

struct Canvas {
    int width = 960;
    int height = 540;
    int fps = 30;

    bool operator==(const Canvas&) const = default;
    CanvasShape shape() const {
        return width > height   ? CanvasShape::Landscape
               : width < height ? CanvasShape::Portrait
                                : CanvasShape::Square;
    }
};

/// What stands above every scene (design rule 12).
enum class OverlayKind { None, Card, Label, LowerThird, Countdown };
enum class Place { None, TopLeft, Top, TopRight, BottomLeft, Bottom, BottomRight };

/// Where the overlays stand on canvases of one shape; the rules are in Overlays.hpp.
struct OverlayPlaces {
    Place card = Place::BottomRight;
    Place label = Place::TopLeft;
    Place lowerThird = Place::BottomLeft;
    Place countdown = Place::TopRight;

    bool operator==(const OverlayPlaces&) const = default;
};

enum class SourceKind {
    None,
    TestCamera,
    File,
    Srt,
    Rtmp,
    Webcam,     ///< v4l2; address: the device's stable path (/dev/v4l/by-path/… or by-id), else /dev/videoN
    Rtsp,       ///< rtsp://…
    Mjpeg,      ///< http://… of a multipart stream
    Image,      ///< a picture file
    Colour,     ///< address: #RRGGBB
    Screen,     ///< address: number of the X11 screen, from 0
    Window,     ///< address: X11 window as "class\ntitle", found again by both
    Microphone, ///< address: "pulse:NAME", "alsa:NAME", or "pulse:" for the default one; no picture
    Slide,      ///< drawn by the studio; address: starting_soon, break, thanks, standby
};

/// What is cut off a picture at each side, in parts of its width or height, before it is rotated.
struct Crop {
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;

    bool operator==(const Crop&) const = default;
};

/// A control of a webcam held at a value instead of left to the camera: exposure, focus, white balance.
struct CameraControl {
    std::string name; ///< as v4l2 calls it, e.g. "exposure_time_absolute"
    std::int64_t value = 0;

    bool operator==(const CameraControl&) const = default;
};

struct Source {
    SourceId id;
    std::string name;
    SourceKind kind = SourceKind::None;
    std::string address; ///< file path, srt://…?mode=listener, rtmp://…/path-key; empty for the test camera
    bool muted = false;
    double volumeDb = 0.0;
    int rotation = 0; ///< degrees clockwise: 0, 90, 180 or 270
    Crop crop{};
    int syncOffsetMs = 0;        ///< its sound is heard so much later; below zero: earlier
    int delayMs = 0;             ///< how late its picture and sound come, as measured by a clap; 0: not known
    bool followsProgram = false; ///< of a microphone: heard as late as the camera on program comes
    std::vector<CameraControl> controls{}; ///< of a webcam; what is not named is automatic
    std::string text{};                    ///< of a slide; empty: the usual words

    bool operator==(const Source&) const = default;
};

/// A rectangle in parts of the canvas: 0,0 is its top left, 1,1 its bottom right.
struct Area {
    double x = 0.0;
    double y = 0.0;
    double width = 1.0;
    double height = 1.0;

    bool operator==(const Area&) const = default;
};

/// How a source fills its area: cropped to cover it, or whole with bars.
enum class Fit { None, Cover, Contain };

struct SceneItem {
    SourceId source;
    Area area;
    Fit fit = Fit::Cover;

    bool operator==(const SceneItem&) const = default;
};

/// One scene with a layout for each shape of canvas it is made for; bottom item first.
struct Scene {
    SceneId id;
    std::string name;
    SceneRole role = SceneRole::None;
    std::map<CanvasShape, std::vector<SceneItem>> layouts;

    bool operator==(const Scene&) const = default;
    /// The layout for the shape, else the landscape one, else the first there is; null when it has none.
    const std::vector<SceneItem>* layoutFor(CanvasShape shape) const;
};

enum class TransitionKind { None, Cut, Fade };

struct Transition {
    TransitionKind kind = TransitionKind::Cut;
    int durationMs = 0;

    bool operator==(const Transition&) const = default;
};

enum class OutputKind { None, WebVideo, Recording, Rtmp };

/// A place the program goes to. The stream key is not here: it lives in the keyring under `id`.
struct Destination {
    OutputId id;
    std::string name;
    OutputKind kind = OutputKind::None;
    std::string address; ///< rtmp://host/app, or the recording's folder

    bool operator==(const Destination&) const = default;
};

struct SetUp {
    Canvas canvas;
    std::vector<Source> sources;
    std::vector<Scene> scenes;
    Transition transition{TransitionKind::Fade, 300};
    std::vector<Destination> destinations;
    bool limiter = true; ///< on the program's sound
    double limiterDb = -1.0;
    std::string headphones; ///< device solo is heard on; empty: the default one
    bool studioMode = true; ///< off: a press on a scene shows it on program at once
    SceneId lostFallback;   ///< shown when a camera on program is lost; empty: the picture stays as it is
    std::map<CanvasShape, OverlayPlaces> overlays; ///< those not at their usual places: placesOf()

    bool operator==(const SetUp&) const = default;
};

const Source* findSource(const SetUp& setUp, const SourceId& id);
const Scene* findScene(const SetUp& setUp, const SceneId& id);
/// The first scene of that role, else the first scene at all: a take always finds a picture. Null without
/// scenes.
const Scene* sceneForRole(const SetUp& setUp, SceneRole role);
bool hasPicture(SourceKind kind);
bool hasSound(SourceKind kind);
/// A source of this kind is nothing without an address.
bool needsAddress(SourceKind kind);
bool shows(const Scene& scene, const SourceId& source);
/// The scene of one source over the whole canvas, for every shape.
Scene fullScene(const Source& source);
/// Reads a camera address as given on the command line: test:, file:PATH, srt:PORT or srt://…, rtmp:PORT/KEY
/// or rtmp://…, rtsp://…, http://…, webcam:DEVICE, image:PATH, colour:RRGGBB, screen:N, window:CLASS; kind
/// None when it is none of these. See SourceAddress.hpp.
Source sourceFromAddress(const std::string& name, const std::string& address);

} // namespace vitrina::stage
