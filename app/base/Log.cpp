// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <string>

namespace vitrina {

void log(LogLevel level, std::string_view category, std::string_view text) {
    constexpr std::array<const char*, 5> words{"", "debug", "info", "warning", "error"};
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    tm parts{};
    gmtime_r(&now.tv_sec, &parts);
    std::array<char, 40> stamp{};
    std::snprintf(stamp.data(), stamp.size(), "%02d:%02d:%02d.%03ld", parts.tm_hour, parts.tm_min,
                  parts.tm_sec, now.tv_nsec / 1'000'000);
    std::string line;
    line.reserve(text.size() + 64);
    line.append(stamp.data()).append(" ").append(words[static_cast<std::size_t>(level)]);
    line.append(" [").append(category).append("] ").append(text).append("\n");
    std::fwrite(line.data(), 1, line.size(), stderr); // One call, so that threads do not mix within a line.
}

} // namespace vitrina
