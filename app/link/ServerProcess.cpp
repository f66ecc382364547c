// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/ServerProcess.hpp"

#include "link/ServerFolder.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrina::link {
namespace {

constexpr int pollWithoutPidfdMs = 200;

class SpawnRecipe {
  public:
    SpawnRecipe() {
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_init(&actions);
    }
    ~SpawnRecipe() {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }
    SpawnRecipe(const SpawnRecipe&) = delete;
    SpawnRecipe& operator=(const SpawnRecipe&) = delete;

    posix_spawnattr_t attributes{};
    posix_spawn_file_actions_t actions{};
};

/// The studio blocks and ignores signals of its own; and libraries in it hold sockets that a surviving child
/// must not keep open.
void makeIndependent(SpawnRecipe& recipe, const std::string& logPath) {
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&recipe.attributes, &none);
    posix_spawnattr_setsigdefault(&recipe.attributes, &all);
    posix_spawnattr_setflags(&recipe.attributes,
                             POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_addopen(&recipe.actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&recipe.actions, 1, logPath.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    posix_spawn_file_actions_adddup2(&recipe.actions, 1, 2);
    posix_spawn_file_actions_addclosefrom_np(&recipe.actions, 3);
}

} // namespace

ServerProcess::ServerProcess(std::int64_t pid, bool child) : pid_(pid), child_(child) {
    pidfd_ = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0));
}

ServerProcess::~ServerProcess() {
    if (pidfd_ >= 0)
        ::close(pidfd_);
}

ServerProcess::ServerProcess(ServerProcess&& other) noexcept {
    *this = std::move(other);
}

ServerProcess& ServerProcess::operator=(ServerProcess&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(pidfd_, other.pidfd_);
    std::swap(child_, other.child_);
    std::swap(how_, other.how_);
    std::swap(exitCode_, other.exitCode_);
    return *this;
}

bool ServerProcess::ended() {
    if (pid_ == 0)
        return true;
    if (!child_) {
        pollfd gone{pidfd_, POLLIN, 0};
        return pidfd_ >= 0 ? ::poll(&gone, 1, 0) == 1
                           : ::kill(static_cast<pid_t>(pid_), 0) != 0 && errno == ESRCH;
    }
    int status = 0;
    if (::waitpid(static_cast<pid_t>(pid_), &status, WNOHANG) == 0)
        return false;
    if (WIFEXITED(status)) {
        exitCode_ = WEXITSTATUS(status);
        how_ = "exit " + std::to_string(exitCode_);
    } else if (WIFSIGNALED(status)) {
        how_ = "signal " + std::to_string(WTERMSIG(status));
    }
    pid_ = 0; // reaped: the number may become another's
    return true;
}

bool ServerProcess::waitEnd(int wake, std::int64_t timeoutMs) {
    if (ended())
        return true;
    // A kernel without pidfd_open (before 5.3) is asked again at short intervals.
    const auto wait =
        static_cast<int>(pidfd_ >= 0 ? timeoutMs : std::min<std::int64_t>(timeoutMs, pollWithoutPidfdMs));
    std::array<pollfd, 2> waiting{{{wake, POLLIN, 0}, {pidfd_, POLLIN, 0}}};
    ::poll(waiting.data(), pidfd_ >= 0 ? 2 : 1, wait);
    return ended();
}

void ServerProcess::terminate() {
    if (pid_ > 0 && child_)
        ::kill(static_cast<pid_t>(pid_), SIGKILL);
}

Result<ServerProcess> spawnServer(const ServerSetUp& setUp, int port) {
    if (::mkdir(setUp.dataFolder.c_str(), 0700) != 0 && errno != EEXIST)
        return fail(ErrorCode::ServerStartFailed, setUp.dataFolder + ": " + std::strerror(errno));
    std::vector<std::string> words{setUp.program,
                                   "--data",
                                   setUp.dataFolder,
                                   "--port",
                                   std::to_string(port),
                                   "--bind",
                                   setUp.bind,
                                   "--web",
                                   setUp.webFolder,
                                   "--grace",
                                   std::to_string(setUp.graceSeconds)};
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    SpawnRecipe recipe;
    makeIndependent(recipe, setUp.dataFolder + "/server.log");
    pid_t pid = 0;
    const int error = ::posix_spawn(&pid, setUp.program.c_str(), &recipe.actions, &recipe.attributes,
                                    arguments.data(), environ);
    if (error != 0)
        return fail(ErrorCode::ServerStartFailed, setUp.program + ": " + std::strerror(error));
    return ServerProcess(pid, true);
}

std::optional<protocol::ServerLock> answeringServer(const std::string& dataFolder) {
    const Result<protocol::ServerLock> lock = readServerLock(dataFolder);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!lock || lock->pid <= 0 || lock->socket.size() >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, lock->socket.c_str(), lock->socket.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return std::nullopt;
    ucred peer{};
    socklen_t size = sizeof peer;
    const bool answers = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                         ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
                         peer.pid == lock->pid;
    ::close(fd);
    return answers ? std::optional(*lock) : std::nullopt;
}

} // namespace vitrina::link
