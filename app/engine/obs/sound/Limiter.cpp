// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/Limiter.hpp"

#include <algorithm>
#include <cmath>

namespace vitrina::engine::obs {
namespace {

/// From one peak of a tone of 25 Hz to its next: a tone is turned down evenly instead of being bent.
constexpr std::size_t holdSamples = 960;
/// Comes back by two thirds in 120 ms.
constexpr float releasePart = 1.0F / (0.120F * 48000.0F);
constexpr float leastRelease = 1e-6F; ///< near 1 a smaller step is lost in rounding
constexpr float nearlyOne = 0.9999F;

} // namespace

void Limiter::set(bool on, double ceilingDb) {
    on_ = on;
    if (!on) {
        held_ = 1.0F;
        holdLeft_ = 0;
    }
    ceiling_ = float(std::pow(10.0, std::min(ceilingDb, 0.0) / 20.0));
}

void Limiter::reset() {
    const bool on = on_;
    const float ceiling = ceiling_;
    *this = Limiter();
    on_ = on;
    ceiling_ = ceiling;
}

float Limiter::gainFor(float loudest) {
    return on_ && loudest > ceiling_ ? ceiling_ / loudest : 1.0F;
}

float Limiter::smallestAhead(float gain) {
    while (size_ > 0 && candidates_[(first_ + size_ - 1) % lookAhead].gain >= gain)
        --size_;
    if (size_ > 0 && candidates_[first_].at + lookAhead <= now_) {
        first_ = (first_ + 1) % lookAhead;
        --size_;
    }
    candidates_[(first_ + size_) % lookAhead] = {now_, gain};
    ++size_;
    ++now_;
    return candidates_[first_].gain;
}

float Limiter::released(float wanted) {
    if (wanted <= held_) {
        held_ = wanted;
        holdLeft_ = held_ < 1.0F ? holdSamples : 0;
    } else if (holdLeft_ > 0) {
        --holdLeft_;
    } else {
        held_ = std::min(wanted, held_ + std::max((1.0F - held_) * releasePart, leastRelease));
        if (held_ > nearlyOne)
            held_ = std::min(wanted, 1.0F);
    }
    return held_;
}

/// Every gain in the average is small enough for the sample that leaves the delay now, so the average is.
float Limiter::averaged(float gain) {
    const float before = recent_[place_];
    const float reduction = 1.0F - gain;
    recent_[place_] = reduction;
    reducing_ += (reduction > 0.0F ? 1 : 0);
    reducing_ -= (before > 0.0F ? 1 : 0);
    sum_ = reducing_ == 0 ? 0.0 : sum_ + double(reduction) - double(before);
    return reducing_ == 0 ? 1.0F : float(1.0 - sum_ / double(lookAhead));
}

void Limiter::process(float* const* channels, std::size_t count, std::size_t frames) {
    count = std::min(count, mostChannels);
    for (std::size_t i = 0; i < frames; ++i) {
        float loudest = 0.0F;
        for (std::size_t channel = 0; channel < count; ++channel) {
            float& sample = channels[channel][i];
            if (!std::isfinite(sample))
                sample = 0.0F; // it would stay in the average for ever
            loudest = std::max(loudest, std::fabs(sample));
        }
        // The oldest of the last lookAhead samples leaves with the newest gain.
        const std::size_t oldest = (place_ + 1) % lookAhead;
        const float gain = averaged(released(smallestAhead(gainFor(loudest))));
        for (std::size_t channel = 0; channel < count; ++channel) {
            late_[channel][place_] = channels[channel][i];
            const float out = late_[channel][oldest];
            // The last bit of rounding, and a ceiling that was lowered this moment.
            const float turned = out * gain;
            channels[channel][i] = on_ ? std::clamp(turned, -ceiling_, ceiling_) : turned;
        }
        place_ = oldest;
    }
}

} // namespace vitrina::engine::obs
