// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/Clients.hpp"
#include "support/server/Load.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/// One patch to all pages, again and again: how fast, and at what cost, beside a bare epoll loop that sends
/// the same bytes to as many sockets. Each round is closed: the next patch is asked for when the last one has
/// reached every socket. The server's patch is made by a stock correction over the link, through the store's
/// commit, so its round holds more than the loop's. Server and loop on core 0, this program on core 1,
/// measured in turns.
namespace {

using namespace vitrina;
using namespace vitrina::test;

constexpr int turns = 3;
constexpr double turnSeconds = 2.5;

std::vector<int> acceptAll(int listener, std::size_t count) {
    std::vector<int> sockets;
    while (sockets.size() < count) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
        const int yes = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        sockets.push_back(socket);
    }
    return sockets;
}

/// The peer: for every byte on its first connection sends the same frame to all the others. It reads nothing
/// before all are there: a byte heard by some would be a round that never ends.
[[noreturn]] void rawLoop(int listener, std::size_t connections, std::size_t frameSize) {
    pinTo(0);
    const std::vector<int> sockets = acceptAll(listener, connections);
    const int epoll = epoll_create1(0);
    const std::string frame(frameSize, 'x');
    epoll_event event{};
    event.events = EPOLLIN;
    for (const int socket : sockets) {
        event.data.fd = socket;
        epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
    }
    std::array<epoll_event, 512> events{};
    while (true) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int from = events[static_cast<std::size_t>(i)].data.fd;
            char byte = 0;
            if (recv(from, &byte, 1, 0) <= 0)
                _exit(0); // the bench has gone
            for (std::size_t k = 1; k < sockets.size(); ++k)
                send(sockets[k], frame.data(), frame.size(), MSG_NOSIGNAL);
        }
    }
}

struct Turn {
    double perSecond = 0.0; ///< messages delivered
    double cpuUs = 0.0;     ///< of the sender, a message
};

/// Rounds until the time is over. `ask` sets one off; a socket has its message when `size` more bytes have
/// come.
Turn measure(const char* whose, LoadSockets& sockets, std::size_t first, int pid,
             const std::function<void()>& ask,
             const std::function<std::size_t(std::size_t, std::string_view)>& messagesIn) {
    const std::size_t all = sockets.count() - first;
    const double begin = nowSeconds();
    const double cpuBegin = cpuSeconds(pid);
    std::size_t rounds = 0;
    while (nowSeconds() - begin < turnSeconds) {
        ask();
        std::size_t got = 0;
        sockets.run(5.0, [&](std::size_t index, std::string_view bytes) {
            got += index >= first ? messagesIn(index, bytes) : 0;
            return got < all;
        });
        if (got < all) {
            std::fprintf(stderr, "%s: a round was not delivered: %zu of %zu, after %zu rounds\n", whose, got,
                         all, rounds);
            std::exit(1);
        }
        ++rounds;
    }
    const auto messages = static_cast<double>(rounds * all);
    return {messages / (nowSeconds() - begin), (cpuSeconds(pid) - cpuBegin) / messages * 1e6};
}

