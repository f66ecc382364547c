// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "rehearsal/Wire.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <boost/json/object.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

/// A viewer's connections, as coroutines on one thread. Errors are LinkDown whatever the network did: a
/// viewer tries again in any case.
namespace vitrina::rehearsal {

template <class T>
using Task = boost::asio::awaitable<T>;

struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
    /// Null: plain. Whose certificate it is is not asked: nothing that a simulated viewer says is secret.
    std::shared_ptr<boost::asio::ssl::context> tls{};

    std::string authority() const {
        const bool usual = tls && port == 443; // browsers leave it out, and servers compare
        return usual ? host : host + ":" + std::to_string(port);
    }
    std::string origin() const { return (tls ? "https://" : "http://") + authority(); }
};

struct HttpAnswer {
    int status = 0;
    boost::json::object body;
};

/// One kept-alive connection for POSTs, opened when needed. One post() at a time.
class HttpClient {
  public:
    HttpClient(boost::asio::any_io_executor executor, Endpoint server);

    /// BadFormat: the answer's body is no JSON object.
    Task<Result<HttpAnswer>> post(std::string target, std::string body, std::string token);
    void close();

  private:
    Task<Result<void>> connect();
    Task<Result<HttpAnswer>> exchange(const std::string& target, const std::string& body,
                                      const std::string& token);

    boost::asio::any_io_executor executor_;
    Endpoint server_;
    std::unique_ptr<Wire> stream_;
    boost::beast::flat_buffer buffer_;
};

/// One WebSocket; open() again after it broke.
class Socket {
  public:
    Socket(boost::asio::any_io_executor executor, Endpoint server, std::string target);

    Task<Result<void>> open();
    Task<Result<void>> sendText(std::string text);
    Task<Result<std::string>> read(); ///< text or binary, whole
    /// Says goodbye; a read() under way ends. drop() doesn't say it.
    void leave();
    void drop();

  private:
    using Stream = boost::beast::websocket::stream<Wire>;
    boost::asio::any_io_executor executor_;
    Endpoint server_;
    std::string target_;
    std::shared_ptr<Stream> stream_; ///< also held by a goodbye under way
    bool open_ = false;
};

/// A pause that wake() ends early; wake() before the pause makes the next one end at once.
class Pause {
  public:
    explicit Pause(boost::asio::any_io_executor executor) : timer_(executor) {}
    Task<void> wait(std::chrono::milliseconds span);
    void wake();

  private:
    boost::asio::steady_timer timer_;
    bool awake_ = false; ///< stays so: a pause is woken for good when its viewer shall finish
};

/// 0.5 s, 1 s, 2 s … 10 s, as page.md has it.
class Backoff {
  public:
    std::chrono::milliseconds next();
    void reset() { span_ = std::chrono::milliseconds(500); }

  private:
    std::chrono::milliseconds span_{500};
};

} // namespace vitrina::rehearsal
