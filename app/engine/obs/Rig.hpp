// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Executor.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/Meters.hpp"
#include "engine/obs/Outputs.hpp"
#include "engine/obs/Program.hpp"
#include "engine/obs/SceneSource.hpp"
#include "engine/obs/Surfaces.hpp"
#include "engine/obs/sound/SourceSounds.hpp"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace vitrina::engine::obs {

/// All that is made with libobs between its start and its end: cameras, scenes, program, outputs, windows.
/// Executor thread only.
class Rig {
  public:
    static Result<std::unique_ptr<Rig>> make(const EngineConfig& config, Executor& executor,
                                             const EventSink& events, FragmentSink fragments);
    ~Rig() { surfaces_->close(); }
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;

    /// postedNs: when the caller posted it, for the time to the first frame.
    void carryOut(const EngineCommand& command, std::uint64_t postedNs);
    StatsMeasured stats() const;
    /// What a source shows now; null: it is unknown or has no picture.
    std::shared_ptr<const Picture> still(const SourceId& id) const;
    /// Once a second: says how microphones are, and opens anew those that are not heard.
    void checkMicrophones();
    const std::shared_ptr<Surfaces>& surfaces() const { return surfaces_; }
    /// Stops the outputs, closes their files and takes the picture out of the windows. False: see
    /// Outputs::stopAll.
    bool close();

  private:
    Rig(const EngineConfig& config, Executor& executor, const EventSink& events);
    Result<void> addAll(const EngineConfig& config);
    bool makeSource(const stage::Source& source);
    void forgetSource(const SourceId& id);
    std::vector<SourceHandle> audible() const;
    std::vector<ScenePart> partsOf(const stage::Scene& scene) const;
    void refreshScenes(const SourceId& source);
    void refreshSizes();
    void updateCamera(const SourceHandle& made, const stage::Source& source) const;
    void putSource(const stage::Source& source);
    void dropSource(const SourceId& id);
    void putScene(const stage::Scene& scene);
    void dropScene(const SceneId& id);
    const SourceHandle* sceneOf(const SceneId& id) const;
    const SourceHandle* sourceOf(const SourceId& id) const;
    void listenForClaps(bool on);

    Executor& executor_;
    EngineConfig config_; ///< as it is now
    // In the order in which they are made; they go the other way round.
    std::map<SourceId, SourceHandle> sources_;
    SourceHandle bus_;
    std::map<SceneId, SourceHandle> scenes_;
    std::shared_ptr<Surfaces> surfaces_;
    std::unique_ptr<Outputs> outputs_;
    std::unique_ptr<Program> program_; ///< asks outputs_ for the media time on the graphics thread
    std::unique_ptr<Meters> meters_;
    SourceSounds sounds_;
    std::set<SourceId> reopening_; ///< microphones that are taken away until the next check
    int clapTurn_ = 0;
};

} // namespace vitrina::engine::obs
