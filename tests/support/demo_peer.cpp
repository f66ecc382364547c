// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <poll.h>
#include <unistd.h>

/// For working on the page without a studio: a server with the demo shop on, live, the pinned product
/// changing every ten seconds, until Ctrl-C. Prints the page's address and the path of its store.
///   demo_peer [--port N] [--data DIR] [--web DIR] [--pictures DIR] [--pieces N] [--reserve-s N] [--limits
///   public]
///             [--pin PRODUCT]
/// With --pin that product stays on air. What the studio wishes of the server can be written to its input, a
/// request of link.md a line ({"t":"request",…}); each answer is printed as "ID error detail".
namespace {

volatile std::sig_atomic_t stopping = 0;

void sendPictures(vitrina::test::StudioPeer& peer, const std::string& folder) {
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        if (entry.path().extension() != ".svg")
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        peer.sendAsset(entry.path().filename().string(), bytes.str());
    }
}

/// The lines that have come since; waits for up to a second.
std::vector<std::string> moreLines(std::string& rest, bool& open) {
    pollfd input{open ? STDIN_FILENO : -1, POLLIN, 0};
    std::vector<std::string> lines;
    if (poll(&input, 1, 1'000) <= 0)
        return lines;
    char buffer[65'536];
    const ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);
    open = got > 0;
    rest.append(buffer, open ? static_cast<std::size_t>(got) : 0);
    for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
        lines.push_back(rest.substr(0, end));
        rest.erase(0, end + 1);
    }
    return lines;
}

void ask(vitrina::test::StudioPeer& peer, const std::string& line) {
    using namespace vitrina;
    auto message = protocol::decodeMessage(line);
    const auto* wish = message ? std::get_if<protocol::Request>(&*message) : nullptr;
    if (!wish) {
        std::printf("? bad_request %s\n", line.c_str());
        return;
    }
    const auto answer = peer.answerTo(peer.ask(wish->body, 0, wish->id));
    std::printf("%s %s %s\n", wish->id.value.c_str(),
                answer ? std::string(errorName(answer->error)).c_str() : "no_answer",
                answer ? answer->detail.c_str() : "");
}

} // namespace

int main(int argc, char** argv) {
    using namespace vitrina;
    test::ServerProcess::Options options;
    options.benchLimits = true;
    std::string pictures = std::string(VITRINA_SOURCE_DIR) + "/resources/demo/art";
    std::string pinned;
    std::int64_t pieces = 24;
    std::int64_t reserveSeconds = 600;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--port")
            options.port = std::atoi(argv[i + 1]);
        else if (name == "--data")
            options.dataFolder = argv[i + 1];
        else if (name == "--web")
            options.webFolder = argv[i + 1];
        else if (name == "--pictures")
            pictures = argv[i + 1];
        else if (name == "--pieces")
            pieces = std::atoll(argv[i + 1]);
        else if (name == "--reserve-s")
            reserveSeconds = std::atoll(argv[i + 1]);
        else if (name == "--limits")
            options.benchLimits = std::string(argv[i + 1]) == "bench";
        else if (name == "--pin")
            pinned = argv[i + 1];
    }
    test::ServerProcess server(options);
    test::StudioPeer peer;
    if (!server.start() || !peer.attach(server.lock())) {
        std::fprintf(stderr, "%s", server.log().c_str());
        return 1;
    }
    sendPictures(peer, pictures);
    auto shop = test::demoShop(pieces);
    shop.catalogue.terms.reserveMs = reserveSeconds * 1'000;
    peer.openShop(shop);
    peer.goLive();
    if (!pinned.empty())
        peer.air(ProductId{pinned});
    std::printf("%s %s\n", server.url().c_str(), server.storePath().c_str());
    std::fflush(stdout);
    std::signal(SIGINT, [](int) { stopping = 1; });
    std::signal(SIGTERM, [](int) { stopping = 1; });
    const char* products[] = {"earrings", "towel", "candle", "honey"};
    bool open = true;
    std::string rest;
    std::size_t aired = 0;
    for (auto next = std::chrono::steady_clock::now(); stopping == 0 && server.running();) {
        if (pinned.empty() && std::chrono::steady_clock::now() >= next) {
            next += std::chrono::seconds(10);
            peer.air(ProductId{products[aired % std::size(products)]}, -1, aired % std::size(products) == 2);
            ++aired;
        }
        for (const std::string& line : moreLines(rest, open))
            ask(peer, line);
        std::fflush(stdout);
    }
    peer.endShow();
    peer.waitForAck();
    peer.close();
    peer.quit();
    server.waitForEnd(8'000);
    return 0;
}
