// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace vitrina::link {

/// Where a show server's link is: a Unix socket of this machine, or a host elsewhere by TLS.
struct ServerAddress {
    std::string socket; ///< path; empty: elsewhere
    std::string host;   ///< name or address
    int port = 0;
    std::string pin;    ///< first bytes of the SHA-256 of the key it must hold
    std::string secret; ///< said in every greeting

    bool remote() const { return socket.empty(); }
    bool operator==(const ServerAddress&) const = default;
};

} // namespace vitrina::link
