// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/server/Clients.hpp"

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>

namespace vitrina::test {

/// A blocking TLS connection to the loopback by OpenSSL alone, as curl and browsers have it.
class TlsClient {
  public:
    /// 0: any version from the least to the newest.
    explicit TlsClient(int least = 0, int most = 0);

    /// False when the handshake fails.
    bool connect(int port, const std::string& protocol = {});
    bool send(std::string_view bytes);
    /// What has come, at least a byte; empty at the end or when the time is over.
    std::string receive(int timeoutMs = 5'000);
    /// Reads until that many bytes are there.
    std::string receiveWhole(std::size_t bytes, int timeoutMs = 10'000);
    /// One request, one answer; the body has a Content-Length.
    HttpAnswer ask(const std::string& request);
    std::string version() const { return SSL_get_version(ssl_.get()); }
    std::string fingerprint() const; ///< SHA-256 of the certificate, "AB:CD:…"
    void close();

  private:
    std::shared_ptr<SSL_CTX> context_;
    std::shared_ptr<SSL> ssl_;
    TcpClient connection_;
    std::string buffer_;
};

} // namespace vitrina::test
