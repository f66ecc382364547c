// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpConnection.hpp"

#include "server/http/AddressKey.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

namespace vitrina::server {

namespace {

namespace http = boost::beast::http;

/// After so many at a stretch one who sends ahead lets the others have their turn.
constexpr int pipelinedMost = 32;
constexpr std::int64_t drainMs = 1'000;
constexpr std::size_t readBytes = 64u << 10; ///< at a time

std::int64_t monotonicMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// The last address in X-Forwarded-For is the one our proxy has seen itself; those before, and lines before
/// its own, are what the client said. Empty: none, or none that is one.
std::string forwardedFor(const HttpRequest& request) {
    std::string_view last;
    const auto [begin, end] = request.equal_range("X-Forwarded-For");
    for (auto line = begin; line != end; ++line)
        last = {line->value().data(), line->value().size()};
    last.remove_prefix(std::min(last.size(), last.rfind(',') + 1));
    last.remove_prefix(std::min(last.size(), last.find_first_not_of(" \t")));
    last = last.substr(0, last.find_last_not_of(" \t") + 1);
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(last), error);
    return error ? std::string() : addressKey(address);
}

std::string_view reason(int status) {
    const auto text = http::obsolete_reason(static_cast<http::status>(status));
    return {text.data(), text.size()};
}

} // namespace

HttpConnection::HttpConnection(wire::Channel channel, Doorkeeper::Slot slot, HttpHandler& handler,
                               const Limits& limits)
    : channel_(std::move(channel)), slot_(std::move(slot)), handler_(handler), limits_(limits) {}

void HttpConnection::start() {
    boost::system::error_code ignored;
    channel_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    enter(Stage::Fresh);
    read();
}

void HttpConnection::enter(Stage stage) {
    stage_ = stage;
    sinceMs_ = monotonicMs();
}

void HttpConnection::tick(std::int64_t nowMs) {
    const std::int64_t passed = nowMs - sinceMs_;
    const bool late = stage_ == Stage::Fresh || stage_ == Stage::Head ? passed > limits_.headerMs
                      : stage_ == Stage::Idle                         ? passed > limits_.idleMs
                      : stage_ == Stage::Draining                     ? passed > drainMs
                      : stage_ == Stage::Serving ? false // the store answers, if only with Busy
                                                 : passed > limits_.bodyMs;
    if (late && !closed_)
        close();
}

void HttpConnection::close() {
    if (closed_)
        return;
    closed_ = true;
    channel_.close();
    slot_ = {};
}

void HttpConnection::read() {
    channel_.whenReadable([self = shared_from_this()](const boost::system::error_code& error) {
        if (error || self->closed_)
            return;
        thread_local std::array<char, readBytes> buffer;
        const ssize_t got = self->channel_.read(buffer.data(), buffer.size());
        if (got > 0) {
            self->in_.append(buffer.data(), static_cast<std::size_t>(got));
            self->work();
        } else if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            self->read();
        } else {
            self->close();
        }
    });
}

/// Serves what has been read, request by request. A request that is answered at once does not call back into
/// here.
void HttpConnection::work() {
    if (working_)
        return;
    working_ = true;
    int served = 0;
    while (!closed_ && stage_ < Stage::Serving && inAt_ < in_.size() && served < pipelinedMost) {
        if (!parse())
            break;
        ++served;
        enter(Stage::Serving);
        keepAlive_ = parser_->get().keep_alive();
        headOnly_ = parser_->get().method() == http::verb::head;
        if (door_)
            forwarded_ = forwardedFor(parser_->get());
        if (channel_.plainInstead())
            sendToSecure();
        else
            handler_.serve(shared_from_this(), parser_->get());
    }
    working_ = false;
    if (closed_ || stage_ == Stage::Serving || stage_ == Stage::Writing || stage_ == Stage::Draining)
        return;
    in_.erase(0, inAt_);
    inAt_ = 0;
    if (served == pipelinedMost && !in_.empty())
        boost::asio::post(channel_.socket().get_executor(), [self = shared_from_this()] { self->work(); });
    else
        read();
}

/// True when a whole request is there.
bool HttpConnection::parse() {
    if (!parser_) {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(limits_.headerBytes));
        parser_->body_limit(std::max(limits_.bodyBytes, limits_.hookBytes)); // what holds is in limitBody()
        enter(Stage::Head);
    }
    if (!parser_->is_header_done() && (!put() || !parser_->is_header_done() || !limitBody()))
        return false;
    if (!parser_->is_done() && inAt_ < in_.size() && !put())
        return false;
    if (parser_->is_done())
        return true;
    // The parser sets no bound to the line that begins a chunk, nor to what follows the last one.
    if (in_.size() - inAt_ > limits_.headerBytes + readBytes) {
        refuse(400, "bad_request");
        return false;
    }
    if (stage_ == Stage::Head) {
        enter(Stage::Body);
        if (boost::beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
            constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
            channel_.write(go.data(), go.size());
        }
    }
    return false;
}

