// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/host/HostView.hpp"
#include "ui/support/WindowRig.hpp"

#include <QDir>
#include <QTest>

namespace vitrina::test {

/// The host's own screen: what it says, that nothing is cut off, and pictures for people to look at.
class HostViewTest final : public QObject {
    Q_OBJECT

  private slots:
    void saysWhatIsOnAirAndWhatIsNext();
    void theFrameIsRedOnlyWhenTheEngineHasConfirmed();
    void theKeyOpensAndClosesIt();
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
    WindowRig rig(language, ui::ThemeKind::Dark);
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
