// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/PluginContext.hpp"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::server {

/// Without user and password in it; by TLS, but for a peer on this machine: a password never travels in the
/// open.
bool mayCarryPassword(const std::string& url);

/// A plugin's way out: libcurl with time-outs, one connection kept open. One thread, but for stop().
class ServerPluginContext final : public extension::PluginContext {
  public:
    /// `stopping` outlives this; when it is set, what is under way is broken off within a second.
    ServerPluginContext(std::string plugin, extension::Access access, const Clock& clock,
                        const std::atomic<bool>& stopping);
    ~ServerPluginContext() override;
    ServerPluginContext(const ServerPluginContext&) = delete;
    ServerPluginContext& operator=(const ServerPluginContext&) = delete;

    Result<extension::HttpReply> send(const extension::HttpRequest& request) override;
    const extension::Access& access() const override { return access_; }
    const Clock& clock() const override { return clock_; }
    void keepSecret(std::string secret) override;
    void log(LogLevel level, std::string_view text) override;
    /// The text with stars for every secret.
    std::string withoutSecrets(std::string_view text) const;

  private:
    struct Curl;
    std::string plugin_;
    extension::Access access_;
    const Clock& clock_;
    const std::atomic<bool>& stopping_;
    std::vector<std::string> secrets_;
    std::unique_ptr<Curl> curl_;
};

} // namespace vitrina::server
