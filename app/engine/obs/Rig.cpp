// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Rig.hpp"

#include "base/Log.hpp"
#include "base/Overloaded.hpp"
#include "engine/obs/AudioBus.hpp"
#include "engine/obs/SceneSource.hpp"
#include "engine/obs/SlideSource.hpp"
#include "engine/obs/Still.hpp"
#include "engine/obs/camera/CameraSource.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace vitrina::engine::obs {
namespace {

struct Size {
    int width = 0;
    int height = 0;
};

Look lookOf(const stage::Source& source) {
    return {source.rotation, source.crop};
}

/// The camera scales its pictures to this before they are uploaded: nothing is drawn larger.
Size largestShown(const EngineConfig& config, const stage::Source& wanted) {
    const SourceId& source = wanted.id;
    Size size;
    for (const stage::Scene& scene : config.scenes) {
        const std::vector<stage::SceneItem>* layout = scene.layoutFor(config.canvas.shape());
        for (const stage::SceneItem& item : layout ? *layout : std::vector<stage::SceneItem>{}) {
            if (item.source != source)
                continue;
            size.width = std::max(size.width, int(std::lround(item.area.width * config.canvas.width)));
            size.height = std::max(size.height, int(std::lround(item.area.height * config.canvas.height)));
        }
    }
    // In no scene: only ever a tile.
    if (size.width <= 0 || size.height <= 0)
        size = {config.canvas.width / 2, config.canvas.height / 2};
    const PixelBox needed = neededFor(lookOf(wanted), size.width, size.height);
    return {needed.width, needed.height};
}

void setSize(const DataHandle& settings, const Size& size) {
    obs_data_set_int(settings.get(), setting::width, size.width);
    obs_data_set_int(settings.get(), setting::height, size.height);
}

SourceHandle makeCamera(const EngineConfig& config, const stage::Source& source) {
    const DataHandle settings = newData();
    obs_data_set_string(settings.get(), setting::sourceId, source.id.value.c_str());
    obs_data_set_int(settings.get(), setting::kind, static_cast<int>(source.kind));
    obs_data_set_string(settings.get(), setting::address, source.address.c_str());
    setSize(settings, largestShown(config, source));
    obs_data_set_int(settings.get(), setting::fps, config.canvas.fps);
    obs_data_set_string(settings.get(), setting::controls, controlsText(source.controls).c_str());
    const char* type = cameraTypeOf(source.kind);
    return SourceHandle(
        obs_source_create_private(type ? type : cameraSourceType, source.name.c_str(), settings.get()));
}

/// After so long nobody claps any more.
constexpr std::chrono::seconds clapsEndAfter{60};

bool hasAudio(const SourceHandle& source) {
    return (obs_source_get_output_flags(source.get()) & OBS_SOURCE_AUDIO) != 0;
}

SourceHandle makeAny(const EngineConfig& config, const stage::Source& source) {
    switch (source.kind) {
    case stage::SourceKind::Microphone:
        return makeMicrophone(source);
    case stage::SourceKind::Slide:
        return makeSlide(source.name);
    default:
        return makeCamera(config, source);
    }
}

} // namespace

Result<std::unique_ptr<Rig>> Rig::make(const EngineConfig& config, Executor& executor,
                                       const EventSink& events, FragmentSink fragments) {
    auto encoders = makeEncoders(config);
    if (!encoders)
        return encoders.error();
    registerWebVideo();
    registerCameraSource([events](const std::string& id, const stage::SourceStatus& status) {
        events(SourceChanged{SourceId{id}, status});
    });
    std::unique_ptr<Rig> rig(new Rig(config, executor, events));
    rig->outputs_ =
        std::make_unique<Outputs>(executor, std::move(encoders).value(), events, std::move(fragments));
    rig->program_ = std::make_unique<Program>(
        config.canvas, events,
        [outputs = rig->outputs_.get()](std::uint64_t frameNs) { return outputs->mediaMsAt(frameNs); });
    if (!rig->program_->ready())
        return fail(ErrorCode::EngineUnavailable, "libobs lacks the fade transition");
    if (auto added = rig->addAll(config); !added)
        return added.error();
    return rig;
}

