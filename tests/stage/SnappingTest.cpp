// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "stage/Snapping.hpp"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace vitrina;
using namespace vitrina::stage;

class SnappingTest : public QObject {
    Q_OBJECT

  private slots:
    void whatIsNotHeldStays();
    void aCaughtAreaStandsOnALineAndMovedLittle();
    void snappingTwiceIsSnappingOnce();
    void pullingBackUndoesAPull();
    void sidesAndSightAreKept();
    void edgesMiddleThirdsSafeAreasAndNeighboursCatch();
    void cornersCanKeepTheirShape();
};

namespace {

constexpr double reach = 0.02;

double part(int low, int high) {
    return *rc::gen::inRange(low, high) / 1000.0;
}

Area anyArea() {
    return {part(-300, 900), part(-300, 900), part(50, 1200), part(50, 1200)};
}

Grip anyGrip() {
    return Grip(*rc::gen::inRange(int(Grip::Move), int(Grip::BottomRight) + 1));
}

std::vector<SceneItem> anyItems() {
    std::vector<SceneItem> items;
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i)
        items.push_back({SourceId{std::to_string(i)}, anyArea(), Fit::Cover});
    return items;
}

bool same(double a, double b) {
    return std::abs(a - b) < 1e-9;
}
bool same(const Area& a, const Area& b) {
    return same(a.x, b.x) && same(a.y, b.y) && same(a.width, b.width) && same(a.height, b.height);
}

bool moves(Grip grip) {
    return grip == Grip::Move;
}
bool left(Grip g) {
    return g == Grip::Left || g == Grip::TopLeft || g == Grip::BottomLeft;
}
bool right(Grip g) {
    return g == Grip::Right || g == Grip::TopRight || g == Grip::BottomRight;
}

bool onALine(std::initializer_list<double> places, const std::vector<double>& lines) {
    return std::ranges::any_of(places, [&](double place) {
        return std::ranges::any_of(lines, [&](double line) { return same(line, place); });
    });
}

} // namespace

void SnappingTest::whatIsNotHeldStays() {
    QVERIFY(rc::check("an edge that is not held stays, pulled and snapped", [] {
        const std::vector<SceneItem> items = anyItems();
        const Area before = items[0].area;
        const Grip grip = anyGrip();
        const Area after = snapped(pulled(before, grip, part(-500, 500), part(-500, 500)), grip,
                                   snapLines(items, 0), reach, reach)
                               .area;
        if (moves(grip)) {
            RC_ASSERT(same(after.width, before.width) && same(after.height, before.height));
            return;
        }
        if (!left(grip))
            RC_ASSERT(same(after.x, before.x));
        if (!right(grip))
            RC_ASSERT(same(after.x + after.width, before.x + before.width));
        if (grip == Grip::Left || grip == Grip::Right)
            RC_ASSERT(same(after.y, before.y) && same(after.height, before.height));
    }));
}

void SnappingTest::aCaughtAreaStandsOnALineAndMovedLittle() {
    QVERIFY(rc::check("no edge moves by more than the reach; what caught is a line", [] {
        const std::vector<SceneItem> items = anyItems();
        const Area before = items[0].area;
        const Grip grip = anyGrip();
        const SnapLines lines = snapLines(items, 0);
        const Snapped after = snapped(before, grip, lines, reach, reach);
        const Area& area = after.area;
        RC_ASSERT(std::abs(area.x - before.x) <= reach + 1e-9);
        RC_ASSERT(std::abs(area.x + area.width - before.x - before.width) <= reach + 1e-9);
        RC_ASSERT(std::abs(area.y - before.y) <= reach + 1e-9);
        RC_ASSERT(std::abs(area.y + area.height - before.y - before.height) <= reach + 1e-9);
        for (const double line : after.across)
            RC_ASSERT(onALine({area.x, area.x + area.width / 2, area.x + area.width}, {line}));
        if (!same(area.x, before.x) || !same(area.width, before.width))
            RC_ASSERT(!after.across.empty());
        if (moves(grip) && onALine({before.x}, lines.across))
            RC_ASSERT(same(area.x, before.x));
    }));
}

void SnappingTest::snappingTwiceIsSnappingOnce() {
    QVERIFY(rc::check("what is snapped stays where it is", [] {
        const std::vector<SceneItem> items = anyItems();
        const Grip grip = anyGrip();
        const SnapLines lines = snapLines(items, 0);
        const Snapped once = snapped(items[0].area, grip, lines, reach, reach);
        RC_ASSERT(same(snapped(once.area, grip, lines, reach, reach).area, once.area));
    }));
}

void SnappingTest::pullingBackUndoesAPull() {
    QVERIFY(rc::check("there and back", [] {
        const Area area{part(0, 500), part(0, 500), part(200, 500), part(200, 500)};
        const Grip grip = anyGrip();
        const double dx = part(-150, 150);
        const double dy = part(-150, 150);
        RC_ASSERT(same(pulled(pulled(area, grip, dx, dy), grip, -dx, -dy), area));
    }));
}

void SnappingTest::sidesAndSightAreKept() {
    QVERIFY(rc::check("however far it is pulled", [] {
        const Area area = keptInSight(
            pulled(anyArea(), anyGrip(), part(-9000, 9000), part(-9000, 9000), *rc::gen::arbitrary<bool>()));
        RC_ASSERT(area.width >= smallestSide - 1e-9 && area.height >= smallestSide - 1e-9);
        RC_ASSERT(area.width <= 4.0 + 1e-9 && area.height <= 4.0 + 1e-9);
        RC_ASSERT(area.x < 1.0 && area.x + area.width > 0.0 && area.y < 1.0 && area.y + area.height > 0.0);
    }));
}

void SnappingTest::edgesMiddleThirdsSafeAreasAndNeighboursCatch() {
    const std::vector<SceneItem> items{{SourceId{"a"}, {0.4, 0.4, 0.2, 0.2}, Fit::Cover},
                                       {SourceId{"b"}, {0.61, 0.1, 0.23, 0.17}, Fit::Cover}};
    const SnapLines lines = snapLines(items, 0);
    const auto caught = [&](double x) {
        return snapped({x, 0.27, 0.2, 0.2}, Grip::Left, lines, 0.005, 0.005).area.x;
    };
    for (const double line : {0.0, 0.05, 0.1, 1.0 / 3, 0.5, 0.61, 2.0 / 3, 0.725, 0.84}) {
        QVERIFY2(same(caught(line + 0.004), line), qPrintable(QString::number(line)));
        QVERIFY2(same(caught(line - 0.004), line), qPrintable(QString::number(line)));
    }
    QVERIFY(same(caught(0.2), 0.2));
    // By its middle: 0.4 + 0.2 / 2.
    QVERIFY(same(snapped({0.403, 0.2, 0.2, 0.13}, Grip::Move, lines, 0.005, 0.001).area.x, 0.4));
}

void SnappingTest::cornersCanKeepTheirShape() {
    QVERIFY(rc::check("width and height stay in proportion", [] {
        const Area area{part(0, 500), part(0, 500), part(100, 500), part(100, 500)};
        const Grip grip = Grip(*rc::gen::inRange(int(Grip::TopLeft), int(Grip::BottomRight) + 1));
        const Area after = pulled(area, grip, part(-400, 400), part(-400, 400), true);
        RC_ASSERT(std::abs(after.width / after.height - area.width / area.height) < 1e-6);
    }));
}

QTEST_GUILESS_MAIN(SnappingTest)
#include "SnappingTest.moc"
