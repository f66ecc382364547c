// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace vitrina::test {

/// A program started by a test, ended with it by its process id: first asked, after two seconds made to.
class ChildProcess {
  public:
    ChildProcess() = default;
    /// Standard output and error go to the file, or to nowhere when it is empty.
    ChildProcess(const std::vector<std::string>& command, const std::string& outputFile);
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess();

    pid_t pid() const { return pid_; }
    bool running();
    void stop();

  private:
    pid_t pid_ = -1;
};

struct Ran {
    int status = -1;    ///< exit status; -1: it didn't end by itself in time, or not at all
    std::string output; ///< standard output
};
/// Runs a program to its end, at most for so many seconds.
Ran run(const std::vector<std::string>& command, int atMostSeconds);

/// A TCP port of 127.0.0.1 that nobody listened on a moment ago.
int freePort();

} // namespace vitrina::test
