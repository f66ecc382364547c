// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/MachineSetUp.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

stage::SetUp twoPlaces() {
    stage::SetUp setUp;
    setUp.sources = {{SourceId{"host"}, "Host", stage::SourceKind::TestCamera, {}, false, -3.0},
                     {SourceId{"close"}, "Close-up", stage::SourceKind::TestCamera, {}, true, 0.0}};
    stage::Scene both;
    both.id = SceneId{"both"};
    both.name = "Both";
    both.layouts[stage::CanvasShape::Landscape] = {{SourceId{"host"}, {}, stage::Fit::Cover}};
    setUp.scenes = {both};
    return setUp;
}

const stage::Destination* destination(const stage::SetUp& setUp, stage::OutputKind kind) {
    for (const stage::Destination& candidate : setUp.destinations) {
        if (candidate.kind == kind)
            return &candidate;
    }
    return nullptr;
}

} // namespace

class MachineSetUpTest : public QObject {
    Q_OBJECT

  private slots:
    void givenCamerasTakeThePlacesInOrder() {
        Options options;
        options.cameras = {stage::sourceFromAddress("Ilze", "rtmp:1935/abc"),
                           stage::sourceFromAddress("Galds", "test:"),
                           stage::sourceFromAddress("Augša", "file:/tmp/wide.mp4")};
        const stage::SetUp setUp = withOptions(twoPlaces(), options, QStringLiteral("/data"));
        QCOMPARE(setUp.sources.size(), std::size_t(3));
        QCOMPARE(setUp.sources[0].id, SourceId{"host"}); // the scenes still find it
        QCOMPARE(setUp.sources[0].name, std::string("Ilze"));
        QCOMPARE(setUp.sources[0].kind, stage::SourceKind::Rtmp);
        QCOMPARE(setUp.sources[0].volumeDb, -3.0);
        QCOMPARE(setUp.scenes.size(), std::size_t(2)); // the third camera brings its own
        QCOMPARE(setUp.scenes[1].name, std::string("Augša"));
        QVERIFY(setUp.scenes[1].layoutFor(stage::CanvasShape::Portrait));
    }

    void aSlideIsNoPlaceForACamera() {
        Options options;
        options.cameras = {stage::sourceFromAddress("Ilze", "test:"),
                           stage::sourceFromAddress("Galds", "test:")};
        stage::SetUp setUp = twoPlaces();
        stage::Source slide;
        slide.id = SourceId{"break"};
        slide.name = "Break";
        slide.kind = stage::SourceKind::Slide;
        slide.address = "break";
        setUp.sources.insert(setUp.sources.begin() + 1, slide);
        setUp = withOptions(setUp, options, QStringLiteral("/data"));
        QCOMPARE(setUp.sources[1], slide);
        QCOMPARE(setUp.sources[2].name, std::string("Galds"));
        QCOMPARE(setUp.scenes.size(), std::size_t(1));
    }

    void thePageIsAlwaysServed() {
        const stage::SetUp setUp = withOptions(twoPlaces(), {}, QStringLiteral("/data"));
        QVERIFY(destination(setUp, stage::OutputKind::WebVideo));
        QCOMPARE(destination(setUp, stage::OutputKind::Recording)->address, std::string("/data/recordings"));
        QVERIFY(!destination(setUp, stage::OutputKind::Rtmp));
    }

    void unattendedRecordsIntoItsFolder() {
        Options options;
        options.outFolder = QStringLiteral("/out");
        options.rtmpUrl = QStringLiteral("rtmp://h/live");
        options.rtmpKey = QStringLiteral("secret");
        options.canvas = stage::Canvas{540, 960, 30};
        const stage::SetUp setUp = withOptions(twoPlaces(), options, QStringLiteral("/data"));
        QCOMPARE(destination(setUp, stage::OutputKind::Recording)->address, std::string("/out"));
        QCOMPARE(destination(setUp, stage::OutputKind::Rtmp)->address,
                 std::string("rtmp://h/live")); // and no key
        QCOMPARE(setUp.canvas.shape(), stage::CanvasShape::Portrait);
    }
};

QTEST_GUILESS_MAIN(MachineSetUpTest)
#include "MachineSetUpTest.moc"
