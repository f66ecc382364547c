// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Snapping.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vitrina::stage {
namespace {

constexpr double inSight = 0.05;
constexpr double largestSide = 4.0;

bool holdsLeft(Grip grip) {
    return grip == Grip::Left || grip == Grip::TopLeft || grip == Grip::BottomLeft;
}
bool holdsRight(Grip grip) {
    return grip == Grip::Right || grip == Grip::TopRight || grip == Grip::BottomRight;
}
bool holdsTop(Grip grip) {
    return grip == Grip::Top || grip == Grip::TopLeft || grip == Grip::TopRight;
}
bool holdsBottom(Grip grip) {
    return grip == Grip::Bottom || grip == Grip::BottomLeft || grip == Grip::BottomRight;
}

/// One axis of an area.
struct Span {
    double start = 0.0;
    double length = 0.0;
    double end() const { return start + length; }
};

Span pullStart(const Span& span, double by) {
    const double start = std::clamp(span.start + by, span.end() - largestSide, span.end() - smallestSide);
    return {start, span.end() - start};
}

Span pullEnd(const Span& span, double by) {
    return {span.start, std::clamp(span.length + by, smallestSide, largestSide)};
}

/// How far to the nearest line, when it is within reach.
std::optional<double> toLine(double place, const std::vector<double>& lines, double reach) {
    std::optional<double> best;
    for (const double line : lines)
        if (std::abs(line - place) <= (best ? std::abs(*best) : reach))
            best = line - place;
    return best;
}

/// The smallest step that puts one of the places on a line.
std::optional<double> smallestStep(std::initializer_list<double> places, const std::vector<double>& lines,
                                   double reach) {
    std::optional<double> best;
    for (const double place : places)
        if (const auto step = toLine(place, lines, best ? std::abs(*best) : reach))
            best = step;
    return best;
}

void collect(std::vector<double>& caught, std::initializer_list<double> places,
             const std::vector<double>& lines) {
    for (const double line : lines)
        for (const double place : places)
            if (std::abs(line - place) < 1e-9 && std::ranges::find(caught, line) == caught.end())
                caught.push_back(line);
}

Span snapSpan(const Span& span, bool start, bool end, bool move, const std::vector<double>& lines,
              double reach, std::vector<double>& caught) {
    Span result = span;
    const auto middle = [](const Span& of) {
        return of.start + of.length / 2;
    };
    if (move) {
        if (const auto step = smallestStep({span.start, span.end(), middle(span)}, lines, reach))
            result.start += *step;
        collect(caught, {result.start, result.end(), middle(result)}, lines);
    } else if (start) {
        if (const auto step = toLine(span.start, lines, reach); step && span.length - *step >= smallestSide)
            result = {span.start + *step, span.length - *step};
        collect(caught, {result.start}, lines);
    } else if (end) {
        if (const auto step = toLine(span.end(), lines, reach); step && span.length + *step >= smallestSide)
            result.length += *step;
        collect(caught, {result.end()}, lines);
    }
    return result;
}

} // namespace

SnapLines snapLines(const std::vector<SceneItem>& items, std::size_t moved) {
    std::vector<double> fixed{0.0, 1.0 / 3, 0.5, 2.0 / 3, 1.0};
    for (const double safe : {actionSafe, titleSafe}) {
        fixed.push_back((1.0 - safe) / 2);
        fixed.push_back((1.0 + safe) / 2);
    }
    SnapLines lines{fixed, fixed};
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == moved)
            continue;
        const Area& area = items[i].area;
        for (const double part : {0.0, 0.5, 1.0}) {
            lines.across.push_back(area.x + part * area.width);
            lines.down.push_back(area.y + part * area.height);
        }
    }
    return lines;
}

Area pulled(const Area& area, Grip grip, double dx, double dy, bool keepShape) {
    Span across{area.x, area.width};
    Span down{area.y, area.height};
    if (grip == Grip::Move) {
        across.start += dx;
        down.start += dy;
        return {across.start, down.start, across.length, down.length};
    }
    const bool corner = (holdsLeft(grip) || holdsRight(grip)) && (holdsTop(grip) || holdsBottom(grip));
    if (keepShape && corner) {
        // The side that was pulled further, for its size, leads.
        const double growX = (holdsLeft(grip) ? -dx : dx) / area.width;
        const double growY = (holdsTop(grip) ? -dy : dy) / area.height;
        const double least = std::max(smallestSide / area.width, smallestSide / area.height);
        const double most = std::min(largestSide / area.width, largestSide / area.height);
        const double scale =
            std::clamp(1.0 + (std::abs(growX) > std::abs(growY) ? growX : growY), least, most);
        dx = (holdsLeft(grip) ? -1.0 : 1.0) * area.width * (scale - 1.0);
        dy = (holdsTop(grip) ? -1.0 : 1.0) * area.height * (scale - 1.0);
    }
    if (holdsLeft(grip))
        across = pullStart(across, dx);
    if (holdsRight(grip))
        across = pullEnd(across, dx);
    if (holdsTop(grip))
        down = pullStart(down, dy);
    if (holdsBottom(grip))
        down = pullEnd(down, dy);
    return {across.start, down.start, across.length, down.length};
}

Snapped snapped(const Area& area, Grip grip, const SnapLines& lines, double reachX, double reachY) {
    Snapped result;
    const bool move = grip == Grip::Move;
    const Span across = snapSpan({area.x, area.width}, holdsLeft(grip), holdsRight(grip), move, lines.across,
                                 reachX, result.across);
    const Span down = snapSpan({area.y, area.height}, holdsTop(grip), holdsBottom(grip), move, lines.down,
                               reachY, result.down);
    result.area = {across.start, down.start, across.length, down.length};
    return result;
}

Area keptInSight(Area area) {
    const double x = std::min(inSight, area.width);
    const double y = std::min(inSight, area.height);
    area.x = std::clamp(area.x, x - area.width, 1.0 - x);
    area.y = std::clamp(area.y, y - area.height, 1.0 - y);
    return area;
}

} // namespace vitrina::stage
