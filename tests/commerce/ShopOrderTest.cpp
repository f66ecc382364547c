// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "commerce/ShopOrder.hpp"
#include "commerce/ShopFigures.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

const ShopWindow window{"vitrina-abc", 1'000'000'000, 0};

Catalogue smallCatalogue() {
    Product mug{ProductId{"p-mug"}, "7", "Mug", "", "", {}};
    mug.variants = {{Sku{"MUG"}, "", Money{1'800, "EUR"}, 3}, {Sku{"BOWL"}, "", Money{2'500, "EUR"}, 1}};
    return {{mug}};
}

ShopOrder order(const std::string& id, std::int64_t changedMs, OrderState state,
                std::vector<OrderLine> lines = {{Sku{"MUG"}, 2, 1'800}}) {
    ShopOrder told;
    told.shop = "shop.example";
    told.id = id;
    told.whole = true;
    told.name = "#" + id;
    told.mark = window.mark;
    told.currency = "EUR";
    told.placedMs = 1'000'100'000;
    told.changedMs = changedMs;
    told.state = state;
    told.sold = true;
    told.deliveryMinor = 300;
    told.region = "LV";
    told.lines = std::move(lines);
    return told;
}

ShopOrder refundOf(const std::string& id, const std::string& refund, std::int64_t minor) {
    ShopOrder told;
    told.shop = "shop.example";
    told.id = id;
    told.refunds = {{refund, minor}};
    return told;
}

/// All that the rule works on, without a store.
struct World {
    Shelf shelf = openShelf(smallCatalogue(), "EUR");
    std::map<Sku, std::int64_t> added;
    std::map<std::string, ShopTold> orders;
    std::int64_t placed = 0;

    ShopStep take(const ShopOrder& news, const ShopWindow& of = window) {
        ShopTold& known = orders[news.id];
        const bool before = known.placed;
        ShopStep step = takeShopNews(shelf, added, known, news, of);
        placed += !before && known.placed ? 1 : 0;
        return step;
    }
    StockLevel level(const char* sku) const { return shelf.goods.at(Sku{sku}).level; }
    std::int64_t gmv() const {
        std::int64_t sum = 0;
        for (const auto& [id, known] : orders)
            sum += known.placed ? known.order.total.minor : 0;
        return sum;
    }
    void check() const {
        for (const auto& [sku, good] : shelf.goods) {
            RC_ASSERT(good.level.available() >= 0);
            RC_ASSERT(good.level.sold >= 0);
        }
        std::map<Sku, std::int64_t> sold;
        for (const auto& [id, known] : orders)
            for (const auto& line :
                 known.placed && !known.standing.restocked ? known.order.lines : std::vector<OrderLine>())
                sold[line.sku] += line.quantity;
        for (const auto& [sku, good] : shelf.goods)
            RC_ASSERT(good.level.sold == sold[sku]);
    }
};

/// What a shop may say of a few orders: each order's lines never change, all the rest does.
std::vector<ShopOrder> anyNews() {
    std::vector<ShopOrder> all;
    const int orders = *rc::gen::inRange(1, 5);
    for (int i = 0; i < orders; ++i) {
        std::vector<OrderLine> lines;
        for (const char* sku : {"MUG", "BOWL", "HAT"}) {
            if (*rc::gen::arbitrary<bool>())
                lines.push_back({Sku{sku}, *rc::gen::inRange<std::int64_t>(1, 4),
                                 *rc::gen::inRange<std::int64_t>(0, 3'000)});
        }
        const std::string id = std::to_string(i);
        for (int step = *rc::gen::inRange(1, 6); step > 0; --step) {
            if (*rc::gen::inRange(0, 5) == 0) {
                all.push_back(refundOf(id, "r" + std::to_string(*rc::gen::inRange(0, 3)),
                                       *rc::gen::inRange<std::int64_t>(0, 4'000)));
                continue;
            }
            ShopOrder told = order(id, 2'000'000'000 + *rc::gen::inRange(0, 4) * 1'000,
                                   *rc::gen::element(OrderState::Placed, OrderState::Paid, OrderState::Sent,
                                                     OrderState::Cancelled, OrderState::Refunded),
                                   lines);
            told.sold = *rc::gen::inRange(0, 3) > 0;
            told.restocked = *rc::gen::arbitrary<bool>();
            told.paid = *rc::gen::arbitrary<bool>();
            told.deleted = *rc::gen::inRange(0, 12) == 0;
            told.refundedMinor = *rc::gen::element<std::int64_t>(0, 0, 500, 90'000);
            if (*rc::gen::inRange(0, 8) == 0)
                told.mark = "another";
            all.push_back(told);
        }
    }
    return all;
}

} // namespace

/// What news of a shop's orders means, however it comes.
class ShopOrderTest final : public QObject {
    Q_OBJECT

  private slots:
    void anOrderTakesItsPiecesAndIsOneOrder() {
        World world;
        const ShopStep first = world.take(order("1", 2'000'000'000, OrderState::Paid));
        QCOMPARE(first.news, ShopNews::New);
        QVERIFY(first.placed && first.changed);
        QCOMPARE(world.level("MUG"), (StockLevel{3, 0, 2}));
        QCOMPARE(first.placedLevels, (std::map<Sku, StockLevel>{{Sku{"MUG"}, {3, 0, 2}}}));
        QCOMPARE(world.orders["1"].standing.state, OrderState::Paid);
        QCOMPARE(world.orders["1"].order.total, (Money{3'600, "EUR"}));
        QCOMPARE(world.orders["1"].order.delivery.minor, 300);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(world.take(order("1", 2'000'000'000, OrderState::Paid)).news, ShopNews::Known);
        QCOMPARE(world.take(order("1", 1'999'999'000, OrderState::Placed)).news, ShopNews::Known);
        QCOMPARE(world.placed, 1);
        QCOMPARE(world.gmv(), 3'600);
    }

    void whatIsLackingIsAddedFirstAndGoesBackFirst() {
        World world;
        world.take(order("1", 2'000'000'000, OrderState::Placed, {{Sku{"BOWL"}, 3, 100}}));
        QCOMPARE(world.level("BOWL"), (StockLevel{3, 0, 3}));
        world.take(order("2", 2'000'000'000, OrderState::Placed, {{Sku{"BOWL"}, 1, 100}}));
        QCOMPARE(world.level("BOWL"), (StockLevel{4, 0, 4}));
        const ShopStep back =
            world.take(order("1", 2'000'001'000, OrderState::Cancelled, {{Sku{"BOWL"}, 3, 100}}));
        QCOMPARE(back.news, ShopNews::Changed);
        QCOMPARE(world.level("BOWL"), (StockLevel{1, 0, 1}));
        QCOMPARE(back.changedLevels, (std::map<Sku, StockLevel>{{Sku{"BOWL"}, {1, 0, 1}}}));
        world.take(order("2", 2'000'001'000, OrderState::Cancelled, {{Sku{"BOWL"}, 1, 100}}));
        QCOMPARE(world.level("BOWL"), (StockLevel{1, 0, 0}));
    }

    void cancelledBeforeItIsCreated() {
        World world;
        QCOMPARE(world.take(order("1", 2'000'005'000, OrderState::Cancelled)).news, ShopNews::New);
        QCOMPARE(world.level("MUG"), (StockLevel{3, 0, 0}));
        QCOMPARE(world.take(order("1", 2'000'000'000, OrderState::Placed)).news, ShopNews::Known);
        QCOMPARE(world.orders["1"].standing, (OrderStanding{OrderState::Cancelled, 0, true}));
        QCOMPARE(world.gmv(), 3'600); // before cancels, as everywhere
    }

    void aRefundMayComeBeforeItsOrder() {
        World world;
        QCOMPARE(world.take(refundOf("1", "r1", 500)).news, ShopNews::Waiting);
        QCOMPARE(world.take(order("1", 2'000'000'000, OrderState::Paid)).news, ShopNews::New);
        QCOMPARE(world.orders["1"].standing, (OrderStanding{OrderState::Paid, 500, false}));
        QCOMPARE(world.take(refundOf("1", "r1", 500)).news, ShopNews::Known);
        QCOMPARE(world.take(refundOf("1", "r2", 3'400)).news, ShopNews::Changed);
        QCOMPARE(world.orders["1"].standing, (OrderStanding{OrderState::Refunded, 3'900, false}));
        QCOMPARE(world.level("MUG"), (StockLevel{3, 0, 2}));
    }

    void aPaymentThatWasOnlyBegunIsNoOrder() {
        World world;
        ShopOrder begun = order("1", 2'000'000'000, OrderState::Placed);
        begun.sold = false;
        QCOMPARE(world.take(begun).news, ShopNews::Waiting);
        ShopOrder given = order("1", 2'000'001'000, OrderState::Cancelled);
        given.sold = false;
        QCOMPARE(world.take(given).news, ShopNews::Waiting);
        QCOMPARE(world.gmv(), 0);
        QCOMPARE(world.take(order("1", 2'000'002'000, OrderState::Paid)).news, ShopNews::New);
    }

    void whatIsNotOfTheShowIsPassedOver() {
        World world;
        ShopOrder other = order("1", 2'000'000'000, OrderState::Paid);
        other.mark = "vitrina-other";
        QCOMPARE(world.take(other).news, ShopNews::NotOfShow);
        other.mark.clear();
        QCOMPARE(world.take(other).news, ShopNews::NotOfShow);
        ShopOrder old = order("2", 2'000'000'000, OrderState::Paid);
        old.placedMs = window.beganMs - shopClockMs - 1;
        QCOMPARE(world.take(old).news, ShopNews::Late);
        old.placedMs = window.beganMs - shopClockMs;
        QCOMPARE(world.take(old).news, ShopNews::New);
        ShopOrder late = order("3", 2'000'000'000, OrderState::Paid);
        const ShopWindow over{window.mark, window.beganMs, 1'000'050'000};
        late.placedMs = over.endedMs + shopGraceMs + 1;
        QCOMPARE(world.take(late, over).news, ShopNews::Late);
        ShopOrder dollars = order("4", 2'000'000'000, OrderState::Paid);
        dollars.currency = "USD";
        QCOMPARE(world.take(dollars).news, ShopNews::OtherCurrency);
        QCOMPARE(world.take(order("5", 2'000'000'000, OrderState::Paid, {{Sku{"HAT"}, 1, 5}})).news,
                 ShopNews::NoGoods);
        QCOMPARE(world.placed, 1);
    }

    void otherGoodsAreLeftOutAndRefundedFirst() {
        World world;
        const std::vector<OrderLine> lines{{Sku{"MUG"}, 1, 1'800}, {Sku{"HAT"}, 2, 1'000}};
        world.take(order("1", 2'000'000'000, OrderState::Paid, lines));
        QCOMPARE(world.orders["1"].order.total.minor, 1'800);
        world.take(refundOf("1", "r1", 2'000));
        QCOMPARE(world.orders["1"].standing.refundedMinor, 0);
        world.take(refundOf("1", "r2", 600));
        QCOMPARE(world.orders["1"].standing.refundedMinor, 600);
    }

    void thatItIsPaidIsKeptWhateverItsState() {
        World world;
        ShopOrder paid = order("1", 2'000'000'000, OrderState::Paid);
        paid.paid = true;
        world.take(paid);
        QVERIFY(world.orders["1"].standing.paid);
        ShopOrder off = order("1", 2'000'001'000, OrderState::Cancelled);
        off.paid = true;
        world.take(off);
        QCOMPARE(world.orders["1"].standing, (OrderStanding{OrderState::Cancelled, 0, true, true}));
    }

    void whatWasDoneHereStaysUntilTheShopSaysOtherwise() {
        World world;
        world.take(order("1", 2'000'000'000, OrderState::Paid));
        world.orders["1"].standing.state = OrderState::Packed; // by the host
        world.take(refundOf("1", "r1", 100));
        QCOMPARE(world.orders["1"].standing, (OrderStanding{OrderState::Packed, 100, false}));
        world.take(order("1", 2'000'001'000, OrderState::Sent));
        QCOMPARE(world.orders["1"].standing.state, OrderState::Sent);
    }

    void anyOrderAndRepetitionGivesTheSameEnd() {
        QVERIFY(rc::check("news in any order, any of it repeated: the same end", [] {
            const std::vector<ShopOrder> news = anyNews();
            World straight;
            for (const ShopOrder& one : news) {
                straight.take(one);
                straight.check();
            }
            std::vector<ShopOrder> mixed = news;
            const auto again =
                *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, news.size()));
            for (const std::size_t index : again)
                mixed.push_back(news[index]);
            for (std::size_t i = mixed.size(); i > 1; --i)
                std::swap(mixed[i - 1], mixed[*rc::gen::inRange<std::size_t>(0, i)]);
            World other;
            for (const ShopOrder& one : mixed) {
                other.take(one);
                other.check();
            }
            RC_ASSERT(other.gmv() == straight.gmv());
            RC_ASSERT(other.placed == straight.placed);
            for (const auto& [sku, good] : straight.shelf.goods)
                RC_ASSERT(other.shelf.goods.at(sku).level == good.level);
            for (const auto& [id, known] : straight.orders)
                RC_ASSERT(other.orders[id] == known);
        }));
    }

    void piecesCostWhatTheyCostTogether() {
        QVERIFY(rc::check("lines for an amount come to that amount", [] {
            const auto quantity = *rc::gen::inRange<std::int64_t>(1, 1'000);
            const auto minor = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
            std::int64_t pieces = 0;
            std::int64_t sum = 0;
            for (const OrderLine& line : linesFor(Sku{"A"}, quantity, minor)) {
                RC_ASSERT(line.quantity > 0);
                pieces += line.quantity;
                sum += line.quantity * line.unitMinor;
            }
            RC_ASSERT(pieces == quantity);
            RC_ASSERT(sum == minor);
        }));
    }

    void limitsHold() {
        const ShopOrder good = order("1", 2, OrderState::Paid);
        QVERIFY(checkShopOrder(good));
        const auto refused = [&](auto change) {
            ShopOrder bad = good;
            change(bad);
            const auto checked = checkShopOrder(bad);
            return checked ? ErrorCode::None : checked.error().code;
        };
        QCOMPARE(refused([](ShopOrder& o) { o.id.clear(); }), ErrorCode::BadRequest);
        QCOMPARE(refused([](ShopOrder& o) { o.state = OrderState::None; }), ErrorCode::BadRequest);
        QCOMPARE(refused([](ShopOrder& o) { o.lines[0].quantity = -1; }), ErrorCode::BadQuantity);
        QCOMPARE(refused([](ShopOrder& o) { o.lines[0].quantity = maxShopQuantity + 1; }),
                 ErrorCode::BadQuantity);
        QCOMPARE(refused([](ShopOrder& o) { o.lines[0].unitMinor = maxShopMinor; }), ErrorCode::BadQuantity);
        QCOMPARE(refused([](ShopOrder& o) { o.refundedMinor = -1; }), ErrorCode::BadQuantity);
        QCOMPARE(refused([](ShopOrder& o) { o.name.assign(100, 'x'); }), ErrorCode::TooLarge);
        QCOMPARE(refused([](ShopOrder& o) { o.lines.assign(1'001, o.lines[0]); }), ErrorCode::TooLarge);
    }

    void figuresOfMachines() {
        QCOMPARE(minorOf("199.00", "EUR"), 19'900);
        QCOMPARE(minorOf("-8.5", "EUR"), -850);
        QCOMPARE(minorOf("5.2083", "EUR"), 521);
        QCOMPARE(minorOf("5.2049", "EUR"), 520);
        QCOMPARE(minorOf("1200", "JPY"), 1'200);
        QCOMPARE(minorOf("1200.50", "JPY"), 1'201);
        QCOMPARE(minorOf("1.2345", "KWD"), 1'235);
        for (const char* bad : {"", "-", ".5", "1,5", "1e9", "1.2.3", "0x1", "99999999999999999", " 1"})
            QVERIFY2(!minorOf(bad, "EUR"), bad);
    }

    void timesOfMachines() {
        const std::int64_t noon = 1'795'608'000'000; // 2026-11-25T12:00:00Z
        QCOMPARE(instantOf("2026-11-25T12:00:00Z"), noon);
        QCOMPARE(instantOf("2026-11-25T14:00:00+02:00"), noon);
        QCOMPARE(instantOf("2026-11-25 07:00:00 -0500"), noon);
        QCOMPARE(instantOf("2026-11-25T12:00:00.123456"), noon);
        QCOMPARE(instantOf("2026-11-25 12:00"), noon);
        QCOMPARE(instantOf("2026-11-25 14:00:00", 7'200'000), noon);
        for (const char* bad : {"", "2026-11-25", "2026-13-25T12:00:00Z", "2026-02-30T12:00:00Z", "soon",
                                "2026-11-25T25:00:00Z", "2026-11-25T12:00:00Zx", "0000-00-00T00:00:00"})
            QVERIFY2(!instantOf(bad), bad);
    }

    void marksAndHosts() {
        QCOMPARE(showMark(RunId{"0123456789abcdef0123"}), std::string("vitrina-0123456789ab"));
        QCOMPARE(shopHost("https://Shop.Example/x?y"), std::string("shop.example"));
        QCOMPARE(shopHost("shop.example"), std::string());
    }
};

QTEST_GUILESS_MAIN(ShopOrderTest)
#include "ShopOrderTest.moc"
