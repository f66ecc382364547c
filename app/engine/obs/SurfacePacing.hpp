// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"

#include <cstddef>
#include <cstdint>

namespace vitrina::engine::obs {

/// Which surfaces are drawn in which frame. Without a GPU each surface costs CPU in the same thread that
/// makes the program, so tiles take turns, and when frames come late the windows give way first: the
/// audience's picture is the last thing to suffer. Graphics thread.
class SurfacePacing {
  public:
    /// Once a frame, with libobs' running total of late frames.
    void startFrame(std::uint32_t laggedTotal);
    /// index: of the surface among those of its content.
    bool draws(SurfaceContent content, std::size_t index) const;

  private:
    std::uint64_t frame_ = 0;
    std::uint32_t lagged_ = 0;
    std::uint64_t easyUntil_ = 0; ///< frames before this one are drawn sparingly
};

} // namespace vitrina::engine::obs
