// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/SurfacePacing.hpp"

#include <algorithm>
#include <array>

namespace vitrina::engine::obs {
namespace {

/// A window is drawn once in so many frames.
struct Step {
    std::uint64_t program, preview, source;
    Easing easing;
};
constexpr std::array steps{
    Step{1, 2, 3, Easing::None},     Step{1, 2, 12, Easing::Multiview}, Step{1, 2, 30, Easing::Multiview},
    Step{1, 6, 30, Easing::Preview}, Step{1, 15, 30, Easing::Preview},  Step{3, 15, 30, Easing::Program},
};

/// A step must show in the frames before the next one follows.
constexpr std::uint64_t settleFrames = 10;
constexpr std::uint64_t shortestCalm = 90;
constexpr std::uint64_t longestCalm = 1800;

} // namespace

SurfacePacing::SurfacePacing() : calm_(shortestCalm) {}

void SurfacePacing::startFrame(std::uint32_t laggedTotal) {
    ++frame_;
    const bool late = laggedTotal != lagged_;
    lagged_ = laggedTotal;
    if (late) {
        lateAt_ = frame_;
        if (step_ == 0 || frame_ - changedAt_ >= settleFrames)
            ease();
    } else if (frame_ - std::max(lateAt_, changedAt_) >= calm_) {
        restore();
    }
}

void SurfacePacing::ease() {
    if (restored_)
        calm_ = std::min(calm_ * 2, longestCalm); // it was too soon
    restored_ = false;
    step_ = std::min(step_ + 1, steps.size() - 1);
    changedAt_ = frame_;
}

void SurfacePacing::restore() {
    changedAt_ = frame_;
    restored_ = step_ > 0;
    if (step_ > 0)
        --step_;
    else
        calm_ = shortestCalm; // that long with everything drawn: the load is over
}

bool SurfacePacing::draws(SurfaceContent content, std::size_t index) const {
    const Step& step = steps[step_];
    switch (content) {
    case SurfaceContent::Program:
        return (frame_ + index) % step.program == 0;
    case SurfaceContent::Preview:
        return (frame_ + index) % step.preview == 0;
    case SurfaceContent::Source:
        return (frame_ + index) % step.source == 0;
    case SurfaceContent::Scene: // There are more of them, and each has several pictures.
        return (frame_ + index) % (2 * step.source) == 0;
    case SurfaceContent::Layout:
        return (frame_ + index) % step.preview == 0;
    case SurfaceContent::None:
        break;
    }
    return true;
}

Easing SurfacePacing::easing() const {
    return steps[step_].easing;
}

} // namespace vitrina::engine::obs
