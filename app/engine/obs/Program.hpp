// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace vitrina::engine::obs {

/// What goes to program: one private fade on channel 0, the audio bus on 1, the overlay on the highest
/// channel, so above every scene. Made, used and destroyed on the executor thread.
class Program {
  public:
    /// mediaMsAt gives web video's media time of a frame, on the graphics thread.
    using MediaTime = std::function<std::int64_t(std::uint64_t frameNs)>;

    Program(const stage::Canvas& canvas, EventSink events, MediaTime mediaMsAt);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool ready() const { return fade_ && overlay_; }
    void setAudioBus(SourceHandle bus);
    /// A request that comes while a transition runs takes over at once. SceneOnProgram follows from the first
    /// frame that shows the scene; a request overtaken before such a frame is never confirmed.
    void show(const ShowScene& request, const SourceHandle& scene, std::uint64_t postedNs);
    void setOverlay(const SetOverlay& layer);

  private:
    struct Pending {
        std::string token;
        SceneId scene;
        std::uint64_t postedNs = 0;
        std::uint64_t visibleAfterNs =
            0; ///< a fade's first visible frame has a later time than this; 0: any frame
    };

    void startFade(const SourceHandle& scene, int durationMs);
    static void latchThunk(void* self, std::uint32_t width, std::uint32_t height);
    void latch();   ///< graphics thread, before a frame's scenes are drawn
    void confirm(); ///< graphics thread, after them

    EventSink events_;
    MediaTime mediaMsAt_;
    SourceHandle fade_;
    SourceHandle bus_;
    SourceHandle overlay_;
    std::mutex mutex_;
    std::optional<Pending> pending_; ///< guarded by the mutex
    std::optional<Pending> latched_; ///< graphics thread only
};

} // namespace vitrina::engine::obs
