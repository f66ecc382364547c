// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/support/TlsClient.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

namespace vitrina::test {

TlsClient::TlsClient(int least, int most) : context_(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free) {
    std::signal(SIGPIPE, SIG_IGN);                 // OpenSSL writes to sockets that the server has closed
    SSL_CTX_set_security_level(context_.get(), 0); // so that an old version is ours to offer
    SSL_CTX_set_min_proto_version(context_.get(), least);
    SSL_CTX_set_max_proto_version(context_.get(), most);
}

bool TlsClient::connect(int port, const std::string& protocol) {
    close();
    if (!connection_.connect(port))
        return false;
    const timeval patience{10, 0};
    setsockopt(connection_.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ssl_.reset(SSL_new(context_.get()), &SSL_free);
    SSL_set_fd(ssl_.get(), connection_.descriptor());
    if (!protocol.empty()) {
        const std::string list = static_cast<char>(protocol.size()) + protocol;
        SSL_set_alpn_protos(ssl_.get(), reinterpret_cast<const unsigned char*>(list.data()),
                            static_cast<unsigned>(list.size()));
    }
    return SSL_connect(ssl_.get()) == 1;
}

void TlsClient::close() {
    buffer_.clear();
    connection_.close();
}

bool TlsClient::send(std::string_view bytes) {
    return SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
}

std::string TlsClient::receive(int timeoutMs) {
    pollfd wait{connection_.descriptor(), POLLIN, 0};
    if (SSL_pending(ssl_.get()) == 0 && poll(&wait, 1, timeoutMs) <= 0)
        return {};
    std::string bytes(65'536, '\0');
    const int got = SSL_read(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

std::string TlsClient::receiveWhole(std::size_t bytes, int timeoutMs) {
    while (buffer_.size() < bytes) {
        const std::string piece = receive(timeoutMs);
        if (piece.empty())
            break;
        buffer_ += piece;
    }
    std::string whole = buffer_.substr(0, bytes);
    buffer_.erase(0, whole.size());
    return whole;
}

HttpAnswer TlsClient::ask(const std::string& request) {
    HttpAnswer answer;
    if (!send(request))
        return answer;
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        const std::string piece = receive();
        if (piece.empty())
            return answer;
        buffer_ += piece;
    }
    const std::string head = buffer_.substr(0, end);
    buffer_.erase(0, end + 4);
    answer.status = std::atoi(head.c_str() + 9);
    const std::size_t at = head.find("Content-Length: ");
    answer.body =
        receiveWhole(at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 16, nullptr, 10));
    return answer;
}

std::string TlsClient::fingerprint() const {
    const std::shared_ptr<X509> peer(SSL_get1_peer_certificate(ssl_.get()), &X509_free);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    X509_digest(peer.get(), EVP_sha256(), digest.data(), &size);
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        std::array<char, 4> pair{};
        std::snprintf(pair.data(), pair.size(), "%02X", digest[i]);
        text += (i > 0 ? ":" : "") + std::string(pair.data());
    }
    return text;
}

} // namespace vitrina::test
