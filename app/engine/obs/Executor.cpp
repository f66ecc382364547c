// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Executor.hpp"

#include <pthread.h>

#include <utility>

namespace vitrina::engine::obs {

Executor::Executor(std::string name) : name_(std::move(name)), thread_([this] { loop(); }) {}

Executor::~Executor() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Executor::post(Task task) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void Executor::postAfter(std::chrono::milliseconds delay, Task task) {
    {
        const std::lock_guard lock(mutex_);
        delayed_.emplace(std::chrono::steady_clock::now() + delay, std::move(task));
    }
    wake_.notify_one();
}

void Executor::runAndWait(const Task& task) {
    std::mutex doneMutex;
    std::condition_variable doneWake;
    bool done = false;
    post([&] {
        task();
        // Notified under the lock: the waiter's condition variable must not be gone before notify returns.
        const std::lock_guard lock(doneMutex);
        done = true;
        doneWake.notify_one();
    });
    std::unique_lock lock(doneMutex);
    doneWake.wait(lock, [&] { return done; });
}

void Executor::forgetDelayed() {
    const std::lock_guard lock(mutex_);
    delayed_.clear();
}

void Executor::loop() {
    pthread_setname_np(pthread_self(), name_.substr(0, 15).c_str());
    std::unique_lock lock(mutex_);
    while (true) {
        while (!delayed_.empty() && delayed_.begin()->first <= std::chrono::steady_clock::now())
            queue_.push_back(std::move(delayed_.extract(delayed_.begin()).mapped()));
        if (!queue_.empty()) {
            const Task task = std::move(queue_.front());
            queue_.pop_front();
            lock.unlock();
            task();
            lock.lock();
        } else if (ending_) {
            return;
        } else if (delayed_.empty()) {
            wake_.wait(lock);
        } else {
            wake_.wait_until(lock, delayed_.begin()->first);
        }
    }
}

} // namespace vitrina::engine::obs
