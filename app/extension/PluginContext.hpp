// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Log.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vitrina::extension {

struct HttpRequest {
    std::string method = "POST";
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    std::int64_t timeoutMs = 10'000; ///< for all of it
};
struct HttpReply {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers{}; ///< names in lower case
    std::string body{};
};

/// What a plugin signs in with; the host has typed it in.
struct Access {
    std::string url;
    std::string user;
    std::string password;

    bool operator==(const Access&) const = default;
};

/// All a plugin gets of the program. Calls come from the plugin's own thread.
class PluginContext {
  public:
    virtual ~PluginContext() = default;

    /// One answer, whatever its status. ShopUnreachable: none in time, it broke off or is too long, or the
    /// server is stopping. NotAuthorised: a password would have travelled in the open to another machine.
    virtual Result<HttpReply> send(const HttpRequest& request) = 0;
    virtual const Access& access() const = 0;
    virtual const Clock& clock() const = 0;
    /// From now on this text comes out as stars in log(). The password does from the start.
    virtual void keepSecret(std::string secret) = 0;
    virtual void log(LogLevel level, std::string_view text) = 0;
};

} // namespace vitrina::extension
