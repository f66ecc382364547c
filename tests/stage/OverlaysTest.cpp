// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "stage/Overlays.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <array>

using namespace vitrina;
using namespace vitrina::stage;

namespace {

constexpr std::array overlays{OverlayKind::Card, OverlayKind::Label, OverlayKind::LowerThird,
                              OverlayKind::Countdown};
constexpr std::array places{Place::TopLeft,    Place::Top,    Place::TopRight,
                            Place::BottomLeft, Place::Bottom, Place::BottomRight};

int upTo(int end) {
    return *rc::gen::resize(100, rc::gen::inRange(0, end));
}

Canvas anyCanvas() {
    return std::array{Canvas{960, 540, 30}, Canvas{1920, 1080, 30}, Canvas{540, 960, 30},
                      Canvas{720, 720, 30}}[std::size_t(upTo(4))];
}

/// Whatever a person can come to by moving one after another.
OverlayPlaces anyPlaces(const Canvas& canvas) {
    OverlayPlaces now = usualPlaces(canvas.shape());
    for (int moves = upTo(12); moves > 0; --moves) {
        const Result<OverlayPlaces> moved =
            withPlace(now, overlays[std::size_t(upTo(4))], places[std::size_t(upTo(6))]);
        if (moved)
            now = *moved;
    }
    return now;
}

OverlaySize anySize(int most) {
    return {0.05 + upTo(87) / 100.0, 0.04 + upTo(most - 4) / 100.0};
}

bool touch(const Area& one, const Area& other) {
    constexpr double rounding = 1e-6;
    return one.x + rounding < other.x + other.width && other.x + rounding < one.x + one.width &&
           one.y + rounding < other.y + other.height && other.y + rounding < one.y + one.height;
}

bool theLabelIsNeverCovered() {
    return rc::check("whatever stands where, and however large, nothing touches the label", [] {
        const Canvas canvas = anyCanvas();
        const OverlayPlaces now = anyPlaces(canvas);
        RC_ASSERT(labelIsFree(now));
        std::map<OverlayKind, OverlaySize> shown;
        for (const OverlayKind overlay : overlays) {
            if (upTo(4) > 0)
                shown[overlay] = anySize(overlay == OverlayKind::Label ? 20 : 50);
        }
        const auto areas = arranged(shown, now, canvas);
        RC_ASSERT(areas.size() == shown.size());
        for (const auto& [overlay, area] : areas) {
            RC_ASSERT(area.x >= -1e-9 && area.y >= -1e-9);
            RC_ASSERT(area.x + area.width <= 1 + 1e-9 && area.y + area.height <= 1 + 1e-9);
            RC_ASSERT(area.width == shown[overlay].width && area.height == shown[overlay].height);
            if (overlay != OverlayKind::Label && areas.contains(OverlayKind::Label))
                RC_ASSERT(!touch(area, areas.at(OverlayKind::Label)));
        }
    });
}

} // namespace

/// Where the overlays stand, and that none of them covers the label.
class OverlaysTest : public QObject {
    Q_OBJECT

  private slots:
    void theLabelIsFree() { QVERIFY(theLabelIsNeverCovered()); }

    void theLabelsPlaceIsRefused() {
        const OverlayPlaces usual = usualPlaces(CanvasShape::Landscape);
        for (const OverlayKind overlay : {OverlayKind::Card, OverlayKind::LowerThird, OverlayKind::Countdown})
            QCOMPARE(withPlace(usual, overlay, Place::TopLeft).error().code, ErrorCode::PlaceOfLabel);
        QCOMPARE(withPlace(usual, OverlayKind::Label, usual.card).error().code, ErrorCode::PlaceOfLabel);
        QCOMPARE(withPlace(usual, OverlayKind::None, Place::Top).error().code, ErrorCode::BadRequest);
        QCOMPARE(withPlace(usual, OverlayKind::Card, Place::None).error().code, ErrorCode::BadRequest);
        QCOMPARE(withPlace(usual, OverlayKind::Card, Place::TopRight)->card, Place::TopRight);
    }

    void theUsualPlacesAreThoseOfTheDesign() {
        SetUp setUp;
        setUp.canvas = {960, 540, 30};
        const auto areas = arranged({{OverlayKind::Card, {0.46, 0.5}}, {OverlayKind::Label, {0.4, 0.1}}},
                                    placesOf(setUp), setUp.canvas);
        // 3 % of the width at the sides and above, 4 % below.
        QVERIFY(qFuzzyCompare(areas.at(OverlayKind::Label).x, 0.03));
        QVERIFY(qFuzzyCompare(areas.at(OverlayKind::Label).y * 540, 28.8));
        QVERIFY(qFuzzyCompare(areas.at(OverlayKind::Card).x + 0.46, 0.97));
        QVERIFY(qFuzzyCompare((areas.at(OverlayKind::Card).y + 0.5) * 540, 540 - 38.4));
        setUp.overlays[CanvasShape::Landscape] = {Place::TopRight, Place::TopLeft, Place::Bottom,
                                                  Place::BottomRight};
        QCOMPARE(placesOf(setUp).card, Place::TopRight);
        setUp.canvas = {540, 960, 30};
        QCOMPARE(placesOf(setUp), usualPlaces(CanvasShape::Portrait));
    }

    /// web.md: on 9:16 platforms draw over the top 12 %, the bottom 22 % and the right 17 % below the face.
    void portraitKeepsClearOfThePlatform() {
        const Canvas canvas{540, 960, 30};
        for (const Place place : places) {
            const Area safe = safeArea(canvas, place);
            QVERIFY(safe.y >= 0.12);
            QVERIFY(safe.y + safe.height <= 0.78);
            if (place == Place::BottomRight || place == Place::Bottom || place == Place::BottomLeft)
                QVERIFY(safe.x + safe.width <= 0.83 + 1e-9);
        }
        // The lower third stands on the card, not beside it.
        const auto areas =
            arranged({{OverlayKind::Card, {0.76, 0.2}}, {OverlayKind::LowerThird, {0.6, 0.07}}},
                     usualPlaces(CanvasShape::Portrait), canvas);
        QVERIFY(areas.at(OverlayKind::LowerThird).y + 0.07 < areas.at(OverlayKind::Card).y);
        QVERIFY(areas.at(OverlayKind::Card).y + 0.2 <= 0.78);
    }

    void aLongLabelMovesTheCountdownDown() {
        const Canvas canvas{960, 540, 30};
        const auto areas =
            arranged({{OverlayKind::Label, {0.88, 0.1}}, {OverlayKind::Countdown, {0.2, 0.12}}},
                     usualPlaces(CanvasShape::Landscape), canvas);
        QVERIFY(areas.at(OverlayKind::Countdown).y >= areas.at(OverlayKind::Label).y + 0.1);
        QVERIFY(qFuzzyCompare(areas.at(OverlayKind::Countdown).x + 0.2, 0.97));
    }
};

QTEST_GUILESS_MAIN(OverlaysTest)
#include "OverlaysTest.moc"
