// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/Handles.hpp"
#include "engine/obs/Placement.hpp"
#include "stage/SetUp.hpp"

#include <string>
#include <vector>

namespace vitrina::engine::obs {

/// A child of a scene and where it stands.
struct ScenePart {
    SourceHandle source;
    stage::Area area;
    stage::Fit fit = stage::Fit::Cover;
    Look look{};
};

/// Once after obs_startup.
void registerSceneSource();

/// Graphics thread: draws one part where it stands on the target, in the viewport's pixels; nothing beyond
/// it.
void drawPart(const ScenePart& part, const PixelBox& target);

/// A source of the canvas' size that draws its parts in order. Not libobs' own scene: that one can't crop to
/// an area without a texture pass for each item, and a source's size is known only when its camera has come.
/// Executor thread.
SourceHandle makeScene(const std::string& name, const stage::Canvas& canvas, std::vector<ScenePart> parts);
/// Other parts from the next frame on, wherever the scene is shown. Executor thread.
void setSceneParts(const SourceHandle& scene, std::vector<ScenePart> parts);

} // namespace vitrina::engine::obs
