// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Encoders.hpp"
#include "engine/obs/Executor.hpp"
#include "engine/obs/OutputAttempt.hpp"
#include "engine/obs/web/WebVideo.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::engine::obs {

/// Recording, streams and web video on the one pair of encoders. Executor thread, except where said.
class Outputs {
  public:
    Outputs(Executor& executor, Encoders encoders, EventSink events, FragmentSink fragments);
    ~Outputs();
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;

    void start(const StartRecording& command);
    void start(const StartRtmp& command);
    void start(const StartWebVideo& command);
    void stop(const OutputId& id);
    /// Stops everything in order and waits until the files are closed. False when a connection that is still
    /// being made holds on (an unreachable host): libobs must not be shut down then.
    bool stopAll();

    std::uint64_t framesDropped() const;
    /// Graphics thread: see WebVideo.
    std::int64_t mediaMsAt(std::uint64_t frameNs) const { return webVideo_.mediaMsAt(frameNs); }

  private:
    struct Running {
        stage::OutputKind kind = stage::OutputKind::None;
        StartRtmp rtmp;                         ///< of a stream
        std::string path;                       ///< of a recording
        std::unique_ptr<OutputAttempt> attempt; ///< null between two tries
        std::uint64_t generation = 0;           ///< of the attempt: signals of an earlier one are ignored
        int failures = 0;
        int refusals = 0;        ///< connections that ended before they settled
        bool everActive = false; ///< settled once
        bool connected = false;
        bool stopping = false;
    };

    /// A start that waits for a stream to be connected.
    struct Held {
        OutputId output;
        Executor::Task start;
    };

    Executor::Task whileAlive(Executor::Task task) const;
    bool streamComes() const;
    bool hold(const OutputId& id, Executor::Task start);
    void startHeld();
    void startAttempt(const OutputId& id, Running& running, OutputHandle output, ServiceHandle service);
    void tryStream(const OutputId& id, Running& running);
    void onStarted(const OutputId& id, std::uint64_t generation);
    void settleLater(const OutputId& id, std::uint64_t generation, std::uint64_t sentBefore);
    void onSettled(const OutputId& id, std::uint64_t generation);
    void onStopped(const OutputId& id, std::uint64_t generation, int code, const std::string& detail);
    void streamBroke(const OutputId& id, Running& running, int code, const std::string& detail);
    void discard(std::unique_ptr<OutputAttempt> attempt);
    void end(const OutputId& id, stage::OutputHealth health, ErrorCode error = ErrorCode::None,
             const std::string& detail = {});
    void report(const OutputId& id, stage::OutputHealth health, ErrorCode error = ErrorCode::None,
                const std::string& detail = {}, const std::string& path = {});

    const std::shared_ptr<const bool> life_ = std::make_shared<const bool>(true);
    Executor& executor_;
    Encoders encoders_;
    EventSink events_;
    FragmentSink fragments_;
    std::map<OutputId, Running> running_;
    std::vector<Held> held_;
    bool releasing_ = false; ///< what is started now is not held again
    OutputId webId_;         ///< set before web video starts, so before its threads read it
    std::uint64_t generation_ = 0;
    std::uint64_t droppedBefore_ = 0; ///< by attempts that are gone
    WebVideo webVideo_;
    /// Destroying a stream that is still connecting waits for the connection: not on the executor, where a
    /// take would wait with it.
    std::unique_ptr<Executor> closer_;
};

} // namespace vitrina::engine::obs
