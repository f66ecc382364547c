// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/SetUpKeeper.hpp"
#include "record/Documents.hpp"
#include "studio/MachineSetUp.hpp"
#include "support/SmallShow.hpp"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace vitrina;
using namespace vitrina::studio;

/// The edited set-up in this machine's file.
class SetUpKeeperTest : public QObject {
    Q_OBJECT

  private slots:
    void theNextSessionHasTheEditsAndOnlyTheOwnerMayReadThem();
    void aFolderThatCantBeWrittenIsTold();
    void whereItIsKept();
};

namespace {

struct Bench {
    QTemporaryDir folder;
    std::atomic<int> written = 0;
    std::atomic<int> failed = 0;

    /// Edits inside `work`; when it returns everything is written.
    template <class Work>
    void open(const stage::SetUp& asRead, const QString& path, Work work) {
        auto file = journal::ShowFile::open(folder.filePath(QStringLiteral("a.vitrina")).toStdString(), true);
        QVERIFY(bool(file));
        journal::JournalThread thread(std::move(file).value(), [](auto) {});
        SetUpKeeper keeper(thread, asRead, path,
                           [this](std::optional<Error> error) { ++(error ? failed : written); });
        work(keeper);
    }
};

} // namespace

void SetUpKeeperTest::theNextSessionHasTheEditsAndOnlyTheOwnerMayReadThem() {
    Bench bench;
    const QString path = bench.folder.filePath(QStringLiteral("deep/down/setup.json"));
    const stage::SetUp asRead = test::smallSetUp();
    stage::SetUp edited = asRead;
    edited.canvas = {540, 960, 30}; // of the command line
    edited.destinations.clear();
    edited.sources[0].rotation = 90;
    edited.sources[0].crop = {0.1, 0.0, 0.2, 0.0};
    edited.sources[1].syncOffsetMs = -40;
    edited.lostFallback = edited.scenes[0].id;
    bench.open(asRead, path, [&](SetUpKeeper& keeper) {
        for (int i = 0; i < 20; ++i) {
            edited.sources[0].name = "Camera " + std::to_string(i);
            keeper.keep(edited);
        }
    });
    QVERIFY(bench.written >= 1 && bench.failed == 0);
    QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    Options options;
    options.setUpPath = path;
    const auto read = readSetUp(options, bench.folder.path());
    QVERIFY(bool(read));
    edited.canvas = asRead.canvas;
    edited.destinations = asRead.destinations;
    QVERIFY(*read == edited);
}

void SetUpKeeperTest::aFolderThatCantBeWrittenIsTold() {
    Bench bench;
    bench.open(test::smallSetUp(), QStringLiteral("/proc/none/setup.json"),
               [](SetUpKeeper& keeper) { keeper.keep(test::smallSetUp()); });
    QCOMPARE(bench.failed, 1);
}

void SetUpKeeperTest::whereItIsKept() {
    Options options;
    QCOMPARE(setUpKeptAt(options, QStringLiteral("/d")), QStringLiteral("/d/setup.json"));
    options.setUpPath = QStringLiteral("/x/y.json");
    QCOMPARE(setUpKeptAt(options, QStringLiteral("/d")), QStringLiteral("/x/y.json"));
    options.cameras = {stage::sourceFromAddress("A", "test:")};
    QVERIFY(setUpKeptAt(options, QStringLiteral("/d")).isEmpty());
    options.cameras.clear();
    options.outFolder = QStringLiteral("/out");
    QVERIFY(setUpKeptAt(options, QStringLiteral("/d")).isEmpty());
}

QTEST_GUILESS_MAIN(SetUpKeeperTest)
#include "SetUpKeeperTest.moc"