Rig::Rig(const EngineConfig& config, Executor& executor, const EventSink& events)
    : executor_(executor), config_{config.canvas, {}, {}, config.videoKbps, config.audioKbps},
      surfaces_(std::make_shared<Surfaces>(config.canvas)), meters_(std::make_unique<Meters>(events)),
      sounds_(events) {}

Result<void> Rig::addAll(const EngineConfig& config) {
    // All at once: how large a camera is shown follows from all scenes.
    config_ = config;
    for (const stage::Source& source : config.sources) {
        if (!makeSource(source))
            return fail(ErrorCode::EngineUnavailable, "no camera source for " + source.name);
    }
    bus_ = makeAudioBus(audible());
    program_->setAudioBus(share(bus_));
    for (const stage::Scene& scene : config.scenes) {
        SourceHandle made = makeScene(scene.name, config.canvas, partsOf(scene));
        if (!made)
            return fail(ErrorCode::EngineUnavailable, "no scene source for " + scene.name);
        surfaces_->setScene(scene.id, share(made));
        scenes_[scene.id] = std::move(made);
    }
    return {};
}

bool Rig::makeSource(const stage::Source& source) {
    SourceHandle made = makeAny(config_, source);
    if (!made)
        return false;
    // A microphone that can't be had has no sound either, and says that it failed.
    if (hasAudio(made) || source.kind == stage::SourceKind::Microphone) {
        sounds_.add(source, made);
        meters_->add(source.id, made);
    }
    if (stage::hasPicture(source.kind))
        surfaces_->addSource(source.id, share(made), lookOf(source));
    sources_[source.id] = std::move(made);
    return true;
}

/// Everything that shows or hears it lets go of it. Its thread ends, and its port is free, a moment later.
void Rig::forgetSource(const SourceId& id) {
    sounds_.remove(id);
    meters_->remove(id);
    surfaces_->removeSource(id);
    const SourceHandle gone = std::exchange(sources_[id], nullptr);
    sources_.erase(id);
    setAudioBusSources(bus_, audible());
    refreshScenes(id);
}

std::vector<SourceHandle> Rig::audible() const {
    std::vector<SourceHandle> sources;
    for (const auto& [id, source] : sources_)
        if (hasAudio(source))
            sources.push_back(share(source));
    return sources;
}

std::vector<ScenePart> Rig::partsOf(const stage::Scene& scene) const {
    std::vector<ScenePart> parts;
    const std::vector<stage::SceneItem>* layout = scene.layoutFor(config_.canvas.shape());
    for (const stage::SceneItem& item : layout ? *layout : std::vector<stage::SceneItem>{}) {
        const auto known = std::ranges::find(config_.sources, item.source, &stage::Source::id);
        const SourceHandle* source = sourceOf(item.source);
        if (source && known != config_.sources.end())
            parts.push_back({share(*source), item.area, item.fit, lookOf(*known)});
        else
            logWarning("engine", "scene '" + scene.name + "' shows an unknown source " + item.source.value);
    }
    return parts;
}

void Rig::refreshScenes(const SourceId& source) {
    for (const stage::Scene& scene : config_.scenes) {
        const auto made = scenes_.find(scene.id);
        if (made != scenes_.end() && stage::shows(scene, source))
            setSceneParts(made->second, partsOf(scene));
    }
}

/// Cameras scale to the size they are shown at, which follows from the scenes and from what is cut off.
void Rig::refreshSizes() {
    for (const stage::Source& source : config_.sources) {
        const SourceHandle* made = stage::hasPicture(source.kind) ? sourceOf(source.id) : nullptr;
        if (made)
            updateCamera(*made, source);
    }
}

