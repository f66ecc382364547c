// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/host/HostView.hpp"
#include "ui/panels/CueLine.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"
#include "ui/theme/Fonts.hpp"

#include <QAction>
#include <QDir>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

namespace vitrina::test {

/// The host's own screen: what it says, that nothing is cut off, and pictures for people to look at.
class HostViewTest final : public QObject {
    Q_OBJECT

  private slots:
    void saysWhatIsOnAirAndWhatIsNext();
    void theFrameIsRedOnlyWhenTheEngineHasConfirmed();
    void theKeyOpensAndClosesIt();
    void aCueStandsUntilItIsSeen();
    void typeIsReadFromTwoMetres_data();
    void typeIsReadFromTwoMetres();
    void pointsGoOnWithTheHost();
    void theSelfViewIsAMirror();
    void theSelfViewIsKept();
    void pictures_data();
    void pictures();
};

namespace {

ui::HostView* hostOf(const WindowRig& rig) {
    return rig.window->findChild<ui::HostView*>();
}

ui::HostView* opened(WindowRig& rig) {
    rig.window->showHostView();
    rig.settle();
    return hostOf(rig);
}

QColor frameOf(ui::HostView* host) {
    return host->grab().toImage().pixelColor(host->width() / 2, 2);
}

bool reddish(const QColor& colour) {
    return colour.red() > 150 && colour.green() < 100;
}

} // namespace

void HostViewTest::saysWhatIsOnAirAndWhatIsNext() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    for (int i = 0; i < 2; ++i)
        rig.airNext(30'000);
    ui::HostView* host = opened(rig);
    QVERIFY(host && host->isVisible());
    const show::AiredItem& current = *rig.state().run.current();
    const QString said = host->accessibleDescription();
    QVERIFY2(said.contains(QString::fromStdString(current.item.title)), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("Time left")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("in stock")), qPrintable(said));
    for (const std::string& point : current.item.talkingPoints)
        QVERIFY2(said.contains(QString::fromStdString(point)), qPrintable(said));
    const show::Item* next = show::findItem(rig.state().show.rundown, rig.state().run.next);
    QVERIFY2(said.contains(QString::fromStdString(next->title)), qPrintable(said));
}

void HostViewTest::theFrameIsRedOnlyWhenTheEngineHasConfirmed() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Light);
    rig.open(1440, 900);
    rig.goLive();
    ui::HostView* host = opened(rig);
    QVERIFY(!reddish(frameOf(host)));
    rig.airNext(1000);
    rig.settle();
    QVERIFY(reddish(frameOf(host)));
}

void HostViewTest::theKeyOpensAndClosesIt() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    QVERIFY(!hostOf(rig));
    QTest::keyClick(rig.window.get(), Qt::Key_H, Qt::ControlModifier);
    ui::HostView* host = hostOf(rig);
    QVERIFY(host && host->isVisible());
    host->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(host));
    QTest::keyClick(host, Qt::Key_Escape);
    QVERIFY(!host->isVisible());
}

