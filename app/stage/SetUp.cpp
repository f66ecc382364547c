// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SetUp.hpp"

#include <algorithm>

namespace vitrina::stage {

const std::vector<SceneItem>* Scene::layoutFor(CanvasShape shape) const {
    if (layouts.empty())
        return nullptr;
    auto found = layouts.find(shape);
    if (found == layouts.end())
        found = layouts.find(CanvasShape::Landscape);
    return found == layouts.end() ? &layouts.begin()->second : &found->second;
}

const Source* findSource(const SetUp& setUp, const SourceId& id) {
    const auto found = std::ranges::find(setUp.sources, id, &Source::id);
    return found == setUp.sources.end() ? nullptr : &*found;
}

const Scene* findScene(const SetUp& setUp, const SceneId& id) {
    const auto found = std::ranges::find(setUp.scenes, id, &Scene::id);
    return found == setUp.scenes.end() ? nullptr : &*found;
}

bool hasPicture(SourceKind kind) {
    return kind != SourceKind::None && kind != SourceKind::Microphone;
}

bool hasSound(SourceKind kind) {
    switch (kind) {
    case SourceKind::TestCamera:
    case SourceKind::File:
    case SourceKind::Srt:
    case SourceKind::Rtmp:
    case SourceKind::Rtsp:
    case SourceKind::Microphone:
        return true;
    default:
        return false;
    }
}

bool needsAddress(SourceKind kind) {
    return kind != SourceKind::None && kind != SourceKind::TestCamera;
}

bool shows(const Scene& scene, const SourceId& source) {
    return std::ranges::any_of(scene.layouts, [&](const auto& layout) {
        return std::ranges::find(layout.second, source, &SceneItem::source) != layout.second.end();
    });
}

Scene fullScene(const Source& source) {
    Scene scene;
    scene.id = SceneId{"full-" + source.id.value};
    scene.name = source.name;
    scene.role = SceneRole::Full;
    for (const CanvasShape shape : {CanvasShape::Landscape, CanvasShape::Portrait})
        scene.layouts[shape] = {SceneItem{source.id, {}, Fit::Cover}};
    return scene;
}

const Scene* sceneForRole(const SetUp& setUp, SceneRole role) {
    if (setUp.scenes.empty())
        return nullptr;
    const auto found = std::ranges::find(setUp.scenes, role, &Scene::role);
    return found == setUp.scenes.end() ? &setUp.scenes.front() : &*found;
}

} // namespace vitrina::stage
