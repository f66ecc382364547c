// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ChildProcess.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <utility>

namespace vitrina::test {
namespace {

using Clock = std::chrono::steady_clock;

pid_t start(const std::vector<std::string>& command, int output) {
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child != 0)
        return child;
    // Goes with a test that crashes.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(127);
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

/// Waits for the end without reaping earlier than it comes; poll() on nothing is the wait between two looks.
bool waitForEnd(pid_t pid, int atMostMs, int& status) {
    const auto deadline = Clock::now() + std::chrono::milliseconds(atMostMs);
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (Clock::now() > deadline)
            return false;
        poll(nullptr, 0, 5);
    }
    return true;
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::string& outputFile) {
    const char* file = outputFile.empty() ? "/dev/null" : outputFile.c_str();
    const int output = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    pid_ = start(command, output);
    close(output);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    stop();
    pid_ = std::exchange(other.pid_, -1);
    return *this;
}

ChildProcess::~ChildProcess() {
    stop();
}

bool ChildProcess::running() {
    int status = 0;
    if (pid_ > 0 && waitpid(pid_, &status, WNOHANG) != 0)
        pid_ = -1;
    return pid_ > 0;
}

void ChildProcess::stop() {
    if (!running())
        return;
    int status = 0;
    kill(pid_, SIGTERM);
    if (!waitForEnd(pid_, 2000, status)) {
        kill(pid_, SIGKILL);
        waitpid(pid_, &status, 0);
    }
    pid_ = -1;
}

Ran run(const std::vector<std::string>& command, int atMostSeconds) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    const pid_t pid = start(command, ends[1]);
    close(ends[1]);
    Ran ran;
    const auto deadline = Clock::now() + std::chrono::seconds(atMostSeconds);
    std::array<char, 4096> piece{};
    while (true) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd ready{ends[0], POLLIN, 0};
        if (left <= 0 || poll(&ready, 1, int(left)) <= 0)
            break;
        const ssize_t got = read(ends[0], piece.data(), piece.size());
        if (got <= 0)
            break;
        ran.output.append(piece.data(), std::size_t(got));
    }
    close(ends[0]);
    int status = 0;
    if (waitForEnd(pid, 500, status)) {
        ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    } else {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
    }
    return ran;
}

int freePort() {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    const bool bound = bind(probe, reinterpret_cast<const sockaddr*>(&address), size) == 0 &&
                       getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(probe);
    return bound ? ntohs(address.sin_port) : 0;
}

} // namespace vitrina::test
