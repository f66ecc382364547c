// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/ServerChild.hpp"

#include "base/Log.hpp"
#include "link/ServerProcess.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <sys/eventfd.h>
#include <unistd.h>

namespace vitrina::link {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::int64_t answerTimeoutMs = 10'000;
constexpr std::int64_t answerPollMs = 20;
constexpr std::int64_t retryFirstMs = 200;
constexpr std::int64_t retryMostMs = 5'000;
/// What vitrina-server exits with when its port is another's.
constexpr int exitPortInUse = 3;

std::int64_t sinceMs(Steady::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - start).count();
}

} // namespace

struct ServerChild::Impl {
    Impl(ServerSetUp given, OnState callback)
        : setUp(std::move(given)), onState(std::move(callback)), port(setUp.port),
          wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~Impl() { ::close(wake); }

    void loop();
    bool bringUp();
    bool start();
    bool awaitAnswer();
    void attach(const protocol::ServerLock& lock);
    void watch();
    void pause();
    void tell(ServerState next, Error error = {});
    void interrupt() const {
        const std::uint64_t one = 1;
        (void)!::write(wake, &one, sizeof one);
    }
    bool over() const { return stopping || expected; }

    const ServerSetUp setUp;
    const OnState onState;
    int port;
    const int wake;
    ServerProcess process;
    std::int64_t retryMs = retryFirstMs;
    std::atomic<std::int64_t> pid = 0;
    std::atomic<bool> stopping = false;
    std::atomic<bool> expected = false;

    std::mutex mutex; ///< of `state`
    std::condition_variable changed;
    ServerState state = ServerState::None;

    std::thread thread;
};

ServerChild::ServerChild(ServerSetUp setUp, OnState onState)
    : impl_(std::make_unique<Impl>(std::move(setUp), std::move(onState))) {
    impl_->thread = std::thread([impl = impl_.get()] { impl->loop(); });
}

ServerChild::~ServerChild() {
    impl_->stopping = true;
    impl_->interrupt();
    impl_->thread.join();
}

void ServerChild::expectExit() {
    impl_->expected = true;
    impl_->interrupt();
}

bool ServerChild::waitExit(std::int64_t timeoutMs) {
    std::unique_lock lock(impl_->mutex);
    return impl_->changed.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                                   [this] { return impl_->state == ServerState::Stopped; });
}

std::int64_t ServerChild::processId() const {
    return impl_->pid;
}

void ServerChild::Impl::loop() {
    tell(ServerState::Starting);
    while (!stopping) {
        if (expected && process.pid() == 0)
            break;
        if (!bringUp()) {
            pause();
            continue;
        }
        tell(ServerState::Running);
        retryMs = retryFirstMs;
        watch();
        if (stopping)
            return; // it lives on
        pid = 0;
        if (expected)
            break;
        const std::string how = process.how();
        process = ServerProcess();
        tell(ServerState::Restarting, fail(ErrorCode::ServerStartFailed, "the server died: " + how));
    }
    if (!stopping)
        tell(ServerState::Stopped);
}

bool ServerChild::Impl::bringUp() {
    if (const auto lock = answeringServer(setUp.dataFolder)) {
        attach(*lock);
        return true;
    }
    return start() && awaitAnswer();
}

bool ServerChild::Impl::start() {
    Result<ServerProcess> started = spawnServer(setUp, port);
    if (!started) {
        tell(ServerState::Failed, started.error());
        return false;
    }
    process = std::move(*started);
    pid = process.pid();
    return true;
}

/// The server is up when its socket answers; it writes the lock file when it listens.
bool ServerChild::Impl::awaitAnswer() {
    const auto since = Steady::now();
    while (!stopping) {
        const auto lock = answeringServer(setUp.dataFolder);
        if (lock && lock->pid == process.pid()) {
            port = lock->port;
            return true;
        }
        if (process.waitEnd(-1, answerPollMs)) {
            pid = 0;
            tell(ServerState::Failed,
                 fail(process.exitCode() == exitPortInUse ? ErrorCode::PortInUse
                                                          : ErrorCode::ServerStartFailed,
                      "the server ended at once: " + process.how() + "; see server.log"));
            process = ServerProcess();
            return false;
        }
        if (sinceMs(since) > answerTimeoutMs) {
            process.terminate();
            tell(ServerState::Failed,
                 fail(ErrorCode::ServerStartFailed, "the server does not answer; see server.log"));
            while (!process.waitEnd(-1, answerPollMs)) {
            }
            pid = 0;
            process = ServerProcess();
            return false;
        }
    }
    return false;
}

void ServerChild::Impl::attach(const protocol::ServerLock& lock) {
    process = ServerProcess(lock.pid, false);
    pid = lock.pid;
    port = lock.port;
    logInfo("link", "found a server running, process " + std::to_string(lock.pid));
}

void ServerChild::Impl::watch() {
    constexpr std::int64_t lookAgainMs = 1'000;
    while (!stopping && !process.waitEnd(wake, lookAgainMs)) {
        std::uint64_t count = 0;
        (void)!::read(wake, &count, sizeof count);
    }
}

void ServerChild::Impl::pause() {
    const auto since = Steady::now();
    std::unique_lock lock(mutex);
    while (!over() && sinceMs(since) < retryMs)
        changed.wait_for(lock, std::chrono::milliseconds(answerPollMs));
    retryMs = std::min(retryMs * 2, retryMostMs);
}

void ServerChild::Impl::tell(ServerState next, Error error) {
    {
        const std::lock_guard lock(mutex);
        if (state == next)
            return;
        state = next;
    }
    changed.notify_all();
    if (!error.detail.empty())
        logError("link", error.detail);
    if (onState)
        onState(next, std::move(error));
}

} // namespace vitrina::link
