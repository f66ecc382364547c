// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "stage/Layouts.hpp"
#include "stage/Slide.hpp"

#include <QTest>

#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::stage;

class LayoutsTest : public QObject {
    Q_OBJECT

  private slots:
    void everyReadyLayoutIsAcceptedAndStaysOnTheCanvas();
    void halvesCoverTheCanvasAndMeet();
    void insetsKeepClearOfLabelAndCard();
    void aRoleBecomesASceneInOneGo();
    void aSlideOfAKindIsMadeOnce();
};

namespace {

const std::vector<SourceId> cameras{SourceId{"a"}, SourceId{"b"}, SourceId{"c"}};

SetUp threeCameras() {
    SetUp setUp;
    for (const SourceId& id : cameras) {
        Source camera;
        camera.id = id;
        camera.name = id.value;
        camera.kind = SourceKind::TestCamera;
        setUp.sources.push_back(camera);
    }
    return setUp;
}

bool overlap(const Area& a, const Area& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

SetUp edited(SetUp setUp, const std::vector<SetUpEdit>& edits) {
    int number = 0;
    for (SetUpEdit edit : edits) {
        if (auto* scene = std::get_if<AddScene>(&edit))
            scene->scene.id =
                SceneId{"new-" + std::to_string(setUp.scenes.size()) + std::to_string(number++)};
        const Result<SetUpChange> change = decide(setUp, Stage{}, edit);
        RC_ASSERT(bool(change));
        setUp = change->setUp;
    }
    return setUp;
}

} // namespace

void LayoutsTest::everyReadyLayoutIsAcceptedAndStaysOnTheCanvas() {
    QVERIFY(rc::check("any role, shape and number of cameras", [] {
        const SceneRole role = *rc::gen::elementOf(std::vector(readyRoles.begin(), readyRoles.end()));
        const CanvasShape shape = *rc::gen::elementOf(std::vector(canvasShapes.begin(), canvasShapes.end()));
        const auto count = std::size_t(*rc::gen::inRange(0, 4));
        const std::vector<SceneItem> items =
            layoutOf(role, shape,
                     {cameras.begin(), cameras.begin() + std::ptrdiff_t(std::min<std::size_t>(count, 3))});
        RC_ASSERT(items.size() == std::min(count, picturesOf(role)));
        for (const SceneItem& item : items) {
            RC_ASSERT(item.area.x >= 0.0 && item.area.x + item.area.width <= 1.0 + 1e-9);
            RC_ASSERT(item.area.y >= 0.0 && item.area.y + item.area.height <= 1.0 + 1e-9);
            RC_ASSERT(item.area.width > 0.1 && item.area.height > 0.1);
        }
        if (items.size() == 1)
            RC_ASSERT(items.front().area == Area{});
    }));
}

void LayoutsTest::halvesCoverTheCanvasAndMeet() {
    for (const CanvasShape shape : canvasShapes) {
        const auto items = layoutOf(SceneRole::SideBySide, shape, cameras);
        QCOMPARE(items.size(), std::size_t(2));
        QVERIFY(!overlap(items[0].area, items[1].area));
        const double covered =
            items[0].area.width * items[0].area.height + items[1].area.width * items[1].area.height;
        QVERIFY(std::abs(covered - 1.0) < 1e-9);
    }
}

void LayoutsTest::insetsKeepClearOfLabelAndCard() {
    // Where app/studio puts them: label upper left; card lower right, on a high canvas low on the left.
    const std::map<CanvasShape, std::pair<Area, Area>> taken{
        {CanvasShape::Landscape, {{0.03, 0.03, 0.3, 0.1}, {0.5, 0.6, 0.5, 0.4}}},
        {CanvasShape::Portrait, {{0.04, 0.13, 0.4, 0.05}, {0.04, 0.5, 0.8, 0.3}}}};
    for (const auto& [shape, overlays] : taken)
        for (const SceneRole role : {SceneRole::PictureInPicture, SceneRole::CloseUpWithHost}) {
            const Area inset = layoutOf(role, shape, cameras)[1].area;
            QVERIFY(!overlap(inset, overlays.first));
            QVERIFY(!overlap(inset, overlays.second));
        }
}

void LayoutsTest::aRoleBecomesASceneInOneGo() {
    QVERIFY(rc::check("adding the roles in any order", [] {
        const auto roles = *rc::gen::container<std::vector<SceneRole>>(
            rc::gen::elementOf(std::vector(readyRoles.begin(), readyRoles.end())));
        SetUp setUp = threeCameras();
        for (std::size_t i = 0; i < std::min<std::size_t>(roles.size(), 12); ++i) {
            const std::size_t before = setUp.scenes.size();
            setUp = edited(setUp, editsForRole(setUp, roles[i], "Scene", cameras));
            RC_ASSERT(setUp.scenes.size() == before + 1);
            const Scene& scene = setUp.scenes.back();
            RC_ASSERT(scene.role == roles[i]);
            for (const CanvasShape shape : canvasShapes)
                RC_ASSERT(scene.layouts.at(shape).size() == picturesOf(roles[i]));
        }
    }));
}

void LayoutsTest::aSlideOfAKindIsMadeOnce() {
    SetUp setUp = threeCameras();
    setUp = edited(setUp, editsForRole(setUp, SceneRole::Break, "Break", {}));
    QCOMPARE(setUp.sources.size(), std::size_t(4));
    QCOMPARE(setUp.sources.back().address, std::string("break"));
    setUp = edited(setUp, editsForRole(setUp, SceneRole::Break, "Long break", {}));
    QCOMPARE(setUp.sources.size(), std::size_t(4));
    QCOMPARE(setUp.scenes.size(), std::size_t(2));
    setUp.sources.back().address = "break?until=19:30";
    QCOMPARE(editsForRole(setUp, SceneRole::Break, "Break", {}).size(), std::size_t(1));
    QCOMPARE(editsForRole(setUp, SceneRole::Thanks, "Thanks", {}).size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(LayoutsTest)
#include "LayoutsTest.moc"
