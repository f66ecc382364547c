// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/PageSocket.hpp"

#include <array>
#include <cerrno>

namespace vitrina::server::ws {

namespace {

constexpr std::int64_t closeWaitMs = 2'000;

} // namespace

PageSocket::PageSocket(wire::Channel channel, std::size_t maxMessage)
    : channel_(std::move(channel)), parser_(maxMessage) {}

PageSocket::~PageSocket() = default;

void PageSocket::start(Events events, std::string early) {
    events_ = std::move(events);
    if (!early.empty())
        received(early);
    read();
}

void PageSocket::read() {
    if (closed_)
        return;
    // Waiting for readiness and reading into one buffer for all: a thousand quiet pages need no buffer each.
    channel_.whenReadable([self = shared_from_this()](const boost::system::error_code& error) {
        if (error || self->closed_)
            return;
        thread_local std::array<char, 16'384> buffer;
        const ssize_t got = self->channel_.read(buffer.data(), buffer.size());
        if (got > 0)
            self->received(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
        else if (got == 0 || (errno != EAGAIN && errno != EINTR))
            self->abort();
        self->read();
    });
}

void PageSocket::received(std::string_view bytes) {
    heardMs_ = 0; // tick() puts the time in
    std::vector<Message> messages;
    const std::uint16_t code = parser_.feed(bytes, messages);
    for (Message& message : messages) {
        if (closed_ || !handle(message))
            return;
    }
    if (code != 0)
        close(code);
}

bool PageSocket::handle(Message& message) {
    switch (message.kind) {
    case Opcode::Text:
        if (!closing_ && events_.onText)
            events_.onText(message.payload);
        return true;
    case Opcode::Ping:
        // One who pings without ever reading must not make us hold the answers.
        if (queuedBytes_ < 4'096)
            send(makeFrame(Opcode::Pong, message.payload));
        return true;
    case Opcode::Pong:
        return true;
    case Opcode::Close:
        if (!closing_)
            send(makeFrame(Opcode::Close, std::string_view(message.payload).substr(0, 2)));
        abort();
        return false;
    default: // Nothing binary is expected of a page.
        close(closePolicy);
        return false;
    }
}

bool PageSocket::send(const SharedFrame& frame) {
    if (closed_ || closing_)
        return false;
    queue_.push_back(frame);
    queuedBytes_ += frame->size();
    if (!writing_ && !flush())
        return false;
    return true;
}

/// False when the connection is gone.
bool PageSocket::flush() {
    while (!queue_.empty()) {
        const std::string& bytes = *queue_.front();
        const ssize_t sent = channel_.write(bytes.data() + offset_, bytes.size() - offset_);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno != EAGAIN) {
            abort();
            return false;
        }
        if (sent < 0) {
            awaitWrite();
            return true;
        }
        offset_ += static_cast<std::size_t>(sent);
        queuedBytes_ -= static_cast<std::size_t>(sent);
        if (offset_ == bytes.size()) {
            queue_.pop_front();
            offset_ = 0;
        }
    }
    return true;
}

void PageSocket::awaitWrite() {
    if (writing_)
        return;
    writing_ = true;
    channel_.whenWritable([self = shared_from_this()](const boost::system::error_code& error) {
        self->writing_ = false;
        if (error || self->closed_ || !self->flush())
            return;
        if (self->queue_.empty() && self->events_.onDrained)
            self->events_.onDrained();
    });
}

void PageSocket::close(std::uint16_t code, std::string_view reason) {
    if (closed_ || closing_)
        return;
    if (!send(makeClose(code, reason)))
        return;
    closing_ = true;
    closingSinceMs_ = 0;
}

void PageSocket::abort() {
    if (closed_)
        return;
    closed_ = true;
    channel_.close();
    queue_.clear();
    queuedBytes_ = 0;
    // The events hold whoever listens, and they are what may be running: let them go once, at the end.
    const auto onClosed = std::move(events_.onClosed);
    if (onClosed)
        onClosed();
}

void PageSocket::tick(std::int64_t nowMs, std::int64_t pingMs, std::int64_t silentMs) {
    if (closed_)
        return;
    if (closing_) {
        if (closingSinceMs_ == 0)
            closingSinceMs_ = nowMs;
        else if (nowMs - closingSinceMs_ > closeWaitMs)
            abort();
        return;
    }
    if (heardMs_ == 0)
        heardMs_ = nowMs;
    if (nowMs - heardMs_ > silentMs) {
        abort();
    } else if (nowMs - heardMs_ > pingMs && nowMs - pingedMs_ > pingMs) {
        pingedMs_ = nowMs;
        send(makeFrame(Opcode::Ping, {}));
    }
}

} // namespace vitrina::server::ws
