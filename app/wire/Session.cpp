// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Session.hpp"

#include "wire/QuietSocket.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <string_view>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace vitrina::wire {

namespace {

SSL* makeOn(const std::shared_ptr<SSL_CTX>& context, int socket) {
    SSL* ssl = SSL_new(context.get()); // holds the context itself
    BIO* bio = quietSocket(socket);
    SSL_set_bio(ssl, bio, bio);
    return ssl;
}

constexpr std::array<unsigned char, 13> linkList{12,  'v', 'i', 't', 'r', 'i', 'n',
                                                 'a', '-', 'l', 'i', 'n', 'k'};
constexpr std::array<unsigned char, 9> pageList{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int chooseProtocol(SSL*, const unsigned char** out, unsigned char* length, const unsigned char* offered,
                   unsigned int offeredLength, void* argument) {
    const bool link = argument != nullptr;
    const auto* ours = link ? linkList.data() : pageList.data();
    const auto oursLength = static_cast<unsigned int>(link ? linkList.size() : pageList.size());
    unsigned char* chosen = nullptr;
    const int found = SSL_select_next_proto(&chosen, length, ours, oursLength, offered, offeredLength);
    *out = chosen;
    if (found == OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_OK;
    return link ? SSL_TLSEXT_ERR_ALERT_FATAL : SSL_TLSEXT_ERR_NOACK;
}

std::shared_ptr<SSL_CTX> makeContext(const SSL_METHOD* method, int least) {
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(method), &SSL_CTX_free);
    if (!context)
        return nullptr;
    SSL_CTX_set_min_proto_version(context.get(), least);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // What the socket took of a frame is told at once; the rest is written again from where it lies then.
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    return context;
}

} // namespace

std::shared_ptr<SSL_CTX> serverContext(const Identity& identity, Serves what) {
    auto context = makeContext(TLS_server_method(), what == Serves::Link ? TLS1_3_VERSION : TLS1_2_VERSION);
    if (!context || SSL_CTX_use_certificate(context.get(), identity.certificate.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context.get(), identity.key.get()) != 1)
        return nullptr;
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF); // tickets do it without memory of ours
    SSL_CTX_set_alpn_select_cb(context.get(), &chooseProtocol,
                               what == Serves::Link ? context.get() : nullptr);
    return context;
}

std::shared_ptr<SSL_CTX> linkClientContext() {
    auto context = makeContext(TLS_client_method(), TLS1_3_VERSION);
    if (!context)
        return nullptr;
    // No authority is asked: the pinned key is what is checked, in handshake().
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_alpn_protos(context.get(), linkList.data(), static_cast<unsigned int>(linkList.size()));
    return context;
}

std::unique_ptr<Session> Session::accept(const std::shared_ptr<SSL_CTX>& context, int socket) {
    std::unique_ptr<Session> session(new Session(makeOn(context, socket)));
    SSL_set_accept_state(session->ssl_);
    return session;
}

std::unique_ptr<Session> Session::connect(const std::shared_ptr<SSL_CTX>& context, int socket,
                                          const std::string& host, std::string pin) {
    std::unique_ptr<Session> session(new Session(makeOn(context, socket)));
    session->pin_ = std::move(pin);
    SSL_set_tlsext_host_name(session->ssl_, host.c_str());
    SSL_set_connect_state(session->ssl_);
    return session;
}

Session::~Session() {
    SSL_free(ssl_);
}

/// True when it is done and the peer is the one that is meant.
bool Session::handshake(bool& awaitsOther, bool reading) {
    ERR_clear_error();
    const int result = SSL_do_handshake(ssl_);
    if (result != 1) {
        failed(result, awaitsOther, reading);
        return false;
    }
    if (!pin_.empty()) {
        const X509* peer = SSL_get0_peer_certificate(ssl_);
        if (!peer || !std::string_view(keyFingerprintOf(*peer)).starts_with(pin_)) {
            strangerMet_ = true;
            errno = EPROTO;
            return false;
        }
    }
    established_ = true;
    return true;
}

ssize_t Session::failed(int result, bool& awaitsOther, bool reading) {
    const int why = SSL_get_error(ssl_, result);
    awaitsOther = false;
    if (why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE) {
        awaitsOther = (why == SSL_ERROR_WANT_WRITE) == reading;
        errno = EAGAIN;
        return -1;
    }
    if (why == SSL_ERROR_ZERO_RETURN)
        return 0;
    if (why != SSL_ERROR_SYSCALL || errno == 0 || errno == EAGAIN || errno == EINTR)
        errno = EPROTO;
    return -1;
}

ssize_t Session::read(char* into, std::size_t most) {
    if (strangerMet_ || (!established_ && !handshake(readAwaitsWriting_, true)))
        return strangerMet_ ? (errno = EPROTO, -1) : -1;
    ERR_clear_error();
    const int got = SSL_read(ssl_, into, static_cast<int>(std::min<std::size_t>(most, INT_MAX)));
    return got > 0 ? got : failed(got, readAwaitsWriting_, true);
}

ssize_t Session::write(const char* from, std::size_t count) {
    if (count == 0)
        return 0;
    if (strangerMet_ || (!established_ && !handshake(writeAwaitsReading_, false)))
        return strangerMet_ ? (errno = EPROTO, -1) : -1;
    ERR_clear_error();
    const int sent = SSL_write(ssl_, from, static_cast<int>(std::min<std::size_t>(count, INT_MAX)));
    if (sent > 0)
        return sent;
    const ssize_t result = failed(sent, writeAwaitsReading_, false);
    if (result == 0)
        errno = EPIPE; // The peer has said goodbye.
    return -1;
}

bool Session::speaks(const char* protocol) const {
    const unsigned char* name = nullptr;
    unsigned int length = 0;
    SSL_get0_alpn_selected(ssl_, &name, &length);
    return std::string_view(reinterpret_cast<const char*>(name), length) == protocol;
}

void Session::sayGoodbye() {
    if (!established_)
        return;
    ERR_clear_error();
    SSL_shutdown(ssl_);
}

} // namespace vitrina::wire
