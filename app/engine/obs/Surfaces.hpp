// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"
#include "engine/obs/Placement.hpp"
#include "engine/obs/SceneSource.hpp"
#include "engine/obs/SurfacePacing.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace vitrina::engine::obs {

class ObsSurface;

/// What the windows show, and which windows there are. Made and closed on the executor thread; surfaces come
/// and go on the GUI thread; drawing happens on libobs' graphics thread.
class Surfaces : public std::enable_shared_from_this<Surfaces> {
  public:
    explicit Surfaces(const stage::Canvas& canvas);
    ~Surfaces();
    Surfaces(const Surfaces&) = delete;
    Surfaces& operator=(const Surfaces&) = delete;

    /// Also in the place of the one before.
    void addSource(const SourceId& id, SourceHandle source, const Look& look);
    void setLook(const SourceId& id, const Look& look);
    void removeSource(const SourceId& id);
    /// For tiles; null when it is gone. Also in the place of the one before.
    void setScene(const SceneId& id, SourceHandle scene);
    /// Keeps the scene's cameras shown, so that it is there at once.
    void setPreview(SourceHandle scene);
    /// Executor thread, before the sources go: nothing is drawn any more. Returns how many surfaces were
    /// still there, which is a fault of their owner; they are taken out of the windows here.
    std::size_t close();

    /// Whether windows give way when frames come late: yes, unless told otherwise.
    void setEases(bool eases);
    Easing easing() const;

    /// GUI thread. Null when closed or when libobs refuses the window.
    std::unique_ptr<Surface> create(const SurfaceRequest& request);

  private:
    friend class ObsSurface;
    static void onTick(void* param, float seconds);
    void pace();
    void remove(ObsSurface& surface);
    struct Shown {
        SourceHandle source;
        Look look;
    };
    Shown contentOf(SurfaceContent content, const SourceId& source, const SceneId& scene);
    std::vector<ScenePart> partsOf(const std::vector<stage::SceneItem>& items);

    const stage::Canvas canvas_;
    mutable std::mutex mutex_; ///< of everything below
    bool closed_ = false;
    bool eases_ = true;
    SourceHandle preview_;
    std::map<SourceId, Shown> sources_;
    std::map<SceneId, SourceHandle> scenes_;
    std::vector<ObsSurface*> surfaces_; ///< not owned: the GUI owns them and each removes itself
    SurfacePacing pacing_;
};

} // namespace vitrina::engine::obs
