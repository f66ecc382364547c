// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/ServerProcess.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrina::test {

namespace fs = std::filesystem;

namespace {

std::string readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string binary() {
    const char* folder = std::getenv("VITRINA_BIN_DIR");
    return std::string(folder ? folder : VITRINA_BINARY_DIR) + "/vitrina-server";
}

} // namespace

ServerProcess::ServerProcess(Options options) : options_(std::move(options)) {
    if (options_.dataFolder.empty()) {
        std::string name = (fs::temp_directory_path() / "vitrina-server-XXXXXX").string();
        options_.dataFolder = mkdtemp(name.data());
        ownFolder_ = true;
    }
    if (options_.webFolder.empty())
        options_.webFolder = std::string(VITRINA_SOURCE_DIR) + "/ui/web";
    if (options_.logFile.empty())
        options_.logFile = options_.dataFolder + "/server.log";
    fs::create_directories(options_.dataFolder);
}

ServerProcess::~ServerProcess() {
    if (running()) {
        kill(pid_, SIGTERM);
        if (!waitForEnd(3'000))
            kill9();
    }
    std::error_code ignored;
    if (ownFolder_)
        fs::remove_all(options_.dataFolder, ignored);
}

bool ServerProcess::start() {
    const std::string program = binary();
    std::vector<std::string> words{program,
                                   "--data",
                                   options_.dataFolder,
                                   "--web",
                                   options_.webFolder,
                                   "--port",
                                   std::to_string(options_.port),
                                   "--grace",
                                   std::to_string(options_.graceSeconds),
                                   "--limits",
                                   options_.benchLimits ? "bench" : "public"};
    if (!options_.smtpFile.empty())
        words.insert(words.end(), {"--smtp", options_.smtpFile});
    words.insert(words.end(), options_.more.begin(), options_.more.end());
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::error_code ignored;
    fs::remove(options_.dataFolder + "/" + protocol::serverLockName, ignored); // of one that was killed
    const std::string log = options_.logFile;
    ended_.reset();
    pid_ = fork();
    if (pid_ == 0) {
        const int file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(file, STDERR_FILENO);
        if (options_.core >= 0) {
            cpu_set_t cores;
            CPU_ZERO(&cores);
            CPU_SET(options_.core, &cores);
            sched_setaffinity(0, sizeof cores, &cores);
        }
        execv(program.c_str(), arguments.data());
        _exit(127);
    }
    eventually([this] { return readLock() || !running(); }, 10'000);
    return running() && lock_.pid == pid_;
}

bool ServerProcess::readLock() {
    const auto lock =
        protocol::decodeServerLock(readFile(options_.dataFolder + "/" + protocol::serverLockName));
    if (!lock || lock->pid != pid_)
        return false;
    lock_ = *lock;
    return true;
}

std::optional<int> ServerProcess::waitForEnd(int timeoutMs) {
    eventually([this] { return !running(); }, timeoutMs);
    return ended_;
}

bool ServerProcess::running() {
    if (pid_ <= 0 || ended_)
        return false;
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_)
        ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return !ended_;
}

void ServerProcess::kill9() {
    if (!running())
        return;
    kill(pid_, SIGKILL);
    waitForEnd(5'000);
}

void ServerProcess::terminate() {
    if (!running())
        return;
    kill(pid_, SIGTERM);
    waitForEnd(10'000);
}

std::string ServerProcess::log() const {
    return readFile(options_.logFile);
}

} // namespace vitrina::test
