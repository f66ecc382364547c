// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Probe.hpp"

#include "wire/QuietSocket.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <memory>
#include <string_view>

#include <netdb.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::wire {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int turnMs = 100; ///< how soon a cancel is seen

/// A socket that is closed with it, and the time all of it may take.
class Attempt {
  public:
    Attempt(const addrinfo& to, Clock::time_point until, const std::atomic<bool>& cancelled)
        : socket_(::socket(to.ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), until_(until),
          cancelled_(cancelled) {
        begun_ = socket_ >= 0 && (::connect(socket_, to.ai_addr, to.ai_addrlen) == 0 || errno == EINPROGRESS);
    }
    ~Attempt() {
        if (socket_ >= 0)
            ::close(socket_);
    }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;

    bool ready(short direction) const {
        pollfd wait{socket_, direction, 0};
        while (begun_ && !cancelled_ && Clock::now() < until_) {
            if (const int found = ::poll(&wait, 1, turnMs); found != 0)
                return found == 1;
        }
        return false;
    }
    bool connected() const {
        int error = 0;
        socklen_t size = sizeof error;
        return ready(POLLOUT) && ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
               error == 0;
    }
    int socket() const { return socket_; }

  private:
    int socket_;
    Clock::time_point until_;
    const std::atomic<bool>& cancelled_;
    bool begun_ = false;
};

/// Repeats a call of OpenSSL until it is done; its result then, or 0 or less.
template <class Call>
int finish(SSL* ssl, const Attempt& attempt, Call call) {
    while (true) {
        const int result = call();
        if (result > 0)
            return result;
        const int why = SSL_get_error(ssl, result);
        if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE)
            return result;
        if (!attempt.ready(why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT))
            return -1;
    }
}

Probed ask(const Attempt& attempt, const std::string& host) {
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_default_verify_paths(context.get());
    const std::shared_ptr<SSL> ssl(SSL_new(context.get()), &SSL_free);
    BIO* socket = quietSocket(attempt.socket());
    SSL_set_bio(ssl.get(), socket, socket);
    SSL_set_tlsext_host_name(ssl.get(), host.c_str());
    X509_VERIFY_PARAM* names = SSL_get0_param(ssl.get());
    if (X509_VERIFY_PARAM_set1_ip_asc(names, host.c_str()) != 1)
        SSL_set1_host(ssl.get(), host.c_str());
    if (finish(ssl.get(), attempt, [&] { return SSL_connect(ssl.get()); }) != 1)
        return Probed::Silent;
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    if (finish(ssl.get(), attempt,
               [&] { return SSL_write(ssl.get(), request.data(), int(request.size())); }) <= 0)
        return Probed::Silent;
    std::string answer;
    std::array<char, 4'096> piece{};
    while (answer.size() < 65'536) {
        const int got =
            finish(ssl.get(), attempt, [&] { return SSL_read(ssl.get(), piece.data(), int(piece.size())); });
        if (got <= 0)
            break;
        answer.append(piece.data(), static_cast<std::size_t>(got));
        if (answer.ends_with("\r\n\r\nok"))
            break;
    }
    if (!answer.starts_with("HTTP/1.1 200") || !answer.ends_with("ok"))
        return Probed::Silent;
    return SSL_get_verify_result(ssl.get()) == X509_V_OK ? Probed::Good : Probed::Untrusted;
}

} // namespace

Probed probe(const std::string& host, int port, std::int64_t timeoutMs, const std::atomic<bool>& cancelled) {
    const auto until = Clock::now() + std::chrono::milliseconds(timeoutMs);
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* all = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &all) != 0)
        return Probed::Silent;
    Probed best = Probed::Silent;
    for (const addrinfo* at = all; at && best == Probed::Silent; at = at->ai_next) {
        const Attempt attempt(*at, until, cancelled);
        if (attempt.connected())
            best = ask(attempt, host);
    }
    ::freeaddrinfo(all);
    return best;
}

} // namespace vitrina::wire
