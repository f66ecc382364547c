// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Panel.hpp"
#include "support/server/Clients.hpp"
#include "support/server/Load.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

/// How long after an order the number is another one on 1,000 pages and on the studio's panel: from the
/// moment its bytes leave, so that the commit is in it, until each page has the stock patch with the new
/// count, and until the word that the panel shows is the new one. One order after the other, the next when
/// all have the last. Server on core 0; this program, with the pages' other ends, and the studio on core 1.
namespace {

using namespace vitrina;
using namespace vitrina::test;

constexpr std::size_t pages = 1'000;
constexpr int orders = 300;
constexpr std::int64_t pieces = 1'000'000;
constexpr std::size_t ordersPerViewer = 9; // the limit is 10 in 10 s

void joinAll(LoadSockets& sockets, int port, const std::string& token) {
    const std::string join = textFrame("{\"t\":\"join\",\"token\":\"" + token + "\"}");
    std::vector<int> stage(pages, 0);
    for (std::size_t i = 0; i < pages; ++i) {
        sockets.open(port);
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
    if (ready < pages) {
        std::fprintf(stderr, "only %zu of %zu pages joined\n", ready, pages);
        std::exit(1);
    }
    sockets.run(2.5, [](std::size_t, std::string_view) { return true; }); // the last counts of viewers
}

/// One order, until all pages have its number; their times in ms are appended. Gives when it was sent.
double round(LoadSockets& sockets, std::size_t buyer, const std::string& request, std::int64_t left,
             std::vector<double>& latenciesMs) {
    const std::string wanted = "\"available\":" + std::to_string(left) + ",";
    std::vector<std::string> tails(pages);
    std::vector<bool> has(pages, false);
    std::size_t ready = 0;
    const double sent = nowSeconds();
    sockets.send(buyer, request);
    sockets.run(5.0, [&](std::size_t index, std::string_view bytes) {
        if (index == buyer || has[index])
            return true;
        std::string& tail = tails[index];
        tail.append(bytes);
        if (tail.find(wanted) == std::string::npos)
            return true;
        has[index] = true;
        latenciesMs.push_back((nowSeconds() - sent) * 1e3);
        return ++ready < pages;
    });
    if (ready < pages) {
        std::fprintf(stderr, "only %zu of %zu pages were told of %lld\n", ready, pages,
                     static_cast<long long>(left));
        std::exit(1);
    }
    return sent;
}

void tell(const std::string& name, std::vector<double>& latenciesMs) {
    std::ranges::sort(latenciesMs);
    const auto at = [&](double part) {
        return latenciesMs[static_cast<std::size_t>(part * static_cast<double>(latenciesMs.size() - 1))];
    };
    print({name + "/p50", at(0.5), "ms"});
    print({name + "/p99", at(0.99), "ms"});
    print({name + "/max", latenciesMs.back(), "ms"});
}

} // namespace

int main() {
    raiseDescriptors();
    ServerProcess server({.graceSeconds = 3'600, .benchLimits = true, .core = 0});
    if (!server.start()) {
        std::fprintf(stderr, "%s", server.log().c_str());
        return 1;
    }
    bench::Panel panel(server.dataFolder(), demoShop(pieces), Sku{"HONEY"}, 1);
    pinTo(1);
    if (panel.shownAt(pieces) < 0.0) {
        std::fprintf(stderr, "the panel shows no stock\n%s", server.log().c_str());
        return 1;
    }
    const auto tokens = openSessions(server.port(), orders / ordersPerViewer + 1);
    LoadSockets sockets;
    joinAll(sockets, server.port(), tokens.front());
    const auto buyer = static_cast<std::size_t>(sockets.open(server.port()));
    std::vector<double> pagesMs;
    std::vector<double> panelMs;
    for (int i = 0; i < orders; ++i) {
        const std::string& token = tokens[static_cast<std::size_t>(i) / ordersPerViewer];
        const double sent = round(sockets, buyer,
                                  postBytes(server.port(), "/api/orders", token,
                                            orderJson("counter-" + std::to_string(i), "HONEY", 1, 850)),
                                  pieces - i - 1, pagesMs);
        const double shown = panel.shownAt(pieces - i - 1);
        if (shown < 0.0) {
            std::fprintf(stderr, "the panel was not told of %lld\n", static_cast<long long>(pieces - i - 1));
            return 1;
        }
        panelMs.push_back((shown - sent) * 1e3);
    }
    tell("counter", pagesMs);
    tell("counter/panel", panelMs);
    return 0;
}
