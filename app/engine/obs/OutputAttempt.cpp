// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/OutputAttempt.hpp"

#include <utility>

namespace vitrina::engine::obs {

OutputAttempt::OutputAttempt(OutputHandle output, ServiceHandle service, const Encoders& encoders,
                             Listener listener)
    : listener_(std::move(listener)), service_(std::move(service)), output_(std::move(output)) {
    obs_output_set_video_encoder(output_.get(), encoders.video.get());
    obs_output_set_audio_encoder(output_.get(), encoders.audio.get(), 0);
    obs_output_set_reconnect_settings(output_.get(), 0, 0);
    if (service_)
        obs_output_set_service(output_.get(), service_.get());
    signal_handler_t* signals = obs_output_get_signal_handler(output_.get());
    startSignal_ = SignalConnection(signals, "start", onStart, this);
    stopSignal_ = SignalConnection(signals, "stop", onStop, this);
}

OutputAttempt::~OutputAttempt() = default;

bool OutputAttempt::start(std::string& reason) {
    if (obs_output_start(output_.get()))
        return true;
    const char* said = obs_output_get_last_error(output_.get());
    reason = said ? said : "the output did not start";
    return false;
}

void OutputAttempt::stop() {
    obs_output_stop(output_.get());
}

bool OutputAttempt::waitStopped(std::chrono::milliseconds atMost) {
    std::unique_lock lock(mutex_);
    return wake_.wait_for(lock, atMost, [this] { return stopped_; });
}

void OutputAttempt::onStart(void* param, calldata_t*) {
    static_cast<OutputAttempt*>(param)->listener_.started();
}

void OutputAttempt::onStop(void* param, calldata_t* data) {
    auto& attempt = *static_cast<OutputAttempt*>(param);
    const int code = int(calldata_int(data, "code"));
    const char* said = obs_output_get_last_error(attempt.output_.get());
    attempt.listener_.stopped(code, said ? said : "");
    const std::lock_guard lock(attempt.mutex_);
    attempt.stopped_ = true;
    attempt.wake_.notify_all();
}

} // namespace vitrina::engine::obs
