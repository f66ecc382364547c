// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/PriceLedger.hpp"
#include "commerce/Catalogue.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
const Sku mug{"MUG"};

struct Step {
    std::int64_t onDay;
    std::int64_t minor;
    PriceWhy why = PriceWhy::Listed;
};

PriceLedger ledgerOf(const std::vector<Step>& steps) {
    PriceLedger ledger;
    for (const Step& step : steps)
        notePrice(ledger, mug, {step.onDay * day, {step.minor, "EUR"}, step.why});
    return ledger;
}

/// In cents; -1: not known.
std::int64_t minorOf(const std::optional<Money>& price) {
    return price ? price->minor : -1;
}
std::int64_t lowest(const PriceLedger& ledger, std::int64_t onDay) {
    return minorOf(lowestBefore(ledger, mug, onDay * day));
}
std::int64_t prior(const PriceLedger& ledger, std::int64_t onDay) {
    return minorOf(priorLowest(ledger, mug, onDay * day));
}

} // namespace

/// Worked by hand, in whole days.
class PriceLedgerTest : public QObject {
    Q_OBJECT

  private slots:
    void keepsEveryPrice();
    void underThirtyDaysIsNotKnown();
    void upThenDown();
    void aPriceFromBeforeTheWindowCounts();
    void aPriceThatEndedAtTheWindowDoesNot();
    void severalReductionsInARow();
    void flashPricesArePrices();
    void anotherCurrencyComparesWithNothing();
    void aClockThatWentBack();
    void percentOffIsFromTheLowest();
};

void PriceLedgerTest::keepsEveryPrice() {
    const PriceLedger ledger = ledgerOf({{0, 2000}, {5, 2000}, {10, 1800}, {12, 2000}});
    const auto& changes = ledger.changes.at(mug);
    QCOMPARE(changes.size(), std::size_t(3)); // the same price again is no change
    QCOMPARE(changes[1], (PriceChange{10 * day, {1800, "EUR"}, PriceWhy::Listed}));
    QCOMPARE(minorOf(priceAt(ledger, mug, -1)), -1);
    QCOMPARE(minorOf(priceAt(ledger, mug, 0)), 2000);
    QCOMPARE(minorOf(priceAt(ledger, mug, 12 * day - 1)), 1800);
    QCOMPARE(minorOf(priceAt(ledger, mug, 400 * day)), 2000);
    QCOMPARE(minorOf(priceAt(ledger, Sku{"other"}, 0)), -1);
}

void PriceLedgerTest::underThirtyDaysIsNotKnown() {
    const PriceLedger ledger = ledgerOf({{0, 2000}});
    QCOMPARE(lowest(ledger, 29), -1);
    QCOMPARE(lowest(ledger, 30), 2000);
    QCOMPARE(minorOf(lowestBefore(ledger, mug, 30 * day - 1)), -1);
    QCOMPARE(minorOf(lowestBefore(PriceLedger{}, mug, 100 * day)), -1);
}

void PriceLedgerTest::upThenDown() {
    // 20 for long, 30 for a week, then "reduced" to 20: nothing was reduced.
    const PriceLedger ledger = ledgerOf({{0, 2000}, {60, 3000}, {67, 2000}});
    QCOMPARE(prior(ledger, 67), 2000);
    QCOMPARE(prior(ledger, 80), 2000);
    // The same after the high price has stood for 30 days: it was.
    const PriceLedger patient = ledgerOf({{0, 2000}, {60, 3000}, {90, 2000}});
    QCOMPARE(prior(patient, 90), 3000);
    QCOMPARE(prior(patient, 110), 3000);
}

void PriceLedgerTest::aPriceFromBeforeTheWindowCounts() {
    // It began on day 0, long before the window of day 100 begins (day 70), and was asked until day 71.
    const PriceLedger ledger = ledgerOf({{0, 1500}, {71, 2500}, {100, 2000}});
    QCOMPARE(lowest(ledger, 100), 1500);
    QCOMPARE(prior(ledger, 100), 1500);
}

