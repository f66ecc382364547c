// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"

#include <cstddef>
#include <cstdint>

namespace vitrina::engine::obs {

/// Which surfaces are drawn in which frame. Without a GPU each surface costs CPU in the same thread that
/// makes the program, so tiles take turns, and when frames come late the windows give way in steps: the tiles
/// of the multiview first, then the preview, the program's own window last. What the audience gets is never
/// thinned. A step is taken back when no frame has been late for some seconds, for longer after each time
/// that was too soon. Graphics thread.
class SurfacePacing {
  public:
    SurfacePacing();
    /// Once a frame, with libobs' running total of late frames.
    void startFrame(std::uint32_t laggedTotal);
    /// index: of the surface among those of its content.
    bool draws(SurfaceContent content, std::size_t index) const;
    Easing easing() const;

  private:
    void ease();
    void restore();

    std::uint64_t frame_ = 0;
    std::uint32_t lagged_ = 0;
    std::size_t step_ = 0;
    std::uint64_t changedAt_ = 0; ///< frame of the last step, either way
    std::uint64_t lateAt_ = 0;    ///< frame that heard last of a late one
    std::uint64_t calm_;          ///< frames without a late one before a step is taken back
    bool restored_ = false;       ///< the last step was one back
};

} // namespace vitrina::engine::obs
