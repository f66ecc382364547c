// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/ClapDetector.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vitrina::engine::obs {
namespace {

constexpr std::int64_t sampleNs = 1'000'000'000 / 48000;
constexpr std::size_t quietNeeded = 48 * 150; ///< samples without a loud one before a clap
constexpr std::size_t gather = 48 * 15;       ///< samples until its loudest moment is certain
constexpr float leastLoud = 0.02F;            ///< -34 dB: no far door is a clap
constexpr float aboveRoom = 8.0F;
constexpr float roomPart = 1.0F / (0.4F * 48000.0F);
constexpr float shortPart = 1.0F / (0.005F * 48000.0F);
constexpr float quietAboveRoom = 2.0F; ///< of the short average: no noise of a room comes so far
/// Where the rise is told to begin, in parts of the loudest moment: the same for a near and a far microphone.
constexpr float beginPart = 0.25F;
constexpr std::int64_t gapNs = 70'000'000; ///< what libobs still joins

} // namespace

/// The room's own level: rises slowly, so that a clap hardly lifts it, and talk that goes on does.
void ClapDetector::follow(float loud) {
    ++samples_;
    room_ += (loud - room_) * std::max(roomPart, 1.0F / float(samples_));
    short_ += (loud - short_) * shortPart;
    quiet_ = short_ < std::max(leastLoud / 2, room_ * quietAboveRoom) ? quiet_ + 1 : 0;
}

/// The first of the last `back` samples that is part of the rise.
std::optional<std::int64_t> ClapDetector::begin(std::size_t back) const {
    for (std::size_t i = std::min(back, kept); i > 0; --i) {
        const Heard& heard = ring_[(next_ + kept - i) % kept];
        if (heard.loud >= peak_ * beginPart)
            return heard.atNs;
    }
    return std::nullopt;
}

std::vector<std::int64_t> ClapDetector::hear(const float* samples, std::size_t count, std::int64_t startNs) {
    std::vector<std::int64_t> claps;
    if (endNs_ != 0 && std::llabs(startNs - endNs_) > gapNs)
        *this = ClapDetector();
    for (std::size_t i = 0; i < count; ++i) {
        const float loud = std::isfinite(samples[i]) ? std::fabs(samples[i]) : 0.0F;
        ring_[next_] = {loud, startNs + std::int64_t(i) * 1'000'000'000 / 48000};
        next_ = (next_ + 1) % kept;
        const bool sharp = loud > std::max(leastLoud, room_ * aboveRoom);
        if (sinceTrigger_ > 0) {
            peak_ = std::max(peak_, loud);
            if (++sinceTrigger_ > gather) {
                // A few samples before the trigger belong to the rise as well.
                if (const auto began = begin(gather + 5 * 48))
                    claps.push_back(*began);
                sinceTrigger_ = 0;
            }
        } else if (sharp && quiet_ >= quietNeeded) {
            sinceTrigger_ = 1;
            peak_ = loud;
        }
        follow(loud);
    }
    endNs_ = startNs + std::int64_t(count) * sampleNs;
    return claps;
}

std::int64_t MixerLine::place(std::int64_t stampNs, std::size_t frames, std::size_t sampleRate) {
    const std::int64_t at = nextNs_ != 0 && std::llabs(stampNs - nextNs_) < gapNs ? nextNs_ : stampNs;
    nextNs_ = at + std::int64_t(frames) * 1'000'000'000 / std::int64_t(std::max<std::size_t>(sampleRate, 1));
    return at;
}

} // namespace vitrina::engine::obs
