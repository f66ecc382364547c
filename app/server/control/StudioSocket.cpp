// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/StudioSocket.hpp"

#include "base/Log.hpp"
#include "server/CloseNow.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

namespace vitrina::server {

void StudioSocket::start() {
    heardMs_ = SystemClock().now().monoMs;
    read();
}

void StudioSocket::read() {
    if (closed_)
        return;
    socket_.async_read_some(
        boost::asio::buffer(buffer_),
        [self = shared_from_this()](const boost::system::error_code& error, std::size_t count) {
            if (error || self->closed_) {
                self->close();
                return;
            }
            self->heardMs_ = SystemClock().now().monoMs;
            self->parser_.feed(std::string_view(self->buffer_.data(), count));
            if (self->take())
                self->read();
        });
}

/// False when the connection is over.
bool StudioSocket::take() {
    while (!closed_ && !closing_) {
        auto frame = parser_.next();
        if (!frame) {
            refuse(frame.error().code, frame.error().detail);
            return false;
        }
        if (!*frame)
            return true;
        if ((*frame)->kind == protocol::FrameKind::Video) {
            if (!known || !video) {
                refuse(ErrorCode::NotAuthorised, "video before its greeting");
                return false;
            }
            events_.onVideo((*frame)->payload);
            continue;
        }
        auto message = protocol::decodeMessage((*frame)->payload);
        if (!message) {
            refuse(message.error().code, message.error().detail);
            return false;
        }
        events_.onMessage(shared_from_this(), std::move(*message));
    }
    return false;
}

void StudioSocket::send(const protocol::Message& message) {
    if (closed_ || closing_)
        return;
    for (std::string& frame : protocol::encodeFrames(message))
        out_.push_back(std::move(frame));
    write();
}

void StudioSocket::refuse(ErrorCode error, std::string detail) {
    if (closed_ || closing_)
        return;
    logWarning("control", "refused: " + std::string(errorName(error)) + " " + detail);
    send(protocol::Refused{error, std::move(detail)});
    closing_ = true;
    if (!writing_)
        close();
}

void StudioSocket::write() {
    if (writing_ || out_.empty())
        return;
    writing_ = true;
    boost::asio::async_write(
        socket_, boost::asio::buffer(out_.front()),
        [self = shared_from_this()](const boost::system::error_code& error, std::size_t) {
            self->writing_ = false;
            if (error) {
                self->close();
                return;
            }
            if (!self->out_.empty())
                self->out_.pop_front();
            if (self->out_.empty() && self->closing_)
                self->close();
            else
                self->write();
        });
}

void StudioSocket::close() {
    if (closed_)
        return;
    closed_ = true;
    const auto self = shared_from_this();
    closeNow(socket_);
    if (events_.onClosed)
        events_.onClosed(self);
}

} // namespace vitrina::server
