// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Network.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/json.hpp>

#include <algorithm>

namespace vitrina::rehearsal {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

constexpr auto asResult = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds answerLimit{10};
constexpr std::size_t largestMessage = 16u << 20;

Error linkDown(const char* doing, const error_code& problem) {
    return fail(ErrorCode::LinkDown, std::string(doing) + ": " + problem.message());
}

Task<Result<void>> reach(Wire& wire, Endpoint server) {
    beast::tcp_stream& stream = wire.next_layer();
    asio::ip::tcp::resolver resolver(stream.get_executor());
    auto [unresolved, places] =
        co_await resolver.async_resolve(server.host, std::to_string(server.port), asResult);
    if (unresolved)
        co_return linkDown("resolve", unresolved);
    stream.expires_after(answerLimit);
    auto [unreached, place] = co_await stream.async_connect(places, asResult);
    if (unreached)
        co_return linkDown("connect", unreached);
    stream.socket().set_option(asio::ip::tcp::no_delay(true));
    if (Wire::Secure* tls = wire.secure()) {
        SSL_set_tlsext_host_name(tls->native_handle(), server.host.c_str());
        auto [stranger] = co_await tls->async_handshake(asio::ssl::stream_base::client, asResult);
        if (stranger)
            co_return linkDown("handshake", stranger);
    }
    co_return Result<void>();
}

} // namespace

HttpClient::HttpClient(asio::any_io_executor executor, Endpoint server)
    : executor_(std::move(executor)), server_(std::move(server)) {}

void HttpClient::close() {
    if (stream_)
        stream_->next_layer().close();
}

Task<Result<void>> HttpClient::connect() {
    stream_ = std::make_unique<Wire>(executor_, server_.tls);
    buffer_.clear();
    co_return co_await reach(*stream_, server_);
}

Task<Result<HttpAnswer>> HttpClient::exchange(const std::string& target, const std::string& body,
                                              const std::string& token) {
    http::request<http::string_body> request(http::verb::post, target, 11);
    request.set(http::field::host, server_.authority());
    request.set(http::field::content_type, "application/json");
    request.set(http::field::origin, server_.origin());
    request.set(http::field::user_agent, "Vitrina rehearsal");
    if (!token.empty())
        request.set(http::field::authorization, "Bearer " + token);
    request.body() = body;
    request.prepare_payload();

    stream_->next_layer().expires_after(answerLimit);
    auto [unsent, sent] = co_await http::async_write(*stream_, request, asResult);
    if (unsent)
        co_return linkDown("send", unsent);
    http::response<http::string_body> response;
    auto [unread, received] = co_await http::async_read(*stream_, buffer_, response, asResult);
    if (unread)
        co_return linkDown("answer", unread);
    if (response.need_eof())
        stream_.reset();

    error_code unclear;
    const boost::json::value parsed = boost::json::parse(response.body(), unclear);
    if (unclear || !parsed.is_object())
        co_return fail(ErrorCode::BadFormat, target + " was answered with no object");
    co_return HttpAnswer{static_cast<int>(response.result_int()), parsed.get_object()};
}

Task<Result<HttpAnswer>> HttpClient::post(std::string target, std::string body, std::string token) {
    // A connection that was kept may have been closed by the server meanwhile: then a fresh one, at once.
    if (stream_ && stream_->next_layer().socket().is_open()) {
        Result<HttpAnswer> answer = co_await exchange(target, body, token);
        if (answer || answer.error().code != ErrorCode::LinkDown)
            co_return answer;
    }
    const Result<void> connected = co_await connect();
    if (!connected) {
        stream_.reset();
        co_return connected.error();
    }
    Result<HttpAnswer> answer = co_await exchange(target, body, token);
    if (!answer)
        stream_.reset();
    co_return answer;
}

Socket::Socket(asio::any_io_executor executor, Endpoint server, std::string target)
    : executor_(std::move(executor)), server_(std::move(server)), target_(std::move(target)) {}

Task<Result<void>> Socket::open() {
    stream_ = std::make_shared<Stream>(executor_, server_.tls);
    const std::shared_ptr<Stream> stream = stream_;
    const Result<void> reached = co_await reach(stream->next_layer(), server_);
    if (!reached)
        co_return reached.error();
    stream->next_layer().next_layer().expires_never();
    websocket::stream_base::timeout limits{};
    limits.handshake_timeout = answerLimit;
    limits.idle_timeout = websocket::stream_base::none();
    limits.keep_alive_pings = false;
    stream->set_option(limits);
    stream->set_option(
        websocket::stream_base::decorator([origin = server_.origin()](websocket::request_type& request) {
            request.set(http::field::origin, origin);
        }));
    stream->read_message_max(largestMessage);
    auto [refused] = co_await stream->async_handshake(server_.authority(), target_, asResult);
    if (refused)
        co_return linkDown("upgrade", refused);
    open_ = true;
    co_return Result<void>();
}

Task<Result<void>> Socket::sendText(std::string text) {
    const std::shared_ptr<Stream> stream = stream_;
    stream->text(true);
    auto [unsent, bytes] = co_await stream->async_write(asio::buffer(text), asResult);
    if (unsent)
        co_return linkDown("send", unsent);
    co_return Result<void>();
}

Task<Result<std::string>> Socket::read() {
    const std::shared_ptr<Stream> stream = stream_;
    beast::flat_buffer buffer;
    auto [unread, bytes] = co_await stream->async_read(buffer, asResult);
    if (unread) {
        open_ = false;
        co_return linkDown("read", unread);
    }
    co_return beast::buffers_to_string(buffer.data());
}

void Socket::leave() {
    if (!stream_)
        return;
    if (!open_)
        return drop();
    open_ = false;
    stream_->async_close(websocket::close_code::going_away, [held = stream_](error_code) {});
}

void Socket::drop() {
    if (stream_)
        beast::get_lowest_layer(*stream_).close();
}

Task<void> Pause::wait(std::chrono::milliseconds span) {
    if (awake_)
        co_return;
    timer_.expires_after(span);
    auto [cancelled] = co_await timer_.async_wait(asResult);
    (void)cancelled;
}

void Pause::wake() {
    awake_ = true;
    timer_.cancel();
}

std::chrono::milliseconds Backoff::next() {
    const auto now = span_;
    span_ = std::min(span_ * 2, std::chrono::milliseconds(10000));
    return now;
}

} // namespace vitrina::rehearsal
