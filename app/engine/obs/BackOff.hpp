// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <chrono>

namespace vitrina::engine::obs {

/// How long to wait before the next try after so many failures in a row: 1, 2, 4, 8, then 15 s.
constexpr std::chrono::milliseconds backOff(int failures) {
    constexpr std::array<int, 5> seconds{1, 2, 4, 8, 15};
    return std::chrono::seconds(seconds[std::size_t(std::clamp(failures - 1, 0, 4))]);
}

} // namespace vitrina::engine::obs
