// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/NetworkAddress.hpp"

#include <boost/asio/ip/address_v4.hpp>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::wire {

namespace {

/// Of the documentation's network (RFC 5737): nobody has it, so the default way is taken.
constexpr const char* farAway = "192.0.2.1";

std::string textOf(const in_addr& address) {
    return boost::asio::ip::address_v4(ntohl(address.s_addr)).to_string();
}

/// "Connecting" a datagram socket only looks up the way.
std::optional<std::string> wayOut() {
    const int probe = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        return std::nullopt;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(9);
    ::inet_pton(AF_INET, farAway, &to.sin_addr);
    sockaddr_in own{};
    socklen_t size = sizeof own;
    const bool found = ::connect(probe, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
                       ::getsockname(probe, reinterpret_cast<sockaddr*>(&own), &size) == 0;
    ::close(probe);
    if (!found || (ntohl(own.sin_addr.s_addr) >> 24) == 127)
        return std::nullopt;
    return textOf(own.sin_addr);
}

} // namespace

std::optional<std::string> networkAddress() {
    if (auto way = wayOut())
        return way;
    ifaddrs* all = nullptr;
    std::optional<std::string> found;
    if (::getifaddrs(&all) != 0)
        return found;
    for (const ifaddrs* at = all; at && !found; at = at->ifa_next) {
        if (!at->ifa_addr || at->ifa_addr->sa_family != AF_INET || (at->ifa_flags & IFF_LOOPBACK) != 0 ||
            (at->ifa_flags & IFF_UP) == 0)
            continue;
        const void* raw = at->ifa_addr;
        found = textOf(static_cast<const sockaddr_in*>(raw)->sin_addr);
    }
    ::freeifaddrs(all);
    return found;
}

} // namespace vitrina::wire
