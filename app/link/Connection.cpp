// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/Connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <sys/un.h>

namespace vitrina::link {

using boost::system::error_code;

void Connection::open(const std::string& path) {
    const auto self = shared_from_this();
    if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path)) {
        boost::asio::post(socket_.get_executor(), [self] {
            self->fail(vitrina::fail(ErrorCode::LinkDown, "the socket's path is too long"));
        });
        return;
    }
    socket_.async_connect(
        boost::asio::local::stream_protocol::endpoint(path), [self](const error_code& error) {
            if (self->closed_)
                return;
            if (error) {
                self->fail(vitrina::fail(ErrorCode::LinkDown, "connect: " + error.message()));
                return;
            }
            self->listener_.onOpen();
            self->read();
            self->write();
        });
}

void Connection::read() {
    socket_.async_read_some(
        boost::asio::buffer(chunk_), [self = shared_from_this()](const error_code& error, std::size_t bytes) {
            if (self->closed_)
                return;
            if (error) {
                self->fail(vitrina::fail(ErrorCode::LinkDown, "read: " + error.message()));
                return;
            }
            self->parser_.feed({self->chunk_.data(), bytes});
            self->takeFrames();
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
    if (closed_ || writing_ || outgoing_.empty() || !socket_.is_open())
        return;
    writing_ = true;
    boost::asio::async_write(socket_, boost::asio::buffer(outgoing_.front()),
                             [self = shared_from_this()](const error_code& error, std::size_t) {
                                 self->writing_ = false;
                                 if (self->closed_)
                                     return;
                                 if (error) {
                                     self->fail(
                                         vitrina::fail(ErrorCode::LinkDown, "write: " + error.message()));
                                     return;
                                 }
                                 self->outgoing_.pop_front();
                                 self->write();
                             });
}

void Connection::fail(Error error) {
    if (closed_)
        return;
    close();
    listener_.onClosed(std::move(error));
}

void Connection::close() {
    closed_ = true;
    error_code ignored;
    socket_.close(ignored);
}

} // namespace vitrina::link
