// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "stage/SetUpEdit.hpp"

#include <QTest>
#include <rapidcheck.h>

#include <set>

using namespace vitrina;
using namespace vitrina::stage;

class SetUpEditTest : public QObject {
    Q_OBJECT

  private slots:
    void aNewSourceIsMutedAndHasAScene();
    void namesAreTrimmedCountedAndNumbered();
    void whatIsOnProgramStays();
    void aSourceThatGoesLeavesEveryScene();
    void previewAndFallbackLeaveAGoneScene();
    void badValuesAreRefused_data();
    void badValuesAreRefused();
    void anyEditsLeaveASoundSetUp();
};

namespace {

Source camera(const std::string& id, const std::string& name) {
    Source source;
    source.id = SourceId{id};
    source.name = name;
    source.kind = SourceKind::TestCamera;
    return source;
}

Scene sceneOf(const std::string& id, const std::vector<std::string>& sources) {
    Scene scene{SceneId{id}, id, SceneRole::Full, {}};
    for (const std::string& source : sources)
        scene.layouts[CanvasShape::Landscape].push_back({SourceId{source}, {}, Fit::Cover});
    return scene;
}

SetUp twoCameras() {
    SetUp setUp;
    setUp.sources = {camera("a", "Host"), camera("b", "Table")};
    setUp.scenes = {sceneOf("sa", {"a"}), sceneOf("sb", {"b"}), sceneOf("both", {"a", "b"})};
    return setUp;
}

Stage onProgram(const std::string& scene, const std::string& preview = {}) {
    Stage stage;
    stage.program = SceneId{scene};
    stage.requested.scene = SceneId{scene};
    stage.preview = SceneId{preview};
    return stage;
}

ErrorCode codeOf(const SetUp& setUp, const Stage& stage, const SetUpEdit& edit) {
    const auto change = decide(setUp, stage, edit);
    return change ? ErrorCode::None : change.error().code;
}

} // namespace

void SetUpEditTest::aNewSourceIsMutedAndHasAScene() {
    Source phone = camera("p", "Phone");
    phone.volumeDb = -3.0;
    const auto change = decide(twoCameras(), {}, AddSource{phone});
    QVERIFY(bool(change));
    const Source* added = findSource(change->setUp, phone.id);
    QVERIFY(added && added->muted && added->volumeDb == -3.0);
    const Scene* own = findScene(change->setUp, SceneId{"full-p"});
    QVERIFY(own && shows(*own, phone.id) && own->layouts.contains(CanvasShape::Portrait));
    QVERIFY(!findScene(decide(twoCameras(), {}, AddSource{phone, false})->setUp, SceneId{"full-p"}));
}

void SetUpEditTest::namesAreTrimmedCountedAndNumbered() {
    const auto added = decide(twoCameras(), {}, AddSource{camera("c", "  Host ")});
    QCOMPARE(findSource(added->setUp, SourceId{"c"})->name, "Host (2)");
    const auto third = decide(added->setUp, {}, AddSource{camera("d", "Host")});
    QCOMPARE(findSource(third->setUp, SourceId{"d"})->name, "Host (3)");
    QCOMPARE(decide(third->setUp, {}, ChangeSource{camera("d", "Host (2)")})->setUp.sources[3].name,
             "Host (2) (2)");
    QCOMPARE(codeOf(twoCameras(), {}, AddSource{camera("c", " \t ")}), ErrorCode::BadText);
    std::string sixty;
    for (int i = 0; i < 60; ++i)
        sixty += "ā"; // two bytes, one character
    QCOMPARE(codeOf(twoCameras(), {}, AddSource{camera("c", sixty)}), ErrorCode::None);
    QCOMPARE(codeOf(twoCameras(), {}, AddSource{camera("c", sixty + "ā")}), ErrorCode::BadText);
}

void SetUpEditTest::whatIsOnProgramStays() {
    const SetUp setUp = twoCameras();
    QCOMPARE(codeOf(setUp, onProgram("sa"), RemoveSource{SourceId{"a"}}), ErrorCode::SourceOnAir);
    QCOMPARE(codeOf(setUp, onProgram("both"), RemoveSource{SourceId{"b"}}), ErrorCode::SourceOnAir);
    QCOMPARE(codeOf(setUp, onProgram("sa"), RemoveSource{SourceId{"b"}}), ErrorCode::None);
    QCOMPARE(codeOf(setUp, onProgram("sb"), RemoveScene{SceneId{"sb"}}), ErrorCode::SceneOnAir);
    Stage asked = onProgram("sa");
    asked.requested.scene = SceneId{"sb"}; // on its way
    QCOMPARE(codeOf(setUp, asked, RemoveScene{SceneId{"sb"}}), ErrorCode::SceneOnAir);
    QCOMPARE(codeOf(setUp, asked, RemoveScene{SceneId{"sa"}}), ErrorCode::SceneOnAir);
    SetUp one = setUp;
    one.scenes.resize(1);
    QCOMPARE(codeOf(one, {}, RemoveScene{SceneId{"sa"}}), ErrorCode::SceneOnAir);
    // Changed, it may be.
    Scene other = sceneOf("sa", {"b"});
    QCOMPARE(codeOf(setUp, onProgram("sa"), ChangeScene{other}), ErrorCode::None);
}

void SetUpEditTest::aSourceThatGoesLeavesEveryScene() {
    const auto change = decide(twoCameras(), onProgram("sb"), RemoveSource{SourceId{"a"}});
    QVERIFY(!findSource(change->setUp, SourceId{"a"}));
    QVERIFY(!findScene(change->setUp, SceneId{"sa"})); // showed nothing else
    const Scene* both = findScene(change->setUp, SceneId{"both"});
    QVERIFY(both && both->layouts.at(CanvasShape::Landscape).size() == 1U);
}

