// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/OverlaySource.hpp"

#include "base/Log.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace vitrina::engine::obs {
namespace {

constexpr const char* overlayType = "vitrina_overlay";

struct Layer {
    std::string name;
    int z = 0;
    stage::Area area;
    std::shared_ptr<const Picture> picture; ///< guarded by the mutex
    bool changed = false;                   ///< guarded by the mutex
    gs_texture_t* texture = nullptr;        ///< graphics thread or context; freed by OverlayData
};

struct OverlayData {
    OverlayData() = default;
    OverlayData(const OverlayData&) = delete;
    OverlayData& operator=(const OverlayData&) = delete;
    /// On whatever thread drops the last reference.
    ~OverlayData() {
        obs_enter_graphics();
        for (const Layer& layer : layers)
            gs_texture_destroy(layer.texture);
        obs_leave_graphics();
    }

    stage::Canvas canvas;
    std::function<void()> afterDraw;
    std::mutex mutex;          ///< of the list and its marked members; held for moments only
    std::vector<Layer> layers; ///< lowest z first
};

OverlayData* of(void* data) {
    return static_cast<OverlayData*>(data);
}

bool isWhole(const Picture& picture) {
    return picture.width > 0 && picture.height > 0 &&
           picture.rgba.size() == std::size_t(picture.width) * std::size_t(picture.height) * 4;
}

/// Graphics thread, mutex held: a few hundred kB once a second at the most, 0.2–0.4 ms.
void upload(Layer& layer) {
    layer.changed = false;
    const Picture& picture = *layer.picture;
    const auto width = std::uint32_t(picture.width);
    const auto height = std::uint32_t(picture.height);
    if (layer.texture &&
        (gs_texture_get_width(layer.texture) != width || gs_texture_get_height(layer.texture) != height)) {
        gs_texture_destroy(layer.texture);
        layer.texture = nullptr;
    }
    if (!layer.texture)
        layer.texture = gs_texture_create(width, height, GS_RGBA, 1, nullptr, GS_DYNAMIC);
    if (layer.texture)
        gs_texture_set_image(layer.texture, picture.rgba.data(), width * 4, false);
}

void draw(const Layer& layer, const stage::Canvas& canvas) {
    gs_effect_t* effect = obs_get_base_effect(OBS_EFFECT_DEFAULT);
    gs_effect_set_texture(gs_effect_get_param_by_name(effect, "image"), layer.texture);
    gs_matrix_push();
    gs_matrix_translate3f(float(layer.area.x * canvas.width), float(layer.area.y * canvas.height), 0.0F);
    const auto width = std::uint32_t(std::max(1.0, layer.area.width * canvas.width + 0.5));
    const auto height = std::uint32_t(std::max(1.0, layer.area.height * canvas.height + 0.5));
    while (gs_effect_loop(effect, "Draw"))
        gs_draw_sprite(layer.texture, 0, width, height);
    gs_matrix_pop();
}

void renderOverlay(void* data, gs_effect_t*) {
    OverlayData& overlay = *of(data);
    {
        const std::lock_guard lock(overlay.mutex);
        // The pictures come premultiplied, as Qt paints them.
        gs_blend_state_push();
        gs_blend_function(GS_BLEND_ONE, GS_BLEND_INVSRCALPHA);
        for (Layer& layer : overlay.layers) {
            if (!layer.picture)
                continue;
            if (layer.changed)
                upload(layer);
            if (layer.texture)
                draw(layer, overlay.canvas);
        }
        gs_blend_state_pop();
    }
    if (overlay.afterDraw)
        overlay.afterDraw();
}

} // namespace

void registerOverlaySource() {
    obs_source_info info{};
    info.id = overlayType;
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_VIDEO | OBS_SOURCE_CUSTOM_DRAW;
    info.get_name = [](void*) {
        return "Overlay";
    };
    info.create = [](obs_data_t*, obs_source_t*) -> void* {
        return std::make_unique<OverlayData>().release();
    };
    info.destroy = [](void* data) {
        const std::unique_ptr<OverlayData> end(of(data));
    };
    info.get_width = [](void* data) {
        return std::uint32_t(of(data)->canvas.width);
    };
    info.get_height = [](void* data) {
        return std::uint32_t(of(data)->canvas.height);
    };
    info.video_render = renderOverlay;
    obs_register_source(&info);
}

SourceHandle makeOverlay(const stage::Canvas& canvas, std::function<void()> afterDraw) {
    SourceHandle overlay(obs_source_create_private(overlayType, "overlay", nullptr));
    if (!overlay)
        return overlay;
    OverlayData* data = of(obs_obj_get_data(overlay.get()));
    data->canvas = canvas;
    data->afterDraw = std::move(afterDraw);
    return overlay;
}

void setOverlayLayer(const SourceHandle& overlay, const SetOverlay& wanted) {
    OverlayData& data = *of(obs_obj_get_data(overlay.get()));
    if (wanted.picture && !isWhole(*wanted.picture)) {
        logWarning("engine",
                   "overlay '" + wanted.layer + "': picture and its size do not match; left as it was");
        return;
    }
    const std::lock_guard lock(data.mutex);
    auto layer = std::find_if(data.layers.begin(), data.layers.end(),
                              [&](const Layer& known) { return known.name == wanted.layer; });
    if (layer == data.layers.end())
        layer = data.layers.emplace(layer);
    layer->name = wanted.layer;
    layer->changed = layer->changed || layer->picture != wanted.picture;
    layer->picture = wanted.picture;
    layer->area = wanted.area;
    layer->z = wanted.z;
    std::stable_sort(data.layers.begin(), data.layers.end(),
                     [](const Layer& a, const Layer& b) { return a.z < b.z; });
}

} // namespace vitrina::engine::obs
