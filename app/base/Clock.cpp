// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.hpp"

#include <time.h>

#include <chrono>
#include <fstream>

namespace vitrina {

/// The monotonic one counts on while the machine sleeps: viewers' countdowns do as well.
Instant SystemClock::now() const {
    using namespace std::chrono;
    timespec sinceBoot{};
    clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count(),
            sinceBoot.tv_sec * 1'000 + sinceBoot.tv_nsec / 1'000'000};
}

std::string SystemClock::bootId() const {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

} // namespace vitrina
