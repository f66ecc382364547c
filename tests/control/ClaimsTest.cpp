// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Claims.hpp"
#include "support/StudioRig.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;

} // namespace

/// What may be called "was" follows the ledger while a show is on.
class ClaimsTest : public QObject {
    Q_OBJECT

  private slots:
    void aFlashPriceThatIsOverCountsForTheNext() {
        State state = test::smallState();
        commerce::ShopBook book;
        for (const commerce::Product& product : state.catalogue.products)
            commerce::apply(book, commerce::ProductKept{product}, 0);
        QVERIFY(commerce::claimFromLedger(book, state.catalogue, 40 * day).empty());
        StudioRig rig(std::move(state));
        rig.startLive();
        const auto outdated = [&](std::int64_t atMs) {
            return outdatedClaims(rig.dispatcher.state(), book, atMs);
        };
        QVERIFY(outdated(40 * day).empty());
        const Sku mug{"MUG"};
        const Money list = commerce::findVariant(rig.dispatcher.state().catalogue, mug)->price;
        commerce::apply(book, commerce::PriceNoted{mug, {900, "EUR"}, commerce::PriceWhy::Flash}, 40 * day);
        QVERIFY(outdated(40 * day + 1).empty()); // while it runs, "was" is the lowest before it
        commerce::apply(book, commerce::PriceNoted{mug, list, commerce::PriceWhy::FlashOver},
                        40 * day + 60'000);
        const auto products = outdated(40 * day + 60'001);
        QCOMPARE(products.size(), std::size_t(1));
        QVERIFY(commerce::findVariant({products}, mug)->priorLowest == std::optional(Money{900, "EUR"}));
        // Asked once, and not while nobody can answer.
        QCOMPARE(rig.tryTo(Ask{commerce::PutProduct{products[0]}}), ErrorCode::None);
        QVERIFY(outdated(40 * day + 60'001).empty());
        rig.server(commerce::Fact{
            commerce::RequestAnswered{rig.dispatcher.state().pending.at(0).id, ErrorCode::Busy, {}, {}}});
        QCOMPARE(outdated(40 * day + 60'001).size(), std::size_t(1));
        rig.link(LinkHealth::Down);
        QVERIFY(outdated(40 * day + 60'001).empty());
        rig.link(LinkHealth::Up);
        rig.server(commerce::Fact{commerce::ProductPut{products[0], {}}});
        QVERIFY(outdated(40 * day + 60'001).empty());
    }
};

QTEST_GUILESS_MAIN(ClaimsTest)
#include "ClaimsTest.moc"