void PriceLedgerTest::aPriceThatEndedAtTheWindowDoesNot() {
    const PriceLedger ledger = ledgerOf({{0, 1500}, {70, 2500}, {100, 2000}});
    QCOMPARE(lowest(ledger, 100), 2500);
    QCOMPARE(minorOf(lowestBefore(ledger, mug, 100 * day - 1)), 1500);
}

void PriceLedgerTest::severalReductionsInARow() {
    // 100 → 80 → 60 within a month: each compares with what was asked right before it.
    const PriceLedger ledger = ledgerOf({{0, 10'000}, {50, 8000}, {60, 6000}});
    QCOMPARE(prior(ledger, 50), 10'000);
    QCOMPARE(prior(ledger, 59), 10'000); // still the first one
    QCOMPARE(prior(ledger, 60), 8000);
    // A third that would begin now would compare with the lowest, which is the present one.
    QCOMPARE(lowest(ledger, 70), 6000);
}

void PriceLedgerTest::flashPricesArePrices() {
    // An hour at 9 during a show, then the list's again; a week later a reduction to 15.
    PriceLedger ledger = ledgerOf({{0, 2000}});
    notePrice(ledger, mug, {40 * day, {900, "EUR"}, PriceWhy::Flash});
    notePrice(ledger, mug, {40 * day + 3'600'000, {2000, "EUR"}, PriceWhy::FlashOver});
    QCOMPARE(minorOf(priorLowest(ledger, mug, 40 * day)), 2000); // beside the flash price itself
    notePrice(ledger, mug, {47 * day, {1500, "EUR"}, PriceWhy::Listed});
    QCOMPARE(prior(ledger, 47), 900); // so it may not be called reduced
    notePrice(ledger, mug, {50 * day, {2000, "EUR"}, PriceWhy::Listed});
    notePrice(ledger, mug, {90 * day, {1500, "EUR"}, PriceWhy::Listed});
    QCOMPARE(prior(ledger, 90), 2000);
}

void PriceLedgerTest::anotherCurrencyComparesWithNothing() {
    PriceLedger ledger = ledgerOf({{0, 2000}});
    notePrice(ledger, mug, {40 * day, {1400, "LVL"}, PriceWhy::Listed});
    QCOMPARE(lowest(ledger, 50), -1);
    QCOMPARE(lowest(ledger, 70), 1400);
}

void PriceLedgerTest::aClockThatWentBack() {
    const PriceLedger ledger = ledgerOf({{10, 2000}, {5, 1800}});
    QCOMPARE(ledger.changes.at(mug)[1].fromMs, 10 * day);
    QCOMPARE(minorOf(priceAt(ledger, mug, 10 * day)), 1800);
    QCOMPARE(minorOf(priceAt(ledger, mug, 7 * day)), -1);
}

void PriceLedgerTest::percentOffIsFromTheLowest() {
    Variant reduced{mug, "", {8000, "EUR"}, 5, Money{10'000, "EUR"}};
    QCOMPARE(percentOff(reduced, 8000), 20);
    // A flash price on top of it compares with what was asked right before: the reduced price.
    QCOMPARE(percentOff(reduced, 6000), 25);
    QCOMPARE(wasMinor(reduced, 6000), std::optional<std::int64_t>(8000));
    QCOMPARE(wasMinor(reduced, 8000), std::optional<std::int64_t>(10'000));
    QCOMPARE(wasMinor(reduced, 7999), std::nullopt); // less than one per cent
    // Not reduced: the lowest of the 30 days, above or below the list's price.
    const Variant raised{mug, "", {12'000, "EUR"}, 5, Money{10'000, "EUR"}};
    QCOMPARE(percentOff(raised, 12'000), 0);
    QCOMPARE(percentOff(raised, 9000), 10);
    QCOMPARE(percentOff(raised, 10'000), 0);
    QCOMPARE(percentOff(raised, 6667), 33); // rounded down
    reduced.priorLowest.reset();
    QCOMPARE(percentOff(reduced, 1), 0);
    QCOMPARE(percentOff(Variant{mug, "", {0, "EUR"}, 1, Money{0, "EUR"}}, 0), 0);
}

QTEST_GUILESS_MAIN(PriceLedgerTest)
#include "PriceLedgerTest.moc"
