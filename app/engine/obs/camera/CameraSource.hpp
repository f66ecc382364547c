// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/Stage.hpp"

#include <functional>
#include <string>
#include <vector>

/// The seam between the engine and its cameras. ObsEngine registers both source types after obs_startup and
/// makes one private source for each stage::Source; everything it says to them goes through the settings
/// below.
namespace vitrina::engine::obs {

/// Files, network cameras, webcams, screens and windows; pictures that stand still; and the built-in moving
/// picture with its clock.
inline constexpr const char* cameraSourceType = "vitrina_camera";
inline constexpr const char* stillSourceType = "vitrina_still";
inline constexpr const char* testCameraSourceType = "vitrina_test_camera";
/// The type for a kind; null for what is no camera.
const char* cameraTypeOf(stage::SourceKind kind);

/// How late the mixer takes sound: obs_reset_audio2() is to be given fixed buffering of this length. Cameras
/// leave out a little of their own sound when they see that it comes later than this.
inline constexpr int audioBufferingMs = 21;

/// Keys of a source's settings.
namespace setting {
inline constexpr const char* sourceId =
    "source_id";                                  ///< string: the stage::Source's id, given back in reports
inline constexpr const char* kind = "kind";       ///< int: stage::SourceKind
inline constexpr const char* address = "address"; ///< string: path, srt://… or rtmp://…
inline constexpr const char* width = "width";     ///< int: the largest size it is shown at, canvas pixels
inline constexpr const char* height = "height";
inline constexpr const char* fps = "fps"; ///< int: of the canvas
inline constexpr const char* controls =
    "controls"; ///< string: of a webcam, those held, as controlsText() writes them
} // namespace setting

std::string controlsText(const std::vector<stage::CameraControl>& controls);
std::vector<stage::CameraControl> controlsFromText(const std::string& text);

/// Called on a thread of the camera whenever its health, size or rate changes; copies, enqueues and returns.
/// Never called once the source has been destroyed.
using CameraReport = std::function<void(const std::string& sourceId, const stage::SourceStatus&)>;

/// After obs_startup, before the first source is made, on the engine's executor thread. `report` lives as
/// long as the registration does (libobs frees it with the type, in obs_shutdown), so an engine can be
/// started again later.
void registerCameraSource(CameraReport report);

} // namespace vitrina::engine::obs
