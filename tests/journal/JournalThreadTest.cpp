// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Journal.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <mutex>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace vitrina;
using journal::JournalThread;
using journal::ShowFile;
using record::Origin;
using record::Record;

namespace {

const RunId runId{"run-1"};

Record plain(std::uint64_t seq, std::size_t bytes = 10) {
    return {{"show"}, runId,  Origin::Studio, seq,
            0,        {1, 2}, "boot",         record::OwnFact(record::FaultCleared{std::string(bytes, 'x')})};
}

/// What the journal thread told, collected for the test's thread.
class Told {
  public:
    JournalThread::Durable sink() {
        return [this](Result<std::vector<Record>> result) {
            const std::lock_guard lock(mutex_);
            if (result)
                durable_ += result->size();
            else
                failures_.push_back(result.error().code);
        };
    }
    std::size_t durable() const {
        const std::lock_guard lock(mutex_);
        return durable_;
    }
    std::vector<ErrorCode> failures() const {
        const std::lock_guard lock(mutex_);
        return failures_;
    }

  private:
    mutable std::mutex mutex_;
    std::size_t durable_ = 0;
    std::vector<ErrorCode> failures_;
};

/// No file of this process may grow beyond so many bytes, for a while. SQLite can't tell this from a failing
/// disk, so the code is FileUnwritable; a full disk proper is the test on a small tmpfs.
class SmallFiles {
  public:
    explicit SmallFiles(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { setrlimit(RLIMIT_FSIZE, &before_); }

  private:
    rlimit before_{};
};

} // namespace

class JournalThreadTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        path_ = folder_->filePath(QStringLiteral("show.vitrina")).toStdString();
    }
    void appendsAndTells();
    void destructionWritesWhatIsQueued();
    void aBrokenDiskIsToldOnceKeptAndRecovered();
    void aFullDiskIsToldOnceKeptAndRecovered();
    void aBadRecordDoesNotHoldUpTheOthers();
    void workRunsWhileTheDiskIsFull();

  private:
    std::unique_ptr<ShowFile> open() const {
        auto file = ShowFile::open(path_, true);
        if (!file)
            qFatal("%s", file.error().detail.c_str());
        return std::move(*file);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::string path_;
};

void JournalThreadTest::appendsAndTells() {
    Told told;
    JournalThread thread(open(), told.sink());
    for (std::uint64_t seq = 1; seq <= 500; ++seq)
        thread.append({plain(seq)});
    QTRY_COMPARE(told.durable(), std::size_t{500});
    QVERIFY(told.failures().empty());
}

void JournalThreadTest::destructionWritesWhatIsQueued() {
    Told told;
    bool worked = false;
    {
        JournalThread thread(open(), told.sink());
        for (std::uint64_t seq = 1; seq <= 50; ++seq)
            thread.append({plain(seq)});
        thread.run([&](ShowFile&) { worked = true; });
    }
    QVERIFY(worked);
    QCOMPARE(told.durable(), std::size_t{50});
    QCOMPARE(open()->lastSeq(runId, Origin::Studio), std::uint64_t{50});
}

void JournalThreadTest::aFullDiskIsToldOnceKeptAndRecovered() {
    if (mount("none", qPrintable(folder_->path()), "tmpfs", 0, "size=512k") != 0)
        QSKIP("no right to mount a small file system");
    Told told;
    {
        JournalThread thread(open(), told.sink());
        QFile filler(folder_->filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) {
        }
        for (std::uint64_t seq = 1; seq <= 10; ++seq)
            thread.append({plain(seq, 10'000)});
        QTRY_COMPARE(told.failures(), std::vector<ErrorCode>{ErrorCode::DiskFull});
        QCOMPARE(told.durable(), std::size_t{0});
        QVERIFY(filler.remove());
        QTRY_COMPARE_WITH_TIMEOUT(told.durable(), std::size_t{10}, 5000);
    }
    QCOMPARE(open()->lastSeq(runId, Origin::Studio), std::uint64_t{10});
    QCOMPARE(umount(qPrintable(folder_->path())), 0);
}

void JournalThreadTest::aBrokenDiskIsToldOnceKeptAndRecovered() {
    Told told;
    JournalThread thread(open(), told.sink());
    thread.append({plain(1)});
    QTRY_COMPARE(told.durable(), std::size_t{1});
    {
        const SmallFiles full(64 * 1024);
        for (std::uint64_t seq = 2; seq <= 11; ++seq)
            thread.append({plain(seq, 40'000)});
        QTRY_VERIFY(!told.failures().empty());
        thread.append({plain(12)});
        // Over at least one more attempt: told once, and nothing counts as written.
        QElapsedTimer waited;
        waited.start();
        QTRY_VERIFY_WITH_TIMEOUT(waited.elapsed() > 1500, 5000);
        QCOMPARE(told.failures(), std::vector<ErrorCode>{ErrorCode::FileUnwritable});
    }
    QTRY_COMPARE_WITH_TIMEOUT(told.durable(), std::size_t{12}, 5000);
    QCOMPARE(told.failures().size(), std::size_t{1});
}

void JournalThreadTest::aBadRecordDoesNotHoldUpTheOthers() {
    Told told;
    JournalThread thread(open(), told.sink());
    thread.append({plain(1)});
    thread.append({plain(9)});
    thread.append({plain(2)});
    QTRY_COMPARE(told.durable(), std::size_t{2});
    QCOMPARE(told.failures(), std::vector<ErrorCode>{ErrorCode::Internal});
}

void JournalThreadTest::workRunsWhileTheDiskIsFull() {
    Told told;
    JournalThread thread(open(), told.sink());
    thread.append({plain(1)});
    QTRY_COMPARE(told.durable(), std::size_t{1});
    const SmallFiles full(64 * 1024);
    thread.append({plain(2, 400'000)});
    QTRY_VERIFY(!told.failures().empty());
    std::atomic<std::uint64_t> last = 99;
    thread.run([&](ShowFile& file) { last = file.lastSeq(runId, Origin::Studio); });
    QTRY_COMPARE(last.load(), std::uint64_t{1});
}

QTEST_GUILESS_MAIN(JournalThreadTest)
#include "JournalThreadTest.moc"
