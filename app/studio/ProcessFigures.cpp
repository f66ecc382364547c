// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ProcessFigures.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <ctime>
#include <unistd.h>

namespace vitrina::studio {

std::int64_t residentMb() {
    std::ifstream file("/proc/self/statm");
    std::int64_t pages = 0;
    std::int64_t resident = 0;
    file >> pages >> resident;
    return resident * sysconf(_SC_PAGESIZE) / (1024 * 1024);
}

std::int64_t msSinceProcessStart() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    const auto afterName = text.rfind(')'); // the name may hold blanks
    if (afterName == std::string::npos)
        return 0;
    std::istringstream rest(text.substr(afterName + 2));
    std::string field;
    for (int number = 3; number <= 22 && rest >> field;
         ++number) { // proc(5): field 22 is starttime, in clock ticks
    }
    const std::int64_t ticks = std::atoll(field.c_str());
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace vitrina::studio
