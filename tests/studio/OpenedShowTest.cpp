// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OpenedShow.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

QByteArray demoDocument() {
    QFile file(QStringLiteral(VITRINA_SOURCE_DIR "/resources/demo/show.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A run as its id and what came of it: "live", "end".
std::vector<record::Record> recordsOf(const ShowId& show, const QStringList& words) {
    const RunId run{words.front().toStdString()};
    std::vector<show::Fact> facts{show::RunStarted{run, false, {}}};
    if (words.contains(u"live"))
        facts.emplace_back(show::WentLive{});
    if (words.contains(u"end"))
        facts.emplace_back(show::RunEnded{});
    std::vector<record::Record> records;
    for (const show::Fact& fact : facts)
        records.push_back({show, run, record::Origin::Studio, records.size() + 1, 0, {1, 1}, "boot", fact});
    return records;
}

} // namespace

class OpenedShowTest : public QObject {
    Q_OBJECT

  private slots:
    void theDemoShowIsImportedAndOpenedAgain() {
        const QTemporaryDir folder;
        const QString document = write(folder, QStringLiteral("demo.json"), demoDocument());
        const QString shows = folder.filePath(QStringLiteral("shows"));
        QString path;
        {
            const auto opened = openShow(document, shows);
            QVERIFY2(bool(opened), opened ? "" : opened.error().detail.c_str());
            QVERIFY(opened->document.catalogue.products.size() >= 10);
            QCOMPARE(opened->document.show.rundown.segments.size(), std::size_t(2));
            QVERIFY(!opened->unfinished);
            path = QString::fromStdString(opened->file->path());
        }
        QString title;
        {
            const auto again = openShow(path, shows);
            QVERIFY(bool(again));
            title = QString::fromStdString(again->document.show.title);
            // Two studios on one show would write over each other.
            QCOMPARE(openShow(path, shows).error().code, ErrorCode::Busy);
        }
        const auto second = openShow(document, shows); // a second import replaces the plan
        QVERIFY(bool(second));
        QCOMPARE(QString::fromStdString(second->document.show.title), title);
    }

    /// A "was" of the document's own never stands beside a price, whatever way the show came in.
    void whatTheDocumentSaysOfPricesIsHeldAgainstTheBook() {
        const QTemporaryDir folder;
        QByteArray claiming = demoDocument();
        const QByteArray variant = "\"sku\": \"KM-PEL\", ";
        QVERIFY(claiming.contains(variant));
        QVERIFY(!claiming.contains("priorLowest")); // the demo has no past
        claiming.replace(variant, variant + "\"priorLowest\": {\"minor\": 1800, \"currency\": \"EUR\"}, ");
        const QString document = write(folder, QStringLiteral("claims.json"), claiming);
        const QString shows = folder.filePath(QStringLiteral("shows"));
        commerce::ShopBook book;
        QString path;
        const Sku mug{"KM-PEL"};
        const auto prior = [&](const OpenedShow& opened) {
            return commerce::findVariant(opened.document.catalogue, mug)->priorLowest;
        };
        {
            auto opened = openShow(document, shows);
            QVERIFY(bool(opened));
            path = QString::fromStdString(opened->file->path());
            QVERIFY(prior(*opened).has_value()); // as typed
            takeFromBook(*opened, book, 1000);
            QVERIFY(!prior(*opened));
            QCOMPARE(claimsDetail(opened->denied), std::string("KM-PEL\t1800\t-1"));
        }
        commerce::apply(book, commerce::PriceNoted{mug, {1600, "EUR"}, commerce::PriceWhy::Listed}, 0);
        auto again = openShow(path, shows); // the file keeps what was imported
        QVERIFY(bool(again));
        takeFromBook(*again, book, 31LL * 24 * 60 * 60 * 1000);
        QVERIFY(prior(*again) == std::optional(Money{1600, "EUR"}));
        QCOMPARE(claimsDetail(again->denied), std::string("KM-PEL\t1800\t1600"));
    }

    /// Nobody is asked about a show that ended in order, or that was never live.
    void onlyALiveRunThatBrokeOffIsUnfinished_data() {
        QTest::addColumn<QStringList>("runs");
        QTest::addColumn<QString>("unfinished");
        const auto row = [](const char* name, const QStringList& runs, const char* unfinished) {
            QTest::newRow(name) << runs << QString::fromLatin1(unfinished);
        };
        row("none", {}, "");
        row("in standby", {QStringLiteral("a")}, "");
        row("live", {QStringLiteral("a live")}, "a");
        row("ended", {QStringLiteral("a live end")}, "");
        row("ended, then in standby", {QStringLiteral("a live end"), QStringLiteral("b")}, "");
        row("broken off, then begun anew", {QStringLiteral("a live"), QStringLiteral("b")}, "");
        row("ended, then live", {QStringLiteral("a live end"), QStringLiteral("b live")}, "b");
    }
    void onlyALiveRunThatBrokeOffIsUnfinished() {
        QFETCH(QStringList, runs);
        QFETCH(QString, unfinished);
        const QTemporaryDir folder;
        const QString shows = folder.filePath(QStringLiteral("shows"));
        QString path;
        {
            const auto opened = openShow(write(folder, QStringLiteral("demo.json"), demoDocument()), shows);
            QVERIFY(bool(opened));
            path = QString::fromStdString(opened->file->path());
            for (const QString& run : runs)
                QVERIFY(bool(opened->file->append(recordsOf(opened->document.show.id, run.split(u' ')))));
        }
        const auto again = openShow(path, shows);
        QVERIFY(bool(again));
        QCOMPARE(again->unfinished ? QString::fromStdString(again->unfinished->run.value) : QString(),
                 unfinished);
    }

    void badFilesAreNamedAndLeftAlone_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const QByteArray good = demoDocument();
        QTest::newRow("cut off") << "a.json" << good.left(good.size() / 2) << int(ErrorCode::BadFormat);
        QTest::newRow("not ours") << "a.json" << QByteArray(R"({"name": "package", "version": 3})")
                                  << int(ErrorCode::FileNotOurs);
        QTest::newRow("empty") << "a.json" << QByteArray() << int(ErrorCode::BadFormat);
        QTest::newRow("not a database")
            << "a.vitrina" << QByteArray("hello, I am text") << int(ErrorCode::FileNotOurs);
        QTest::newRow("a picture") << "a.vitrina" << QByteArray("\x89PNG\r\n\x1a\n", 8)
                                   << int(ErrorCode::FileNotOurs);
    }
    void badFilesAreNamedAndLeftAlone() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const QTemporaryDir folder;
        const QString path = write(folder, name, bytes);
        const auto opened = openShow(path, folder.filePath(QStringLiteral("shows")));
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().code), code);
        QVERIFY(opened.error().detail.find(path.toStdString()) != std::string::npos);
        QCOMPARE(read(path), bytes);
    }

    void aMissingFileIsMissing() {
        QCOMPARE(openShow(QStringLiteral("/nowhere/a.vitrina"), QStringLiteral("/tmp")).error().code,
                 ErrorCode::FileMissing);
        QCOMPARE(openShow(QStringLiteral("/nowhere/a.json"), QStringLiteral("/tmp")).error().code,
                 ErrorCode::FileMissing);
    }
};

QTEST_GUILESS_MAIN(OpenedShowTest)
#include "OpenedShowTest.moc"
