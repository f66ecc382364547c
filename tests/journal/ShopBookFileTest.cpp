// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/ShopBookFile.hpp"
#include "journal/Journal.hpp"
#include "support/Rounds.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace vitrina;
using journal::BookEntry;
using journal::ShopBookFile;

namespace {

BookEntry entry(int number) {
    return {1000 + number, "book.product_kept", 1, "{\"n\":" + std::to_string(number) + "}"};
}
std::vector<BookEntry> entries(int from, int count) {
    std::vector<BookEntry> list;
    for (int i = 0; i < count; ++i)
        list.push_back(entry(from + i));
    return list;
}
std::vector<BookEntry> all(const ShopBookFile& file) {
    std::vector<BookEntry> list;
    const Result<void> read = file.read([&](const BookEntry& each) {
        list.push_back(each);
        return Result<void>();
    });
    if (!read)
        qFatal("%s", read.error().detail.c_str());
    return list;
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
mode_t modeOf(const QString& path) {
    struct stat info {};
    return ::stat(qPrintable(path), &info) == 0 ? info.st_mode & 0777 : 0;
}

/// The child's part: keeps pairs of entries for ever, and says after each what is kept.
[[noreturn]] void keepOn(const std::string& path, int pipe) {
    auto file = ShopBookFile::open(path, true);
    if (!file)
        _exit(1);
    auto number = int(all(**file).size());
    for (;;) {
        if (!(*file)->append(entries(number, 2)))
            _exit(2);
        number += 2;
        if (::write(pipe, &number, sizeof number) != sizeof number)
            _exit(3);
    }
}

} // namespace

class ShopBookFileTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void keepsEntriesInOrder();
    void allOrNone();
    void onlyTheOwnerReads();
    void nothingIsChangedOrTakenAway();
    void strangeFilesAreRefusedAndKept_data();
    void strangeFilesAreRefusedAndKept();
    void aSecondStudioIsKeptOut();
    void anErrorOfTheReaderEndsIt();
    void survivesAKill();

