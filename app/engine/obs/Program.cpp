// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Program.hpp"

#include "engine/obs/OverlaySource.hpp"

#include <util/platform.h>

#include <utility>

namespace vitrina::engine::obs {
namespace {

constexpr std::uint32_t fadeChannel = 0;
constexpr std::uint32_t audioChannel = 1;
constexpr std::uint32_t overlayChannel = MAX_CHANNELS - 1;

} // namespace

void Program::latchThunk(void* self, std::uint32_t, std::uint32_t) {
    static_cast<Program*>(self)->latch();
}

Program::Program(const stage::Canvas& canvas, EventSink events, MediaTime mediaMsAt)
    : events_(std::move(events)), mediaMsAt_(std::move(mediaMsAt)),
      fade_(obs_source_create_private("fade_transition", "program", nullptr)),
      overlay_(makeOverlay(canvas, [this] { confirm(); })) {
    if (!ready())
        return;
    obs_transition_set_size(fade_.get(), std::uint32_t(canvas.width), std::uint32_t(canvas.height));
    obs_set_output_source(fadeChannel, fade_.get());
    obs_set_output_source(overlayChannel, overlay_.get());
    // Called while the main texture is being made, before anything is drawn into it.
    obs_add_main_render_callback(latchThunk, this);
}

Program::~Program() {
    if (!ready())
        return;
    obs_remove_main_render_callback(latchThunk, this);
    // Waits for a frame being drawn, so that confirm() isn't called after this.
    for (const std::uint32_t channel : {overlayChannel, audioChannel, fadeChannel})
        obs_set_output_source(channel, nullptr);
    obs_transition_clear(fade_.get());
}

void Program::setAudioBus(SourceHandle bus) {
    bus_ = std::move(bus);
    obs_set_output_source(audioChannel, bus_.get());
}

void Program::show(const ShowScene& request, const SourceHandle& scene, std::uint64_t postedNs) {
    Pending pending{request.token, request.scene, postedNs, 0};
    const bool fades =
        request.transition.kind == stage::TransitionKind::Fade && request.transition.durationMs > 0;
    if (fades) {
        pending.visibleAfterNs = os_gettime_ns();
        startFade(scene, request.transition.durationMs);
    } else {
        // Also ends a fade that is running.
        obs_transition_set(fade_.get(), scene.get());
    }
    // Only now: a frame that latches this has certainly been drawn with the scene.
    const std::lock_guard lock(mutex_);
    pending_ = std::move(pending);
}

/// libobs keeps the scene a running transition came from, so a new start would jump back to it. What is seen
/// the most becomes the start instead.
void Program::startFade(const SourceHandle& scene, int durationMs) {
    const SourceHandle from(obs_transition_get_source(fade_.get(), OBS_TRANSITION_SOURCE_A));
    const SourceHandle to(obs_transition_get_source(fade_.get(), OBS_TRANSITION_SOURCE_B));
    if (to) {
        const bool mostlyThere = obs_transition_get_time(fade_.get()) >= 0.5F;
        obs_transition_set(fade_.get(), mostlyThere ? to.get() : from.get());
    }
    obs_transition_start(fade_.get(), OBS_TRANSITION_MODE_AUTO, std::uint32_t(durationMs), scene.get());
}

void Program::setOverlay(const SetOverlay& layer) {
    setOverlayLayer(overlay_, layer);
}

void Program::latch() {
    const std::lock_guard lock(mutex_);
    if (pending_)
        latched_ = std::exchange(pending_, std::nullopt);
}

void Program::confirm() {
    const std::uint64_t frameNs = obs_get_video_frame_time();
    if (!latched_ || (latched_->visibleAfterNs != 0 && frameNs <= latched_->visibleAfterNs))
        return;
    SceneOnProgram event;
    event.token = latched_->token;
    event.scene = latched_->scene;
    event.mediaMs = mediaMsAt_(frameNs);
    event.requestToFrameUs = std::int64_t((os_gettime_ns() - latched_->postedNs) / 1000);
    latched_.reset();
    events_(std::move(event));
}

} // namespace vitrina::engine::obs
