// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench engine: three cameras of 640x360, a card, 960x540 at 30, web video + RTMP to nginx + recording, 20 s,
// three times; then once more with the studio's windows (program, preview, a tile for each camera).
#include "EngineShow.hpp"
#include "support/PrivateDisplay.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace vitrina;
using bench::Figures;

namespace {

/// VITRINA_ROUNDS: so many instead.
int rounds() {
    const char* set = std::getenv("VITRINA_ROUNDS");
    return set ? std::max(1, std::atoi(set)) : 3;
}

void print(const char* prefix, const std::vector<Figures>& all) {
    const auto line = [&](const char* name, const char* unit, auto member) {
        std::vector<double> values;
        for (const Figures& figures : all)
            values.push_back(figures.*member);
        std::printf("{\"name\": \"%s_%s\", \"value\": %.2f, \"unit\": \"%s\"}\n", prefix, name,
                    bench::median(values), unit);
    };
    line("lagged", "%", &Figures::laggedPercent);
    line("skipped", "frames", &Figures::skipped);
    line("dropped", "frames", &Figures::dropped);
    line("cpu", "% of a core", &Figures::cpuPercent);
    line("pss", "MB", &Figures::pssMb);
    line("take_to_rendered_p50", "ms", &Figures::takeMs);
    std::fflush(stdout);
}

} // namespace

int main() {
    const test::PrivateDisplay display;
    char folder[] = "/tmp/vitrina-bench-XXXXXX";
    if (!display.works() || !mkdtemp(folder))
        return 1;
    const engine::EngineConfig config = bench::showConfig(folder);
    bench::EngineShow show(folder, config, display.pid());
    std::vector<Figures> plain;
    std::vector<Figures> windows;
    bool whole = std::none_of(config.sources.begin(), config.sources.end(),
                              [](const stage::Source& source) { return source.address.empty(); });
    for (int i = 0; i < rounds() && whole; ++i) {
        const auto figures = show.play({});
        whole = figures.has_value();
        if (whole)
            plain.push_back(*figures);
    }
    if (whole) {
        bench::Round withWindows;
        withWindows.windows = true;
        if (const auto figures = show.play(withWindows))
            windows.push_back(*figures);
    }
    whole = whole && !windows.empty();
    print("engine", plain);
    print("engine_with_windows", windows);
    std::filesystem::remove_all(folder);
    return whole ? 0 : 1;
}