void HostViewTest::aCueStandsUntilItIsSeen() {
    WindowRig rig(QStringLiteral("lv"), ui::ThemeKind::Dark, false);
    rig.open(1280, 720);
    rig.goLive();
    rig.airNext(30'000);
    ui::CueLine& line = rig.window->stageBody().cue();
    // By the keyboard alone: to the line, a note, Enter.
    rig.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
    QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY2(line.field().hasFocus(),
             QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "none");
    QTest::keyClicks(&line.field(), QStringLiteral("x")); // Qt Test types ASCII only
    line.field().setText(QStringLiteral("Parādi auskara otru pusi"));
    QTest::keyClick(&line.field(), Qt::Key_Return);
    rig.advance(12'000);
    ui::HostView* host = opened(rig);
    QVERIFY(rig.state().run.cue);
    QVERIFY(host->accessibleDescription().contains(QStringLiteral("Parādi auskara otru pusi")));
    QCOMPARE(rig.window->stageBody().program().strip().content().cue,
             QStringLiteral("Parādi auskara otru pusi"));
    QVERIFY(line.field().text().isEmpty());
    QVERIFY2(line.field().placeholderText().contains(QStringLiteral("12")),
             qPrintable(line.field().placeholderText()));
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(rig.window->grab().save(folder + QStringLiteral("/cue-lv-1280.png")));
    QVERIFY(host->grab().save(folder + QStringLiteral("/host-lv-cue.png")));
    // The host's one key; a letter typed into the line is none.
    QTest::keyClick(&line.field(), Qt::Key_G);
    QVERIFY(!rig.state().run.cue->seen);
    line.field().clear();
    line.field().clearFocus();
    QTest::keyClick(rig.window.get(), Qt::Key_G);
    rig.settle();
    QVERIFY(rig.state().run.cue->seen);
    QVERIFY(!host->accessibleDescription().contains(QStringLiteral("Parādi")));
    QVERIFY(rig.window->stageBody().program().strip().content().cue.isEmpty());
    QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!rig.state().run.cue);
}

void HostViewTest::typeIsReadFromTwoMetres_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("cue");
    QTest::newRow("720") << QSize(1280, 720) << QString();
    QTest::newRow("720, cue") << QSize(1280, 720) << QString(QStringLiteral("Rādi tuvāk. ")).repeated(9);
    QTest::newRow("1080") << QSize(1920, 1080) << QString();
    QTest::newRow("4x3, cue") << QSize(1024, 768) << QStringLiteral("Lēnāk");
}

/// HostPage.hpp has the rule: 16 minutes of arc at 2 m from a 24-inch screen, whatever there is to say.
void HostViewTest::typeIsReadFromTwoMetres() {
    QFETCH(QSize, size);
    QFETCH(QString, cue);
    const double caps = QFontMetricsF(ui::uiFont(1000)).capHeight() / 1000.0;
    QVERIFY2(ui::arcMinutes(ui::leastReading * caps) >= 16.0, qPrintable(QString::number(caps)));
    QVERIFY(ui::arcMinutes(ui::bestReading * caps) >= 20.0);
    WindowRig rig(QStringLiteral("lv"), ui::ThemeKind::Dark);
    rig.open(1280, 720);
    rig.goLive();
    rig.airNext(1000);
    rig.airNext(1000);
    show::ChangeItem change;
    change.item = rig.state().run.current()->item.id;
    std::vector<std::string> points;
    for (int i = 0; i < 12; ++i)
        points.push_back("Ļoti garš runas punkts, ko neviens nevar pateikt vienā elpas vilcienā, nr. " +
                         std::to_string(i));
    change.talkingPoints = points;
    QVERIFY(bool(rig.dispatcher->dispatch(show::Edit{change})));
    if (!cue.isEmpty())
        QVERIFY(bool(rig.dispatcher->dispatch(show::SendCue{{}, cue.left(120).toStdString(), "Ilze"})));
    ui::HostView* host = opened(rig);
    host->resize(size);
    rig.settle();
    QVERIFY(!host->grab().isNull());
    QVERIFY2(host->smallestReading() >= ui::leastReading - 0.01,
             qPrintable(QString::number(host->smallestReading())));
}

void HostViewTest::pointsGoOnWithTheHost() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.airNext(1000);
    ui::HostView* host = opened(rig);
    const int points = int(rig.state().run.current()->item.talkingPoints.size());
    QVERIFY(points >= 2);
    const QImage before = host->grab().toImage();
    QTest::keyClick(rig.window.get(), Qt::Key_Period);
    QCOMPARE(host->said(), 1);
    QVERIFY(host->grab().toImage() != before);
    for (int i = 0; i < points + 3; ++i)
        QTest::keyClick(host, Qt::Key_Down);
    QCOMPARE(host->said(), points - 1);
    QTest::keyClick(rig.window.get(), Qt::Key_Comma);
    QCOMPARE(host->said(), points - 2);
    rig.airNext(1000);
    rig.settle();
    QCOMPARE(host->said(), 0);
}

