// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/AudioLine.hpp"

#include <algorithm>
#include <vector>

namespace vitrina::engine::obs {
namespace {

constexpr std::int64_t ms = 1'000'000;
constexpr std::size_t window = 45; ///< pictures the median is taken of
constexpr int settleFrames = 60;   ///< the first ones come in a burst, 100-240 ms off
constexpr std::int64_t settleTime = 2500 * ms;
constexpr std::int64_t leaveOut = 150 * ms;
constexpr std::int64_t soundOnlyAfter = 3000 * ms;
constexpr std::size_t latenessWindow = 60; ///< packets of sound, more than a second
constexpr std::int64_t margin = 10 * ms;
constexpr std::int64_t mostShift = 1000 * ms;
/// Another line than this from the last one: the camera's clock has jumped.
constexpr std::int64_t jump = 1000 * ms;

} // namespace

void AudioLine::add(std::int64_t offset) {
    if (!offsets_.empty() && std::abs(offset - line_) > jump) {
        offsets_.clear();
        seen_ = 0;
        settled_ = false;
        firstAt_ = 0;
    }
    offsets_.push_back(offset);
    if (offsets_.size() > window)
        offsets_.pop_front();
    std::vector<std::int64_t> sorted(offsets_.begin(), offsets_.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    line_ = *middle;
    ++seen_;
}

void AudioLine::videoShown(std::int64_t pts, std::int64_t nextTick) {
    if (!picture_)
        offsets_.clear();
    picture_ = true;
    add(nextTick - pts);
    if (firstAt_ == 0)
        firstAt_ = nextTick;
    settled_ = settled_ || seen_ >= settleFrames || (nextTick - firstAt_ >= settleTime && seen_ >= 5);
}

std::optional<std::int64_t> AudioLine::stamp(std::int64_t pts, std::int64_t now) {
    if (firstSoundAt_ == 0)
        firstSoundAt_ = now;
    if (!picture_) {
        // A camera without picture: the sound is its own line, with some room for jitter.
        if (now - firstSoundAt_ < soundOnlyAfter)
            return std::nullopt;
        if (seen_ == 0 || std::abs(now - pts - line_) > jump)
            add(now - pts + 20 * ms);
    } else if (!settled_) {
        return std::nullopt;
    }
    if (pts < leaveOutUntil_ && leaveOutUntil_ - pts <= leaveOut)
        return std::nullopt;
    lateness_.push_back(now - pts - line_ - bufferingNs_);
    if (lateness_.size() > latenessWindow)
        lateness_.pop_front();
    if (lateness_.back() <= shift_)
        return pts + line_ + shift_;
    leaveOutUntil_ = pts + leaveOut;
    ++dropouts_;
    shift_ = std::max(shift_, usualLateness());
    return std::nullopt;
}

/// How late this camera's sound usually is, 0 when it is late only now and then (a busy machine, a hiccup on
/// the way). Some always send it late, because MPEG-TS gathers several packets; heard late is better than not
/// heard.
std::int64_t AudioLine::usualLateness() const {
    if (lateness_.size() < latenessWindow / 2)
        return 0;
    std::vector<std::int64_t> sorted(lateness_.begin(), lateness_.end());
    const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
    std::nth_element(sorted.begin(), place, sorted.end());
    return *place <= 0 ? 0 : std::min(*std::max_element(place, sorted.end()) + margin, mostShift);
}

void AudioLine::reset() {
    *this = AudioLine(bufferingNs_);
}

} // namespace vitrina::engine::obs
