// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Journal.hpp"
#include "record/Documents.hpp"
#include "support/Generators.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace vitrina;
using journal::ShowFile;
using record::Origin;
using record::Record;

namespace {

const ShowId showId{"show-1"};
const RunId runId{"run-1"};

Record make(Origin origin, std::uint64_t seq, record::Fact fact) {
    return {showId, runId,          origin, seq, 0, {static_cast<std::int64_t>(1000 + seq), 5},
            "boot", std::move(fact)};
}
Record plain(std::uint64_t seq, Origin origin = Origin::Studio) {
    return make(origin, seq, record::OwnFact(record::FaultCleared{"s" + std::to_string(seq)}));
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
void writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(bytes);
}

std::string refused(const Result<void>& result) {
    return result ? "done" : std::string(errorName(result.error().code));
}
std::string opening(const QString& path, bool create = false) {
    const auto file = ShowFile::open(path.toStdString(), create);
    return file ? "done" : std::string(errorName(file.error().code));
}

} // namespace

class ShowFileTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void keepsDocumentAndRecords();
    void recordsComeBackInTheOrderTheyWereWritten();
    void refusesGapsAndDifferentFacts();
    void aRefusedBatchLeavesNothing();
    void tellsOfRuns();
    void aClosedShowIsOneFile();
    void aSecondStudioIsKeptOut();
    void strangeFilesAreRefusedAndLeftAlone_data();
    void strangeFilesAreRefusedAndLeftAlone();
    void everyTruncationIsRefusedAndLeftAlone();
    void damagedPagesAreFound();
    void foldersThatCannotBeWritten();
    void exportsAndImports();
    void olderNumbersCompareEqual();

  private:
    QString path(const char* name = "show.vitrina") const {
        return folder_->filePath(QString::fromUtf8(name));
    }
    std::unique_ptr<ShowFile> open() const {
        auto file = ShowFile::open(path().toStdString(), true);
        if (!file)
            qFatal("%s", file.error().detail.c_str());
        return std::move(*file);
    }
    /// A show file as it lies on the disk after an orderly close.
    QByteArray soundFile() const {
        auto file = open();
        std::vector<Record> records;
        for (std::uint64_t seq = 1; seq <= 200; ++seq)
            records.push_back(plain(seq));
        if (!file->saveDocument("{}") || !file->append(records))
            qFatal("cannot append");
        file.reset();
        return bytesOf(path());
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void ShowFileTest::keepsDocumentAndRecords() {
    QVERIFY(rc::check("what was appended is read back", [this] {
        init();
        const auto records =
            generators::records(showId, runId, Origin::Server, *rc::gen::inRange<std::size_t>(1, 8));
        auto file = open();
        RC_ASSERT(refused(file->saveDocument("{\"a\":1}")) == "done");
        RC_ASSERT(refused(file->append(records)) == "done");
        file.reset();
        file = open();
        RC_ASSERT(*file->document() == "{\"a\":1}");
        RC_ASSERT(*file->read(runId, Origin::Server, 0, 100) == records);
        RC_ASSERT(file->lastSeq(runId, Origin::Server) == records.size());
        RC_ASSERT(refused(file->append(records)) == "done");
        RC_ASSERT(file->lastSeq(runId, Origin::Server) == records.size());
    }));
}

void ShowFileTest::recordsComeBackInTheOrderTheyWereWritten() {
    auto file = open();
    const std::vector<Record> written{plain(1), plain(1, Origin::Server), plain(2, Origin::Server), plain(2)};
    for (const Record& one : written)
        QCOMPARE(refused(file->append({one})), std::string("done"));
    QVERIFY(*file->readRun(runId) == written);
    QVERIFY(*file->read(runId, Origin::Studio, 1, 10) == std::vector<Record>{plain(2)});
    QCOMPARE(file->read(runId, Origin::Studio, 0, 1)->size(), std::size_t{1});
    QVERIFY(file->read(runId, Origin::Studio, ~std::uint64_t{0}, 10)->empty());
    QVERIFY(file->readRun({"another"})->empty());
    QCOMPARE(refused(file->setCursor(runId, "server", 3)), std::string("done"));
    QCOMPARE(file->cursor(runId, "server"), std::uint64_t{3});
    QCOMPARE(file->cursor(runId, "nobody"), std::uint64_t{0});
}

void ShowFileTest::refusesGapsAndDifferentFacts() {
    auto file = open();
    QCOMPARE(refused(file->append({plain(1), plain(2)})), std::string("done"));
    QCOMPARE(refused(file->append({plain(2), plain(3)})), std::string("done"));
    QCOMPARE(refused(file->append({plain(5)})), std::string("internal"));
    QCOMPARE(refused(file->append({make(Origin::Studio, 2, record::OwnFact(record::FaultCleared{"other"}))})),
             std::string("internal"));
    Record stranger = plain(4);
    stranger.show = {"another show"};
    QCOMPARE(refused(file->append({stranger})), std::string("internal"));
    Record nobodys = plain(1);
    nobodys.origin = Origin::None;
    QCOMPARE(refused(file->append({nobodys})), std::string("internal"));
    QCOMPARE(file->lastSeq(runId, Origin::Studio), std::uint64_t{3});
}

void ShowFileTest::aRefusedBatchLeavesNothing() {
    auto file = open();
    QCOMPARE(refused(file->append({plain(1), plain(2), plain(4)})), std::string("internal"));
    QCOMPARE(file->lastSeq(runId, Origin::Studio), std::uint64_t{0});
    QVERIFY(file->runs().empty());
    QCOMPARE(refused(file->append({plain(1)})), std::string("done"));
}

void ShowFileTest::tellsOfRuns() {
    auto file = open();
    QCOMPARE(refused(file->append({make(Origin::Studio, 1, show::Fact(show::RunStarted{runId, false, {"a"}})),
                                   make(Origin::Studio, 2, show::Fact(show::WentLive{}))})),
             std::string("done"));
    Record second = make(Origin::Studio, 1, show::Fact(show::RunEnded{}));
    second.run = {"run-2"};
    QCOMPARE(refused(file->append({second})), std::string("done"));
    const std::vector<journal::RunInfo> expected{{{"run-2"}, 1001, false, true}, {runId, 1001, true, false}};
    QVERIFY(file->runs() == expected);
}

void ShowFileTest::aClosedShowIsOneFile() {
    soundFile();
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{QStringLiteral("show.vitrina")});
    QCOMPARE(opening(path()), std::string("done"));
}

