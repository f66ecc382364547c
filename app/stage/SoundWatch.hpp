// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <vector>

/// Hears, on the meters alone, what the host can't hear himself: silence where somebody should be heard, and
/// sound that is too loud. Values; no clock of their own.
namespace vitrina::stage {

inline constexpr float silentBelowDb = -60.0F;
inline constexpr std::int64_t silentAfterMs = 10'000;
inline constexpr float clipsFromDb = -0.1F;
inline constexpr int clipsTold = 3; ///< so many readings at the top…
inline constexpr std::int64_t clipsWithinMs = 2000;
inline constexpr std::int64_t clipKeptMs = 5000; ///< the warning stays so long after the last

/// One source at one moment; an empty id is the program's sound.
struct SoundReading {
    SourceId source;
    float peakDb = -96.0F;
    bool open = false; ///< its sound can be heard by viewers: there, not muted
    bool host = false; ///< is missed even when it has never been heard
};

struct SoundWarnings {
    std::map<SourceId, std::int64_t> silentSinceMs; ///< monotonic
    std::set<SourceId> clipping;

    bool operator==(const SoundWarnings&) const = default;
};

class SoundWatch {
  public:
    /// All readings of one moment. `onAir`: live, and neither the slate nor a break covers it: silence is
    /// told only then. What is muted is not watched.
    void measured(const std::vector<SoundReading>& readings, bool onAir, std::int64_t nowMs);
    const SoundWarnings& warnings() const { return warnings_; }

  private:
    struct Ear {
        bool heard = false; ///< since it was opened
        std::int64_t soundMs = 0;
        std::deque<std::int64_t> clipsMs;
    };
    void listen(Ear& ear, const SoundReading& reading, bool onAir, std::int64_t nowMs);
    void watchTop(Ear& ear, const SoundReading& reading, std::int64_t nowMs);

    std::map<SourceId, Ear> ears_;
    SoundWarnings warnings_;
};

} // namespace vitrina::stage
