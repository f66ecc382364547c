// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace vitrina::engine::obs {

/// Holds sound under a ceiling, whatever comes in: no sample is above it. It looks 1 ms ahead, so all sound
/// is 1 ms late, also while it is off (switching it makes no seam). What stays below the ceiling is not
/// changed by a bit. Pure; 48 kHz; one thread.
class Limiter {
  public:
    static constexpr std::size_t lookAhead = 48; ///< samples
    static constexpr std::size_t mostChannels = 2;

    /// A ceiling in dBFS.
    void set(bool on, double ceilingDb);
    /// In place, `frames` of each channel; all channels are turned down together, so that the picture of the
    /// sound stays where it is.
    void process(float* const* channels, std::size_t count, std::size_t frames);
    /// Forgets what it holds back.
    void reset();

  private:
    float gainFor(float loudest);
    float smallestAhead(float gain);
    float released(float wanted);
    float averaged(float gain);

    bool on_ = true;
    float ceiling_ = 0.891250938F; ///< -1 dB
    std::array<std::array<float, lookAhead>, mostChannels> late_{};
    std::size_t place_ = 0; ///< in the rings of this length
    // The smallest gain wanted in the last lookAhead samples, as a queue of falling candidates.
    struct Candidate {
        std::uint64_t at = 0;
        float gain = 1.0F;
    };
    std::array<Candidate, lookAhead> candidates_{};
    std::size_t first_ = 0;
    std::size_t size_ = 0;
    std::uint64_t now_ = 0;
    float held_ = 1.0F;
    std::size_t holdLeft_ = 0;
    std::array<float, lookAhead> recent_{}; ///< 1 - gain, so that nothing held down is exactly 0
    std::size_t reducing_ = 0;              ///< how many of them are above 0
    double sum_ = 0.0;
};

} // namespace vitrina::engine::obs
