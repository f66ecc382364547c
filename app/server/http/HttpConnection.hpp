// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Options.hpp"
#include "server/http/Doorkeeper.hpp"
#include "wire/Channel.hpp"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vitrina::server {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;

struct HttpReply {
    int status = 200;
    std::string_view type = "application/json";
    std::string body{};
    std::shared_ptr<const std::string> shared{}; ///< instead of body, when set
    std::vector<std::pair<std::string_view, std::string>> headers{};
};

class HttpConnection;

/// Answers requests; io thread.
class HttpHandler {
  public:
    virtual ~HttpHandler() = default;
    /// To be answered with connection->reply(), now or later, or taken over with release().
    virtual void serve(const std::shared_ptr<HttpConnection>& connection, const HttpRequest& request) = 0;
    /// How long the body of a request for this target may be; at most Limits::hookBytes.
    virtual std::size_t bodyBytes(std::string_view target) const = 0;
};

/// One browser's connection: requests one after the other, each within its bounds of size and time. Beast's
/// parser judges the bytes; reading and writing are plain non-blocking calls, so that a quiet connection
/// costs no buffer.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
  public:
    HttpConnection(wire::Channel channel, Doorkeeper::Slot slot, HttpHandler& handler, const Limits& limits);

    void start();
    void reply(HttpReply reply);
    void close();
    bool closed() const { return closed_; }
    /// Who asks, as limits count it; behind a proxy, who it says this request is from.
    const std::string& address() const { return forwarded_.empty() ? slot_.address() : forwarded_; }
    /// What comes over this connection comes from a proxy we trust; before start().
    void trustProxy(Doorkeeper& door) { door_ = &door; }
    /// Once a second: ends what takes too long.
    void tick(std::int64_t nowMs);

    struct Released {
        wire::Channel channel;
        Doorkeeper::Slot slot;
        std::string early; ///< bytes already read beyond the request
    };
    /// For an upgrade: writes `head` and hands the socket over. This connection is done. An empty slot: the
    /// proxy's client has too many connections already, and nothing was written.
    Released release(const std::string& head);

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    enum class Stage { Fresh, Idle, Head, Body, Serving, Writing, Draining };

    void enter(Stage stage);
    void read();
    void work();
    bool parse();
    bool put();
    bool limitBody();
    void refuse(int status, std::string_view error);
    void sendToSecure();
    void write();
    void finished();
    void drain();

    wire::Channel channel_;
    Doorkeeper::Slot slot_;
    HttpHandler& handler_;
    Doorkeeper* door_ = nullptr; ///< not owned; only behind a proxy
    std::string forwarded_;
    const Limits& limits_;
    std::optional<Parser> parser_;
    std::string in_;
    std::size_t inAt_ = 0; ///< bytes of in_ already parsed
    std::string out_;
    std::size_t outAt_ = 0;
    std::shared_ptr<const std::string> outBody_;
    Stage stage_ = Stage::Fresh;
    std::int64_t sinceMs_ = 0;
    bool keepAlive_ = true;
    bool headOnly_ = false;
    bool working_ = false;
    bool closed_ = false;
};

} // namespace vitrina::server
