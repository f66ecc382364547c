// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/PageDialog.hpp"
#include "ui/dialogs/ResumeDialog.hpp"
#include "ui/dialogs/SummaryDialog.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"

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
    void lostLinkAndRefusal();
    void dialogs_data();
    void dialogs();
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

void ScreenshotTest::lostLinkAndRefusal() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark, false);
    rig.open(1440, 900);
    makeBusy(rig);
    rig.dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
    rig.dispatcher->faultRaised("journal", ErrorCode::DiskFull, "no space left on device");
    rig.advance(120'000);
    QTest::keyClick(rig.window.get(), Qt::Key_M);
    rig.window->take();
    rig.window->take();
    rig.settle();
    save(rig, QStringLiteral("trouble-en-dark-1440"));
    QVERIFY(!rig.window->stageBody().preview().strip().refusal().isEmpty());
}

void ScreenshotTest::dialogs_data() {
    QTest::addColumn<QString>("language");
    QTest::addRow("en") << QStringLiteral("en");
    QTest::addRow("lv") << QStringLiteral("lv");
}

void ScreenshotTest::dialogs() {
    QFETCH(QString, language);
    const bool english = language == QStringLiteral("en");
    const ui::Appearance appearance(*qApp, english ? ui::ThemeKind::Dark : ui::ThemeKind::Light, language);
    insight::Summary summary;
    summary.durationMs = 5'501'000;
    summary.viewersPeak = 1402;
    summary.messages = 812;
    summary.orders = 131;
    summary.units = 160;
    summary.gmv = Money{341'250, "EUR"};
    summary.faults = {"source:test: camera_lost"};
    ui::ResumeDialog resume(
        appearance.theme(),
        {QStringLiteral("Rudens tirgus"), 3, QStringLiteral("Bērza koka bļoda"), 1'792'000'000'000, true});
    ui::PageDialog page(appearance.theme());
    page.setAddress(QStringLiteral("http://192.168.1.20:8080/"));
    ui::ErrorDialog error(appearance.theme(), QStringLiteral("rudens.vitrina"),
                          QStringLiteral("/home/ilze/rudens.vitrina"),
                          Error{ErrorCode::FileTooNew, "version 7, known up to 1"});
    ui::SummaryDialog ended(appearance.theme(), summary, QStringLiteral("/tmp/report.html"),
                            QStringLiteral("/tmp/show.mkv"));
    const std::pair<const char*, QDialog*> all[] = {
        {"resume", &resume}, {"page", &page}, {"error", &error}, {"summary", &ended}};
    for (const auto& [name, dialog] : all) {
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        dialog->adjustSize();
        const QString file = QStringLiteral("dialog-%1-%2.png").arg(QLatin1String(name), language);
        QVERIFY(dialog->grab().save(QStringLiteral(VITRINA_BINARY_DIR "/../screenshots/") + file));
        QVERIFY(dialog->height() >= dialog->minimumSizeHint().height());
    }
    QCOMPARE(resume.choice(), ui::ResumeDialog::Choice::None);
    QTest::keyClick(&resume, Qt::Key_Return);
    QCOMPARE(resume.choice(), ui::ResumeDialog::Choice::Resume);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ScreenshotTest)
#include "ScreenshotTest.moc"
