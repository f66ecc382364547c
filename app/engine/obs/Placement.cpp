// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/Placement.hpp"

#include <algorithm>
#include <cmath>

namespace vitrina::engine::obs {
namespace {

/// What lies beyond the target is not drawn: in a window there is something beside it.
void clip(Placement& placement, const PixelBox& target) {
    const PixelBox box = placement.box;
    const int left = std::max(box.x, target.x);
    const int top = std::max(box.y, target.y);
    const int right = std::min(box.x + box.width, target.x + target.width);
    const int bottom = std::min(box.y + box.height, target.y + target.height);
    if (right <= left || bottom <= top) {
        placement = {};
        return;
    }
    const double scaleX = placement.width / box.width;
    const double scaleY = placement.height / box.height;
    placement.left += (left - box.x) * scaleX;
    placement.top += (top - box.y) * scaleY;
    placement.width = (right - left) * scaleX;
    placement.height = (bottom - top) * scaleY;
    placement.box = {left, top, right - left, bottom - top};
}

int toPixel(double value) {
    return static_cast<int>(std::lround(value));
}

} // namespace

Placement place(const stage::Area& area, stage::Fit fit, const PixelBox& target, int sourceWidth,
                int sourceHeight) {
    Placement placement;
    if (sourceWidth <= 0 || sourceHeight <= 0)
        return placement;
    // Both edges are rounded, not edge and size: neighbours then meet without a gap.
    const int left = target.x + toPixel(area.x * target.width);
    const int top = target.y + toPixel(area.y * target.height);
    const int right = target.x + toPixel((area.x + area.width) * target.width);
    const int bottom = target.y + toPixel((area.y + area.height) * target.height);
    PixelBox box{left, top, right - left, bottom - top};
    if (box.width <= 0 || box.height <= 0)
        return placement;
    placement.width = sourceWidth;
    placement.height = sourceHeight;
    if (fit == stage::Fit::Contain) {
        const PixelBox inner = letterbox(box.width, box.height, sourceWidth, sourceHeight);
        placement.box = {box.x + inner.x, box.y + inner.y, inner.width, inner.height};
        clip(placement, target);
        return placement;
    }
    placement.box = box;
    const double scale = std::max(double(box.width) / sourceWidth, double(box.height) / sourceHeight);
    placement.width = std::min(box.width / scale, double(sourceWidth));
    placement.height = std::min(box.height / scale, double(sourceHeight));
    placement.left = (sourceWidth - placement.width) / 2;
    placement.top = (sourceHeight - placement.height) / 2;
    clip(placement, target);
    return placement;
}

Turn turn(const Look& look, int sourceWidth, int sourceHeight) {
    Turn turn;
    if (sourceWidth <= 0 || sourceHeight <= 0)
        return turn;
    const double left = look.crop.left * sourceWidth;
    const double top = look.crop.top * sourceHeight;
    const double width = sourceWidth * (1.0 - look.crop.left - look.crop.right);
    const double height = sourceHeight * (1.0 - look.crop.top - look.crop.bottom);
    const bool aside = look.rotation == 90 || look.rotation == 270;
    turn.width = std::max(1, toPixel(aside ? height : width));
    turn.height = std::max(1, toPixel(aside ? width : height));
    switch (look.rotation) {
    case 90:
        turn.xx = turn.yy = 0.0;
        turn.xy = -1.0;
        turn.x0 = height + top;
        turn.yx = 1.0;
        turn.y0 = -left;
        break;
    case 180:
        turn.xx = turn.yy = -1.0;
        turn.x0 = width + left;
        turn.y0 = height + top;
        break;
    case 270:
        turn.xx = turn.yy = 0.0;
        turn.xy = 1.0;
        turn.x0 = -top;
        turn.yx = -1.0;
        turn.y0 = width + left;
        break;
    default:
        turn.x0 = -left;
        turn.y0 = -top;
        break;
    }
    return turn;
}

PixelBox neededFor(const Look& look, int width, int height) {
    const bool aside = look.rotation == 90 || look.rotation == 270;
    const double seenAcross = 1.0 - look.crop.left - look.crop.right;
    const double seenDown = 1.0 - look.crop.top - look.crop.bottom;
    return {0, 0, toPixel((aside ? height : width) / std::max(seenAcross, 0.05)),
            toPixel((aside ? width : height) / std::max(seenDown, 0.05))};
}

PixelBox letterbox(int windowWidth, int windowHeight, int width, int height) {
    if (windowWidth <= 0 || windowHeight <= 0 || width <= 0 || height <= 0)
        return {};
    const double scale = std::min(double(windowWidth) / width, double(windowHeight) / height);
    const int w = std::clamp(toPixel(width * scale), 1, windowWidth);
    const int h = std::clamp(toPixel(height * scale), 1, windowHeight);
    return {(windowWidth - w) / 2, (windowHeight - h) / 2, w, h};
}

} // namespace vitrina::engine::obs
