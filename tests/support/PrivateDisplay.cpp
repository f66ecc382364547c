// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PrivateDisplay.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

namespace vitrina::test {

PrivateDisplay::PrivateDisplay(const std::string& screen) {
    if (const char* set = std::getenv("DISPLAY"))
        before_ = set;
    // The server picks a free number itself and writes it when it is ready: no race with other tests.
    std::array<char, 32> file{"/tmp/vitrina-display-XXXXXX"};
    close(mkstemp(file.data()));
    server_ = ChildProcess(
        {"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp", "-noreset"}, file.data());
    for (int tries = 0; tries < 1000 && server_.running() && name_.empty(); ++tries) {
        std::string line;
        std::ifstream said(file.data());
        // Lines of warnings may stand before the one with the number; an unfinished line doesn't count.
        while (std::getline(said, line) && !said.eof()) {
            if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos)
                name_ = ":" + line;
        }
        if (name_.empty())
            poll(nullptr, 0, 10);
    }
    unlink(file.data());
    if (works())
        setenv("DISPLAY", name_.c_str(), 1);
}

PrivateDisplay::~PrivateDisplay() {
    if (before_.empty())
        unsetenv("DISPLAY");
    else
        setenv("DISPLAY", before_.c_str(), 1);
}

} // namespace vitrina::test
