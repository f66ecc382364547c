// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Overlays.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace vitrina::stage {
namespace {

/// Between two overlays, in parts of the width.
constexpr double gap = 0.015;
constexpr std::array order{OverlayKind::Label, OverlayKind::Card, OverlayKind::LowerThird,
                           OverlayKind::Countdown};

bool atTop(Place place) {
    return place == Place::TopLeft || place == Place::Top || place == Place::TopRight;
}

double leftOf(const Area& safe, Place place, double width) {
    switch (place) {
    case Place::Top:
    case Place::Bottom:
        return safe.x + (safe.width - width) / 2;
    case Place::TopRight:
    case Place::BottomRight:
        return safe.x + safe.width - width;
    default:
        return safe.x;
    }
}

bool touch(const Area& one, const Area& other, double space) {
    constexpr double rounding = 1e-9;
    return one.x < other.x + other.width - rounding && other.x < one.x + one.width - rounding &&
           one.y < other.y + other.height + space - rounding &&
           other.y < one.y + one.height + space - rounding;
}

/// Free of all in `taken`, from the edge `down` or up; false when it would leave the safe area.
bool freed(Area& area, const std::vector<Area>& taken, const Area& safe, bool down, double space) {
    // Each step passes one of them for good.
    for (std::size_t steps = 0; steps <= taken.size(); ++steps) {
        const auto hit =
            std::ranges::find_if(taken, [&](const Area& other) { return touch(area, other, space); });
        if (hit == taken.end())
            return area.y >= safe.y - space && area.y + area.height <= safe.y + safe.height + space;
        area.y = down ? hit->y + hit->height + space : hit->y - space - area.height;
    }
    return false;
}

/// At its edge, else from the other edge, else clear of the first one alone, which is the label when it
/// shows.
Area placed(const OverlaySize& size, Place place, const std::vector<Area>& taken, const Canvas& canvas) {
    const Area safe = safeArea(canvas, place);
    const double space = gap * canvas.width / canvas.height;
    const double width = std::min(size.width, 1.0);
    const double height = std::min(size.height, 1.0);
    const Area start{std::clamp(leftOf(safe, place, width), 0.0, 1.0 - width),
                     atTop(place) ? safe.y : safe.y + safe.height - height, width, height};
    for (const bool down : {atTop(place), !atTop(place)}) {
        Area area = start;
        if (down != atTop(place))
            area.y = down ? safe.y : safe.y + safe.height - height;
        if (freed(area, taken, safe, down, space))
            return area;
    }
    Area area = start;
    area.y = std::clamp(area.y, 0.0, 1.0 - height);
    if (!taken.empty() && touch(area, taken.front(), 0)) {
        const Area& first = taken.front();
        const bool below = first.y + first.height + height <= 1.0;
        area.y = below ? first.y + first.height : std::max(0.0, first.y - height);
    }
    return area;
}

Place* slotOf(OverlayPlaces& places, OverlayKind overlay) {
    switch (overlay) {
    case OverlayKind::Card:
        return &places.card;
    case OverlayKind::Label:
        return &places.label;
    case OverlayKind::LowerThird:
        return &places.lowerThird;
    case OverlayKind::Countdown:
        return &places.countdown;
    case OverlayKind::None:
        break;
    }
    return nullptr;
}

} // namespace

OverlayPlaces usualPlaces(CanvasShape shape) {
    OverlayPlaces places;
    if (shape == CanvasShape::Portrait)
        places.card = Place::BottomLeft;
    return places;
}

OverlayPlaces placesOf(const SetUp& setUp) {
    const auto chosen = setUp.overlays.find(setUp.canvas.shape());
    return chosen == setUp.overlays.end() ? usualPlaces(setUp.canvas.shape()) : chosen->second;
}

Place placeOf(const OverlayPlaces& places, OverlayKind overlay) {
    OverlayPlaces copy = places;
    const Place* slot = slotOf(copy, overlay);
    return slot ? *slot : Place::None;
}

bool labelIsFree(const OverlayPlaces& places) {
    return places.card != places.label && places.lowerThird != places.label &&
           places.countdown != places.label;
}

Result<OverlayPlaces> withPlace(OverlayPlaces places, OverlayKind overlay, Place place) {
    Place* slot = slotOf(places, overlay);
    if (!slot || place == Place::None)
        return fail(ErrorCode::BadRequest, "no such overlay or place");
    *slot = place;
    if (!labelIsFree(places))
        return fail(ErrorCode::PlaceOfLabel);
    return places;
}

Area safeArea(const Canvas& canvas, Place place) {
    const double unit =
        0.01 * canvas.width / canvas.height; // a hundredth of the width, in parts of the height
    if (canvas.shape() != CanvasShape::Portrait)
        return {0.03, 3 * unit, 0.94, 1 - 7 * unit};
    const double bottom = 0.78 - 2 * unit;
    return {0.04, 0.13, atTop(place) ? 0.92 : 0.79, bottom - 0.13};
}

std::map<OverlayKind, Area> arranged(const std::map<OverlayKind, OverlaySize>& shown,
                                     const OverlayPlaces& places, const Canvas& canvas) {
    std::map<OverlayKind, Area> areas;
    std::vector<Area> taken;
    for (const OverlayKind overlay : order) {
        const auto found = shown.find(overlay);
        if (found == shown.end())
            continue;
        const Area area = placed(found->second, placeOf(places, overlay), taken, canvas);
        areas[overlay] = area;
        taken.push_back(area);
    }
    return areas;
}

} // namespace vitrina::stage
