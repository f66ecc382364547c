// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Surfaces.hpp"

#include "engine/obs/DrawLook.hpp"
#include "engine/obs/SurfaceGround.hpp"

#include <obs-nix-platform.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <utility>

namespace vitrina::engine::obs {

namespace {

PixelBox boxOf(const stage::Area& area, const PixelBox& in) {
    const int left = int(std::lround(in.x + area.x * in.width));
    const int top = int(std::lround(in.y + area.y * in.height));
    // A line of half a pixel is still a line.
    return {left, top, std::max(1, int(std::lround(in.x + (area.x + area.width) * in.width)) - left),
            std::max(1, int(std::lround(in.y + (area.y + area.height) * in.height)) - top)};
}

/// Graphics thread, in a projection of device pixels.
void fill(const PixelBox& box, std::uint32_t colour) {
    gs_effect_t* solid = obs_get_base_effect(OBS_EFFECT_SOLID);
    vec4 rgba{};
    vec4_set(&rgba, float(colour >> 16U & 0xFFU) / 255.0F, float(colour >> 8U & 0xFFU) / 255.0F,
             float(colour & 0xFFU) / 255.0F, float(colour >> 24U) / 255.0F);
    gs_effect_set_vec4(gs_effect_get_param_by_name(solid, "color"), &rgba);
    gs_matrix_push();
    gs_matrix_translate3f(float(box.x), float(box.y), 0.0F);
    while (gs_effect_loop(solid, "Solid"))
        gs_draw_sprite(nullptr, 0, std::uint32_t(box.width), std::uint32_t(box.height));
    gs_matrix_pop();
}

void drawMark(const PixelBox& box, const SurfaceMark& mark) {
    const int line = std::min({int(std::lround(mark.thickness)), box.width, box.height});
    if (line <= 0)
        return fill(box, mark.colour);
    fill({box.x, box.y, box.width, line}, mark.colour);
    fill({box.x, box.y + box.height - line, box.width, line}, mark.colour);
    fill({box.x, box.y + line, line, box.height - 2 * line}, mark.colour);
    fill({box.x + box.width - line, box.y + line, line, box.height - 2 * line}, mark.colour);
}

} // namespace

/// One window. The GUI thread makes, resizes and destroys it; draw() runs on the graphics thread.
class ObsSurface final : public Surface {
  public:
    ObsSurface(std::shared_ptr<Surfaces> owner, const SurfaceRequest& request)
        : owner_(std::move(owner)), content_(request.content), source_(request.source),
          mirrored_(request.mirrored), scene_(request.scene) {
        gs_init_data data{};
        data.cx = std::uint32_t(std::max(request.width, 1));
        data.cy = std::uint32_t(std::max(request.height, 1));
        data.format = GS_BGRA;
        data.zsformat = GS_ZS_NONE;
        data.window.id = std::uint32_t(request.nativeWindow);
        data.window.display = obs_get_nix_platform_display();
        // libobs wants the bytes the other way round: 0xAABBGGRR.
        const std::uint32_t colour = request.background;
        display_ = obs_display_create(&data, (colour & 0xFF00FF00U) | ((colour & 0xFFU) << 16U) |
                                                 ((colour >> 16U) & 0xFFU));
        if (!display_)
            return;
        setSurfaceGround(data.window.display, request.nativeWindow, colour & 0xFFFFFFU);
        obs_display_add_draw_callback(display_, onDraw, this);
    }
    ~ObsSurface() override { owner_->remove(*this); }
    ObsSurface(const ObsSurface&) = delete;
    ObsSurface& operator=(const ObsSurface&) = delete;

    bool works() const { return display_ != nullptr; }
    SurfaceContent content() const { return content_; }
    bool wanted() const { return wanted_; }
    void setDrawn(bool drawn) { obs_display_set_enabled(display_, drawn); }

    void resize(int devicePixelWidth, int devicePixelHeight) override {
        const std::lock_guard lock(owner_->mutex_);
        if (display_)
            obs_display_resize(display_, std::uint32_t(std::max(devicePixelWidth, 1)),
                               std::uint32_t(std::max(devicePixelHeight, 1)));
    }

