// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "link/ServerChild.hpp"
#include "protocol/ServerLock.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace vitrina::link {

/// A process that is watched, whether it is our child or was started by an earlier studio.
class ServerProcess {
  public:
    ServerProcess() = default;
    ServerProcess(std::int64_t pid, bool child);
    ~ServerProcess();
    ServerProcess(ServerProcess&& other) noexcept;
    ServerProcess& operator=(ServerProcess&& other) noexcept;

    std::int64_t pid() const { return pid_; }
    /// Waits for its end or for `wake` to become readable, whichever comes first. True: it has ended.
    bool waitEnd(int wake, std::int64_t timeoutMs);
    /// How it ended, for the log: "exit 3", "signal 9"; empty for one that is not our child.
    std::string how() const { return how_; }
    int exitCode() const { return exitCode_; } ///< -1 unless our child exited by itself
    void terminate();                          ///< for one that started but never answered

  private:
    bool ended();

    std::int64_t pid_ = 0;
    int pidfd_ = -1;
    bool child_ = false;
    std::string how_;
    int exitCode_ = -1;
};

/// Starts it in a session of its own with nothing inherited but the environment. ServerStartFailed.
Result<ServerProcess> spawnServer(const ServerSetUp& setUp, int port);

/// The lock's server when its socket answers and belongs to the process the lock names: an old lock with a
/// process id that now is another program's is none.
std::optional<protocol::ServerLock> answeringServer(const std::string& dataFolder);

} // namespace vitrina::link
