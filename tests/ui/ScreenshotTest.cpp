// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/support/WindowRig.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/shell/Body.hpp"

#include <QDir>
#include <QTest>

/// Pictures of the window in both languages, themes and sizes, for people to look at: build/…/screenshots.
namespace vitrina::test {

class ScreenshotTest final : public QObject {
    Q_OBJECT

  private slots:
    void live_data();
    void live();
    void standby();
};

namespace {

void makeBusy(WindowRig& rig) {
    rig.goLive();
    for (const std::int64_t seconds : {140, 236, 245, 200})
        rig.airNext(seconds * 1000);
    rig.order("BB-22", 3);
    rig.order("LM-500", 57);
    rig.server(audience::Fact{audience::ViewersCounted{1284, 1402}});
    rig.airNext(156'000);
    rig.say("Agnese", "Labvakar! Vai dvieļi vēl ir zilā krāsā?");
    rig.say("Līga K.", "Sveiki no Cēsīm! Skaista krāsa, medus tonis.");
    rig.say("James P.", "Do you ship to Ireland?");
    rig.say("Ольга", "А янтарь натуральный? Очень красивые!");
    rig.camera("test", stage::SourceHealth::Lost);
    rig.dispatcher->engineSaid(engine::OutputChanged{
        OutputId{"facebook"}, {stage::OutputHealth::Reconnecting, {}, ErrorCode::OutputLost, {}, {}}});
    rig.advance(12'000);
    rig.say(
        "Sofia R.",
        "The bowl sold out so fast. Will there be more? I would have taken two of them, one for my mother.");
    rig.dispatcher->engineSaid(engine::StatsMeasured{77'000, 3, 0, 0, 30.0, 4.2});
    rig.window->statusLine().setMachine({34.0, 182'000'000'000});
}

void save(WindowRig& rig, const QString& name) {
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(rig.window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace

void ScreenshotTest::live_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en", "lv"})
        for (const ui::ThemeKind theme : {ui::ThemeKind::Dark, ui::ThemeKind::Light})
            for (const QSize size : {QSize(1440, 900), QSize(1280, 720)})
                QTest::addRow("live-%s-%s-%d", language, theme == ui::ThemeKind::Dark ? "dark" : "light",
                              size.width())
                    << QString::fromLatin1(language) << int(theme) << size;
}

void ScreenshotTest::live() {
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    WindowRig rig(language, ui::ThemeKind(theme), false);
    rig.open(size.width(), size.height());
    QCOMPARE(rig.window->size(), size);
    makeBusy(rig);
    const float level[2] = {-18.0F, -20.0F};
    const float peak[2] = {-8.0F, -10.0F};
    engine::MetersMeasured meters;
    for (const char* source : {"", "host", "close-up"})
        meters.meters.push_back({SourceId{source}, {peak[0], peak[1]}, {level[0], level[1]}});
    emit rig.dispatcher->metersMeasured(meters);
    rig.settle();
    save(rig, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(rig.window->stageBody().needs().shownCount() >= 2);
}

void ScreenshotTest::standby() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark, false);
    rig.open(1440, 900);
    rig.standby();
    rig.settle();
    save(rig, QStringLiteral("standby-en-dark-1440"));
    QCOMPARE(rig.state().run.phase, show::RunPhase::Standby);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ScreenshotTest)
#include "ScreenshotTest.moc"
