// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace vitrina::engine::obs {

/// A thread that carries out tasks in the order they were posted. The engine makes its libobs calls on one of
/// these.
class Executor {
  public:
    using Task = std::function<void()>;

    explicit Executor(std::string name);
    /// Carries out what is queued, forgets what is still waiting for its time, and joins.
    ~Executor();
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;

    /// Any thread; returns at once.
    void post(Task task);
    /// Any thread. The task runs when the time has come and the queue before it is done.
    void postAfter(std::chrono::milliseconds delay, Task task);
    /// Posts and waits until it is done. Never from the executor's own thread.
    void runAndWait(const Task& task);
    /// Forgets the tasks that wait for their time. Executor's own thread.
    void forgetDelayed();

  private:
    using Moment = std::chrono::steady_clock::time_point;
    void loop();

    std::string name_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> queue_;
    std::multimap<Moment, Task> delayed_;
    bool ending_ = false;
    std::thread thread_; ///< last: starts when the rest stands
};

} // namespace vitrina::engine::obs
