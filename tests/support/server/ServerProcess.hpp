// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/ServerLock.hpp"

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace vitrina::test {

/// A real vitrina-server as a child process, on a free port, in a data folder of its own unless one is given.
/// Ended by its id when this goes.
class ServerProcess {
  public:
    struct Options {
        std::string dataFolder{}; ///< empty: a new one, removed at the end
        std::string webFolder{};  ///< empty: the tree's ui/web
        int port = 0;
        int graceSeconds = 120;
        bool benchLimits = false;
        std::string smtpFile{};          ///< how it confirms orders by mail; empty: not at all
        int core = -1;                   ///< pin to this core
        std::vector<std::string> more{}; ///< further words of the command line
        std::string logFile{};           ///< where its standard error goes; empty: DATA/server.log
    };

    explicit ServerProcess(Options options);
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    bool start(); ///< waits until it has written its lock; false when it ended instead
    void kill9();
    void terminate(); ///< SIGTERM, and waits
    /// Its exit code when it has ended within the time, −1 for a signal.
    std::optional<int> waitForEnd(int timeoutMs);
    bool running();

    int port() const { return lock_.port; }
    std::string url() const { return lock_.url; }
    const protocol::ServerLock& lock() const { return lock_; }
    const std::string& dataFolder() const { return options_.dataFolder; }
    std::string storePath() const { return options_.dataFolder + "/store.sqlite"; }
    pid_t pid() const { return pid_; }
    std::string log() const;

  private:
    bool readLock();

    Options options_;
    bool ownFolder_ = false;
    pid_t pid_ = -1;
    std::optional<int> ended_;
    protocol::ServerLock lock_;
};

/// Waits until it is so, asking every few ms.
template <class Condition>
bool eventually(Condition condition, int timeoutMs = 5'000);

} // namespace vitrina::test

#include <chrono>
#include <thread>

template <class Condition>
bool vitrina::test::eventually(Condition condition, int timeoutMs) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
    return true;
}
