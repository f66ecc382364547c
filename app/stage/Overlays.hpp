// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "stage/SetUp.hpp"

#include <map>

/// Where the overlays stand. The disclosure label comes first and is never covered: no other overlay may have
/// its place, and whatever would touch it is moved out of its way. Pure.
namespace vitrina::stage {

/// The usual places of a shape; what a set-up says of it goes before.
OverlayPlaces usualPlaces(CanvasShape shape);
OverlayPlaces placesOf(const SetUp& setUp);
Place placeOf(const OverlayPlaces& places, OverlayKind overlay);
/// The overlay at another place. BadRequest: no such overlay or place; PlaceOfLabel: the label stands there,
/// or would stand where another overlay does.
Result<OverlayPlaces> withPlace(OverlayPlaces places, OverlayKind overlay, Place place);
bool labelIsFree(const OverlayPlaces& places);

/// The part of the canvas that platforms and screens leave alone: on 9:16 they draw over the top 12 %, the
/// bottom 22 % and, below the face, the right 17 % (web.md).
Area safeArea(const Canvas& canvas, Place place);

struct OverlaySize { ///< in parts of the canvas
    double width = 0.0;
    double height = 0.0;
    bool operator==(const OverlaySize&) const = default;
};

/// Each shown overlay at its place: label, card, lower third, countdown in this order, a later one moved up
/// or down past those before it. One up to half as high as the canvas never touches a label up to a fifth.
std::map<OverlayKind, Area> arranged(const std::map<OverlayKind, OverlaySize>& shown,
                                     const OverlayPlaces& places, const Canvas& canvas);

} // namespace vitrina::stage
