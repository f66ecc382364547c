// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"

#include <vector>

/// Moving and sizing a picture of a scene by hand: what it catches on. Values only; all lengths in parts of
/// the canvas.
namespace vitrina::stage {

/// Which part of an area is held: its middle moves it, an edge or a corner sizes it.
enum class Grip { None, Move, Left, Right, Top, Bottom, TopLeft, TopRight, BottomLeft, BottomRight };

/// Action- and title-safe: nothing that matters outside of the first, no words outside of the second.
inline constexpr double actionSafe = 0.9;
inline constexpr double titleSafe = 0.8;
inline constexpr double smallestSide = 0.02;

/// Lines an edge or a centre catches on: the canvas' edges, its middle and thirds, the safe areas' edges, and
/// the edges and middles of the other items.
struct SnapLines {
    std::vector<double> across; ///< x of upright lines
    std::vector<double> down;   ///< y of level lines
};
/// `moved`: index of the item that is moved; its own lines are left out.
SnapLines snapLines(const std::vector<SceneItem>& items, std::size_t moved);

struct Snapped {
    Area area;
    std::vector<double> across; ///< the lines that were caught on, to be shown
    std::vector<double> down;
    bool operator==(const Snapped&) const = default;
};

/// The area after its grip was pulled by (dx, dy), and not yet snapped. Sides stay at least smallestSide; the
/// edge that is not held stays where it is. `keepShape` (corners only): width and height stay in proportion.
Area pulled(const Area& area, Grip grip, double dx, double dy, bool keepShape = false);
/// The nearest line within reach is caught, each axis for itself; the area moves by less than its reach. Held
/// at an edge only that edge moves; held in its middle all of it does, by its edges or its centre.
Snapped snapped(const Area& area, Grip grip, const SnapLines& lines, double reachX, double reachY);
/// Some of the area stays on the canvas: at least a twentieth of the canvas each way, or all of a smaller
/// one.
Area keptInSight(Area area);

} // namespace vitrina::stage