void HostViewTest::theSelfViewIsAMirror() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    ui::HostView* host = opened(rig);
    const auto last = [&] {
        return rig.engine.surfaces().back();
    };
    QVERIFY(last().mirrored);
    QVERIFY(last().content == engine::SurfaceContent::Source);
    QCOMPARE(last().source, rig.state().setUp.sources.front().id);
    host->setSelfView(ui::SelfView::Program);
    rig.settle();
    QVERIFY(last().mirrored);
    QVERIFY(last().content == engine::SurfaceContent::Program);
    const std::size_t asked = rig.engine.surfaces().size();
    host->setSelfView(ui::SelfView::None);
    rig.settle();
    QCOMPARE(rig.engine.surfaces().size(), asked);
    // Surfaces are gone before the engine is, and none comes after.
    rig.window->releaseSurfaces();
    host->setSelfView(ui::SelfView::Camera);
    rig.settle();
    QCOMPARE(rig.engine.surfaces().size(), asked);
}

void HostViewTest::theSelfViewIsKept() {
    const QTemporaryDir folder;
    const QString settings = folder.filePath(QStringLiteral("settings.ini"));
    {
        WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark, true, settings);
        QCOMPARE(int(opened(rig)->selfView()), int(ui::SelfView::Camera));
        for (QAction* action : rig.window->findChildren<QAction*>()) {
            if (action->text() == QStringLiteral("Program, mirrored"))
                action->trigger();
        }
        QCOMPARE(int(hostOf(rig)->selfView()), int(ui::SelfView::Program));
    }
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark, true, settings);
    QCOMPARE(int(opened(rig)->selfView()), int(ui::SelfView::Program));
}

void HostViewTest::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("takes");
    for (const char* language : {"en", "lv"})
        for (const int takes : {0, 2, 6}) // nothing yet, plenty, one that is low and over its time
            QTest::addRow("host-%s-%d", language, takes)
                << QString::fromLatin1(language) << QSize(1280, 720) << takes;
    QTest::addRow("host-lv-4x3") << QStringLiteral("lv") << QSize(1024, 768) << 2;
}

void HostViewTest::pictures() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, takes);
    WindowRig rig(language, ui::ThemeKind::Dark, false); // no engine here: its window would be grabbed empty
    rig.open(1440, 900);
    rig.goLive();
    for (int i = 0; i < takes; ++i)
        rig.airNext(150'000);
    if (takes == 6) {
        const commerce::Product* product = rig.state().productOnAir();
        QVERIFY(product);
        for (const commerce::Variant& variant : product->variants)
            rig.order(variant.sku.value, rig.state().stock.at(variant.sku).available() - 1);
        rig.advance(400'000);
    }
    ui::HostView* host = opened(rig);
    host->resize(size);
    rig.settle();
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QVERIFY(QDir().mkpath(folder));
    const QImage picture = host->grab().toImage();
    QVERIFY(picture.save(folder + QLatin1Char('/') + QLatin1String(QTest::currentDataTag()) +
                         QStringLiteral(".png")));
    // Something stands in each part: what is on air at the top left, what is next at the foot.
    const QRgb ground = qRgb(0, 0, 0);
    int inked = 0;
    for (int x = 40; x < size.width() / 2; ++x)
        inked += picture.pixel(x, size.height() * 48 / 720) != ground ? 1 : 0;
    QVERIFY(inked > 20);
}

} // namespace vitrina::test

int main(int count, char** words) {
    QApplication application(count, words);
    vitrina::test::HostViewTest test;
    return QTest::qExec(&test, count, words);
}
#include "HostViewTest.moc"
