// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vitrina::engine::obs {

/// Hears a clap: a sharp sound after a quiet moment, well above what the room makes anyway. Talk and music
/// that go on are none. Pure; one source, 48 kHz.
class ClapDetector {
  public:
    /// A block whose first sample is heard at `startNs`. Times, in the same clock, of the first sample of
    /// each clap; a clap is told with the block that holds its loudest moment, up to 15 ms after it began.
    std::vector<std::int64_t> hear(const float* samples, std::size_t count, std::int64_t startNs);

  private:
    void follow(float loud);
    std::optional<std::int64_t> begin(std::size_t back) const;

    struct Heard {
        float loud = 0.0F;
        std::int64_t atNs = 0;
    };
    static constexpr std::size_t kept = 1440; ///< samples, 30 ms
    std::vector<Heard> ring_ = std::vector<Heard>(kept);
    std::size_t next_ = 0;
    std::uint64_t samples_ = 0;
    float room_ = 0.0F;            ///< slow average of what is usual here
    float short_ = 0.0F;           ///< of the last few milliseconds
    std::size_t quiet_ = 0;        ///< samples since it was last above the room
    std::size_t sinceTrigger_ = 0; ///< 0: none is open
    float peak_ = 0.0F;
    std::int64_t endNs_ = 0;
};

/// The time the mixer gives to a source's blocks. libobs joins blocks whose stamps wander by less than 70 ms
/// and keeps the first one's line, so a stamp by itself may be off by that much. Pure; nanoseconds.
class MixerLine {
  public:
    /// When the mixer has the first sample of a block that is stamped so.
    std::int64_t place(std::int64_t stampNs, std::size_t frames, std::size_t sampleRate);

  private:
    std::int64_t nextNs_ = 0;
};

} // namespace vitrina::engine::obs
