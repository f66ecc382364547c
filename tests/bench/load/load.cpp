// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench load: the engine's work with the studio's windows beside as many busy processes as there are
// cores, with the windows giving way and without, by turns, three times each. What counts is how many of the
// program's frames come late: what the audience sees.
#include "../engine/EngineShow.hpp"
#include "support/PrivateDisplay.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

using namespace vitrina;

namespace {

/// VITRINA_ROUNDS: so many instead.
int rounds() {
    const char* set = std::getenv("VITRINA_ROUNDS");
    return set ? std::max(1, std::atoi(set)) : 3;
}
constexpr int measuredSeconds = 12;

} // namespace

int main() {
    const test::PrivateDisplay display;
    char folder[] = "/tmp/vitrina-bench-XXXXXX";
    if (!display.works() || !mkdtemp(folder))
        return 1;
    const engine::EngineConfig config = bench::showConfig(folder);
    bench::EngineShow show(folder, config, display.pid());
    std::vector<double> eased;
    std::vector<double> fixed;
    bool whole = std::none_of(config.sources.begin(), config.sources.end(),
                              [](const stage::Source& source) { return source.address.empty(); });
    for (int i = 0; i < 2 * rounds() && whole; ++i) {
        const bool eases = i % 2 == 0;
        const int hogs = int(std::thread::hardware_concurrency());
        const auto figures = show.play({true, eases, hogs, measuredSeconds});
        whole = figures.has_value();
        if (whole)
            (eases ? eased : fixed).push_back(figures->laggedPercent);
    }
    std::filesystem::remove_all(folder);
    if (!whole)
        return 1;
    const double mine = bench::median(eased);
    const double theirs = bench::median(fixed);
    std::printf("{\"name\": \"load lagged, windows give way\", \"value\": %.2f, \"unit\": \"%%\", "
                "\"peer\": \"windows do not give way\", \"peer_value\": %.2f, \"ratio\": %.3f}\n",
                mine, theirs, theirs > 0 ? mine / theirs : 1.0);
    return 0;
}
