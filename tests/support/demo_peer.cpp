// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

/// For working on the page without a studio: a server with the demo shop on, live, the pinned product
/// changing every ten seconds, until Ctrl-C. Prints the page's address.
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

} // namespace

int main(int argc, char** argv) {
    using namespace vitrina;
    test::ServerProcess::Options options;
    options.benchLimits = true;
    std::string pictures = std::string(VITRINA_SOURCE_DIR) + "/resources/demo/art";
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
    }
    test::ServerProcess server(options);
    test::StudioPeer peer;
    if (!server.start() || !peer.attach(server.lock())) {
        std::fprintf(stderr, "%s", server.log().c_str());
        return 1;
    }
    sendPictures(peer, pictures);
    peer.openShop(test::demoShop());
    peer.goLive();
    std::printf("%s\n", server.url().c_str());
    std::fflush(stdout);
    std::signal(SIGINT, [](int) { stopping = 1; });
    std::signal(SIGTERM, [](int) { stopping = 1; });
    const char* products[] = {"earrings", "towel", "candle", "honey"};
    for (unsigned i = 0; stopping == 0 && server.running(); ++i) {
        if (i % 10 == 0)
            peer.air(ProductId{products[i / 10 % 4]}, -1, i / 10 % 4 == 2);
        sleep(1);
    }
    peer.endShow();
    peer.waitForAck();
    peer.close();
    peer.quit();
    server.waitForEnd(8'000);
    return 0;
}
