// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/socket_base.hpp>
#include <boost/system/error_code.hpp>

namespace vitrina::server {

/// Ends a connection on the spot. What fails here is gone already, so nothing is said.
template <class Socket>
void closeNow(Socket& socket) {
    boost::system::error_code ignored;
    socket.shutdown(boost::asio::socket_base::shutdown_both, ignored);
    socket.close(ignored);
}

} // namespace vitrina::server