void SetUpEditTest::previewAndFallbackLeaveAGoneScene() {
    SetUp setUp = twoCameras();
    setUp.lostFallback = SceneId{"sa"};
    const auto change = decide(setUp, onProgram("sb", "sa"), RemoveScene{SceneId{"sa"}});
    QVERIFY(change->setUp.lostFallback.empty());
    QVERIFY((change->facts == std::vector<Fact>{PreviewSet{SceneId{"both"}, false}}));
    QCOMPARE(codeOf(setUp, {}, SetLostFallback{SceneId{"none"}}), ErrorCode::UnknownScene);
    QVERIFY(decide(setUp, {}, SetLostFallback{})->setUp.lostFallback.empty());
}

void SetUpEditTest::badValuesAreRefused_data() {
    QTest::addColumn<SetUpEdit>("edit");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, SetUpEdit edit, ErrorCode code) {
        QTest::newRow(name) << std::move(edit) << int(code);
    };
    Source source = camera("c", "New");
    source.rotation = 45;
    row("rotation", AddSource{source}, ErrorCode::BadLayout);
    source = camera("c", "New");
    source.crop = {0.5, 0.0, 0.5, 0.0};
    row("crop of all", AddSource{source}, ErrorCode::BadLayout);
    source.crop = {std::numeric_limits<double>::quiet_NaN(), 0.0, 0.0, 0.0};
    row("crop of no number", AddSource{source}, ErrorCode::BadLayout);
    source = camera("c", "New");
    source.kind = SourceKind::File;
    row("no address", AddSource{source}, ErrorCode::CameraAddressInvalid);
    source = camera("c", "New");
    source.syncOffsetMs = 5000;
    row("sync offset", AddSource{source}, ErrorCode::BadRequest);
    row("id taken", AddSource{camera("a", "New")}, ErrorCode::BadRequest);
    row("unknown source", ChangeSource{camera("x", "New")}, ErrorCode::UnknownSource);
    row("unknown to move", MoveSource{SourceId{"x"}, 0}, ErrorCode::UnknownSource);
    row("scene of an unknown source", AddScene{sceneOf("s", {"x"})}, ErrorCode::UnknownSource);
    Scene scene = sceneOf("s", {"a"});
    scene.layouts[CanvasShape::Landscape][0].area = {2.0, 0.0, 1.0, 1.0};
    row("nowhere in the picture", AddScene{scene}, ErrorCode::BadLayout);
    scene.layouts[CanvasShape::Landscape][0].area = {0.0, 0.0, 0.0, 1.0};
    row("no width", AddScene{scene}, ErrorCode::BadLayout);
    scene = sceneOf("s", std::vector<std::string>(maxSceneItems + 1, "a"));
    row("too many items", AddScene{scene}, ErrorCode::TooLarge);
}

void SetUpEditTest::badValuesAreRefused() {
    QFETCH(SetUpEdit, edit);
    QFETCH(int, code);
    QCOMPARE(int(codeOf(twoCameras(), {}, edit)), code);
}

namespace {

/// Ids are unique, names too, scenes show known sources only, and there is always a scene.
bool sound(const SetUp& setUp) {
    std::set<std::string> ids;
    std::set<std::string> names;
    for (const Source& source : setUp.sources) {
        if (!ids.insert(source.id.value).second || !names.insert(source.name).second)
            return false;
    }
    for (const Scene& scene : setUp.scenes) {
        for (const auto& [shape, items] : scene.layouts) {
            for (const SceneItem& item : items) {
                if (!findSource(setUp, item.source))
                    return false;
            }
        }
    }
    return !setUp.scenes.empty() && (setUp.lostFallback.empty() || findScene(setUp, setUp.lostFallback));
}

SetUpEdit anyEdit() {
    const auto id = [] {
        return std::string(1, char('a' + *rc::gen::inRange(0, 6)));
    };
    const std::size_t position = std::size_t(*rc::gen::inRange(0, 6));
    switch (*rc::gen::inRange(0, 9)) {
    case 0:
        return AddSource{camera(id(), "Name " + id()), *rc::gen::arbitrary<bool>()};
    case 1:
        return ChangeSource{camera(id(), "Name " + id())};
    case 2:
        return RemoveSource{SourceId{id()}};
    case 3:
        return MoveSource{SourceId{id()}, position};
    case 4:
        return AddScene{sceneOf("s" + id(), {id(), id()})};
    case 5:
        return ChangeScene{sceneOf("s" + id(), {id()})};
    case 6:
        return RemoveScene{SceneId{"s" + id()}};
    case 7:
        return MoveScene{SceneId{"s" + id()}, position};
    default:
        return SetLostFallback{SceneId{"s" + id()}};
    }
}

} // namespace

void SetUpEditTest::anyEditsLeaveASoundSetUp() {
    QVERIFY(rc::check("a set-up stays sound, and what is on program stays in it", [] {
        SetUp setUp = twoCameras();
        const Stage stage = onProgram("both", "sa");
        for (int i = 0; i < 30; ++i) {
            const auto change = decide(setUp, stage, anyEdit());
            if (!change)
                continue;
            setUp = change->setUp;
            RC_ASSERT(sound(setUp));
            RC_ASSERT(findScene(setUp, SceneId{"both"}) != nullptr);
        }
    }));
}

QTEST_GUILESS_MAIN(SetUpEditTest)
#include "SetUpEditTest.moc"