void ShowFileTest::aSecondStudioIsKeptOut() {
    auto file = open();
    QCOMPARE(opening(path()), std::string("busy"));
    QCOMPARE(refused(file->append({plain(1)})), std::string("done"));
    file.reset();
    QCOMPARE(opening(path()), std::string("done"));
}

void ShowFileTest::strangeFilesAreRefusedAndLeftAlone_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const QByteArray sound = soundFile();
    QTest::newRow("empty") << QByteArray() << QStringLiteral("file_damaged");
    QTest::newRow("text") << QByteArray("a shopping list\n") << QStringLiteral("file_not_ours");
    QTest::newRow("start of a header") << QByteArray("SQLite form") << QStringLiteral("file_damaged");
    QByteArray foreign = sound;
    foreign[70] = 'X';
    QTest::newRow("another program's database") << foreign << QStringLiteral("file_not_ours");
    QByteArray newer = sound;
    newer[63] = 2;
    QTest::newRow("newer") << newer << QStringLiteral("file_too_new");
    QTest::newRow("cut in half") << sound.left(sound.size() / 2) << QStringLiteral("file_damaged");
    QTest::newRow("cut within a page") << sound.left(sound.size() - 100) << QStringLiteral("file_damaged");
    QByteArray shot = sound;
    shot.replace(4096, 3000, QByteArray(3000, '\x5a'));
    QTest::newRow("a page overwritten") << shot << QStringLiteral("file_damaged");
}