int listenAnywhere(int& port) {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof at;
    if (bind(listener, reinterpret_cast<sockaddr*>(&at), sizeof at) != 0 || listen(listener, 4'096) != 0)
        return -1;
    getsockname(listener, reinterpret_cast<sockaddr*>(&at), &length);
    port = ntohs(at.sin_port);
    return listener;
}

/// Stock patches among what a page is told; pings are answered.
class PatchCounter {
  public:
    explicit PatchCounter(LoadSockets& sockets) : sockets_(sockets), buffers_(sockets.count()) {}

    std::size_t operator()(std::size_t index, std::string_view bytes) {
        std::string& buffer = buffers_[index];
        if (!buffer.empty()) {
            buffer.append(bytes);
            bytes = buffer;
        }
        std::size_t patches = 0;
        std::size_t at = 0;
        while (bytes.size() - at >= 2) {
            std::size_t size = static_cast<unsigned char>(bytes[at + 1]);
            const std::size_t head = size == 126 ? 4 : size == 127 ? 10 : 2;
            if (bytes.size() - at < head)
                break;
            if (head > 2)
                size = 0;
            for (std::size_t i = 2; i < head; ++i)
                size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
            if (bytes.size() - at < head + size)
                break;
            if (bytes[at] == static_cast<char>(0x89))
                sockets_.send(index, std::string_view("\x8a\x80\0\0\0\0", 6));
            if (bytes.substr(at + head, 12) == "{\"t\":\"stock\"") {
                ++patches;
                frameSize = head + size;
            }
            at += head + size;
        }
        std::string rest(bytes.substr(at));
        buffer.swap(rest);
        return patches;
    }

    std::size_t frameSize = 0;

  private:
    LoadSockets& sockets_;
    std::vector<std::string> buffers_;
};

void joinAll(LoadSockets& sockets, int port, std::size_t pages, const std::string& token) {
    const std::string join = textFrame("{\"t\":\"join\",\"token\":\"" + token + "\"}");
    std::vector<int> stage(pages, 0);
    for (std::size_t i = 0; i < pages; ++i) {
        if (sockets.open(port) < 0) {
            std::fprintf(stderr, "only %zu sockets can be opened\n", i);
            std::exit(1);
        }
        sockets.send(i, upgradeBytes(port, "/api/live"));
    }
    std::size_t ready = 0;
    sockets.run(30.0, [&](std::size_t index, std::string_view bytes) {
        if (stage[index] == 0 && bytes.starts_with("HTTP/1.1 101")) {
            stage[index] = 1;
            sockets.send(index, join);
        } else if (stage[index] == 1 && bytes.find("\"t\":\"hello\"") != std::string_view::npos) {
            stage[index] = 2;
            ++ready;
        }
        return ready < pages;
    });
    sockets.run(2.5, [](std::size_t, std::string_view) { return true; }); // the last counts of viewers
    if (ready < pages) {
        std::fprintf(stderr, "only %zu of %zu pages joined\n", ready, pages);
        std::exit(1);
    }
}

int measureWith(std::size_t pages) {
    ServerProcess server({.benchLimits = true, .core = 0});
    StudioPeer peer;
    if (!server.start() || !peer.attach(server.lock())) {
        std::fprintf(stderr, "%s", server.log().c_str());
        return 1;
    }
    peer.openShop(demoShop(1));
    if (!peer.waitForAck())
        return 1;
    HttpClient client(server.port());
    LoadSockets own;
    joinAll(own, server.port(), pages, openSession(client));
    PatchCounter counter(own);
    bool there = true;
    // Out of stock and back: a change of the word, which is told at once.
    const auto toggle = [&] {
        peer.ask(commerce::CorrectStock{Sku{"TOWEL"}, there ? -1 : 1, "bench"});
        there = !there;
    };
    const auto count = [&](std::size_t index, std::string_view bytes) {
        return counter(index, bytes);
    };
    measure("server", own, 0, server.pid(), toggle, count); // warm, and the size of the frame

    const std::size_t frameSize = counter.frameSize; // Later frames are a digit longer.
    int port = 0;
    const int listener = listenAnywhere(port);
    const pid_t raw = fork();
    if (raw == 0)
        rawLoop(listener, pages + 1, frameSize);
    close(listener);
    LoadSockets plain;
    plain.open(port); // the one that sets a round off
    for (std::size_t i = 0; i < pages; ++i)
        plain.open(port);
    std::vector<std::size_t> partial(pages + 1, 0);
    const auto plainCount = [&](std::size_t index, std::string_view bytes) {
        partial[index] += bytes.size();
        const std::size_t whole = partial[index] / frameSize;
        partial[index] %= frameSize;
        return whole;
    };
    const auto trigger = [&] {
        plain.send(0, "x");
    };
    measure("raw epoll", plain, 1, raw, trigger, plainCount);

    std::vector<double> rates, rawRates, cpus, rawCpus;
    for (int turn = 0; turn < turns; ++turn) {
        const Turn mine = measure("server", own, 0, server.pid(), toggle, count);
        const Turn theirs = measure("raw epoll", plain, 1, raw, trigger, plainCount);
        rates.push_back(mine.perSecond);
        cpus.push_back(mine.cpuUs);
        rawRates.push_back(theirs.perSecond);
        rawCpus.push_back(theirs.cpuUs);
        std::printf("%zu pages: %.0f/s %.2f us, raw epoll %.0f/s %.2f us\n", pages, mine.perSecond,
                    mine.cpuUs, theirs.perSecond, theirs.cpuUs);
    }
    const std::string name = "fanout/" + std::to_string(pages);
    print({name, median(rates), "msg/s", "raw epoll", median(rawRates)});
    print({name + "/cpu", median(cpus), "us", "raw epoll", median(rawCpus)});
    kill(raw, SIGKILL);
    waitpid(raw, nullptr, 0);
    return 0;
}

} // namespace

int main() {
    raiseDescriptors();
    pinTo(1);
    return measureWith(1'000) + measureWith(5'000);
}
