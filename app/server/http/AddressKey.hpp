// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/address.hpp>

#include <string>

namespace vitrina::server {

/// By what limits tell one from another. IPv6 by its /64: one household has as many addresses as it likes.
inline std::string addressKey(const boost::asio::ip::address& address) {
    if (address.is_v4())
        return address.to_string();
    if (address.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()).to_string();
    const auto bytes = address.to_v6().to_bytes();
    return {reinterpret_cast<const char*>(bytes.data()), 8};
}

} // namespace vitrina::server
