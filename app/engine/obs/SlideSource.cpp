// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/SlideSource.hpp"

#include "base/Log.hpp"

#include <mutex>
#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr const char* slideType = "vitrina_slide";

struct SlideData {
    SlideData() = default;
    SlideData(const SlideData&) = delete;
    SlideData& operator=(const SlideData&) = delete;
    /// On whatever thread drops the last reference.
    ~SlideData() {
        obs_enter_graphics();
        gs_texture_destroy(texture);
        obs_leave_graphics();
    }

    std::mutex mutex; ///< of all below but the texture; held for moments, and for the upload
    std::shared_ptr<const Picture> fresh; ///< not uploaded yet; freed when it is
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    gs_texture_t* texture = nullptr; ///< graphics thread or context
};

SlideData* of(void* data) {
    return static_cast<SlideData*>(data);
}

/// Graphics thread. A slide changes once a second at the most.
void upload(SlideData& slide) {
    const std::lock_guard lock(slide.mutex);
    const std::shared_ptr<const Picture> picture = std::exchange(slide.fresh, nullptr);
    if (!picture)
        return;
    if (slide.texture && (gs_texture_get_width(slide.texture) != slide.width ||
                          gs_texture_get_height(slide.texture) != slide.height)) {
        gs_texture_destroy(slide.texture);
        slide.texture = nullptr;
    }
    if (!slide.texture)
        slide.texture = gs_texture_create(slide.width, slide.height, GS_RGBA, 1, nullptr, GS_DYNAMIC);
    if (slide.texture)
        gs_texture_set_image(slide.texture, picture->rgba.data(), slide.width * 4, false);
}

void renderSlide(void* data, gs_effect_t*) {
    SlideData& slide = *of(data);
    upload(slide);
    if (!slide.texture)
        return;
    gs_effect_t* effect = obs_get_base_effect(OBS_EFFECT_DEFAULT);
    gs_effect_set_texture(gs_effect_get_param_by_name(effect, "image"), slide.texture);
    gs_blend_state_push();
    gs_blend_function(GS_BLEND_ONE, GS_BLEND_INVSRCALPHA);
    while (gs_effect_loop(effect, "Draw"))
        gs_draw_sprite(slide.texture, 0, 0, 0);
    gs_blend_state_pop();
}

std::uint32_t locked(void* data, std::uint32_t SlideData::*size) {
    const std::lock_guard lock(of(data)->mutex);
    return of(data)->*size;
}

} // namespace

void registerSlideSource() {
    obs_source_info info{};
    info.id = slideType;
    info.type = OBS_SOURCE_TYPE_INPUT;
    info.output_flags = OBS_SOURCE_VIDEO | OBS_SOURCE_CUSTOM_DRAW;
    info.get_name = [](void*) {
        return "Slide";
    };
    info.create = [](obs_data_t*, obs_source_t*) -> void* {
        return std::make_unique<SlideData>().release();
    };
    info.destroy = [](void* data) {
        const std::unique_ptr<SlideData> end(of(data));
    };
    info.get_width = [](void* data) {
        return locked(data, &SlideData::width);
    };
    info.get_height = [](void* data) {
        return locked(data, &SlideData::height);
    };
    info.video_render = renderSlide;
    obs_register_source(&info);
}

SourceHandle makeSlide(const std::string& name) {
    return SourceHandle(obs_source_create_private(slideType, name.c_str(), nullptr));
}

void setSlidePicture(const SourceHandle& slide, std::shared_ptr<const Picture> picture) {
    const bool isWhole =
        picture && picture->width > 0 && picture->height > 0 &&
        picture->rgba.size() == std::size_t(picture->width) * std::size_t(picture->height) * 4;
    if (!isWhole) {
        logWarning("engine", "a slide's picture and its size do not match; left as it was");
        return;
    }
    SlideData& data = *of(obs_obj_get_data(slide.get()));
    const std::lock_guard lock(data.mutex);
    data.width = std::uint32_t(picture->width);
    data.height = std::uint32_t(picture->height);
    data.fresh = std::move(picture);
}

} // namespace vitrina::engine::obs
