// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/PlanKeeper.hpp"
#include "support/SmallShow.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace vitrina;
using studio::PlanKeeper;

/// The edited plan in the show file.
class PlanKeeperTest : public QObject {
    Q_OBJECT

  private slots:
    void theNextOpeningHasTheEdits();
    void anUnreadablePlanIsNotWritten();
};

namespace {

struct Bench {
    QTemporaryDir folder;
    std::string path = folder.filePath(QStringLiteral("a.vitrina")).toStdString();
    show::Show show = test::smallShow();
    commerce::Catalogue catalogue = test::smallCatalogue();
    std::atomic<int> written = 0;
    std::atomic<int> failed = 0;

    /// Edits inside `work`; when it returns the file is closed.
    template <class Work>
    void open(Work work) {
        auto file = journal::ShowFile::open(path, true);
        QVERIFY(bool(file));
        if (!file.value()->document())
            QVERIFY(bool(file.value()->saveDocument(record::encodeShowDocument({show, catalogue}))));
        journal::JournalThread thread(std::move(file).value(), [](auto) {});
        PlanKeeper keeper(thread, show.rundown.revision,
                          [this](std::optional<Error> error) { ++(error ? failed : written); });
        work(keeper);
    }
    record::ShowDocument document() const {
        const auto file = journal::ShowFile::open(path, false);
        return record::decodeShowDocument(file.value()->document().value()).value();
    }
};

} // namespace

void PlanKeeperTest::theNextOpeningHasTheEdits() {
    Bench bench;
    bench.open([&](PlanKeeper& keeper) {
        keeper.keep(bench.show, bench.catalogue); // as opened
        for (int edit = 0; edit < 20; ++edit) {
            ++bench.show.rundown.revision;
            bench.show.rundown.segments[0].items[0].title = "title " + std::to_string(edit);
            bench.show.rundown.segments[0].items[1].skipped = edit % 2 == 1;
            keeper.keep(bench.show, bench.catalogue);
            keeper.keep(bench.show, bench.catalogue);
        }
    });
    QVERIFY(bench.written >= 1);
    QVERIFY(bench.written <= 20);
    QCOMPARE(bench.failed, 0);
    QVERIFY((bench.document() == record::ShowDocument{bench.show, bench.catalogue}));
}

void PlanKeeperTest::anUnreadablePlanIsNotWritten() {
    Bench bench;
    const show::Show before = bench.show;
    bench.open([&](PlanKeeper& keeper) {
        ++bench.show.rundown.revision;
        bench.show.rundown.segments[0].items[0].note = std::string(5u << 20, 'n');
        keeper.keep(bench.show, bench.catalogue);
    });
    QCOMPARE(bench.failed, 1);
    QVERIFY(bench.document().show == before);
}

QTEST_GUILESS_MAIN(PlanKeeperTest)
#include "PlanKeeperTest.moc"
