// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/Load.hpp"

#include "support/server/Clients.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

namespace vitrina::test {

void pinTo(int core) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(core, &cores);
    sched_setaffinity(0, sizeof cores, &cores);
}

void raiseDescriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.empty() ? 0.0 : values[values.size() / 2];
}

double nowSeconds() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double cpuSeconds(int pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void print(const Figure& figure) {
    std::printf("{\"name\":\"%s\",\"value\":%.4g,\"unit\":\"%s\"", figure.name.c_str(), figure.value,
                figure.unit.c_str());
    if (!figure.peer.empty())
        std::printf(",\"peer\":\"%s\",\"peer_value\":%.4g,\"ratio\":%.3f", figure.peer.c_str(),
                    figure.peerValue, figure.peerValue > 0 ? figure.value / figure.peerValue : 0.0);
    std::printf("}\n");
    std::fflush(stdout);
}

LoadSockets::LoadSockets() : epoll_(epoll_create1(EPOLL_CLOEXEC)) {}

LoadSockets::~LoadSockets() {
    for (const int descriptor : descriptors_) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    ::close(epoll_);
}

int LoadSockets::open(int port) {
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (descriptor < 0 || connect(descriptor, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        ::close(descriptor);
        return -1;
    }
    const int yes = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = descriptors_.size();
    epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
    descriptors_.push_back(descriptor);
    return static_cast<int>(descriptors_.size()) - 1;
}

bool LoadSockets::send(std::size_t index, std::string_view bytes) {
    return ::send(descriptors_[index], bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
}

void LoadSockets::run(double seconds, const std::function<bool(std::size_t, std::string_view)>& received,
                      const std::function<void(std::size_t)>& closed) {
    static std::array<char, 262'144> buffer;
    std::array<epoll_event, 512> events{};
    const double until = nowSeconds() + seconds;
    while (nowSeconds() < until) {
        const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 50);
        for (int i = 0; i < count; ++i) {
            const std::size_t index = events[static_cast<std::size_t>(i)].data.u64;
            int& descriptor = descriptors_[index];
            const ssize_t got = descriptor < 0 ? 0 : recv(descriptor, buffer.data(), buffer.size(), 0);
            if (got > 0) {
                if (!received(index, std::string_view(buffer.data(), static_cast<std::size_t>(got))))
                    return;
            } else if (descriptor >= 0 && (got == 0 || errno != EAGAIN)) {
                ::close(descriptor);
                descriptor = -1;
                if (closed)
                    closed(index);
            }
        }
    }
}

std::string postBytes(int port, const std::string& path, const std::string& token, const std::string& json) {
    std::string request =
        "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(json.size());
    if (!token.empty())
        request += "\r\nAuthorization: Bearer " + token;
    return request + "\r\n\r\n" + json;
}

std::string upgradeBytes(int port, const std::string& path) {
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

std::string textFrame(std::string_view text) {
    std::string frame("\x81", 1);
    if (text.size() < 126) {
        frame += static_cast<char>(0x80 | static_cast<int>(text.size()));
    } else {
        frame += static_cast<char>(0xfe);
        frame += static_cast<char>(text.size() >> 8);
        frame += static_cast<char>(text.size());
    }
    frame.append(4, '\0'); // a mask of zeros leaves the bytes as they are
    return frame.append(text);
}

std::vector<std::string> openSessions(int port, std::size_t viewers) {
    LoadSockets sockets;
    std::vector<std::string> tokens;
    tokens.reserve(viewers);
    const std::string request = postBytes(port, "/api/session", {}, "{}");
    for (int i = 0; i < 32; ++i)
        sockets.send(static_cast<std::size_t>(sockets.open(port)), request);
    sockets.run(60.0, [&](std::size_t index, std::string_view bytes) {
        tokens.push_back(jsonField(std::string(bytes), "token"));
        if (tokens.size() < viewers)
            sockets.send(index, request);
        return tokens.size() < viewers;
    });
    return tokens;
}

} // namespace vitrina::test
