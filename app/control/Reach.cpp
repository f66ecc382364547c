// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Reach.hpp"

#include <QUrl>

#include <cstdint>

#include <arpa/inet.h>

namespace vitrina::control {

namespace {

/// RFC 1918, RFC 3927 and the shared range of RFC 6598.
Openness ofAddress4(const in_addr& address) {
    const std::uint32_t bits = ntohl(address.s_addr);
    const auto within = [bits](std::uint32_t network, int length) {
        return (bits ^ network) >> (32 - length) == 0;
    };
    if (within(0x7f000000, 8))
        return Openness::ThisComputer;
    const bool own = within(0x0a000000, 8) || within(0xac100000, 12) || within(0xc0a80000, 16) ||
                     within(0xa9fe0000, 16) || within(0x64400000, 10);
    return own ? Openness::ThisNetwork : Openness::Everyone;
}

/// Unique local (RFC 4193) and link-local addresses.
Openness ofAddress6(const in6_addr& address) {
    if (IN6_IS_ADDR_LOOPBACK(&address))
        return Openness::ThisComputer;
    const bool own = (address.s6_addr[0] & 0xfe) == 0xfc || IN6_IS_ADDR_LINKLOCAL(&address);
    return own ? Openness::ThisNetwork : Openness::Everyone;
}

} // namespace

Openness whoCanOpen(const std::string& url) {
    const QString host = QUrl(QString::fromStdString(url)).host().toLower();
    const std::string text = host.toStdString();
    in_addr four{};
    in6_addr six{};
    if (host.isEmpty())
        return Openness::Nobody;
    if (inet_pton(AF_INET, text.c_str(), &four) == 1)
        return ofAddress4(four);
    if (inet_pton(AF_INET6, text.c_str(), &six) == 1)
        return ofAddress6(six);
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return Openness::ThisComputer;
    if (!host.contains(QLatin1Char('.')) || host.endsWith(QLatin1String(".local")) ||
        host.endsWith(QLatin1String(".lan")) || host.endsWith(QLatin1String(".internal")))
        return Openness::ThisNetwork;
    return Openness::Everyone;
}

} // namespace vitrina::control
