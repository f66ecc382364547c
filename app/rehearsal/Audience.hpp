// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

/// A simulated audience: viewers who are real clients of a show server, over the same HTTP and WebSockets as
/// a page. What they count is what they were answered, never what they meant to do.
namespace vitrina::rehearsal {

struct AudienceConfig {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    bool tls = false; ///< https, whoever's the certificate is
    int viewers = 12;
    std::uint64_t seed = 1;                   ///< the same seed makes the same people with the same habits
    std::string language = "lv";              ///< of most of the chat; some guests write English in any case
    std::chrono::milliseconds arrivals{2000}; ///< all have come within this time
    std::chrono::milliseconds betweenMessages{20000}; ///< of one viewer, on average; 0: none
    std::chrono::milliseconds betweenOrders{25000};
    int videoWatchers = 2; ///< so many of them also take the web video
};

struct AudienceCounts {
    int joined = 0;   ///< had the hello of the live channel at least once
    int watching = 0; ///< have it open now
    int watchingPeak = 0;
    std::int64_t messages = 0; ///< answered with 201
    std::int64_t orders = 0;   ///< answered with 201 and a number, each number once
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;        ///< sum of the totals in the answers
    std::int64_t repeatedNumbers = 0; ///< order numbers given to two different orders: always 0
    std::int64_t unanswered =
        0; ///< acts still without an answer when stop() gave up: their fate is not known
    std::int64_t reconnects = 0;
    std::int64_t videoFragments = 0;
    std::int64_t videoGaps = 0;                   ///< times the fragments' numbers jumped
    std::map<std::string, std::int64_t> refusals; ///< by the error's word, e.g. "sold_out"

    bool operator==(const AudienceCounts&) const = default;
};

/// Owns one thread with all viewers on it. start() and stop() one at a time; counts() from any thread at any
/// time.
class Audience {
  public:
    explicit Audience(AudienceConfig config);
    ~Audience(); ///< when stop() was not called: they drop everything and leave
    Audience(const Audience&) = delete;
    Audience& operator=(const Audience&) = delete;

    /// Lets them come. A server that is not there yet, or goes away, is tried again.
    void start();
    /// They begin nothing new; what is under way is answered, or given up after `patience`. Then they leave.
    /// Blocks.
    AudienceCounts stop(std::chrono::milliseconds patience = std::chrono::seconds(15));
    AudienceCounts counts() const;

  private:
    struct Crowd;
    std::unique_ptr<Crowd> crowd_;
};

} // namespace vitrina::rehearsal
