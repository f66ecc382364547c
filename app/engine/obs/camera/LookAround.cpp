// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/LookAround.hpp"

#include "engine/obs/camera/V4l2.hpp"
#include "engine/obs/camera/X11Desktop.hpp"

#include <algorithm>
#include <memory>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vitrina::engine::obs {
namespace {

constexpr int firstRtmpPort = 1935; ///< what phones' apps expect
constexpr int firstSrtPort = 9000;
constexpr int portsTried = 40;
constexpr std::size_t portsWanted = 12;

std::string addressText(const sockaddr& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.sa_family == AF_INET) {
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
    } else if (address.sa_family == AF_INET6) {
        const in6_addr& six = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
        // One of the link alone is of no use without the name of an interface, which differs on the phone.
        if (!IN6_IS_ADDR_LINKLOCAL(&six))
            inet_ntop(AF_INET6, &six, text, sizeof text);
    }
    return text;
}

std::vector<std::string> ownAddresses() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0)
        return {};
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> owned(first, freeifaddrs);
    std::vector<std::string> addresses;
    for (const ifaddrs* one = first; one; one = one->ifa_next) {
        const bool up = (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0;
        if (std::string text = up && one->ifa_addr ? addressText(*one->ifa_addr) : std::string();
            !text.empty())
            addresses.push_back(std::move(text));
    }
    std::ranges::stable_partition(addresses,
                                  [](const std::string& one) { return one.find(':') == std::string::npos; });
    return addresses;
}

bool isFree(int type, int port) {
    const int fd = socket(AF_INET, type | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    const int on = 1;
    if (type == SOCK_STREAM) // one that has just been closed is free
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::uint16_t(port));
    const bool bound = bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(fd);
    return bound;
}

std::vector<int> freePorts(int type, int from) {
    std::vector<int> ports;
    for (int port = from; port < from + portsTried && ports.size() < portsWanted; ++port) {
        if (isFree(type, port))
            ports.push_back(port);
    }
    return ports;
}

} // namespace

Surroundings lookAround() {
    Surroundings around;
    const std::unique_ptr<V4l2Port> port = kernelV4l2();
    around.webcams = listWebcams(*port);
    const X11Desktop desktop;
    int number = 0;
    for (const PixelArea& monitor : desktop.monitors())
        around.screens.push_back({std::to_string(number++), monitor.width, monitor.height});
    for (const X11Desktop::Found& window : desktop.windows())
        around.windows.push_back({window.name + "\n" + window.title, window.title});
    around.addresses = ownAddresses();
    around.freeTcpPorts = freePorts(SOCK_STREAM, firstRtmpPort);
    around.freeUdpPorts = freePorts(SOCK_DGRAM, firstSrtPort);
    return around;
}

} // namespace vitrina::engine::obs