    void setEnabled(bool enabled) override { wanted_ = enabled; } // Taken up by the next frame.

    void setLayout(SurfaceLayout layout) override {
        const std::lock_guard lock(layoutMutex_);
        layout_ = std::make_shared<const SurfaceLayout>(std::move(layout));
    }

    /// Waits for a frame that is being drawn, so not with the owner's mutex held.
    void destroyDisplay(obs_display_t* display) {
        obs_display_remove_draw_callback(display, onDraw, this);
        obs_display_destroy(display);
    }
    obs_display_t* takeDisplay() { return std::exchange(display_, nullptr); }

  private:
    static void onDraw(void* param, std::uint32_t width, std::uint32_t height) {
        static_cast<const ObsSurface*>(param)->draw(int(width), int(height));
    }

    void draw(int width, int height) const {
        if (content_ == SurfaceContent::Program) {
            drawIn(letterbox(width, height, owner_->canvas_.width, owner_->canvas_.height),
                   owner_->canvas_.width, owner_->canvas_.height, [] { obs_render_main_texture(); });
            return;
        }
        if (content_ == SurfaceContent::Layout) {
            drawLayout(width, height);
            return;
        }
        const Surfaces::Shown shown = owner_->contentOf(content_, source_, scene_);
        if (!shown.source)
            return;
        const Turn turned = turn(shown.look, int(obs_source_get_width(shown.source.get())),
                                 int(obs_source_get_height(shown.source.get())));
        if (turned.width > 0)
            drawIn(letterbox(width, height, turned.width, turned.height), turned.width, turned.height,
                   [&] { drawLook(shown.source.get(), turned); });
    }

    template <class Drawing>
    void drawIn(const PixelBox& box, int width, int height, const Drawing& drawing) const {
        gs_viewport_push();
        gs_projection_push();
        // A display draws both sides of a face (GS_NEITHER), so a mirror is a projection the other way round.
        // Our scenes set one of their own for each part: Preview is no mirror.
        gs_ortho(mirrored_ ? float(width) : 0.0F, mirrored_ ? 0.0F : float(width), 0.0F, float(height),
                 -100.0F, 100.0F);
        gs_set_viewport(box.x, box.y, box.width, box.height);
        drawing();
        gs_projection_pop();
        gs_viewport_pop();
    }

    std::shared_ptr<const SurfaceLayout> layout() const {
        const std::lock_guard lock(layoutMutex_);
        return layout_;
    }

    void drawLayout(int width, int height) const {
        const std::shared_ptr<const SurfaceLayout> shown = layout();
        if (!shown)
            return;
        const PixelBox canvas = boxOf(shown->canvas, {0, 0, width, height});
        drawIn({0, 0, width, height}, width, height, [&] {
            fill(canvas, 0xFF000000);
            for (const ScenePart& part : owner_->partsOf(shown->items))
                drawPart(part, canvas);
            for (const SurfaceMark& mark : shown->marks)
                drawMark(boxOf(mark.area, canvas), mark);
        });
    }

    const std::shared_ptr<Surfaces> owner_;
    const SurfaceContent content_;
    const SourceId source_;
    const bool mirrored_;
    const SceneId scene_;
    mutable std::mutex layoutMutex_; ///< of the pointer, held for a copy
    std::shared_ptr<const SurfaceLayout> layout_;
    std::atomic<bool> wanted_{true};
    obs_display_t* display_ = nullptr; ///< owned; taken by whoever destroys it, under the owner's mutex
};

Surfaces::Surfaces(const stage::Canvas& canvas) : canvas_(canvas) {
    obs_add_tick_callback(onTick, this);
}

Surfaces::~Surfaces() = default;

void Surfaces::addSource(const SourceId& id, SourceHandle source, const Look& look) {
    obs_source_inc_showing(source.get());
    {
        const std::lock_guard lock(mutex_);
        std::swap(sources_[id].source, source);
        sources_[id].look = look;
    }
    if (source)
        obs_source_dec_showing(source.get());
}

void Surfaces::setLook(const SourceId& id, const Look& look) {
    const std::lock_guard lock(mutex_);
    if (const auto found = sources_.find(id); found != sources_.end())
        found->second.look = look;
}

void Surfaces::removeSource(const SourceId& id) {
    SourceHandle gone;
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = sources_.find(id); found != sources_.end()) {
            gone = std::move(found->second.source);
            sources_.erase(found);
        }
    }
    if (gone)
        obs_source_dec_showing(gone.get());
}

