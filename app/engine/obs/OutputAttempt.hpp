// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/Encoders.hpp"
#include "engine/obs/Handles.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>

namespace vitrina::engine::obs {

/// One try of a recording or stream, from start to its end; another try is another object. libobs' own
/// reconnecting is switched off, so that there is one place that decides about it (Outputs).
class OutputAttempt {
  public:
    struct Listener {
        std::function<void()> started;
        /// code is one of OBS_OUTPUT_…, detail what libobs says of it.
        std::function<void(int code, const std::string& detail)> stopped;
    };

    /// The listener is called on threads of libobs, and never after the attempt has been destroyed.
    OutputAttempt(OutputHandle output, ServiceHandle service, const Encoders& encoders, Listener listener);
    /// Waits for a connection being made or a file being closed.
    ~OutputAttempt();
    OutputAttempt(const OutputAttempt&) = delete;
    OutputAttempt& operator=(const OutputAttempt&) = delete;

    /// True only means that it is being tried; false: the reason.
    bool start(std::string& reason);
    void stop();
    bool waitStopped(std::chrono::milliseconds atMost);
    std::uint64_t bytesSent() const { return obs_output_get_total_bytes(output_.get()); }
    int framesDropped() const { return obs_output_get_frames_dropped(output_.get()); }

  private:
    static void onStart(void* param, calldata_t* data);
    static void onStop(void* param, calldata_t* data);

    Listener listener_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopped_ = false;
    ServiceHandle service_;
    OutputHandle output_;
    SignalConnection startSignal_;
    SignalConnection stopSignal_;
};

} // namespace vitrina::engine::obs
