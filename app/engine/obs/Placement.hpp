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

/// The largest box of the given shape in the middle of a window.
PixelBox letterbox(int windowWidth, int windowHeight, int width, int height);

} // namespace vitrina::engine::obs
