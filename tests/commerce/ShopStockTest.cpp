// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "commerce/ShopStock.hpp"

#include <QTest>
#include <rapidcheck.h>

#include <deque>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

/// A show's SKU and the shop that has the goods, which nobody else buys from but by `elsewhere`.
struct World {
    StockLevel level{20, 0, 0};
    std::int64_t withheld = 0;
    std::int64_t onHand = 0;
    std::int64_t taken = 0;               ///< by orders in the shop
    std::deque<std::int64_t> unforwarded; ///< pieces of orders here
    std::int64_t forwarded = 0;

    std::int64_t promised() const {
        std::int64_t all = 0;
        for (const std::int64_t pieces : unforwarded)
            all += pieces;
        return all;
    }
    void look() {
        const Capped capped = cappedByShop(level, {onHand - taken, promised(), withheld});
        level = capped.level;
        withheld = capped.withheld;
    }
};

} // namespace

class ShopStockTest final : public QObject {
    Q_OBJECT
  private slots:
    void theShopIsACeiling_data() {
        QTest::addColumn<int>("free");
        QTest::addColumn<int>("promised");
        QTest::addColumn<int>("withheldBefore");
        QTest::addColumn<int>("available");
        QTest::addColumn<int>("withheld");
        // 10 allocated, 2 reserved, 3 sold: 5 available when nothing is withheld
        QTest::newRow("has more") << 50 << 0 << 0 << 5 << 0;
        QTest::newRow("just enough") << 7 << 0 << 0 << 5 << 0;
        QTest::newRow("reserved is taken off") << 6 << 0 << 0 << 4 << 1;
        QTest::newRow("and what it has not got yet") << 6 << 3 << 0 << 1 << 4;
        QTest::newRow("fewer than reserved") << 1 << 0 << 0 << 0 << 5;
        QTest::newRow("none") << 0 << 3 << 0 << 0 << 5;
        QTest::newRow("oversold itself") << -4 << 0 << 0 << 0 << 5;
        QTest::newRow("has them again") << 50 << 0 << 4 << 9 << 0;
        QTest::newRow("has some again") << 9 << 0 << 4 << 7 << 2;
    }
    void theShopIsACeiling() {
        QFETCH(int, free);
        QFETCH(int, promised);
        QFETCH(int, withheldBefore);
        QFETCH(int, available);
        QFETCH(int, withheld);
        const StockLevel level{10, 2, 3};
        const Capped capped = cappedByShop(level, {free, promised, withheldBefore});
        QCOMPARE(capped.level.available(), available);
        QCOMPARE(capped.withheld, withheld);
        QCOMPARE(capped.level.reserved, level.reserved);
        QCOMPARE(capped.level.sold, level.sold);
        QCOMPARE(capped.level.allocated + capped.withheld, level.allocated + withheldBefore);
    }

    void onlyWhatWasAskedAboutAndChanges() {
        const std::map<Sku, StockLevel> levels{
            {Sku{"A"}, {5, 0, 0}}, {Sku{"B"}, {5, 0, 0}}, {Sku{"C"}, {5, 0, 0}}};
        const auto changed = cappedByShop(levels, {{Sku{"A"}, 3}, {Sku{"B"}, 9}, {Sku{"D"}, 1}}, {}, {});
        QCOMPARE(changed, (std::map<Sku, Capped>{{Sku{"A"}, {{3, 0, 0}, 2}}}));
    }

    void itHoldsForAnyNumbers() {
        const bool held = rc::check("ceiling", [] {
            const auto some = [] {
                return static_cast<std::int64_t>(*rc::gen::inRange(0, 1'000));
            };
            const StockLevel level{0, some(), some()};
            StockLevel before = level;
            before.allocated = level.reserved + level.sold + some();
            const ShopSide side{*rc::gen::element<std::int64_t>(some(), some() - 500, INT64_MAX), some(),
                                some()};
            const Capped after = cappedByShop(before, side);
            RC_ASSERT(after.withheld >= 0);
            RC_ASSERT(after.level.available() >= 0);
            RC_ASSERT(after.level.available() == 0 ||
                      after.level.available() <= side.free - before.reserved - side.promised);
            RC_ASSERT(after.level.allocated + after.withheld == before.allocated + side.withheld);
            RC_ASSERT(after.withheld == 0 ||
                      after.level.available() ==
                          std::max<std::int64_t>(
                              std::max<std::int64_t>(side.free, 0) - before.reserved - side.promised, 0));
            ShopSide again = side;
            again.withheld = after.withheld;
            RC_ASSERT(cappedByShop(after.level, again) == after); // nothing moves by itself
        });
        QVERIFY(held);
    }

    /// With nobody else buying there, the shop never has to refuse an order of ours.
    void noOrderIsRefusedThere() {
        const bool held = rc::check("no refusal", [] {
            World world;
            world.onHand = *rc::gen::inRange(0, 40);
            world.look();
            const auto count = *rc::gen::inRange(1, 60);
            for (int i = 0; i < count; ++i) {
                const std::int64_t pieces = *rc::gen::inRange<std::int64_t>(1, 4);
                switch (*rc::gen::inRange(0, 8)) {
                case 0:
                case 1:
                    if (world.level.available() >= pieces)
                        world.level.reserved += pieces;
                    break;
                case 2:
                case 3:
                    if (world.level.reserved >= pieces) {
                        world.level.reserved -= pieces;
                        world.level.sold += pieces;
                        world.unforwarded.push_back(pieces);
                    }
                    break;
                case 4:
                    world.level.reserved -= std::min(world.level.reserved, pieces);
                    break;
                case 5:
                    if (!world.unforwarded.empty()) {
                        RC_ASSERT(world.onHand - world.taken >= world.unforwarded.front());
                        world.taken += world.unforwarded.front();
                        world.forwarded += world.unforwarded.front();
                        world.unforwarded.pop_front();
                    }
                    break;
                case 6: // cancelled here, and there before anything else is told
                    if (world.forwarded >= pieces) {
                        world.forwarded -= pieces;
                        world.taken -= pieces;
                        world.level.sold -= pieces;
                    }
                    break;
                default:
                    world.onHand += *rc::gen::inRange(0, 3);
                    world.look();
                }
                RC_ASSERT(world.level.available() >= 0);
                RC_ASSERT(world.level.available() + world.level.reserved + world.promised() <=
                          world.onHand - world.taken);
            }
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(ShopStockTest)
#include "ShopStockTest.moc"
