// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/ObsEngine.hpp"

#include "base/Log.hpp"
#include "engine/Stills.hpp"
#include "engine/obs/Executor.hpp"
#include "engine/obs/Library.hpp"
#include "engine/obs/LogFilter.hpp"
#include "engine/obs/Rig.hpp"
#include "engine/obs/sound/Microphone.hpp"

#include <chrono>
#include <mutex>
#include <utility>

namespace vitrina::engine::obs {
namespace {

using namespace std::chrono_literals;

std::int64_t nowNs() {
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

class ObsEngine final : public Engine, public SoundDeviceList, public Stills {
  public:
    explicit ObsEngine(ObsEngineOptions options) : options_(options) {}
    ~ObsEngine() override {
        if (rig_)
            shutdown();
    }

    Result<void> start(const EngineConfig& config, EventSink events, FragmentSink video) override;
    void post(EngineCommand command) override;
    std::unique_ptr<Surface> createSurface(const SurfaceRequest& request) override;
    long shutdown() override;
    void listSoundDevices(std::function<void(SoundDevices)> done) override;
    void takeStill(const SourceId& source, StillSink done) override;

  private:
    Result<void> startHere(const EngineConfig& config, const EventSink& events, FragmentSink video);
    long shutdownHere();
    void statsLater();

    const ObsEngineOptions options_;
    LogFilter logFilter_;
    EventSink events_;
    std::unique_ptr<Rig> rig_; ///< executor thread, while it runs
    std::mutex surfacesMutex_;
    std::shared_ptr<Surfaces> surfaces_; ///< for the GUI thread; null unless running
    Executor executor_{"engine"};        ///< last: its thread ends before anything it uses
};

Result<void> ObsEngine::start(const EngineConfig& config, EventSink events, FragmentSink video) {
    Result<void> result;
    executor_.runAndWait([&] { result = startHere(config, events, std::move(video)); });
    return result;
}

Result<void> ObsEngine::startHere(const EngineConfig& config, const EventSink& events, FragmentSink video) {
    const std::int64_t before = nowNs();
    if (rig_)
        return fail(ErrorCode::EngineUnavailable, "the engine is running already");
    for (const stage::Source& source : config.sources)
        logFilter_.addSecretsOf(source.address);
    startObsLog(logFilter_);
    if (auto started = Library::start(config.canvas, options_.nativeDisplay); !started) {
        stopObsLog();
        return started;
    }
    events_ = events;
    auto rig = Rig::make(config, executor_, events, std::move(video));
    if (!rig) {
        Library::stop();
        stopObsLog();
        return rig.error();
    }
    rig_ = std::move(rig).value();
    rig_->surfaces()->setEases(options_.easesWindows);
    {
        const std::lock_guard lock(surfacesMutex_);
        surfaces_ = rig_->surfaces();
    }
    statsLater();
    events_(EngineStarted{logFilter_.renderer(), (nowNs() - before) / 1'000'000});
    return {};
}

void ObsEngine::post(EngineCommand command) {
    if (const auto* stream = std::get_if<StartRtmp>(&command))
        logFilter_.addSecret(stream->key);
    if (const auto* put = std::get_if<PutSource>(&command))
        logFilter_.addSecretsOf(put->source.address);
    executor_.post([this, command = std::move(command), at = std::uint64_t(nowNs())] {
        if (rig_)
            rig_->carryOut(command, at);
    });
}

std::unique_ptr<Surface> ObsEngine::createSurface(const SurfaceRequest& request) {
    std::shared_ptr<Surfaces> surfaces;
    {
        const std::lock_guard lock(surfacesMutex_);
        surfaces = surfaces_;
    }
    return surfaces ? surfaces->create(request) : nullptr;
}

void ObsEngine::listSoundDevices(std::function<void(SoundDevices)> done) {
    executor_.post([this, done = std::move(done)] {
        if (rig_)
            done(soundDevices());
    });
}

void ObsEngine::takeStill(const SourceId& source, StillSink done) {
    executor_.post([this, source, done = std::move(done)] { done(rig_ ? rig_->still(source) : nullptr); });
}

void ObsEngine::statsLater() {
    executor_.postAfter(1s, [this] {
        if (!rig_)
            return;
        events_(rig_->stats());
        rig_->checkMicrophones();
        statsLater();
    });
}

long ObsEngine::shutdown() {
    long left = 0;
    executor_.runAndWait([&] { left = shutdownHere(); });
    return left;
}

long ObsEngine::shutdownHere() {
    if (!rig_)
        return 0;
    {
        const std::lock_guard lock(surfacesMutex_);
        surfaces_.reset();
    }
    const bool outputsClosed = rig_->close();
    if (!outputsClosed) {
        // A thread of libobs is still waiting for the network; its memory must stay until the process ends.
        static_cast<void>(rig_.release());
        return Library::allocations();
    }
    rig_.reset();
    const long left = Library::stop();
    stopObsLog();
    if (left != 0)
        logError("engine", "libobs still holds " + std::to_string(left) + " allocations");
    return left;
}

} // namespace

std::unique_ptr<Engine> makeObsEngine(ObsEngineOptions options) {
    return std::make_unique<ObsEngine>(options);
}

} // namespace vitrina::engine::obs