/// False: refused.
bool HttpConnection::put() {
    boost::beast::error_code error;
    inAt_ += parser_->put(boost::asio::buffer(in_.data() + inAt_, in_.size() - inAt_), error);
    if (!error || error == http::error::need_more)
        return true;
    const bool large = error == http::error::body_limit;
    refuse(large ? 413 : error == http::error::header_limit ? 431 : 400, large ? "too_large" : "bad_request");
    return false;
}

/// The head is read alone: it says how long the body may be. False: refused.
bool HttpConnection::limitBody() {
    const auto target = parser_->get().target();
    const std::size_t most = handler_.bodyBytes({target.data(), target.size()});
    if (parser_->content_length().value_or(0) > most) {
        refuse(413, "too_large");
        return false;
    }
    parser_->body_limit(most); // for one that comes in chunks
    parser_->eager(true);
    return true;
}

void HttpConnection::refuse(int status, std::string_view error) {
    keepAlive_ = false; // Where the next request would begin is not known.
    headOnly_ = false;
    reply({.status = status, .body = "{\"error\":\"" + std::string(error) + "\"}"});
}

/// For one who has typed the address without https.
void HttpConnection::sendToSecure() {
    const auto& request = parser_->get();
    const auto host = request[http::field::host];
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    keepAlive_ = false;
    if (host.empty() ||
        std::string_view(host.data(), host.size()).find_first_not_of(allowed) != std::string_view::npos) {
        refuse(400, "bad_request");
        return;
    }
    HttpReply moved{.status = 301, .type = "text/plain", .body = "https"};
    moved.headers = {{"Location", "https://" + std::string(host) + "/"}};
    reply(std::move(moved));
}

void HttpConnection::reply(HttpReply reply) {
    if (closed_)
        return;
    const std::string& body = reply.shared ? *reply.shared : reply.body;
    out_.clear();
    outAt_ = 0;
    out_.reserve(256 + (reply.shared ? 0 : body.size()));
    out_.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ").append(reason(reply.status));
    if (!reply.type.empty())
        out_.append("\r\nContent-Type: ").append(reply.type);
    out_.append("\r\nContent-Length: ").append(std::to_string(body.size()));
    out_.append("\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer");
    for (const auto& [name, value] : reply.headers)
        out_.append("\r\n").append(name).append(": ").append(value);
    out_.append(keepAlive_ ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
    outBody_ = headOnly_ ? nullptr : reply.shared;
    if (!reply.shared && !headOnly_)
        out_.append(body);
    enter(Stage::Writing);
    write();
}

void HttpConnection::write() {
    while (true) {
        const std::string_view whole = outAt_ < out_.size() ? std::string_view(out_)
                                       : outBody_           ? std::string_view(*outBody_)
                                                            : "";
        const std::size_t from = outAt_ < out_.size() ? outAt_ : outAt_ - out_.size();
        if (from >= whole.size() || (whole.empty() && outAt_ >= out_.size()))
            break;
        const ssize_t sent = channel_.write(whole.data() + from, whole.size() - from);
        if (sent >= 0) {
            outAt_ += static_cast<std::size_t>(sent);
            sinceMs_ = monotonicMs(); // One who takes little by little, but takes, is not late.
        } else if (errno == EAGAIN) {
            channel_.whenWritable([self = shared_from_this()](const boost::system::error_code& failed) {
                if (!failed && !self->closed_)
                    self->write();
            });
            return;
        } else if (errno != EINTR) {
            close();
            return;
        }
    }
    finished();
}

void HttpConnection::finished() {
    outBody_ = nullptr;
    if (!keepAlive_) {
        drain();
        return;
    }
    parser_.reset();
    enter(Stage::Idle);
    work(); // Nothing, when work() itself is what called.
}

/// What the peer still sends would turn our close into a reset that can overtake the answer: it is read and
/// forgotten for a moment.
void HttpConnection::drain() {
    if (stage_ != Stage::Draining) {
        enter(Stage::Draining);
        channel_.endWriting();
    }
    thread_local std::array<char, 65'536> rest;
    const ssize_t got = channel_.read(rest.data(), rest.size());
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) {
        close();
        return;
    }
    channel_.whenReadable([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error && !self->closed_)
            self->drain();
    });
}

HttpConnection::Released HttpConnection::release(const std::string& head) {
    if (door_ && !forwarded_.empty()) {
        auto own = door_->enter(forwarded_);
        if (!own) {
            close();
            return {std::move(channel_), {}, {}};
        }
        slot_ = std::move(own); // The proxy's place is given back.
    }
    // The send buffer is empty here: a request is served only when the answer before it has left.
    channel_.write(head.data(), head.size());
    Released released{std::move(channel_), std::move(slot_), in_.substr(inAt_)};
    closed_ = true;
    return released;
}

} // namespace vitrina::server
