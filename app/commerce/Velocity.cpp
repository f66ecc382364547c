// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/Velocity.hpp"

#include <algorithm>

namespace vitrina::commerce {
namespace {

constexpr std::int64_t sweepEveryMs = 60'000;

} // namespace

void Velocity::drop(Notes& own, std::int64_t before) {
    while (!own.notes.empty() && own.notes.front().atMs <= before) {
        own.sum -= own.notes.front().count;
        own.notes.pop_front();
    }
}

std::int64_t Velocity::note(Times& times, const std::string& who, std::int64_t count, std::int64_t nowMs,
                            std::int64_t withinMs) {
    Notes& own = times[who];
    drop(own, nowMs - withinMs);
    // Several that ran out are told together, in any order.
    const auto place = std::ranges::upper_bound(own.notes, nowMs, {}, &Note::atMs);
    own.notes.insert(place, {nowMs, count});
    own.sum += count;
    return own.sum;
}

/// Until so many of them are forgotten that the rest is below `most`.
std::int64_t Velocity::wait(Times& times, const std::string& who, std::int64_t most, std::int64_t withinMs,
                            std::int64_t nowMs) {
    const auto known = times.find(who);
    if (most <= 0 || known == times.end())
        return 0;
    Notes& own = known->second;
    drop(own, nowMs - withinMs);
    std::int64_t left = own.sum;
    std::int64_t until = nowMs;
    for (auto note = own.notes.begin(); left >= most && note != own.notes.end(); ++note) {
        left -= note->count;
        until = note->atMs + withinMs;
    }
    return until - nowMs;
}

bool Velocity::order(const ViewerId& viewer, const std::string& network, std::int64_t nowMs) {
    sweep(nowMs);
    bool fast = false;
    if (limits_.ordersPerNetwork > 0 && !network.empty())
        fast = note(networks_, network, 1, nowMs, limits_.networkMs) > limits_.ordersPerNetwork;
    if (limits_.ordersPerViewer > 0)
        fast = note(viewers_, viewer.value, 1, nowMs, limits_.viewerMs) > limits_.ordersPerViewer || fast;
    return fast;
}

void Velocity::expired(const ViewerId& viewer, const std::string& network, std::int64_t pieces,
                       std::int64_t nowMs) {
    if (limits_.expiredMost > 0)
        note(expired_, viewer.value, 1, nowMs, limits_.expiredMs);
    if (limits_.expiredPieces > 0 && !network.empty())
        note(expiredPieces_, network, pieces, nowMs, limits_.expiredMs);
}

std::int64_t Velocity::waitMs(const ViewerId& viewer, const std::string& network, std::int64_t nowMs) {
    return std::max(wait(expired_, viewer.value, limits_.expiredMost, limits_.expiredMs, nowMs),
                    wait(expiredPieces_, network, limits_.expiredPieces, limits_.expiredMs, nowMs));
}

void Velocity::forget() {
    for (Times* times : {&networks_, &viewers_, &expired_, &expiredPieces_})
        times->clear();
}

void Velocity::sweep(std::int64_t nowMs) {
    if (nowMs - sweptMs_ < sweepEveryMs)
        return;
    sweptMs_ = nowMs;
    const auto old = [nowMs](Times& times, std::int64_t withinMs) {
        std::erase_if(times, [&](auto& entry) {
            return entry.second.notes.empty() || entry.second.notes.back().atMs <= nowMs - withinMs;
        });
    };
    old(networks_, limits_.networkMs);
    old(viewers_, limits_.viewerMs);
    old(expired_, limits_.expiredMs);
    old(expiredPieces_, limits_.expiredMs);
}

} // namespace vitrina::commerce
