// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/Identity.hpp"

#include <cstddef>
#include <memory>
#include <string>

#include <sys/types.h>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace vitrina::wire {

/// The application protocol of studio and show server (ALPN), so that a page's port and the link's can't be
/// mistaken for each other.
inline constexpr const char* linkProtocol = "vitrina-link";

/// TLS on a non-blocking socket, read and written like the socket itself: what recv() and send() would
/// return, EAGAIN included. The handshake happens on the way.
///
/// Not boost::asio::ssl::stream: that holds two buffers of 17 kB a connection and has its own read and write
/// operations. Here a quiet page costs no buffer, as without TLS, and there is one path for both.
class Session {
  public:
    /// The server's side. The session keeps the context.
    static std::unique_ptr<Session> accept(const std::shared_ptr<SSL_CTX>& context, int socket);
    /// The client's: the peer must hold the key whose SHA-256 begins with `pin`; nothing is sent to another.
    static std::unique_ptr<Session> connect(const std::shared_ptr<SSL_CTX>& context, int socket,
                                            const std::string& host, std::string pin);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    ssize_t read(char* into, std::size_t most);
    ssize_t write(const char* from, std::size_t count);
    /// After EAGAIN: the direction the socket has to be ready for.
    bool readAwaitsWriting() const { return readAwaitsWriting_; }
    bool writeAwaitsReading() const { return writeAwaitsReading_; }
    bool established() const { return established_; }
    bool speaks(const char* protocol) const;          ///< agreed by ALPN
    bool strangerMet() const { return strangerMet_; } ///< the peer's key was not the pinned one
    void sayGoodbye();                                ///< close_notify, when it can be sent

  private:
    explicit Session(SSL* ssl) : ssl_(ssl) {}
    bool handshake(bool& awaitsOther, bool reading);
    ssize_t failed(int result, bool& awaitsOther, bool reading);

    SSL* ssl_;
    std::string pin_;
    bool established_ = false;
    bool readAwaitsWriting_ = false;
    bool writeAwaitsReading_ = false;
    bool strangerMet_ = false;
};

enum class Serves { Pages, Link };
/// TLS 1.2 and later for pages, 1.3 for the link, which must be agreed on by name. Null when OpenSSL refuses.
std::shared_ptr<SSL_CTX> serverContext(const Identity& identity, Serves what);
std::shared_ptr<SSL_CTX> linkClientContext();

} // namespace vitrina::wire
