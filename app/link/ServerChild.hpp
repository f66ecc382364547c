// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace vitrina::link {

struct ServerSetUp {
    std::string program;    ///< path of vitrina-server
    std::string dataFolder; ///< made (0700) if it is not there
    std::string webFolder;
    std::string bind = "127.0.0.1";
    int port = 0;           ///< 0: the server chooses; a restart keeps what it chose
    int graceSeconds = 120; ///< how long it serves on without a studio
};

enum class ServerState {
    None,
    Starting,   ///< looked for or started, not answering yet
    Running,    ///< its socket answers
    Restarting, ///< it died; a new one is being started on the same folder and port
    Failed,     ///< it does not start; tried again, less and less often
    Stopped,    ///< it ended as expected
};

/// The show server of this studio as a process: finds one that is running (server.lock, socket, process id)
/// or starts one, and starts it again when it dies. The server is in a session of its own and is not ended by
/// this class's destruction or by the studio's death: it serves on and is found again (design rule 10). Its
/// output goes to server.log in the data folder. It is told to end over the link; this class only watches.
class ServerChild {
  public:
    /// Called on this class's thread at each change; must return at once. The error says why it is Failed or
    /// Restarting.
    using OnState = std::function<void(ServerState, Error)>;

    ServerChild(ServerSetUp setUp, OnState onState);
    ~ServerChild();
    ServerChild(const ServerChild&) = delete;
    ServerChild& operator=(const ServerChild&) = delete;

    /// From now on its end is in order: it is not started again. Call before Link::quitServer() or
    /// closeShow().
    void expectExit();
    /// Waits until it has ended after expectExit(); false after the time-out. Not on the GUI thread while a
    /// show is on.
    bool waitExit(std::int64_t timeoutMs);
    /// 0 while there is none.
    std::int64_t processId() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vitrina::link
