// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/SceneSource.hpp"

#include "engine/obs/DrawLook.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr const char* sceneType = "vitrina_scene";

using PartList = std::shared_ptr<const std::vector<ScenePart>>;

/// What libobs keeps for us with the source. Drawn on the graphics thread, enumerated on that and the audio
/// thread.
struct SceneData {
    explicit SceneData(obs_source_t* own) : self(own) {}
    ~SceneData() {
        for (const ScenePart& part : *parts())
            obs_source_remove_active_child(self, part.source.get());
    }
    SceneData(const SceneData&) = delete;
    SceneData& operator=(const SceneData&) = delete;

    /// Any thread. The list itself never changes; setSceneParts puts another one in its place.
    PartList parts() {
        const std::lock_guard lock(mutex);
        return list;
    }
    PartList exchange(PartList other) {
        const std::lock_guard lock(mutex);
        return std::exchange(list, std::move(other));
    }

    obs_source_t* self; ///< not owned: the source owns us
    stage::Canvas canvas;
    std::mutex mutex; ///< of the pointer only, held for a copy
    PartList list = std::make_shared<const std::vector<ScenePart>>();
};

SceneData* of(void* data) {
    return static_cast<SceneData*>(data);
}

void renderScene(void* data, gs_effect_t*) {
    gs_rect view{};
    gs_get_viewport(&view);
    const PartList parts = of(data)->parts();
    for (const ScenePart& part : *parts)
        drawPart(part, {view.x, view.y, view.cx, view.cy});
}

void enumerateParts(void* data, obs_source_enum_proc_t callback, void* param) {
    const PartList parts = of(data)->parts();
    for (const ScenePart& part : *parts)
        callback(of(data)->self, part.source.get(), param);
}

} // namespace

// The part's box becomes the viewport and the visible piece of the source the projection,
// so clipping does the cropping. The scene always fills the target it is drawn into.
void drawPart(const ScenePart& part, const PixelBox& target) {
    obs_source_t* source = part.source.get();
    const Turn turned =
        turn(part.look, int(obs_source_get_width(source)), int(obs_source_get_height(source)));
    const Placement placement = place(part.area, part.fit, target, turned.width, turned.height);
    if (placement.width <= 0)
        return;
    gs_viewport_push();
    gs_projection_push();
    gs_matrix_push();
    gs_matrix_identity();
    gs_ortho(float(placement.left), float(placement.left + placement.width), float(placement.top),
             float(placement.top + placement.height), -100.0F, 100.0F);
    gs_set_viewport(placement.box.x, placement.box.y, placement.box.width, placement.box.height);
    drawLook(source, turned);
    gs_matrix_pop();
    gs_projection_pop();
    gs_viewport_pop();
}

void registerSceneSource() {
    obs_source_info info{};
    info.id = sceneType;
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_VIDEO | OBS_SOURCE_CUSTOM_DRAW | OBS_SOURCE_SRGB;
    info.get_name = [](void*) {
        return "Scene";
    };
    info.create = [](obs_data_t*, obs_source_t* source) -> void* {
        return std::make_unique<SceneData>(source).release();
    };
    info.destroy = [](void* data) {
        const std::unique_ptr<SceneData> end(of(data));
    };
    info.get_width = [](void* data) {
        return std::uint32_t(of(data)->canvas.width);
    };
    info.get_height = [](void* data) {
        return std::uint32_t(of(data)->canvas.height);
    };
    info.video_render = renderScene;
    info.enum_active_sources = enumerateParts;
    obs_register_source(&info);
}

SourceHandle makeScene(const std::string& name, const stage::Canvas& canvas, std::vector<ScenePart> parts) {
    SourceHandle scene(obs_source_create_private(sceneType, name.c_str(), nullptr));
    if (!scene)
        return scene;
    of(obs_obj_get_data(scene.get()))->canvas = canvas;
    setSceneParts(scene, std::move(parts));
    return scene;
}

void setSceneParts(const SourceHandle& scene, std::vector<ScenePart> parts) {
    SceneData* data = of(obs_obj_get_data(scene.get()));
    const auto list = std::make_shared<const std::vector<ScenePart>>(std::move(parts));
    // New ones first: one in both lists must not become inactive in between.
    for (const ScenePart& part : *list)
        obs_source_add_active_child(scene.get(), part.source.get());
    const PartList before = data->exchange(list);
    for (const ScenePart& part : *before)
        obs_source_remove_active_child(scene.get(), part.source.get());
}

} // namespace vitrina::engine::obs
