// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/Connection.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <sys/un.h>

namespace vitrina::link {

using boost::system::error_code;

namespace {

constexpr auto firstAddressesWithin = std::chrono::seconds(2); ///< each but the last

} // namespace

void Connection::open(const ServerAddress& address) {
    if (!address.remote()) {
        openSocket(address.socket);
        return;
    }
    lookup_ = std::make_unique<Lookup>(
        io_, address.host, [weak = weak_from_this(), address](std::vector<std::string> addresses) {
            if (const auto self = weak.lock(); self && !self->closed_)
                self->openNext(std::move(addresses), 0, address);
        });
}

void Connection::failLater(Error error) {
    boost::asio::post(io_, [self = shared_from_this(), error = std::move(error)] { self->fail(error); });
}

/// Of the call that has just failed.
Error Connection::why(const std::string& doing) const {
    if (channel_->tls() && channel_->tls()->strangerMet())
        return vitrina::fail(ErrorCode::NotAuthorised,
                             "another server answers there: its key is not the paired one's");
    return vitrina::fail(ErrorCode::LinkDown, doing + ": " + std::strerror(errno));
}

void Connection::openSocket(const std::string& path) {
    if (path.size() >= sizeof(sockaddr_un::sun_path)) {
        failLater(vitrina::fail(ErrorCode::LinkDown, "the socket's path is too long"));
        return;
    }
    channel_.emplace(wire::Channel::Socket(io_));
    channel_->socket().async_connect(
        boost::asio::local::stream_protocol::endpoint(path),
        [self = shared_from_this()](const error_code& error) {
            if (self->closed_)
                return;
            if (error)
                self->fail(vitrina::fail(ErrorCode::LinkDown, "connect: " + error.message()));
            else
                self->opened();
        });
}

void Connection::openNext(std::vector<std::string> addresses, std::size_t next, const ServerAddress& wanted) {
    if (next == addresses.size()) {
        fail(vitrina::fail(ErrorCode::LinkDown,
                           addresses.empty()
                               ? wanted.host + " is not known"
                               : wanted.host + " does not answer at port " + std::to_string(wanted.port)));
        return;
    }
    error_code bad;
    const auto address = boost::asio::ip::make_address(addresses[next], bad);
    if (bad) {
        openNext(std::move(addresses), next + 1, wanted);
        return;
    }
    const boost::asio::ip::tcp::endpoint endpoint(address, static_cast<unsigned short>(wanted.port));
    channel_.emplace(wire::Channel::Socket(io_));
    if (next + 1 < addresses.size()) {
        // A way that leads nowhere must not keep the others from being tried.
        patience_.expires_after(firstAddressesWithin);
        patience_.async_wait([self = shared_from_this(), next](const error_code& error) {
            error_code ignored;
            if (!error && !self->open_ && !self->closed_ && self->trying_ == next)
                self->channel_->socket().close(ignored);
        });
    }
    trying_ = next;
    channel_->socket().async_connect(endpoint, [self = shared_from_this(), addresses = std::move(addresses),
                                                next, wanted](const error_code& error) mutable {
        if (self->closed_)
            return;
        if (error) {
            self->openNext(std::move(addresses), next + 1, wanted);
            return;
        }
        const auto context = wire::linkClientContext();
        if (!context) {
            self->fail(vitrina::fail(ErrorCode::Internal, "TLS can't be set up"));
            return;
        }
        error_code ignored;
        self->channel_->socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
        self->channel_->startTls(context, wanted.host, wanted.pin);
        self->peer_ = addresses[next];
        self->opened();
    });
}

/// Connected; with TLS the handshake happens with the first frame.
void Connection::opened() {
    open_ = true;
    patience_.cancel();
    channel_->makeNonBlocking();
    listener_.onOpen();
    write();
    if (!closed_)
        read();
}

void Connection::read() {
    channel_->whenReadable([self = shared_from_this()](const error_code& error) {
        if (self->closed_)
            return;
        thread_local std::array<char, 64 * 1024> chunk;
        const ssize_t got = error ? 0 : self->channel_->read(chunk.data(), chunk.size());
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            self->read();
            return;
        }
        if (got <= 0) {
            self->fail(got == 0 ? vitrina::fail(ErrorCode::LinkDown, "read: the server has closed")
                                : self->why("read"));
            return;
        }
        self->parser_.feed({chunk.data(), static_cast<std::size_t>(got)});
        self->takeFrames();
        self->write(); // With TLS what could not go out before the handshake was over.
        if (!self->closed_)
            self->read();
    });
}

void Connection::takeFrames() {
    while (!closed_) {
        Result<std::optional<protocol::Frame>> frame = parser_.next();
        if (!frame) {
            fail(frame.error());
            return;
        }
        if (!*frame)
            return;
        listener_.onFrame(std::move(**frame));
    }
}

void Connection::send(std::vector<std::string> frames) {
    for (std::string& frame : frames)
        outgoing_.push_back(std::move(frame));
    write();
}

void Connection::write() {
    while (open_ && !closed_ && !writing_ && !outgoing_.empty()) {
        const std::string& frame = outgoing_.front();
        const ssize_t sent = channel_->write(frame.data() + outgoingAt_, frame.size() - outgoingAt_);
        if (sent < 0 && errno == EAGAIN) {
            writing_ = true;
            channel_->whenWritable([self = shared_from_this()](const error_code& error) {
                self->writing_ = false;
                if (!error)
                    self->write();
            });
            return;
        }
        if (sent < 0 && errno != EINTR) {
            // Not from within a call of who listens.
            writing_ = true;
            failLater(why("write"));
            return;
        }
        outgoingAt_ += sent > 0 ? static_cast<std::size_t>(sent) : 0;
        if (outgoingAt_ == frame.size()) {
            outgoing_.pop_front();
            outgoingAt_ = 0;
        }
    }
}

void Connection::fail(Error error) {
    if (closed_)
        return;
    close();
    listener_.onClosed(std::move(error));
}

void Connection::close() {
    closed_ = true;
    patience_.cancel();
    lookup_.reset();
    if (channel_ && channel_->socket().is_open())
        channel_->close();
}

} // namespace vitrina::link
