// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/RateLimits.hpp"

namespace vitrina::server {

namespace {

constexpr std::int64_t sweepEveryMs = 5'000;

} // namespace

std::int64_t RateLimits::take(Buckets& buckets, const std::string& who, const audience::Rate& rate,
                              std::int64_t nowMs) {
    audience::TokenBucket& bucket = buckets[who];
    return bucket.take(rate, nowMs) ? 0 : bucket.waitMs(rate, nowMs);
}

std::int64_t RateLimits::message(const ViewerId& viewer, const std::string& address, std::int64_t nowMs) {
    std::int64_t wait = take(posts_, address, limits_.postsPerAddress, nowMs);
    if (wait == 0)
        wait = take(messages_, viewer.value, limits_.messagesPerViewer, nowMs);
    return wait > 0 ? wait : take(said_, address, limits_.messagesPerAddress, nowMs);
}

std::int64_t RateLimits::order(const ViewerId& viewer, const std::string& address, std::int64_t nowMs) {
    const std::int64_t wait = take(posts_, address, limits_.postsPerAddress, nowMs);
    return wait > 0 ? wait : take(orders_, viewer.value, limits_.ordersPerViewer, nowMs);
}

std::int64_t RateLimits::checkout(const ViewerId& viewer, const std::string& address, std::int64_t nowMs) {
    const std::int64_t wait = take(posts_, address, limits_.postsPerAddress, nowMs);
    return wait > 0 ? wait : take(checkouts_, viewer.value, limits_.checkoutsPerViewer, nowMs);
}

std::int64_t RateLimits::find(const std::string& address, std::int64_t nowMs) {
    const std::int64_t wait = take(posts_, address, limits_.postsPerAddress, nowMs);
    return wait > 0 ? wait : take(finds_, address, limits_.findsPerAddress, nowMs);
}

std::int64_t RateLimits::session(const std::string& address, std::int64_t nowMs) {
    return take(sessions_, address, limits_.sessionsPerAddress, nowMs);
}

std::int64_t RateLimits::hook(const std::string& address, std::int64_t nowMs) {
    return take(posts_, address, limits_.postsPerAddress, nowMs);
}

std::int64_t RateLimits::forged(const std::string& address, std::int64_t nowMs) {
    return take(forged_, address, limits_.forgedPerAddress, nowMs);
}

void RateLimits::sweep(std::int64_t nowMs) {
    if (nowMs - sweptMs_ < sweepEveryMs)
        return;
    sweptMs_ = nowMs;
    const auto forget = [nowMs](Buckets& buckets, const audience::Rate& rate) {
        for (auto at = buckets.begin(); at != buckets.end();)
            at = at->second.full(rate, nowMs) ? buckets.erase(at) : std::next(at);
    };
    forget(messages_, limits_.messagesPerViewer);
    forget(said_, limits_.messagesPerAddress);
    forget(orders_, limits_.ordersPerViewer);
    forget(checkouts_, limits_.checkoutsPerViewer);
    forget(finds_, limits_.findsPerAddress);
    forget(sessions_, limits_.sessionsPerAddress);
    forget(posts_, limits_.postsPerAddress);
    forget(forged_, limits_.forgedPerAddress);
}

} // namespace vitrina::server
