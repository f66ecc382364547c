// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/ClapPairs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace vitrina::stage {
namespace {

constexpr std::int64_t farthestUs = 2'000'000;

std::optional<std::int64_t> nearest(const std::vector<std::int64_t>& times, std::int64_t to) {
    std::optional<std::int64_t> found;
    for (const std::int64_t time : times) {
        if (std::llabs(time - to) <= farthestUs &&
            (!found || std::llabs(time - to) < std::llabs(*found - to)))
            found = time;
    }
    return found;
}

} // namespace

bool ClapPairs::heard(const SourceId& source, std::int64_t atUs) {
    if (source != early_ && source != late_)
        return false;
    (source == early_ ? earlyUs_ : lateUs_).push_back(atUs);
    return true;
}

ClapDifference ClapPairs::difference() const {
    std::vector<std::int64_t> between;
    for (const std::int64_t early : earlyUs_) {
        const std::optional<std::int64_t> late = nearest(lateUs_, early);
        // Each is the other's nearest, or one of them has heard something else.
        if (late && nearest(earlyUs_, *late) == early)
            between.push_back(*late - early);
    }
    if (between.empty())
        return {};
    std::ranges::sort(between);
    const auto ms = [](std::int64_t us) {
        return int(std::lround(double(us) / 1000.0));
    };
    return {int(between.size()), ms(between[between.size() / 2]), ms(between.back() - between.front())};
}

} // namespace vitrina::stage