void Rig::updateCamera(const SourceHandle& made, const stage::Source& source) const {
    const Size size = largestShown(config_, source);
    const std::string controls = controlsText(source.controls);
    const DataHandle settings(obs_source_get_settings(made.get()));
    if (obs_data_get_int(settings.get(), setting::width) == size.width &&
        obs_data_get_int(settings.get(), setting::height) == size.height &&
        obs_data_get_string(settings.get(), setting::controls) == controls)
        return;
    setSize(settings, size);
    obs_data_set_string(settings.get(), setting::controls, controls.c_str());
    obs_source_update(made.get(), settings.get());
}

void Rig::putSource(const stage::Source& source) {
    const auto held = std::ranges::find(config_.sources, source.id, &stage::Source::id);
    const bool known = held != config_.sources.end() && sourceOf(source.id);
    // What a slide's address says is for whoever draws it.
    const bool plays = known && held->kind == source.kind &&
                       (held->address == source.address || source.kind == stage::SourceKind::Slide);
    if (held == config_.sources.end())
        config_.sources.push_back(source);
    else
        *held = source;
    if (!plays) {
        if (known)
            forgetSource(source.id);
        if (!makeSource(source))
            return logError("engine", "no camera source for " + source.name);
        setAudioBusSources(bus_, audible());
    } else {
        surfaces_->setLook(source.id, lookOf(source));
        updateCamera(*sourceOf(source.id), source);
    }
    refreshScenes(source.id);
}

void Rig::dropSource(const SourceId& id) {
    for (stage::Scene& scene : config_.scenes) {
        for (auto& [shape, items] : scene.layouts)
            std::erase_if(items, [&](const stage::SceneItem& item) { return item.source == id; });
        if (const auto made = scenes_.find(scene.id); made != scenes_.end())
            setSceneParts(made->second, partsOf(scene));
    }
    std::erase_if(config_.sources, [&](const stage::Source& source) { return source.id == id; });
    reopening_.erase(id);
    if (sourceOf(id))
        forgetSource(id);
    sounds_.forget(id);
}

void Rig::putScene(const stage::Scene& scene) {
    const auto held = std::ranges::find(config_.scenes, scene.id, &stage::Scene::id);
    if (held == config_.scenes.end())
        config_.scenes.push_back(scene);
    else
        *held = scene;
    if (const auto made = scenes_.find(scene.id); made != scenes_.end()) {
        setSceneParts(made->second, partsOf(scene));
    } else if (SourceHandle fresh = makeScene(scene.name, config_.canvas, partsOf(scene))) {
        surfaces_->setScene(scene.id, share(fresh));
        scenes_[scene.id] = std::move(fresh);
    }
    refreshSizes();
}

void Rig::dropScene(const SceneId& id) {
    std::erase_if(config_.scenes, [&](const stage::Scene& scene) { return scene.id == id; });
    surfaces_->setScene(id, nullptr);
    scenes_.erase(id); // Where it is still shown (the end of a fade, say) it is held until then.
    refreshSizes();
}

const SourceHandle* Rig::sceneOf(const SceneId& id) const {
    const auto found = scenes_.find(id);
    if (found == scenes_.end())
        logWarning("engine", "no such scene: " + id.value);
    return found == scenes_.end() ? nullptr : &found->second;
}

std::shared_ptr<const Picture> Rig::still(const SourceId& id) const {
    const auto known = std::ranges::find(config_.sources, id, &stage::Source::id);
    const SourceHandle* made = sourceOf(id);
    if (known == config_.sources.end() || !made || !stage::hasPicture(known->kind))
        return nullptr;
    return stillOf(made->get(), lookOf(*known));
}

const SourceHandle* Rig::sourceOf(const SourceId& id) const {
    const auto found = sources_.find(id);
    return found == sources_.end() ? nullptr : &found->second;
}

