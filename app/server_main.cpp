// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.hpp"
#include "base/Log.hpp"
#include "server/SetUp.hpp"
#include "server/ShowServer.hpp"
#include "server/SweepFolder.hpp"
#include "server/store/BuyerExport.hpp"
#include "server/store/Tally.hpp"

#include <cstdio>
#include <string_view>
#include <vector>

namespace {

int setUp(const std::vector<std::string>& arguments) {
    using namespace vitrina;
    const auto code = server::setUpServer(arguments, SystemClock().now().wallMs);
    if (!code) {
        const bool words = code.error().code == ErrorCode::BadRequest;
        std::fprintf(stderr, "%s\n%s", code.error().detail.c_str(), words ? server::usage : "");
        return words ? 2 : 4;
    }
    std::printf("Pairing code, good once and for 15 minutes:\n\n    %s\n\n"
                "In Vitrina: Show > Pair with a server, or vitrina --pair \"CODE\".\n",
                code->c_str());
    return 0;
}

} // namespace

/// Exit codes, for the studio that started us: 2 arguments, 3 the folder or port is taken, 4 anything else.
int main(int argc, char** argv) {
    using namespace vitrina;
    if (argc > 1 && std::string_view(argv[1]) == "setup")
        return setUp({argv + 2, argv + argc});
    auto options = server::readOptions({argv + 1, argv + argc});
    if (!options) {
        std::fprintf(stderr, "%s\n%s\n", options.error().detail.c_str(), server::usage);
        return 2;
    }
    if (!options->tallyRun.empty()) {
        const auto tally = server::tallyRun(options->dataFolder, RunId{options->tallyRun});
        if (!tally)
            std::fprintf(stderr, "%s\n", tally.error().detail.c_str());
        else
            std::printf("%s\n", server::tallyJson(*tally).c_str());
        return tally ? 0 : 4;
    }
    if (options->sweep) {
        const auto swept = server::sweepFolder(*options);
        if (!swept)
            std::fprintf(stderr, "%s\n", swept.error().detail.c_str());
        return swept ? 0 : swept.error().code == ErrorCode::PortInUse ? 3 : 4;
    }
    if (!options->exportOrder.empty()) {
        const auto held = server::exportBuyer(options->dataFolder, OrderNumber{options->exportOrder});
        if (!held)
            std::fprintf(stderr, "%s\n", held.error().detail.c_str());
        else
            std::printf("%s\n", held->c_str());
        return held ? 0 : 4;
    }
    if (const auto read = server::readSetUp(*options); !read) {
        logError("server", std::string(errorName(read.error().code)) + ": " + read.error().detail);
        return 4;
    }
    auto opened = server::ShowServer::open(std::move(*options));
    if (!opened) {
        logError("server", std::string(errorName(opened.error().code)) + ": " + opened.error().detail);
        return opened.error().code == ErrorCode::PortInUse ? 3 : 4;
    }
    logInfo("server", "serving " + (*opened)->url());
    (*opened)->run();
    return 0;
}
