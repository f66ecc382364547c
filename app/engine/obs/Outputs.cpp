// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Outputs.hpp"

#include "base/Log.hpp"
#include "engine/obs/BackOff.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <future>
#include <system_error>
#include <utility>

namespace vitrina::engine::obs {
namespace {

using namespace std::chrono_literals;
using stage::OutputHealth;
using stage::OutputKind;

constexpr auto closingTime = 5s;
constexpr auto settlingLook = 300ms;
constexpr auto longestHold = 500ms;
constexpr int mostRefusals = 3;

/// Creates folder and file, as the muxer in its child process would say only "error" later. The first free
/// name is taken: a resumed show must not write over the recording it began with. Returns why not, empty when
/// the file is there.
std::string makeFile(const StartRecording& command, std::string& path) {
    std::error_code failed;
    std::filesystem::create_directories(command.folder, failed); // what fails here fails below as well
    for (int part = 1;; ++part) {
        path = command.folder + "/" + command.name + (part > 1 ? "-" + std::to_string(part) : "") + ".mkv";
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (file >= 0) {
            ::close(file);
            return {};
        }
        if (errno != EEXIST)
            return std::generic_category().message(errno);
    }
}

const char* meaning(int code) {
    switch (code) {
    case OBS_OUTPUT_BAD_PATH:
        return "bad address";
    case OBS_OUTPUT_CONNECT_FAILED:
        return "no connection";
    case OBS_OUTPUT_INVALID_STREAM:
        return "the server refused the stream";
    case OBS_OUTPUT_DISCONNECTED:
        return "disconnected";
    case OBS_OUTPUT_UNSUPPORTED:
        return "unsupported";
    case OBS_OUTPUT_NO_SPACE:
        return "disk full";
    case OBS_OUTPUT_ENCODE_ERROR:
        return "encoder error";
    default:
        return "error";
    }
}

std::string describe(int code, const std::string& detail) {
    return detail.empty() ? meaning(code) : std::string(meaning(code)) + ": " + detail;
}

} // namespace

Outputs::Outputs(Executor& executor, Encoders encoders, EventSink events, FragmentSink fragments)
    : executor_(executor), encoders_(std::move(encoders)), events_(std::move(events)),
      fragments_(std::move(fragments)), webVideo_([this](const stage::OutputStatus& status) {
          events_(OutputChanged{webId_, status});
      }),
      closer_(std::make_unique<Executor>("engine-close")) {}

Outputs::~Outputs() = default;

/// A signal may be in the executor's queue when shutdown has destroyed us on that same thread.
Executor::Task Outputs::whileAlive(Executor::Task task) const {
    return [alive = std::weak_ptr<const bool>(life_), task = std::move(task)] {
        if (alive.lock())
            task();
    };
}

/// Encoders begin with a key frame, and an output that joins later waits for the next one: up to a second,
/// and a connection takes a third of one. So the first stream starts them, and what starts while it is being
/// connected begins with the same frame.
bool Outputs::streamComes() const {
    if (webVideo_.running())
        return false;
    bool comes = false;
    for (const auto& [id, running] : running_) {
        if (running.connected || running.kind != OutputKind::Rtmp)
            return false; // the encoders run
        comes = comes || (running.attempt && running.failures == 0);
    }
    return comes;
}

bool Outputs::hold(const OutputId& id, Executor::Task start) {
    if (std::ranges::find(held_, id, &Held::output) != held_.end())
        return true;
    if (releasing_ || !streamComes())
        return false;
    report(id, OutputHealth::Starting);
    held_.push_back({id, std::move(start)});
    if (held_.size() == 1)
        executor_.postAfter(longestHold, whileAlive([this] { startHeld(); }));
    return true;
}

void Outputs::startHeld() {
    releasing_ = true;
    for (const Held& held : std::exchange(held_, {}))
        held.start();
    releasing_ = false;
}

void Outputs::start(const StartRecording& command) {
    if (running_.contains(command.output) || hold(command.output, [this, command] { start(command); }))
        return;
    std::string path;
    const std::string reason = makeFile(command, path);
    report(command.output, OutputHealth::Starting, ErrorCode::None, {}, path);
    if (!reason.empty()) {
        report(command.output, OutputHealth::Failed, ErrorCode::FileUnwritable, path + ": " + reason, path);
        return;
    }
    logInfo("engine", "recording to " + path);
    const DataHandle settings = newData();
    obs_data_set_string(settings.get(), "path", path.c_str());
    Running& running = running_[command.output];
    running.kind = OutputKind::Recording;
    running.path = path;
    startAttempt(command.output, running,
                 OutputHandle(obs_output_create("ffmpeg_muxer", "recording", settings.get(), nullptr)),
                 nullptr);
}

void Outputs::start(const StartRtmp& command) {
    if (running_.contains(command.output))
        return;
    Running& running = running_[command.output];
    running.kind = OutputKind::Rtmp;
    running.rtmp = command;
    report(command.output, OutputHealth::Starting);
    tryStream(command.output, running);
}

void Outputs::start(const StartWebVideo& command) {
    if (webVideo_.running() || hold(command.output, [this, command] { start(command); }))
        return;
    webId_ = command.output;
    if (const auto started = webVideo_.start(encoders_.video.get(), encoders_.audio.get(), fragments_);
        !started)
        report(webId_, OutputHealth::Failed, started.error().code, started.error().detail);
}

void Outputs::tryStream(const OutputId& id, Running& running) {
    startAttempt(id, running, OutputHandle(obs_output_create("rtmp_output", "stream", nullptr, nullptr)),
                 makeKeyService(running.rtmp.url, running.rtmp.key));
}

void Outputs::startAttempt(const OutputId& id, Running& running, OutputHandle output, ServiceHandle service) {
    if (!output) {
        end(id, OutputHealth::Failed, ErrorCode::EngineUnavailable, "libobs lacks this kind of output");
        return;
    }
    running.generation = ++generation_;
    const std::uint64_t generation = running.generation;
    OutputAttempt::Listener listener;
    listener.started = [this, id, generation] {
        executor_.post(whileAlive([this, id, generation] { onStarted(id, generation); }));
    };
    listener.stopped = [this, id, generation](int code, const std::string& detail) {
        executor_.post(
            whileAlive([this, id, generation, code, detail] { onStopped(id, generation, code, detail); }));
    };
    running.attempt = std::make_unique<OutputAttempt>(std::move(output), std::move(service), encoders_,
                                                      std::move(listener));
    std::string reason;
    if (!running.attempt->start(reason))
        onStopped(id, generation, OBS_OUTPUT_ERROR, reason);
}

void Outputs::onStarted(const OutputId& id, std::uint64_t generation) {
    const auto found = running_.find(id);
    if (found == running_.end() || found->second.generation != generation)
        return;
    found->second.connected = true;
    startHeld();
    if (found->second.kind == OutputKind::Rtmp)
        settleLater(id, generation, 0);
    else
        onSettled(id, generation);
}

/// A server with a wrong key often lets one connect and hangs up at the first packet: that is not "live". It
/// is when what has been sent has grown from one look to the next.
void Outputs::settleLater(const OutputId& id, std::uint64_t generation, std::uint64_t sentBefore) {
    executor_.postAfter(settlingLook, whileAlive([this, id, generation, sentBefore] {
                            const auto found = running_.find(id);
                            if (found == running_.end() || found->second.generation != generation)
                                return;
                            const std::uint64_t sent = found->second.attempt->bytesSent();
                            if (sentBefore > 0 && sent > sentBefore)
                                onSettled(id, generation);
                            else
                                settleLater(id, generation, sent);
                        }));
}

void Outputs::onSettled(const OutputId& id, std::uint64_t generation) {
    const auto found = running_.find(id);
    if (found == running_.end() || found->second.generation != generation || found->second.stopping)
        return;
    Running& running = found->second;
    running.failures = 0;
    running.refusals = 0;
    running.everActive = true;
    report(id, OutputHealth::Active, ErrorCode::None, {}, running.path);
}

void Outputs::onStopped(const OutputId& id, std::uint64_t generation, int code, const std::string& detail) {
    const auto found = running_.find(id);
    if (found == running_.end() || found->second.generation != generation)
        return;
    Running& running = found->second;
    running.connected = false;
    running.generation = 0;
    discard(std::move(running.attempt));
    if (running.stopping) {
        end(id, OutputHealth::Stopped);
    } else if (running.kind == OutputKind::Rtmp) {
        streamBroke(id, running, code, detail);
    } else {
        end(id, OutputHealth::Failed,
            code == OBS_OUTPUT_NO_SPACE ? ErrorCode::DiskFull : ErrorCode::OutputLost,
            describe(code, detail));
    }
    startHeld();
}

/// A server that has never taken the stream and says no will say no again; one that was there before, or
/// can't be reached, may come (back), so it is tried until the host stops it.
void Outputs::streamBroke(const OutputId& id, Running& running, int code, const std::string& detail) {
    const bool says = code == OBS_OUTPUT_BAD_PATH || code == OBS_OUTPUT_INVALID_STREAM;
    const bool hangsUp = code == OBS_OUTPUT_DISCONNECTED && ++running.refusals >= mostRefusals;
    if (!running.everActive && (says || hangsUp)) {
        end(id, OutputHealth::Failed, ErrorCode::OutputRefused, describe(code, detail));
        return;
    }
    ++running.failures;
    report(id, OutputHealth::Reconnecting,
           running.everActive ? ErrorCode::OutputLost : ErrorCode::OutputRefused, describe(code, detail));
    const std::uint64_t waiting = running.generation = ++generation_;
    executor_.postAfter(backOff(running.failures), whileAlive([this, id, waiting] {
                            const auto found = running_.find(id);
                            if (found != running_.end() && found->second.generation == waiting)
                                tryStream(id, found->second);
                        }));
}

void Outputs::stop(const OutputId& id) {
    if (std::erase_if(held_, [&](const Held& held) { return held.output == id; }) > 0) {
        report(id, OutputHealth::Stopped);
        return;
    }
    if (webVideo_.running() && id == webId_) {
        webVideo_.stop();
        return;
    }
    const auto found = running_.find(id);
    if (found == running_.end() || found->second.stopping)
        return;
    Running& running = found->second;
    if (!running.connected) {
        discard(std::move(running.attempt));
        end(id, OutputHealth::Stopped);
        startHeld();
        return;
    }
    running.stopping = true;
    running.attempt->stop();
    executor_.postAfter(closingTime, whileAlive([this, id, generation = running.generation] {
                            onStopped(id, generation, OBS_OUTPUT_ERROR, "did not stop in time");
                        }));
}

bool Outputs::stopAll() {
    executor_.forgetDelayed();
    for (const Held& held : std::exchange(held_, {}))
        report(held.output, OutputHealth::Stopped);
    if (webVideo_.running())
        webVideo_.stop();
    for (auto& [id, running] : running_) {
        if (running.connected && !running.stopping)
            running.attempt->stop();
    }
    for (auto& [id, running] : running_) {
        if (running.connected && !running.attempt->waitStopped(closingTime))
            logWarning("engine", "an output did not stop in time: " + id.value);
        discard(std::move(running.attempt));
        report(id, OutputHealth::Stopped, ErrorCode::None, {}, running.path);
    }
    running_.clear();
    // The closer may hold the last of them: when it is through its queue, all files and connections are
    // closed.
    const auto through = std::make_shared<std::promise<void>>();
    closer_->post([through] { through->set_value(); });
    if (through->get_future().wait_for(closingTime) == std::future_status::ready)
        return true;
    logError("engine", "a connection that is being made does not end; leaving it to the end of the process");
    // Its thread can't be joined without waiting for the network. The process is about to end.
    static_cast<void>(closer_.release());
    static_cast<void>(encoders_.video.release());
    static_cast<void>(encoders_.audio.release());
    return false;
}

std::uint64_t Outputs::framesDropped() const {
    std::uint64_t dropped = droppedBefore_;
    for (const auto& [id, running] : running_)
        dropped += running.attempt ? std::uint64_t(running.attempt->framesDropped()) : 0;
    return dropped;
}

void Outputs::discard(std::unique_ptr<OutputAttempt> attempt) {
    if (!attempt)
        return;
    droppedBefore_ += std::uint64_t(attempt->framesDropped());
    closer_->post(
        [doomed = std::shared_ptr<OutputAttempt>(std::move(attempt))]() mutable { doomed.reset(); });
}

void Outputs::end(const OutputId& id, OutputHealth health, ErrorCode error, const std::string& detail) {
    const auto found = running_.find(id);
    const OutputId kept = id; // The caller's may be the key that goes.
    const std::string path = found == running_.end() ? std::string() : found->second.path;
    if (found != running_.end())
        running_.erase(found);
    report(kept, health, error, detail, path);
}

void Outputs::report(const OutputId& id, OutputHealth health, ErrorCode error, const std::string& detail,
                     const std::string& path) {
    OutputChanged event;
    event.output = id;
    event.status.health = health;
    event.status.error = error;
    event.status.detail = detail;
    event.status.path = path;
    events_(std::move(event));
}

} // namespace vitrina::engine::obs
