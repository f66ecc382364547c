// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Velocity.hpp"

#include <algorithm>

namespace vitrina::commerce {
namespace {

constexpr std::int64_t sweepEveryMs = 60'000;

void drop(std::deque<std::int64_t>& times, std::int64_t before) {
    while (!times.empty() && times.front() <= before)
        times.pop_front();
}

} // namespace

std::size_t Velocity::note(Times& times, const std::string& who, std::int64_t nowMs, std::int64_t withinMs) {
    auto& own = times[who];
    drop(own, nowMs - withinMs);
    own.push_back(nowMs);
    return own.size();
}

bool Velocity::order(const ViewerId& viewer, const std::string& network, std::int64_t nowMs) {
    sweep(nowMs);
    bool fast = false;
    if (limits_.ordersPerNetwork > 0 && !network.empty())
        fast = note(networks_, network, nowMs, limits_.networkMs) >
               static_cast<std::size_t>(limits_.ordersPerNetwork);
    if (limits_.ordersPerViewer > 0)
        fast = note(viewers_, viewer.value, nowMs, limits_.viewerMs) >
                   static_cast<std::size_t>(limits_.ordersPerViewer) ||
               fast;
    return fast;
}

void Velocity::expired(const ViewerId& viewer, std::int64_t nowMs) {
    if (limits_.expiredMost > 0)
        note(expired_, viewer.value, nowMs, limits_.expiredMs);
}

std::int64_t Velocity::waitMs(const ViewerId& viewer, std::int64_t nowMs) {
    const auto own = expired_.find(viewer.value);
    if (own == expired_.end() || limits_.expiredMost <= 0)
        return 0;
    drop(own->second, nowMs - limits_.expiredMs);
    const auto most = static_cast<std::size_t>(limits_.expiredMost);
    if (own->second.size() < most)
        return 0;
    // Until the last but so many of them is forgotten.
    return own->second[own->second.size() - most] + limits_.expiredMs - nowMs;
}

void Velocity::forget() {
    networks_.clear();
    viewers_.clear();
    expired_.clear();
}

void Velocity::sweep(std::int64_t nowMs) {
    if (nowMs - sweptMs_ < sweepEveryMs)
        return;
    sweptMs_ = nowMs;
    const auto old = [nowMs](Times& times, std::int64_t withinMs) {
        std::erase_if(times, [&](auto& entry) { return entry.second.back() <= nowMs - withinMs; });
    };
    for (Times* times : {&networks_, &viewers_, &expired_})
        std::erase_if(*times, [](const auto& entry) { return entry.second.empty(); });
    old(networks_, limits_.networkMs);
    old(viewers_, limits_.viewerMs);
    old(expired_, limits_.expiredMs);
}

} // namespace vitrina::commerce
