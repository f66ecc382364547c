// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Still.hpp"

#include "engine/obs/DrawLook.hpp"
#include "engine/obs/Handles.hpp"

#include <cstring>

namespace vitrina::engine::obs {
namespace {

using RenderHandle = std::unique_ptr<gs_texrender_t, Releaser<gs_texrender_destroy>>;
using StageHandle = std::unique_ptr<gs_stagesurf_t, Releaser<gs_stagesurface_destroy>>;

class GraphicsLock {
  public:
    GraphicsLock() { obs_enter_graphics(); }
    ~GraphicsLock() { obs_leave_graphics(); }
    GraphicsLock(const GraphicsLock&) = delete;
    GraphicsLock& operator=(const GraphicsLock&) = delete;
};

bool render(gs_texrender_t* target, obs_source_t* source, const Turn& turned) {
    if (!gs_texrender_begin(target, std::uint32_t(turned.width), std::uint32_t(turned.height)))
        return false;
    vec4 black{};
    vec4_set(&black, 0.0F, 0.0F, 0.0F, 1.0F);
    gs_clear(GS_CLEAR_COLOR, &black, 0.0F, 0);
    gs_ortho(0.0F, float(turned.width), 0.0F, float(turned.height), -100.0F, 100.0F);
    gs_blend_state_push();
    gs_blend_function(GS_BLEND_ONE, GS_BLEND_ZERO);
    drawLook(source, turned);
    gs_blend_state_pop();
    gs_texrender_end(target);
    return true;
}

std::shared_ptr<const Picture> readBack(gs_stagesurf_t* staged, const Turn& turned) {
    std::uint8_t* data = nullptr;
    std::uint32_t stride = 0;
    if (!gs_stagesurface_map(staged, &data, &stride))
        return nullptr;
    auto picture = std::make_shared<Picture>();
    picture->width = turned.width;
    picture->height = turned.height;
    const std::size_t row = std::size_t(turned.width) * 4;
    picture->rgba.resize(row * std::size_t(turned.height));
    for (std::size_t y = 0; y < std::size_t(turned.height); ++y)
        std::memcpy(picture->rgba.data() + y * row, data + y * stride, row);
    gs_stagesurface_unmap(staged);
    for (std::size_t alpha = 3; alpha < picture->rgba.size(); alpha += 4)
        picture->rgba[alpha] = 0xFF; // a camera's fourth byte means nothing
    return picture;
}

} // namespace

std::shared_ptr<const Picture> stillOf(obs_source_t* source, const Look& look) {
    const GraphicsLock lock;
    const Turn turned = turn(look, int(obs_source_get_width(source)), int(obs_source_get_height(source)));
    if (turned.width <= 0 || turned.height <= 0)
        return nullptr;
    const RenderHandle target(gs_texrender_create(GS_RGBA, GS_ZS_NONE));
    const StageHandle staged(
        gs_stagesurface_create(std::uint32_t(turned.width), std::uint32_t(turned.height), GS_RGBA));
    if (!target || !staged || !render(target.get(), source, turned))
        return nullptr;
    gs_stage_texture(staged.get(), gs_texrender_get_texture(target.get()));
    return readBack(staged.get(), turned);
}

} // namespace vitrina::engine::obs
