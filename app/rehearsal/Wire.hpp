// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <memory>
#include <utility>
#include <variant>

namespace vitrina::rehearsal {

/// A connection plain or by TLS, as Beast wants its streams.
class Wire {
  public:
    using Plain = boost::beast::tcp_stream;
    using Secure = boost::beast::ssl_stream<Plain>;
    using executor_type = Plain::executor_type;
    using next_layer_type = Plain;

    /// `tls`: null, plain.
    Wire(boost::asio::any_io_executor executor, const std::shared_ptr<boost::asio::ssl::context>& tls) {
        if (tls)
            stream_ = std::make_unique<Secure>(Plain(executor), *tls);
        else
            stream_ = std::make_unique<Plain>(executor);
    }

    Plain& next_layer() { return secure() ? secure()->next_layer() : *std::get<0>(stream_); }
    const Plain& next_layer() const {
        return std::holds_alternative<std::unique_ptr<Secure>>(stream_) ? std::get<1>(stream_)->next_layer()
                                                                        : *std::get<0>(stream_);
    }
    executor_type get_executor() { return next_layer().get_executor(); }
    /// Null: plain.
    Secure* secure() {
        auto* held = std::get_if<std::unique_ptr<Secure>>(&stream_);
        return held ? held->get() : nullptr;
    }

    // Beast's own operations call these, with handlers.
    template <class Buffers, class Handler>
    void async_read_some(const Buffers& buffers, Handler&& handler) {
        if (Secure* tls = secure())
            tls->async_read_some(buffers, std::forward<Handler>(handler));
        else
            next_layer().async_read_some(buffers, std::forward<Handler>(handler));
    }
    template <class Buffers, class Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler) {
        if (Secure* tls = secure())
            tls->async_write_some(buffers, std::forward<Handler>(handler));
        else
            next_layer().async_write_some(buffers, std::forward<Handler>(handler));
    }

  private:
    std::variant<std::unique_ptr<Plain>, std::unique_ptr<Secure>> stream_;
};

/// How Beast ends a WebSocket's connection: the goodbye has been said, so it is just closed.
inline void teardown(boost::beast::role_type, Wire& wire, boost::system::error_code& error) {
    wire.next_layer().close();
    error = {};
}
template <class Handler>
void async_teardown(boost::beast::role_type, Wire& wire, Handler&& handler) {
    wire.next_layer().close();
    boost::asio::post(wire.get_executor(), [done = std::forward<Handler>(handler)]() mutable {
        done(boost::system::error_code());
    });
}

} // namespace vitrina::rehearsal