void Surfaces::setScene(const SceneId& id, SourceHandle scene) {
    // Its cameras are shown already: each is a source of ours.
    const std::lock_guard lock(mutex_);
    if (scene)
        std::swap(scenes_[id], scene);
    else
        scenes_.erase(id);
}

void Surfaces::setPreview(SourceHandle scene) {
    if (scene)
        obs_source_inc_showing(scene.get());
    {
        const std::lock_guard lock(mutex_);
        std::swap(preview_, scene);
    }
    if (scene)
        obs_source_dec_showing(scene.get());
}

std::size_t Surfaces::close() {
    obs_remove_tick_callback(onTick, this);
    setPreview(nullptr);
    std::vector<std::pair<ObsSurface*, obs_display_t*>> left;
    std::map<SourceId, Shown> sources;
    std::map<SceneId, SourceHandle> scenes;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        for (ObsSurface* surface : surfaces_)
            left.emplace_back(surface, surface->takeDisplay());
        surfaces_.clear();
        sources.swap(sources_);
        scenes.swap(scenes_);
    }
    for (const auto& [surface, display] : left)
        surface->destroyDisplay(display);
    for (const auto& [id, shown] : sources)
        obs_source_dec_showing(shown.source.get());
    return left.size();
}

std::unique_ptr<Surface> Surfaces::create(const SurfaceRequest& request) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_)
            return nullptr;
    }
    auto surface = std::make_unique<ObsSurface>(shared_from_this(), request);
    if (!surface->works())
        return nullptr;
    const std::lock_guard lock(mutex_);
    surfaces_.push_back(surface.get());
    return surface;
}

void Surfaces::remove(ObsSurface& surface) {
    obs_display_t* display = nullptr;
    {
        const std::lock_guard lock(mutex_);
        std::erase(surfaces_, &surface);
        display = surface.takeDisplay();
    }
    if (display)
        surface.destroyDisplay(display);
}

std::vector<ScenePart> Surfaces::partsOf(const std::vector<stage::SceneItem>& items) {
    const std::lock_guard lock(mutex_);
    std::vector<ScenePart> parts;
    for (const stage::SceneItem& item : items)
        if (const auto known = sources_.find(item.source); known != sources_.end())
            parts.push_back({share(known->second.source), item.area, item.fit, known->second.look});
    return parts;
}

Surfaces::Shown Surfaces::contentOf(SurfaceContent content, const SourceId& source, const SceneId& scene) {
    const std::lock_guard lock(mutex_);
    if (content == SurfaceContent::Preview)
        return {share(preview_), {}};
    if (content == SurfaceContent::Scene) {
        const auto made = scenes_.find(scene);
        return made == scenes_.end() ? Shown{} : Shown{share(made->second), {}};
    }
    const auto known = sources_.find(source);
    return known == sources_.end() ? Shown{} : Shown{share(known->second.source), known->second.look};
}

void Surfaces::setEases(bool eases) {
    const std::lock_guard lock(mutex_);
    eases_ = eases;
}

Easing Surfaces::easing() const {
    const std::lock_guard lock(mutex_);
    return pacing_.easing();
}

void Surfaces::onTick(void* param, float) {
    static_cast<Surfaces*>(param)->pace();
}

/// Graphics thread, at the start of a frame: switching a display on or off is a plain flag there.
void Surfaces::pace() {
    const std::lock_guard lock(mutex_);
    pacing_.startFrame(eases_ ? obs_get_lagged_frames() : 0);
    std::array<std::size_t, 6> counts{};
    for (ObsSurface* surface : surfaces_) {
        const std::size_t index = counts[static_cast<std::size_t>(surface->content())]++;
        surface->setDrawn(surface->wanted() && pacing_.draws(surface->content(), index));
    }
}

} // namespace vitrina::engine::obs
