// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProcessTree.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace vitrina::bench {
namespace {

struct Process {
    int parent = 0;
    double cpuSeconds = 0.0;
};

std::map<int, Process> allProcesses() {
    std::map<int, Process> found;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", gone)) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream file(entry.path() / "stat");
        std::string line;
        std::getline(file, line);
        // The name in brackets may hold anything; the figures begin behind it: state, parent, …
        std::istringstream rest(line.substr(std::min(line.rfind(')') + 1, line.size())));
        std::vector<std::string> field;
        for (std::string word; rest >> word;)
            field.push_back(word);
        if (field.size() < 13)
            continue;
        const double ticks = std::stod(field[11]) + std::stod(field[12]);
        found[std::stoi(name)] = {std::stoi(field[1]), ticks / double(sysconf(_SC_CLK_TCK))};
    }
    return found;
}

std::int64_t pssKbOf(int pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("Pss:"))
            return std::stoll(line.substr(4));
    }
    return 0;
}

void add(const std::map<int, Process>& all, int pid, int except, int except2, TreeUse& use) {
    const auto own = all.find(pid);
    if (own == all.end() || pid == except || pid == except2)
        return;
    use.cpuSeconds += own->second.cpuSeconds;
    use.pssKb += pssKbOf(pid);
    for (const auto& [child, process] : all) {
        if (process.parent == pid)
            add(all, child, except, except2, use);
    }
}

} // namespace

TreeUse measureTree(int exceptPid, int exceptPid2) {
    TreeUse use;
    add(allProcesses(), getpid(), exceptPid, exceptPid2, use);
    return use;
}

} // namespace vitrina::bench
