// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Channel.hpp"

namespace vitrina::wire {

void Channel::makeNonBlocking() {
    boost::system::error_code ignored;
    if (socket_.is_open())
        socket_.non_blocking(true, ignored);
}

/// By the first byte: every TLS connection begins with a handshake record.
bool Channel::decide() {
    constexpr char handshakeRecord = 0x16;
    char first = 0;
    undecidedResult_ = ::recv(socket_.native_handle(), &first, 1, MSG_PEEK | MSG_DONTWAIT);
    if (undecidedResult_ <= 0)
        return false;
    undecided_ = false;
    if (first != handshakeRecord) {
        tls_.reset();
        plainInstead_ = true;
    }
    return true;
}

void Channel::endWriting() {
    if (tls_)
        tls_->sayGoodbye();
    ::shutdown(socket_.native_handle(), SHUT_WR);
}

void Channel::close() {
    boost::system::error_code ignored;
    if (tls_)
        tls_->sayGoodbye();
    socket_.shutdown(Socket::shutdown_both, ignored);
    socket_.close(ignored);
}

} // namespace vitrina::wire
