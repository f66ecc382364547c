// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SetUpEdit.hpp"

#include "base/Overloaded.hpp"
#include "stage/Overlays.hpp"
#include "stage/SourceAddress.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace vitrina::stage {
namespace {

using Change = Result<SetUpChange>;

std::string trimmed(const std::string& text) {
    const auto blank = [](unsigned char c) {
        return c <= 0x20;
    };
    const auto first = std::ranges::find_if_not(text, blank);
    const auto last = std::find_if_not(text.rbegin(), std::make_reverse_iterator(first), blank).base();
    return {first, last};
}

std::size_t characters(const std::string& utf8) {
    return std::size_t(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The trimmed name, with a number behind it when another one of the list has it.
template <class List>
Result<std::string> freeName(const List& list, const auto& own, const std::string& wanted) {
    const std::string name = trimmed(wanted);
    if (name.empty() || characters(name) > maxNameLength)
        return fail(ErrorCode::BadText,
                    "a name must have 1 to " + std::to_string(maxNameLength) + " characters");
    const auto taken = [&](const std::string& candidate) {
        return std::ranges::any_of(
            list, [&](const auto& other) { return other.id != own && other.name == candidate; });
    };
    std::string candidate = name;
    for (int number = 2; taken(candidate); ++number)
        candidate = name + " (" + std::to_string(number) + ")";
    return candidate;
}

bool inside(double part) {
    return std::isfinite(part) && part >= 0.0 && part < 1.0;
}

Result<void> checkSource(const Source& source) {
    if (source.kind == SourceKind::None)
        return fail(ErrorCode::BadRequest, "no kind");
    const bool ours = source.kind != SourceKind::Microphone && source.kind != SourceKind::Slide;
    const bool address =
        ours ? checkedAddress(source.kind, source.address) == source.address : !source.address.empty();
    if (needsAddress(source.kind) && (source.address.empty() || !address))
        return fail(ErrorCode::CameraAddressInvalid, source.name);
    const Crop& crop = source.crop;
    const bool goodCrop = inside(crop.left) && inside(crop.right) && inside(crop.top) &&
                          inside(crop.bottom) && crop.left + crop.right <= 0.95 &&
                          crop.top + crop.bottom <= 0.95;
    if (!goodCrop || source.rotation % 90 != 0 || source.rotation < 0 || source.rotation > 270)
        return fail(ErrorCode::BadLayout, "crop or rotation");
    if (std::abs(source.syncOffsetMs) > maxSyncOffsetMs || source.delayMs < 0 || source.delayMs > maxDelayMs)
        return fail(ErrorCode::BadRequest, "sync offset or delay");
    return {};
}

bool good(const Area& area) {
    const bool finite = std::isfinite(area.x) && std::isfinite(area.y) && std::isfinite(area.width) &&
                        std::isfinite(area.height);
    // Partly outside of the picture is fine, nowhere in it is not.
    return finite && area.width >= 0.01 && area.height >= 0.01 && area.width <= 4.0 && area.height <= 4.0 &&
           area.x < 1.0 && area.y < 1.0 && area.x + area.width > 0.0 && area.y + area.height > 0.0;
}

Result<void> checkScene(const SetUp& setUp, const Scene& scene) {
    for (const auto& [shape, items] : scene.layouts) {
        if (items.size() > maxSceneItems)
            return fail(ErrorCode::TooLarge, "too many pictures in one scene");
        for (const SceneItem& item : items) {
            if (!findSource(setUp, item.source))
                return fail(ErrorCode::UnknownSource, item.source.value);
            if (!good(item.area) || item.fit == Fit::None)
                return fail(ErrorCode::BadLayout, item.source.value);
        }
    }
    return {};
}

/// On program, or asked for and about to be.
bool onProgram(const Stage& stage, const SceneId& scene) {
    return !scene.empty() && (scene == stage.requested.scene || scene == stage.program);
}

template <class List>
auto find(List& list, const auto& id) {
    return std::ranges::find_if(list, [&](const auto& one) { return one.id == id; });
}

template <class List>
void moveTo(List& list, typename List::iterator held, std::size_t position) {
    auto moved = std::move(*held);
    list.erase(held);
    list.insert(list.begin() + std::ptrdiff_t(std::min(position, list.size())), std::move(moved));
}

/// The preview and the fallback leave a scene that is gone.
void leaveGoneScenes(SetUpChange& change, const Stage& stage) {
    const SetUp& setUp = change.setUp;
    if (!findScene(setUp, setUp.lostFallback))
        change.setUp.lostFallback = {};
    if (stage.preview.empty() || findScene(setUp, stage.preview) || setUp.scenes.empty())
        return;
    const auto other =
        std::ranges::find_if(setUp.scenes, [&](const Scene& scene) { return !onProgram(stage, scene.id); });
    change.facts.emplace_back(
        PreviewSet{(other == setUp.scenes.end() ? setUp.scenes.front() : *other).id, false});
}

Change addSource(SetUp setUp, const AddSource& edit) {
    Source source = edit.source;
    if (source.id.empty() || findSource(setUp, source.id))
        return fail(ErrorCode::BadRequest, "a source needs an id of its own");
    if (setUp.sources.size() >= maxSources)
        return fail(ErrorCode::TooLarge, "too many sources");
    auto name = freeName(setUp.sources, source.id, source.name);
    if (!name)
        return name.error();
    source.name = *name;
    source.muted = true;
    if (const auto right = checkSource(source); !right)
        return right.error();
    if (edit.withScene && setUp.scenes.size() < maxScenes) {
        Scene scene = fullScene(source);
        if (!findScene(setUp, scene.id)) {
            scene.name = freeName(setUp.scenes, scene.id, scene.name).value();
            setUp.scenes.push_back(std::move(scene));
        }
    }
    setUp.sources.push_back(std::move(source));
    return SetUpChange{std::move(setUp), {}};
}

Change changeSource(SetUp setUp, const Source& wanted) {
    const auto held = find(setUp.sources, wanted.id);
    if (held == setUp.sources.end())
        return fail(ErrorCode::UnknownSource, wanted.id.value);
    auto name = freeName(setUp.sources, wanted.id, wanted.name);
    if (!name)
        return name.error();
    if (const auto right = checkSource(wanted); !right)
        return right.error();
    *held = wanted;
    held->name = *name;
    return SetUpChange{std::move(setUp), {}};
}

Change removeSource(SetUp setUp, const Stage& stage, const SourceId& id) {
    const auto held = find(setUp.sources, id);
    if (held == setUp.sources.end())
        return fail(ErrorCode::UnknownSource, id.value);
    for (const Scene& scene : setUp.scenes) {
        if (shows(scene, id) && onProgram(stage, scene.id))
            return fail(ErrorCode::SourceOnAir, held->name);
    }
    setUp.sources.erase(held);
    std::erase_if(setUp.scenes, [&](Scene& scene) {
        if (!shows(scene, id))
            return false;
        bool empty = true;
        for (auto& [shape, items] : scene.layouts) {
            std::erase_if(items, [&](const SceneItem& item) { return item.source == id; });
            empty = empty && items.empty();
        }
        return empty;
    });
    SetUpChange change{std::move(setUp), {}};
    leaveGoneScenes(change, stage);
    return change;
}

Change addScene(SetUp setUp, Scene scene) {
    if (scene.id.empty() || findScene(setUp, scene.id))
        return fail(ErrorCode::BadRequest, "a scene needs an id of its own");
    if (setUp.scenes.size() >= maxScenes)
        return fail(ErrorCode::TooLarge, "too many scenes");
    auto name = freeName(setUp.scenes, scene.id, scene.name);
    if (!name)
        return name.error();
    scene.name = *name;
    if (const auto right = checkScene(setUp, scene); !right)
        return right.error();
    setUp.scenes.push_back(std::move(scene));
    return SetUpChange{std::move(setUp), {}};
}

Change changeScene(SetUp setUp, const Scene& wanted) {
    const auto held = find(setUp.scenes, wanted.id);
    if (held == setUp.scenes.end())
        return fail(ErrorCode::UnknownScene, wanted.id.value);
    auto name = freeName(setUp.scenes, wanted.id, wanted.name);
    if (!name)
        return name.error();
    if (const auto right = checkScene(setUp, wanted); !right)
        return right.error();
    *held = wanted;
    held->name = *name;
    return SetUpChange{std::move(setUp), {}};
}

Change removeScene(SetUp setUp, const Stage& stage, const SceneId& id) {
    const auto held = find(setUp.scenes, id);
    if (held == setUp.scenes.end())
        return fail(ErrorCode::UnknownScene, id.value);
    if (onProgram(stage, id) || setUp.scenes.size() == 1)
        return fail(ErrorCode::SceneOnAir, held->name);
    setUp.scenes.erase(held);
    SetUpChange change{std::move(setUp), {}};
    leaveGoneScenes(change, stage);
    return change;
}

Change setOverlayPlaces(const SetUp& setUp, const SetOverlayPlaces& set) {
    for (const Place place :
         {set.places.card, set.places.label, set.places.lowerThird, set.places.countdown}) {
        if (place == Place::None || set.shape == CanvasShape::None)
            return fail(ErrorCode::BadRequest, "no such place or shape");
    }
    if (!labelIsFree(set.places))
        return fail(ErrorCode::PlaceOfLabel);
    SetUpChange change{setUp, {}};
    if (set.places == usualPlaces(set.shape))
        change.setUp.overlays.erase(set.shape); // a shape that is not there has its usual places
    else
        change.setUp.overlays[set.shape] = set.places;
    return change;
}

} // namespace

Result<SetUpChange> decide(const SetUp& setUp, const Stage& stage, const SetUpEdit& edit) {
    return std::visit(
        Overloaded{
            [&](const AddSource& add) { return addSource(setUp, add); },
            [&](const ChangeSource& change) { return changeSource(setUp, change.source); },
            [&](const RemoveSource& remove) { return removeSource(setUp, stage, remove.source); },
            [&](const MoveSource& move) -> Change {
                SetUpChange change{setUp, {}};
                const auto held = find(change.setUp.sources, move.source);
                if (held == change.setUp.sources.end())
                    return fail(ErrorCode::UnknownSource, move.source.value);
                moveTo(change.setUp.sources, held, move.position);
                return change;
            },
            [&](const AddScene& add) { return addScene(setUp, add.scene); },
            [&](const ChangeScene& change) { return changeScene(setUp, change.scene); },
            [&](const RemoveScene& remove) { return removeScene(setUp, stage, remove.scene); },
            [&](const MoveScene& move) -> Change {
                SetUpChange change{setUp, {}};
                const auto held = find(change.setUp.scenes, move.scene);
                if (held == change.setUp.scenes.end())
                    return fail(ErrorCode::UnknownScene, move.scene.value);
                moveTo(change.setUp.scenes, held, move.position);
                return change;
            },
            [&](const SetLostFallback& set) -> Change {
                if (!set.scene.empty() && !findScene(setUp, set.scene))
                    return fail(ErrorCode::UnknownScene, set.scene.value);
                SetUpChange change{setUp, {}};
                change.setUp.lostFallback = set.scene;
                return change;
            },
            [&](const SetLimiter& set) -> Change {
                if (!std::isfinite(set.db) || set.db < -24.0 || set.db > 0.0)
                    return fail(ErrorCode::BadRequest, "limiter");
                SetUpChange change{setUp, {}};
                change.setUp.limiter = set.on;
                change.setUp.limiterDb = set.db;
                return change;
            },
            [&](const SetHeadphones& set) -> Change {
                SetUpChange change{setUp, {}};
                change.setUp.headphones = set.device;
                return change;
            },
            [&](const SetStudioMode& set) -> Change {
                SetUpChange change{setUp, {}};
                change.setUp.studioMode = set.on;
                return change;
            },
            [&](const SetOverlayPlaces& set) { return setOverlayPlaces(setUp, set); },
        },
        edit);
}

} // namespace vitrina::stage