void ShowFileTest::strangeFilesAreRefusedAndLeftAlone() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const QString strange = path("strange.vitrina");
    writeBytes(strange, bytes);
    for (const bool create : {false, true}) {
        QCOMPARE(QString::fromStdString(opening(strange, create)), error);
        QCOMPARE(bytesOf(strange), bytes);
    }
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{QStringLiteral("strange.vitrina")});
}

void ShowFileTest::everyTruncationIsRefusedAndLeftAlone() {
    const QByteArray sound = soundFile();
    const QString cut = path("cut.vitrina");
    for (int size = 1; size < sound.size(); size += 509) {
        writeBytes(cut, sound.left(size));
        QCOMPARE(opening(cut), std::string("file_damaged"));
        QCOMPARE(bytesOf(cut).size(), size);
    }
}

void ShowFileTest::damagedPagesAreFound() {
    const QByteArray sound = soundFile();
    const QString shot = path("shot.vitrina");
    // The head of each page but the first: whatever SQLite keeps there, a show must not open as if all were
    // well.
    for (int page = 1; page * 4096 < sound.size(); ++page) {
        QByteArray bytes = sound;
        bytes.replace(page * 4096, 64, QByteArray(64, '\xee'));
        writeBytes(shot, bytes);
        QCOMPARE(opening(shot), std::string("file_damaged"));
        QCOMPARE(bytesOf(shot), bytes);
    }
}

void ShowFileTest::foldersThatCannotBeWritten() {
    QCOMPARE(opening(path("none.vitrina")), std::string("file_missing"));
    QCOMPARE(opening(QStringLiteral("/sys/kernel/show.vitrina"), true), std::string("file_unwritable"));
    QCOMPARE(opening(path("no/such/folder.vitrina"), true), std::string("file_unwritable"));
    soundFile();
    if (geteuid() != 0 && getuid() != 0) {
        QVERIFY(chmod(qPrintable(path()), 0400) == 0);
        QCOMPARE(opening(path()), std::string("file_unwritable"));
        return;
    }
    // Root may write anything: be somebody else for a moment.
    QVERIFY(chmod(qPrintable(folder_->path()), 0555) == 0 && chmod(qPrintable(path()), 0444) == 0);
    QVERIFY(seteuid(65534) == 0);
    const std::string asNobody = opening(path());
    QVERIFY(seteuid(0) == 0);
    QCOMPARE(asNobody, std::string("file_unwritable"));
}

void ShowFileTest::exportsAndImports() {
    auto file = open();
    QCOMPARE(file->document().error().code, ErrorCode::NotFound);
    record::ShowDocument document;
    document.show.id = showId;
    document.show.title = "Rudens";
    document.show.locale = "lv-LV";
    document.show.currency = "EUR";
    QVERIFY(static_cast<bool>(file->saveDocument(record::encodeShowDocument(document))));
    const std::string json = path("show.json").toStdString();
    QCOMPARE(refused(journal::exportDocument(*file, json)), std::string("done"));
    writeBytes(path("show.json"), bytesOf(path("show.json")).replace("Rudens", "Ziema"));
    QCOMPARE(refused(journal::importDocument(*file, json)), std::string("done"));
    QCOMPARE(record::decodeShowDocument(*file->document())->show.title, std::string("Ziema"));
    writeBytes(path("show.json"), "{\"format\":\"vitrina.show\",\"version\":7}");
    QCOMPARE(refused(journal::importDocument(*file, json)), std::string("file_too_new"));
    QCOMPARE(refused(journal::importDocument(*file, json + "x")), std::string("file_missing"));
    QCOMPARE(refused(journal::exportDocument(*file, "/sys/kernel/show.json")),
             std::string("file_unwritable"));
    QCOMPARE(record::decodeShowDocument(*file->document())->show.title, std::string("Ziema"));
}

void ShowFileTest::olderNumbersCompareEqual() {
    auto file = open();
    const Record third = make(Origin::Studio, 1, stage::Fact(stage::VolumeSet{{"mic"}, -100.0 / 3}));
    QCOMPARE(refused(file->append({third})), std::string("done"));
    QCOMPARE(refused(file->append({third})), std::string("done"));
}

QTEST_GUILESS_MAIN(ShowFileTest)
#include "ShowFileTest.moc"
