// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/StudioSocket.hpp"

#include "base/Log.hpp"

#include <boost/asio/post.hpp>

#include <array>
#include <cerrno>

namespace vitrina::server {

void StudioSocket::start() {
    heardMs_ = SystemClock().now().monoMs;
    sinceMs_ = heardMs_;
    read();
}

void StudioSocket::setKnown() {
    known_ = true;
    parser_.allow(protocol::maxFrameBytes);
}

void StudioSocket::read() {
    if (closed_)
        return;
    channel_.whenReadable([self = shared_from_this()](const boost::system::error_code& error) {
        if (self->closed_)
            return;
        thread_local std::array<char, 65'536> buffer;
        const ssize_t got = error ? 0 : self->channel_.read(buffer.data(), buffer.size());
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            self->read();
        else if (got <= 0)
            self->close();
        else if (self->heard(std::string_view(buffer.data(), static_cast<std::size_t>(got))))
            self->read();
    });
}

/// False when the connection is over.
bool StudioSocket::heard(std::string_view bytes) {
    if (channel_.plainInstead() || (channel_.secure() && !channel_.tls()->speaks(wire::linkProtocol))) {
        close(); // A browser, or one who tries doors.
        return false;
    }
    heardMs_ = SystemClock().now().monoMs;
    parser_.feed(bytes);
    return take();
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
            if (!known_ || !video) {
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
        closeSoon();
}

void StudioSocket::write() {
    while (!writing_ && !closed_ && !out_.empty()) {
        const std::string& frame = out_.front();
        const ssize_t sent = channel_.write(frame.data() + outAt_, frame.size() - outAt_);
        if (sent < 0 && errno == EAGAIN) {
            writing_ = true;
            channel_.whenWritable([self = shared_from_this()](const boost::system::error_code& error) {
                self->writing_ = false;
                if (error)
                    self->close();
                else
                    self->write();
            });
            return;
        }
        if (sent < 0 && errno != EINTR) {
            closeSoon();
            return;
        }
        outAt_ += sent > 0 ? static_cast<std::size_t>(sent) : 0;
        if (outAt_ == frame.size()) {
            out_.pop_front();
            outAt_ = 0;
        }
    }
    if (out_.empty() && closing_ && !writing_)
        closeSoon();
}

/// Not from within a call of who listens: he may be in the middle of using us.
void StudioSocket::closeSoon() {
    boost::asio::post(channel_.socket().get_executor(), [self = shared_from_this()] { self->close(); });
}

void StudioSocket::close() {
    if (closed_)
        return;
    closed_ = true;
    const auto self = shared_from_this();
    channel_.close();
    slot_ = {};
    if (events_.onClosed)
        events_.onClosed(self);
}

} // namespace vitrina::server