void Rig::carryOut(const EngineCommand& command, std::uint64_t postedNs) {
    const auto heard = [this](const auto& change) {
        if (std::ranges::find(config_.sources, change.source, &stage::Source::id) != config_.sources.end())
            sounds_.carryOut(change);
        else
            logWarning("engine", "no such source: " + change.source.value);
    };
    std::visit(Overloaded{
                   [&](const ShowScene& show) {
                       if (const SourceHandle* scene = sceneOf(show.scene))
                           program_->show(show, *scene, postedNs);
                   },
                   [&](const SetPreviewScene& preview) {
                       if (const SourceHandle* scene = sceneOf(preview.scene))
                           surfaces_->setPreview(share(*scene));
                   },
                   [&](const SetOverlay& layer) { program_->setOverlay(layer); },
                   [&](const SetSourceMuted& mute) { heard(mute); },
                   [&](const SetSourceVolume& volume) { heard(volume); },
                   [&](const SetSourceDelay& delay) { heard(delay); },
                   [&](const SetSolo& solo) { sounds_.carryOut(solo); },
                   [&](const SetLimiter& limiter) { setAudioBusLimiter(bus_, limiter.on, limiter.db); },
                   [&](const SetSlidePicture& set) {
                       const auto held = std::ranges::find(config_.sources, set.source, &stage::Source::id);
                       const SourceHandle* slide = sourceOf(set.source);
                       if (slide && held != config_.sources.end() && held->kind == stage::SourceKind::Slide)
                           setSlidePicture(*slide, set.picture);
                   },
                   [&](const ListenForClaps& listen) { listenForClaps(listen.on); },
                   [&](const PutSource& put) { putSource(put.source); },
                   [&](const DropSource& drop) { dropSource(drop.source); },
                   [&](const PutScene& put) { putScene(put.scene); },
                   [&](const DropScene& drop) { dropScene(drop.scene); },
                   [&](const StopOutput& stop) { outputs_->stop(stop.output); },
                   [&](const auto& start) { outputs_->start(start); },
               },
               command);
}

void Rig::listenForClaps(bool on) {
    sounds_.listenForClaps(on);
    // Forgotten with all that waits when the outputs are stopped, so before the rig goes.
    executor_.postAfter(clapsEndAfter, [this, turn = ++clapTurn_] {
        if (turn == clapTurn_)
            sounds_.listenForClaps(false);
    });
}

/// In two steps: all that use the sound server's connection must be gone before a new one is made, and
/// libobs destroys a source a moment after it is let go of.
void Rig::checkMicrophones() {
    const std::set<SourceId> gone = std::exchange(reopening_, {});
    for (const SourceId& id : gone) {
        const auto source = std::ranges::find(config_.sources, id, &stage::Source::id);
        if (source != config_.sources.end() && !sourceOf(id))
            makeSource(*source);
    }
    if (!gone.empty())
        setAudioBusSources(bus_, audible());
    for (const SourceId& id : sounds_.checkMicrophones()) {
        reopening_.insert(id);
        forgetSource(id);
    }
}

StatsMeasured Rig::stats() const {
    StatsMeasured stats;
    stats.framesTotal = obs_get_total_frames();
    stats.framesLagged = obs_get_lagged_frames();
    stats.framesSkipped = video_output_get_skipped_frames(obs_get_video());
    stats.framesDropped = outputs_->framesDropped();
    stats.fps = obs_get_active_fps();
    stats.renderMs = double(obs_get_average_frame_time_ns()) / 1e6;
    stats.easing = surfaces_->easing();
    return stats;
}

bool Rig::close() {
    const bool closed = outputs_->stopAll();
    if (const std::size_t left = surfaces_->close(); left > 0)
        logError("engine", std::to_string(left) + " surfaces were still there at shutdown");
    return closed;
}

} // namespace vitrina::engine::obs