  private:
    QString path(const char* name = "shop.book") const { return folder_->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<ShopBookFile> open() const {
        auto file = ShopBookFile::open(path().toStdString(), true);
        if (!file)
            qFatal("%s", file.error().detail.c_str());
        return std::move(*file);
    }
    QByteArray soundFile() const {
        auto file = open();
        if (!file->append(entries(0, 300)))
            qFatal("cannot append");
        file.reset();
        return bytesOf(path());
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

void ShopBookFileTest::keepsEntriesInOrder() {
    auto file = open();
    QVERIFY(all(*file).empty());
    QVERIFY(static_cast<bool>(file->append(entries(0, 3))));
    QVERIFY(static_cast<bool>(file->append({})));
    QVERIFY(static_cast<bool>(file->append(entries(3, 1))));
    QVERIFY(all(*file) == entries(0, 4));
    file.reset();
    QVERIFY(all(*open()) == entries(0, 4));
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{QStringLiteral("shop.book")});
}

void ShopBookFileTest::allOrNone() {
    auto file = open();
    QVERIFY(static_cast<bool>(file->append(entries(0, 2))));
    // No file may grow beyond 64 KiB for a while: as with a disk that is full.
    rlimit usual{};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    rlimit small = usual;
    small.rlim_cur = 64 * 1024;
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const Result<void> broken = file->append(entries(2, 20'000));
    QVERIFY(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, before);
    QVERIFY(!broken);
    QVERIFY(all(*file) == entries(0, 2));
    QVERIFY(static_cast<bool>(file->append(entries(2, 1))));
    QVERIFY(all(*file) == entries(0, 3));
}

void ShopBookFileTest::onlyTheOwnerReads() {
    const mode_t before = umask(0);
    auto file = open();
    umask(before);
    QVERIFY(static_cast<bool>(file->append(entries(0, 1))));
    for (const QString& name : QDir(folder_->path()).entryList(QDir::Files))
        QCOMPARE(int(modeOf(folder_->filePath(name))), 0600); // the log beside it too
    file.reset();
    // One that was copied around is closed again.
    QVERIFY(chmod(qPrintable(path()), 0644) == 0);
    file = open();
    QCOMPARE(int(modeOf(path())), 0600);
}

void ShopBookFileTest::nothingIsChangedOrTakenAway() {
    soundFile();
    QProcess sqlite;
    for (const char* statement : {"UPDATE entry SET body = '{}'", "DELETE FROM entry WHERE number = 1"}) {
        sqlite.start(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QStringLiteral("import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute(sys.argv[2]); "
                            "d.commit()"),
             path(), QString::fromUtf8(statement)});
        QVERIFY(sqlite.waitForFinished(30'000));
        QVERIFY(sqlite.exitCode() != 0);
        QVERIFY(sqlite.readAllStandardError().contains("append only"));
    }
    QVERIFY(all(*open()) == entries(0, 300));
}

void ShopBookFileTest::strangeFilesAreRefusedAndKept_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const QByteArray sound = soundFile();
    QTest::newRow("empty") << QByteArray() << QStringLiteral("file_damaged");
    QTest::newRow("text") << QByteArray("prices of Monday\n") << QStringLiteral("file_not_ours");
    QByteArray newer = sound;
    newer[63] = 2;
    QTest::newRow("newer") << newer << QStringLiteral("file_too_new");
    QTest::newRow("cut in half") << sound.left(sound.size() / 2) << QStringLiteral("file_damaged");
    QByteArray shot = sound;
    shot.replace(4096, 3000, QByteArray(3000, '\x5a'));
    QTest::newRow("a page overwritten") << shot << QStringLiteral("file_damaged");
    const QString show = path("show.vitrina");
    if (!journal::ShowFile::open(show.toStdString(), true))
        qFatal("no show");
    QTest::newRow("a show, not a book") << bytesOf(show) << QStringLiteral("file_not_ours");
}

void ShopBookFileTest::strangeFilesAreRefusedAndKept() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const QString strange = path("strange.book");
    writeBytes(strange, bytes);
    QVERIFY(chmod(qPrintable(strange), 0640) == 0);
    for (const bool create : {false, true}) {
        const auto file = ShopBookFile::open(strange.toStdString(), create);
        QVERIFY(!file);
        QCOMPARE(QString::fromUtf8(errorName(file.error().code).data()), error);
        QCOMPARE(bytesOf(strange), bytes);
        QCOMPARE(int(modeOf(strange)), 0640);
    }
    // A book is no show either.
    soundFile();
    QCOMPARE(journal::ShowFile::open(path().toStdString(), false).error().code, ErrorCode::FileNotOurs);
}

void ShopBookFileTest::aSecondStudioIsKeptOut() {
    auto file = open();
    QCOMPARE(ShopBookFile::open(path().toStdString(), true).error().code, ErrorCode::Busy);
}

void ShopBookFileTest::anErrorOfTheReaderEndsIt() {
    auto file = open();
    QVERIFY(static_cast<bool>(file->append(entries(0, 5))));
    int seen = 0;
    const Result<void> read = file->read([&](const BookEntry&) -> Result<void> {
        return ++seen == 3 ? Result<void>(fail(ErrorCode::FileTooNew, "kind")) : Result<void>();
    });
    QCOMPARE(read.error().code, ErrorCode::FileTooNew);
    QCOMPARE(seen, 3);
}

void ShopBookFileTest::survivesAKill() {
    const std::string book = path().toStdString();
    int kept = 0;
    for (int round = 0; round < test::rounds(8); ++round) {
        int ends[2];
        QVERIFY(::pipe(ends) == 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            keepOn(book, ends[1]);
        ::close(ends[1]);
        // After a few acknowledged batches, whatever it is doing just then.
        for (int batch = 0; batch < 3 + round; ++batch)
            QCOMPARE(::read(ends[0], &kept, sizeof kept), ssize_t(sizeof kept));
        QVERIFY(::kill(child, SIGKILL) == 0);
        for (int last = 0; ::read(ends[0], &last, sizeof last) == sizeof last;)
            kept = last;
        ::close(ends[0]);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        auto file = ShopBookFile::open(book, false);
        QVERIFY2(static_cast<bool>(file), file ? "" : file.error().detail.c_str());
        const std::vector<BookEntry> found = all(**file);
        QVERIFY(int(found.size()) >= kept);
        QVERIFY(found.size() % 2 == 0); // of each pair both or none
        QVERIFY(found == entries(0, int(found.size())));
    }
}

QTEST_GUILESS_MAIN(ShopBookFileTest)
#include "ShopBookFileTest.moc"
