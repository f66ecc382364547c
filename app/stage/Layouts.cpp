// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Layouts.hpp"

#include "stage/Slide.hpp"

#include <algorithm>

namespace vitrina::stage {
namespace {

constexpr Area whole{0.0, 0.0, 1.0, 1.0};

/// Where the second picture of a role stands. Lower left and right of the middle: the card stands lower
/// right on a wide canvas, low on a high one; the label upper left.
Area insetOf(SceneRole role, CanvasShape shape) {
    const bool large = role == SceneRole::CloseUpWithHost;
    switch (shape) {
    case CanvasShape::Portrait:
        return large ? Area{0.5, 0.14, 0.46, 0.26} : Area{0.56, 0.14, 0.4, 0.2};
    case CanvasShape::Square:
        return large ? Area{0.52, 0.12, 0.44, 0.3} : Area{0.03, 0.3, 0.4, 0.225};
    default:
        return large ? Area{0.67, 0.05, 0.3, 0.3} : Area{0.03, 0.6, 0.34, 0.34};
    }
}

/// Two halves: beside each other, one above the other on a high canvas.
Area halfOf(CanvasShape shape, bool second) {
    if (shape == CanvasShape::Portrait)
        return {0.0, second ? 0.5 : 0.0, 1.0, 0.5};
    return {second ? 0.5 : 0.0, 0.0, 0.5, 1.0};
}

std::string freeId(const SetUp& setUp, const std::string& wanted) {
    std::string id = wanted;
    for (int number = 2; findSource(setUp, SourceId{id}); ++number)
        id = wanted + "-" + std::to_string(number);
    return id;
}

} // namespace

std::size_t picturesOf(SceneRole role) {
    switch (role) {
    case SceneRole::PictureInPicture:
    case SceneRole::SideBySide:
    case SceneRole::CloseUpWithHost:
        return 2;
    default:
        return 1;
    }
}

std::vector<SceneItem> layoutOf(SceneRole role, CanvasShape shape, const std::vector<SourceId>& sources) {
    std::vector<SceneItem> items;
    if (sources.empty())
        return items;
    const bool two = picturesOf(role) == 2 && sources.size() > 1;
    const bool halves = two && role == SceneRole::SideBySide;
    items.push_back({sources[0], halves ? halfOf(shape, false) : whole, Fit::Cover});
    if (two)
        items.push_back({sources[1], halves ? halfOf(shape, true) : insetOf(role, shape), Fit::Cover});
    return items;
}

Scene sceneOfRole(const SceneId& id, const std::string& name, SceneRole role,
                  const std::vector<SourceId>& sources) {
    Scene scene{id, name, role, {}};
    for (const CanvasShape shape : canvasShapes)
        scene.layouts[shape] = layoutOf(role, shape, sources);
    return scene;
}

std::vector<SetUpEdit> editsForRole(const SetUp& setUp, SceneRole role, const std::string& name,
                                    const std::vector<SourceId>& sources) {
    const SlideKind kind = slideOf(role);
    if (kind == SlideKind::None)
        return {AddScene{sceneOfRole({}, name, role, sources)}};
    std::vector<SetUpEdit> edits;
    const auto held = std::ranges::find_if(setUp.sources, [&](const Source& source) {
        const auto slide = slideFromAddress(source.address);
        return source.kind == SourceKind::Slide && slide && slide->kind == kind;
    });
    SourceId drawn;
    if (held != setUp.sources.end()) {
        drawn = held->id;
    } else {
        Source slide;
        slide.address = addressOf({kind, std::nullopt});
        slide.id = SourceId{freeId(setUp, "slide-" + slide.address)};
        slide.name = name;
        slide.kind = SourceKind::Slide;
        drawn = slide.id;
        edits.emplace_back(AddSource{std::move(slide), false});
    }
    edits.emplace_back(AddScene{sceneOfRole({}, name, role, {drawn})});
    return edits;
}

} // namespace vitrina::stage
