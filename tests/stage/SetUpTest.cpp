// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/SetUp.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::stage;

class SetUpTest : public QObject {
    Q_OBJECT

  private slots:
    void goodAddresses_data();
    void goodAddresses();
    void badAddresses_data();
    void badAddresses();
    void roleFallsBackToTheFirstScene();
    void layoutFallsBackToLandscape();
};

void SetUpTest::goodAddresses_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* given, SourceKind kind, const char* address) {
        QTest::newRow(given) << QString::fromUtf8(given) << static_cast<int>(kind)
                             << QString::fromUtf8(address);
    };
    row("test:", SourceKind::TestCamera, "");
    row("file:/tmp/a b.mp4", SourceKind::File, "/tmp/a b.mp4");
    row("file:māja.mkv", SourceKind::File, "māja.mkv");
    row("srt:9000", SourceKind::Srt, "srt://0.0.0.0:9000?mode=listener");
    row("srt://:9000?mode=listener", SourceKind::Srt, "srt://:9000?mode=listener");
    row("srt://cam.lan:9000", SourceKind::Srt, "srt://cam.lan:9000");
    row("srt://[::1]:9000?mode=caller&latency=120000", SourceKind::Srt,
        "srt://[::1]:9000?mode=caller&latency=120000");
    row("srt://0.0.0.0:1?mode=listener&passphrase=0123456789", SourceKind::Srt,
        "srt://0.0.0.0:1?mode=listener&passphrase=0123456789");
    row("rtmp:1935/key", SourceKind::Rtmp, "rtmp://0.0.0.0:1935/key");
    row("rtmp:65535/live/key-1", SourceKind::Rtmp, "rtmp://0.0.0.0:65535/live/key-1");
    row("rtmp://host/app/key", SourceKind::Rtmp, "rtmp://host/app/key");
    row("rtmp://[2001:db8::1]:1936/app/key", SourceKind::Rtmp, "rtmp://[2001:db8::1]:1936/app/key");
}

void SetUpTest::goodAddresses() {
    QFETCH(QString, given);
    QFETCH(int, kind);
    QFETCH(QString, address);
    const Source source = sourceFromAddress("Phone", given.toStdString());
    QCOMPARE(static_cast<int>(source.kind), kind);
    QCOMPARE(QString::fromStdString(source.address), address);
    QCOMPARE(source.name, "Phone");
    QVERIFY(!source.id.empty());
}

void SetUpTest::badAddresses_data() {
    QTest::addColumn<QString>("given");
    for (const char* given : {"",
                              "test",
                              "test:1",
                              "file:",
                              "srt:",
                              "srt:0",
                              "srt:65536",
                              "srt:-1",
                              "srt:90x",
                              "srt:+9000",
                              "srt: 9000",
                              "srt://",
                              "srt://host",
                              "srt://host:0",
                              "srt://:9000",
                              "srt://:9000?mode=caller",
                              "srt://h:9?mode=other",
                              "srt://h ost:9000",
                              "srt://::1:9000",
                              "srt://h:9000?passphrase=short",
                              "srt://h:9000?a=$(reboot)",
                              "rtmp:",
                              "rtmp:1935",
                              "rtmp:1935/",
                              "rtmp:/key",
                              "rtmp:1935//key",
                              "rtmp:1935/key/",
                              "rtmp:1935/ke y",
                              "rtmp:1935/a/../b",
                              "rtmp:99999/key",
                              "rtmp://",
                              "rtmp:///app",
                              "rtmp://host",
                              "rtmp://host:x/app",
                              "file:a\nb"})
        QTest::newRow(given) << QString::fromUtf8(given);
    QTest::newRow("long") << QString(2000, QLatin1Char('a')).prepend(QLatin1String("file:"));
}

void SetUpTest::badAddresses() {
    QFETCH(QString, given);
    const Source source = sourceFromAddress("Phone", given.toStdString());
    QCOMPARE(source.kind, SourceKind::None);
    QVERIFY(source.address.empty());
    QCOMPARE(sourceFromAddress("", "test:").kind, SourceKind::None);
}

void SetUpTest::roleFallsBackToTheFirstScene() {
    SetUp setUp;
    QVERIFY(!sceneForRole(setUp, SceneRole::Full));
    setUp.scenes = {{SceneId{"a"}, "A", SceneRole::Full, {}}, {SceneId{"b"}, "B", SceneRole::CloseUp, {}}};
    QCOMPARE(sceneForRole(setUp, SceneRole::CloseUp)->id.value, "b");
    QCOMPARE(sceneForRole(setUp, SceneRole::Thanks)->id.value, "a");
    QCOMPARE(findScene(setUp, SceneId{"b"})->name, "B");
    QVERIFY(!findScene(setUp, SceneId{"c"}));
    QVERIFY(!findSource(setUp, SourceId{"c"}));
}

void SetUpTest::layoutFallsBackToLandscape() {
    Scene scene;
    QVERIFY(!scene.layoutFor(CanvasShape::Landscape));
    scene.layouts[CanvasShape::Portrait] = {SceneItem{SourceId{"p"}, {}, Fit::Cover}};
    QCOMPARE(scene.layoutFor(CanvasShape::Square)->front().source.value, "p");
    scene.layouts[CanvasShape::Landscape] = {SceneItem{SourceId{"l"}, {}, Fit::Cover}};
    QCOMPARE(scene.layoutFor(CanvasShape::Square)->front().source.value, "l");
    QCOMPARE(scene.layoutFor(CanvasShape::Portrait)->front().source.value, "p");
    QCOMPARE((Canvas{540, 960, 30}.shape()), CanvasShape::Portrait);
    QCOMPARE((Canvas{500, 500, 30}.shape()), CanvasShape::Square);
}

QTEST_GUILESS_MAIN(SetUpTest)
#include "SetUpTest.moc"
