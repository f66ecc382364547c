// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"

namespace vitrina::engine::obs {

struct PixelBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const PixelBox&) const = default;
};

/// Where on the target a source is drawn, and which part of the source (in its own pixels) is seen there.
struct Placement {
    PixelBox box;
    double left = 0.0;
    double top = 0.0;
    double width = 0.0;
    double height = 0.0;
};

/// Cover crops the source evenly on the longer side; Contain shrinks the box instead. An empty placement (no
/// width) when there is nothing to draw.
Placement place(const stage::Area& area, stage::Fit fit, const PixelBox& target, int sourceWidth,
                int sourceHeight);

/// How a source is looked at: cut at its sides, then turned.
struct Look {
    int rotation = 0; ///< degrees clockwise: 0, 90, 180 or 270
    stage::Crop crop{};

    bool operator==(const Look&) const = default;
};

/// Where a point of the source is in the picture that is seen: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0.
struct Turn {
    double xx = 1.0;
    double xy = 0.0;
    double x0 = 0.0;
    double yx = 0.0;
    double yy = 1.0;
    double y0 = 0.0;
    int width = 0; ///< of what is seen
    int height = 0;
};
Turn turn(const Look& look, int sourceWidth, int sourceHeight);
/// The size a source has to have so that what is seen of it covers this one.
PixelBox neededFor(const Look& look, int width, int height);

/// The largest box of the given shape in the middle of a window.
PixelBox letterbox(int windowWidth, int windowHeight, int width, int height);

} // namespace vitrina::engine::obs
