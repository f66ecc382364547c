// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Listener.hpp"

#include <boost/asio/ip/v6_only.hpp>

#include <utility>

namespace vitrina::server {

using boost::asio::ip::tcp;

namespace {

/// Of connections that wait to be taken: viewers come in a burst.
constexpr int backlog = 4'096;

} // namespace

Result<void> Listener::open(const std::string& address, int port) {
    boost::system::error_code error;
    const auto where = boost::asio::ip::make_address(address, error);
    if (error)
        return fail(ErrorCode::BadRequest, "--bind " + address);
    close();
    const tcp::endpoint endpoint(where, static_cast<unsigned short>(port));
    acceptor_.open(endpoint.protocol(), error);
    if (!error)
        acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && where.is_v6() && where.is_unspecified())
        acceptor_.set_option(boost::asio::ip::v6_only(false), error);
    if (!error)
        acceptor_.bind(endpoint, error);
    if (!error)
        acceptor_.listen(backlog, error);
    if (!error)
        return {};
    close();
    return fail(ErrorCode::PortInUse, "port " + std::to_string(port) + ": " + error.message());
}

void Listener::start() {
    accept();
}

void Listener::accept() {
    acceptor_.async_accept(
        [this, generation = generation_](const boost::system::error_code& error, Socket socket) {
            if (error == boost::asio::error::operation_aborted || generation != generation_)
                return;
            if (!error)
                onSocket_(std::move(socket));
            if (generation != generation_)
                return;
            if (!error || error == boost::asio::error::connection_aborted)
                accept();
            else
                paused_ = true;
        });
}

void Listener::tick() {
    if (isOpen() && std::exchange(paused_, false))
        accept();
}

void Listener::close() {
    ++generation_;
    paused_ = false;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
}

int Listener::port() const {
    boost::system::error_code error;
    const auto at = acceptor_.local_endpoint(error);
    return error ? 0 : at.port();
}

} // namespace vitrina::server
