// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/SurfacePacing.hpp"

namespace vitrina::engine::obs {
namespace {

/// After a late frame: long enough for a burst of other work on the machine to pass.
constexpr std::uint64_t easyFrames = 15;

std::uint64_t interval(SurfaceContent content, bool easy) {
    switch (content) {
    case SurfaceContent::Program:
        return easy ? 3 : 1;
    case SurfaceContent::Preview:
        return easy ? 6 : 2;
    case SurfaceContent::Source:
        return easy ? 12 : 3;
    case SurfaceContent::None:
        break;
    }
    return 1;
}

} // namespace

void SurfacePacing::startFrame(std::uint32_t laggedTotal) {
    ++frame_;
    if (laggedTotal != lagged_)
        easyUntil_ = frame_ + easyFrames;
    lagged_ = laggedTotal;
}

bool SurfacePacing::draws(SurfaceContent content, std::size_t index) const {
    const std::uint64_t every = interval(content, frame_ < easyUntil_);
    return (frame_ + index) % every == 0;
}

} // namespace vitrina::engine::obs
