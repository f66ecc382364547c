// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "support/RtmpServer.hpp"

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

struct _XDisplay;

namespace vitrina::bench {

/// Of one measured span.
struct Figures {
    double laggedPercent = 0.0;
    double skipped = 0.0;
    double dropped = 0.0;
    double cpuPercent = 0.0;
    double pssMb = 0.0;
    double takeMs = 0.0;
};

double median(std::vector<double> values);

/// Three cameras of 640x360 in three scenes; empty addresses when the files can't be made. `folder` gets
/// them.
engine::EngineConfig showConfig(const std::string& folder);

struct Round {
    bool windows = false; ///< the studio's: program, preview, a tile for each camera
    bool eases = true;    ///< windows give way when frames come late
    int hogs = 0;         ///< busy processes beside
    int seconds = 20;     ///< measured, after four more
};

/// The engine at the work of a show: a card with a new count each second, another scene every other one, web
/// video, RTMP and a recording.
class EngineShow {
  public:
    EngineShow(std::string folder, engine::EngineConfig config, int displayPid);
    /// Nothing when it could not be measured; why is on standard error.
    std::optional<Figures> play(const Round& round);

  private:
    void hear(const engine::EngineEvent& event);
    std::optional<engine::StatsMeasured> statsAfter(std::chrono::milliseconds time);
    std::vector<std::unique_ptr<engine::Surface>> openWindows(engine::Engine& engine,
                                                              _XDisplay* display) const;
    void startOutputs(engine::Engine& engine, const test::RtmpServer& server) const;
    void playShow(engine::Engine& engine) const;

    std::string folder_;
    engine::EngineConfig config_;
    int displayPid_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::uint64_t seen_ = 0;
    engine::StatsMeasured stats_;
    std::vector<double> takesMs_;
    std::map<OutputId, stage::OutputHealth> outputs_;
};

} // namespace vitrina::bench
