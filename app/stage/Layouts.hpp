// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"
#include "stage/SetUpEdit.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

/// The roles ready to use: which pictures a scene of a role shows and where they stand, for each shape of
/// canvas. Values only.
namespace vitrina::stage {

inline constexpr std::array readyRoles{
    SceneRole::Full,       SceneRole::CloseUp,         SceneRole::PictureInPicture,
    SceneRole::SideBySide, SceneRole::CloseUpWithHost, SceneRole::StartingSoon,
    SceneRole::Break,      SceneRole::Thanks,          SceneRole::Standby};
inline constexpr std::array canvasShapes{CanvasShape::Landscape, CanvasShape::Portrait, CanvasShape::Square};

/// How many pictures a scene of the role shows: one or two.
std::size_t picturesOf(SceneRole role);
/// Items for the sources in their order: the large one first, then the inset (side by side: left or top
/// first). Sources beyond picturesOf() are left out; with fewer, what there is stands over the whole canvas
/// or in its own place. The insets stay clear of where card and disclosure label stand.
std::vector<SceneItem> layoutOf(SceneRole role, CanvasShape shape, const std::vector<SourceId>& sources);
/// With a layout for every shape.
Scene sceneOfRole(const SceneId& id, const std::string& name, SceneRole role,
                  const std::vector<SourceId>& sources);
/// What adds a scene of the role to the set-up, in order: for a slide first the source that is drawn, when
/// there is none of its kind yet. `sources` are not looked at for a slide. `name` is the scene's and the
/// slide's.
std::vector<SetUpEdit> editsForRole(const SetUp& setUp, SceneRole role, const std::string& name,
                                    const std::vector<SourceId>& sources);

} // namespace vitrina::stage
