// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/Session.hpp"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/system/error_code.hpp>

#include <cstddef>
#include <memory>
#include <utility>

#include <sys/socket.h>
#include <sys/types.h>

namespace vitrina::wire {

/// A connection, plain or with TLS, used by readiness: wait, then read() or write() until EAGAIN. One thread.
class Channel {
  public:
    using Socket = boost::asio::generic::stream_protocol::socket;

    Channel() = delete;
    explicit Channel(Socket socket) : socket_(std::move(socket)) { makeNonBlocking(); }
    /// Expects TLS; one that begins otherwise is read as it is, and plainInstead() says so.
    Channel(Socket socket, const std::shared_ptr<SSL_CTX>& serving)
        : socket_(std::move(socket)), tls_(Session::accept(serving, socket_.native_handle())),
          undecided_(true) {
        makeNonBlocking();
    }

    /// Of a connected socket, with a peer that must hold a key.
    void startTls(const std::shared_ptr<SSL_CTX>& client, const std::string& host, std::string pin) {
        tls_ = Session::connect(client, socket_.native_handle(), host, std::move(pin));
        makeNonBlocking();
    }

    /// As recv(): 0 at the end, −1 with errno.
    ssize_t read(char* into, std::size_t most) {
        if (undecided_ && !decide())
            return undecidedResult_;
        return tls_ ? tls_->read(into, most) : ::recv(socket_.native_handle(), into, most, MSG_DONTWAIT);
    }
    /// As send().
    ssize_t write(const char* from, std::size_t count) {
        return tls_ ? tls_->write(from, count)
                    : ::send(socket_.native_handle(), from, count, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    template <class Handler>
    void whenReadable(Handler handler) {
        socket_.async_wait(tls_ && tls_->readAwaitsWriting() ? Socket::wait_write : Socket::wait_read,
                           std::move(handler));
    }
    template <class Handler>
    void whenWritable(Handler handler) {
        socket_.async_wait(tls_ && tls_->writeAwaitsReading() ? Socket::wait_read : Socket::wait_write,
                           std::move(handler));
    }

    void endWriting(); ///< the peer reads to the end; it may still write
    void close();      ///< at once
    bool secure() const { return tls_ != nullptr; }
    bool plainInstead() const { return plainInstead_; }
    const Session* tls() const { return tls_.get(); }
    Socket& socket() { return socket_; }

    /// After a connect of one's own; sockets that were connected before are so from the start.
    void makeNonBlocking();

  private:
    bool decide();

    Socket socket_;
    std::unique_ptr<Session> tls_;
    bool undecided_ = false;
    bool plainInstead_ = false;
    ssize_t undecidedResult_ = 0;
};

} // namespace vitrina::wire
