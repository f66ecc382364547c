// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ChildProcess.hpp"

#include <string>

namespace vitrina::test {

/// An X server of a test's own (Xvfb), set as DISPLAY for this process while the object lives.
class PrivateDisplay {
  public:
    explicit PrivateDisplay(const std::string& screen = "1440x900x24");
    ~PrivateDisplay();
    PrivateDisplay(const PrivateDisplay&) = delete;
    PrivateDisplay& operator=(const PrivateDisplay&) = delete;

    bool works() const { return !name_.empty(); }
    pid_t pid() const { return server_.pid(); }
    const std::string& name() const { return name_; } ///< ":7"

  private:
    ChildProcess server_;
    std::string name_;
    std::string before_;
};

} // namespace vitrina::test
