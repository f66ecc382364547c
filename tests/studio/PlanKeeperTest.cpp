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
    void theNextOpeningHasTheOffers();
    void anUnreadablePlanIsNotWritten();
};

namespace {

struct Bench {
    Bench() {
        state.show = test::smallShow();
        state.catalogue = test::smallCatalogue();
    }

    QTemporaryDir folder;
    std::string path = folder.filePath(QStringLiteral("a.vitrina")).toStdString();
    control::State state;
    std::atomic<int> written = 0;
    std::atomic<int> failed = 0;

    /// Edits inside `work`; when it returns the file is closed.
    template <class Work>
    void open(Work work) {
        auto file = journal::ShowFile::open(path, true);
        QVERIFY(bool(file));
        if (!file.value()->document())
            QVERIFY(
                bool(file.value()->saveDocument(record::encodeShowDocument({state.show, state.catalogue}))));
        journal::JournalThread thread(std::move(file).value(), [](auto) {});
        PlanKeeper keeper(thread, state.show.rundown.revision,
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
        keeper.keep(bench.state); // as opened
        for (int edit = 0; edit < 20; ++edit) {
            ++bench.state.show.rundown.revision;
            bench.state.show.rundown.segments[0].items[0].title = "title " + std::to_string(edit);
            bench.state.show.rundown.segments[0].items[1].skipped = edit % 2 == 1;
            control::State claims = bench.state; // worked out for this run, and left out
            claims.catalogue.products[0].variants[0].priorLowest = Money{9900, "EUR"};
            keeper.keep(claims);
            keeper.keep(bench.state);
        }
    });
    QVERIFY(bench.written >= 1);
    QVERIFY(bench.written <= 20);
    QCOMPARE(bench.failed, 0);
    QVERIFY((bench.document() == record::ShowDocument{bench.state.show, bench.state.catalogue}));
}

void PlanKeeperTest::theNextOpeningHasTheOffers() {
    Bench bench;
    bench.open([&](PlanKeeper& keeper) {
        const commerce::Variant& mug = bench.state.catalogue.products[0].variants[0];
        commerce::Offer offer;
        offer.id = {"flash"};
        offer.kind = commerce::OfferKind::FlashPrice;
        offer.title = "Flash";
        offer.lines = {{mug.sku, 1, mug.price.minor - 1}};
        control::apply(bench.state, commerce::Fact{commerce::OfferPlanned{offer}}, {1, 1});
        keeper.keep(bench.state);
    });
    QCOMPARE(bench.written, 1);
    QCOMPARE(bench.document().catalogue.offers.size(), std::size_t{1});
    // A list price that comes down below it, or a variant that is gone, stops no later save.
    bench.open([&](PlanKeeper& keeper) {
        bench.state.catalogue.products[0].variants[0].price.minor = 1;
        ++bench.state.catalogueRevision;
        keeper.keep(bench.state);
    });
    QCOMPARE(bench.document().catalogue.products[0].variants[0].price.minor, std::int64_t{1});
    bench.open([&](PlanKeeper& keeper) {
        bench.state.catalogue.products[0].variants[0].sku = Sku{"another"};
        ++bench.state.catalogueRevision;
        keeper.keep(bench.state);
    });
    QCOMPARE(bench.document().catalogue.products[0].variants[0].sku, Sku{"another"});
    QCOMPARE(bench.failed, 0);
    QVERIFY((bench.document() == record::ShowDocument{bench.state.show, bench.state.catalogue}));
}

void PlanKeeperTest::anUnreadablePlanIsNotWritten() {
    Bench bench;
    const show::Show before = bench.state.show;
    bench.open([&](PlanKeeper& keeper) {
        ++bench.state.show.rundown.revision;
        bench.state.show.rundown.segments[0].items[0].note = std::string(5u << 20, 'n');
        keeper.keep(bench.state);
    });
    QCOMPARE(bench.failed, 1);
    QVERIFY(bench.document().show == before);
}

QTEST_GUILESS_MAIN(PlanKeeperTest)
#include "PlanKeeperTest.moc"
