// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "stage/Stage.hpp"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

/// Changes of this machine's set-up while the studio runs, live or not. Pure. They are no facts of a show:
/// they stay on this machine, as addresses hold keys (see setup.md).
namespace vitrina::stage {

inline constexpr std::size_t maxSources = 24;
inline constexpr std::size_t maxScenes = 36;
inline constexpr std::size_t maxSceneItems = 16;
inline constexpr std::size_t maxNameLength = 60; ///< in characters (code points)
inline constexpr int maxSyncOffsetMs = 2000;     ///< either way
inline constexpr int maxDelayMs = 5000;

// Commands. An empty id is filled in by the caller (control) before decide(); one that is taken is refused.
/// At the end of the list, muted, whatever `source.muted` says: nobody is heard who was not meant to be.
struct AddSource {
    Source source;
    bool withScene = true; ///< and a scene that shows it alone
    bool operator==(const AddSource&) const = default;
};
struct ChangeSource { ///< the one of that id becomes this
    Source source;
    bool operator==(const ChangeSource&) const = default;
};
/// Taken out of every scene; a scene that showed nothing else goes with it. Not while it is on program.
struct RemoveSource {
    SourceId source;
    bool operator==(const RemoveSource&) const = default;
};
struct MoveSource {
    SourceId source;
    std::size_t position = 0; ///< among the others; beyond the end is the end
    bool operator==(const MoveSource&) const = default;
};
struct AddScene {
    Scene scene;
    bool operator==(const AddScene&) const = default;
};
struct ChangeScene {
    Scene scene;
    bool operator==(const ChangeScene&) const = default;
};
struct RemoveScene { ///< not while it is on program, and not the last one
    SceneId scene;
    bool operator==(const RemoveScene&) const = default;
};
struct MoveScene {
    SceneId scene;
    std::size_t position = 0;
    bool operator==(const MoveScene&) const = default;
};
struct SetLostFallback {
    SceneId scene; ///< empty: none
    bool operator==(const SetLostFallback&) const = default;
};
struct SetLimiter {
    bool on = true;
    double db = -1.0; ///< −24 … 0
    bool operator==(const SetLimiter&) const = default;
};
struct SetHeadphones {
    std::string device;
    bool operator==(const SetHeadphones&) const = default;
};
struct SetStudioMode {
    bool on = true;
    bool operator==(const SetStudioMode&) const = default;
};
/// Where the overlays stand on canvases of a shape. PlaceOfLabel: another one would have the label's place.
struct SetOverlayPlaces {
    CanvasShape shape = CanvasShape::None;
    OverlayPlaces places;
    bool operator==(const SetOverlayPlaces&) const = default;
};
using SetUpEdit =
    std::variant<AddSource, ChangeSource, RemoveSource, MoveSource, AddScene, ChangeScene, RemoveScene,
                 MoveScene, SetLostFallback, SetLimiter, SetHeadphones, SetStudioMode, SetOverlayPlaces>;

/// What follows from an edit: the new set-up, and facts of the stage (another preview when its scene is
/// gone).
struct SetUpChange {
    SetUp setUp;
    std::vector<Fact> facts;
    bool operator==(const SetUpChange&) const = default;
};

/// UnknownSource, UnknownScene; SourceOnAir, SceneOnAir; BadText (a name that is empty or too long);
/// BadLayout (an area that is no area, a rotation or crop that leaves nothing, an item of an unknown source);
/// CameraAddressInvalid; TooLarge (too many); BadRequest (an id that is empty or taken, no kind). A name that
/// is taken gets a number: "Phone (2)".
Result<SetUpChange> decide(const SetUp& setUp, const Stage& stage, const SetUpEdit& edit);

} // namespace vitrina::stage
