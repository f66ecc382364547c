// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopBook.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

Product mug(std::int64_t minor) {
    return {ProductId{"p"}, "1", "Mug", "", "", {{Sku{"M"}, "", {minor, "EUR"}, 5}}};
}

/// Sold at 20 for 40 days, at 15 since day 40.
ShopBook book() {
    ShopBook made;
    apply(made, ProductKept{mug(2000)}, 0);
    apply(made, ProductKept{mug(1500)}, 40 * day);
    return made;
}

Catalogue claiming(std::optional<std::int64_t> minor) {
    Catalogue catalogue{{mug(1500)}};
    if (minor)
        catalogue.products[0].variants[0].priorLowest = Money{*minor, "EUR"};
    return catalogue;
}

} // namespace

/// What a show document says, held against what the shop knows.
class ShopBookTest : public QObject {
    Q_OBJECT

  private slots:
    void aTypedWasIsHeldAgainstTheLedger_data() {
        QTest::addColumn<qint64>("typed"); // in cents; -1: none
        QTest::addColumn<bool>("sold");    // the book has 40 days of its prices
        QTest::addColumn<qint64>("shown");
        QTest::addColumn<bool>("denied");
        QTest::newRow("dearer than it was") << qint64(2400) << true << qint64(2000) << true;
        QTest::newRow("as it was") << qint64(2000) << true << qint64(2000) << false;
        QTest::newRow("claims less than it may") << qint64(1800) << true << qint64(2000) << false;
        QTest::newRow("claims nothing") << qint64(-1) << true << qint64(2000) << false;
        QTest::newRow("nothing is known of it") << qint64(2400) << false << qint64(-1) << true;
        QTest::newRow("neither claimed nor known") << qint64(-1) << false << qint64(-1) << false;
    }
    void aTypedWasIsHeldAgainstTheLedger() {
        QFETCH(qint64, typed);
        QFETCH(qint64, shown);
        Catalogue catalogue = claiming(typed < 0 ? std::nullopt : std::optional<std::int64_t>(typed));
        QFETCH(bool, sold);
        const auto denied = claimFromLedger(sold ? book() : ShopBook{}, catalogue, 41 * day);
        const std::optional<Money>& now = catalogue.products[0].variants[0].priorLowest;
        QCOMPARE(now ? now->minor : -1, shown);
        QTEST(!denied.empty(), "denied");
        if (denied.empty())
            return;
        QCOMPARE(denied.size(), std::size_t(1));
        QVERIFY(denied[0] == (DeniedClaim{Sku{"M"}, {typed, "EUR"}, now}));
    }

    void aNewShowBeginsWithTheTrader() {
        Terms kept;
        kept.trader.name = "SIA Dzintars";
        kept.transferTo = "LV00";
        kept.vatBasisPoints = 2100;
        ShopBook shop;
        Terms fresh;
        beginTerms(shop, fresh);
        QVERIFY(fresh == Terms{}); // nothing was ever kept
        apply(shop, TermsKept{kept}, 1);
        beginTerms(shop, fresh);
        QVERIFY(fresh == kept);
        Terms own;
        own.transferTo = "EE00";
        beginTerms(shop, own); // its own ways stay, who sells is the same person
        QCOMPARE(own.transferTo, std::string("EE00"));
        QCOMPARE(own.trader.name, std::string("SIA Dzintars"));
        own.trader.name = "Another";
        beginTerms(shop, own);
        QCOMPARE(own.trader.name, std::string("Another"));
    }
};

QTEST_GUILESS_MAIN(ShopBookTest)
#include "ShopBookTest.moc"
