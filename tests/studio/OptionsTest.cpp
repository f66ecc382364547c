// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Options.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

QStringList line(const QString& text) {
    return QStringList{QStringLiteral("vitrina")} + text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class OptionsTest : public QObject {
    Q_OBJECT

  private slots:
    void nothingGivenAsksAPerson() {
        const auto options = readOptions(line(QString()));
        QVERIFY(bool(options));
        QCOMPARE(options->unfinished, Unfinished::Ask);
        QVERIFY(!options->unattended());
        QVERIFY(options->cameras.empty());
    }

    void aWholeShowUnattended() {
        const auto options =
            readOptions(line(QStringLiteral("--show a.json --camera Host=test: --camera Ilze=rtmp:1935/abc "
                                            "--rtmp rtmp://127.0.0.1:1936/live/secret "
                                            "--record r --port 8080 --go-live --script s.json --for 60 --out "
                                            "o --canvas 540x960@30 --viewers 20")));
        QVERIFY(bool(options));
        QCOMPARE(options->cameras.size(), std::size_t(2));
        QCOMPARE(options->cameras[1].name, std::string("Ilze"));
        QCOMPARE(options->cameras[1].kind, stage::SourceKind::Rtmp);
        QCOMPARE(options->rtmpUrl, QStringLiteral("rtmp://127.0.0.1:1936/live"));
        QCOMPARE(options->rtmpKey, QStringLiteral("secret"));
        QCOMPARE(options->canvas->shape(), stage::CanvasShape::Portrait);
        QCOMPARE(options->forSeconds, 60.0);
        QVERIFY(options->unattended());
        QCOMPARE(options->unfinished, Unfinished::StartAnew);
    }

    void badValuesNameTheOption_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("named");
        QTest::newRow("port") << "--port 70000"
                              << "--port";
        QTest::newRow("port word") << "--port web"
                                   << "--port";
        QTest::newRow("canvas") << "--canvas 961x540"
                                << "--canvas";
        QTest::newRow("canvas form") << "--canvas big"
                                     << "--canvas";
        QTest::newRow("camera without name") << "--camera test:"
                                             << "--camera";
        QTest::newRow("camera address") << "--camera Host=gopher://x"
                                        << "--camera Host";
        QTest::newRow("for") << "--for -3"
                             << "--for";
        QTest::newRow("for nan") << "--for nan"
                                 << "--for";
        QTest::newRow("rtmp without key") << "--rtmp rtmp://host"
                                          << "--rtmp";
        QTest::newRow("language") << "--lang de"
                                  << "--lang";
        QTest::newRow("unknown") << "--fly"
                                 << "fly";
        QTest::newRow("stray word") << "hello"
                                    << "hello";
    }
    void badValuesNameTheOption() {
        QFETCH(QString, given);
        QFETCH(QString, named);
        const auto options = readOptions(line(given));
        QVERIFY(!options);
        QVERIFY2(QString::fromStdString(options.error().detail).contains(named),
                 options.error().detail.c_str());
    }

    void anErrorNeverRepeatsTheStreamKey() {
        const auto options = readOptions(line(QStringLiteral("--rtmp http://host/app/topsecret")));
        QVERIFY(!options);
        QVERIFY(options.error().detail.find("topsecret") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "OptionsTest.moc"
