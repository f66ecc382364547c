// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ChildProcess.hpp"

#include <string>

namespace vitrina::test {

/// nginx with its RTMP module (Debian's nginx and libnginx-mod-rtmp) on a free port of 127.0.0.1, with the
/// applications "live" and "closed", which lets nobody publish.
class RtmpServer {
  public:
    /// folder: existing and empty, for its configuration and logs. port 0: a free one.
    explicit RtmpServer(const std::string& folder, int port = 0);

    bool works() const { return works_; }
    int port() const { return port_; }
    std::string url() const { return "rtmp://127.0.0.1:" + std::to_string(port_) + "/live"; }
    std::string closedUrl() const { return "rtmp://127.0.0.1:" + std::to_string(port_) + "/closed"; }
    pid_t pid() const { return server_.pid(); }
    void stop() { server_.stop(); }

  private:
    ChildProcess server_;
    int port_ = 0;
    bool works_ = false;
};

} // namespace vitrina::test
