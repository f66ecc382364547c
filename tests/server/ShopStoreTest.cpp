// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "support/server/StoreBench.hpp"

#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

#include <optional>

using namespace vitrina;
using namespace vitrina::server;

namespace {

using Bench = test::StoreBench;
using test::number;

struct ShopBench {
    explicit ShopBench(const commerce::VelocityLimits& limits = {0, 0, 0, 0, 0, 0})
        : path(folder.path().toStdString() + "/s.sqlite"), limits_(limits) {
        open();
    }
    void open() { // as after a crash: only what was committed is there
        bench.reset();
        bench.emplace(path, clock, limits_);
    }
    Bench& operator*() { return *bench; }
    Bench* operator->() { return &*bench; }

    OrderNumber buy(std::int64_t quantity = 1) {
        const std::string key = "key-" + std::to_string(1'000 + ++keys);
        const auto answer = bench->order({key, ViewerId{"viewer" + key}, {{Sku{"TOWEL"}, quantity, 1450}}});
        return answer.refusal.code == ErrorCode::None ? answer.order.number : OrderNumber{};
    }
    ShopWork work() { return bench->ask<ShopWork>(AskShopWork{}); }
    ErrorCode step(const OrderNumber& order, ForwardState state, const std::string& reference = "V1",
                   const std::string& detail = {}) {
        return bench->ask<ErrorCode>(NoteShopStep{order, state, "fake", reference, detail, {}});
    }
    void cap(std::optional<std::map<Sku, std::int64_t>> free) {
        bench->ask<ErrorCode>(CapByShop{bench->run, "fake", std::move(free), {}});
    }
    ErrorCode change(const OrderNumber& order, commerce::OrderState to) {
        return bench->answerTo(commerce::ChangeOrder{order, to, 0, false, ""}).error;
    }
    std::int64_t column(const std::string& name) {
        return number(path, "SELECT " + name + " FROM stock WHERE sku='TOWEL'");
    }
    std::int64_t withheld() {
        return std::max<std::int64_t>(number(path, "SELECT pieces FROM shop_withheld WHERE sku='TOWEL'"), 0);
    }

    QTemporaryDir folder;
    std::string path;
    SystemClock clock;
    int keys = 0;
    std::optional<Bench> bench;

  private:
    commerce::VelocityLimits limits_;
};

commerce::ShopOpened rehearsal() {
    auto shop = test::demoShop(10);
    shop.rehearsal = true;
    return shop;
}

/// The goods as the shop has them, for the property.
struct Elsewhere {
    std::int64_t onHand = 0;
    std::int64_t taken = 0;
    int refused = 0;
};

} // namespace

class ShopStoreTest final : public QObject {
    Q_OBJECT
  private slots:
    void anOrderIsDueUntilItIsThere() {
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        QVERIFY(shop.work().errands.empty());
        const auto first = shop.buy(2);
        const auto second = shop.buy();
        auto work = shop.work();
        QVERIFY(work.wired);
        QCOMPARE(work.skus.size(), std::size_t(5));
        QCOMPARE(work.errands.size(), std::size_t(2));
        QCOMPARE(work.errands[0].order.number, first);
        QCOMPARE(work.errands[0].order.lines, (std::vector<commerce::OrderLine>{{Sku{"TOWEL"}, 2, 1450}}));
        QCOMPARE(work.errands[0].order.contact, std::string("anna@example.lv"));
        QCOMPARE(work.errands[0].reference, std::string());
        QCOMPARE(shop.step(first, ForwardState::Begun), ErrorCode::None);
        shop.open(); // killed between the two steps
        work = shop.work();
        QCOMPARE(work.errands[0].reference, std::string("V1"));
        QCOMPARE(shop->count<commerce::OrderForwarded>(), 0);
        QCOMPARE(shop.step(first, ForwardState::Done), ErrorCode::None);
        QCOMPARE(shop.step(second, ForwardState::Refused, "", "not enough"), ErrorCode::None);
        QVERIFY(shop.work().errands.empty());
        shop.open();
        QVERIFY(shop.work().errands.empty());
        QCOMPARE(shop->facts<commerce::OrderForwarded>(),
                 (std::vector<commerce::OrderForwarded>{
                     {first, "fake", "V1", ErrorCode::None, ""},
                     {second, "fake", "", ErrorCode::ShopRefused, "not enough"}}));
        QCOMPARE(shop.step(OrderNumber{"NONE-1-ABC"}, ForwardState::Done), ErrorCode::NotFound);
    }

    void whatIsCancelledHereIsCancelledThere() {
        using enum commerce::OrderState;
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto never = shop.buy();
        const auto begun = shop.buy();
        const auto done = shop.buy();
        const auto refunded = shop.buy();
        shop.work();
        shop.step(begun, ForwardState::Begun, "V2");
        for (const auto& [order, reference] : {std::pair{done, "V3"}, std::pair{refunded, "V4"}}) {
            shop.step(order, ForwardState::Begun, reference);
            shop.step(order, ForwardState::Done, reference);
        }
        QCOMPARE(shop.change(never, Cancelled), ErrorCode::None);
        QCOMPARE(shop.change(begun, Cancelled), ErrorCode::None);
        QCOMPARE(shop.change(done, Cancelled), ErrorCode::None);
        QCOMPARE(shop->answerTo(commerce::ChangeOrder{refunded, Refunded, 1450, true, ""}).error,
                 ErrorCode::None);
        auto work = shop.work();
        QCOMPARE(work.errands.size(), std::size_t(3)); // never was never told
        for (const ShopErrand& errand : work.errands)
            QVERIFY(errand.cancel && !errand.reference.empty() && errand.order.contact.empty());
        shop.step(begun, ForwardState::Cancelled, "V2");
        shop.step(done, ForwardState::CancelFailed, "V3", "it is sent");
        shop.step(refunded, ForwardState::Cancelled, "V4");
        QVERIFY(shop.work().errands.empty());
        QCOMPARE(shop->facts<commerce::OrderForwarded>().back(),
                 (commerce::OrderForwarded{done, "fake", "V3", ErrorCode::ShopRefused, "it is sent"}));
    }

    /// The buyer cancels while the shop is being told.
    void cancelledInTheMiddle() {
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto one = shop.buy();
        const auto two = shop.buy();
        shop.work();
        QCOMPARE(shop.change(one, commerce::OrderState::Cancelled), ErrorCode::None);
        QCOMPARE(shop.step(one, ForwardState::Begun, "V1"), ErrorCode::OrderFixed); // do not go on
        shop.step(two, ForwardState::Begun, "V2");
        QCOMPARE(shop.change(two, commerce::OrderState::Cancelled), ErrorCode::None);
        shop.step(two, ForwardState::Done, "V2"); // it was too late to stop it
        const auto work = shop.work();
        QCOMPARE(work.errands.size(), std::size_t(2));
        QVERIFY(work.errands[0].cancel && work.errands[1].cancel);
        QCOMPARE(work.errands[1].reference, std::string("V2"));
    }

    void reviewWaitsForAPerson() {
        ShopBench shop({0, 600'000, 1, 120'000, 0, 0}); // more than one order of a viewer: review
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto order = [&](const std::string& key) {
            return shop->order({key, ViewerId{"v"}, {{Sku{"TOWEL"}, 1, 1450}}});
        };
        QCOMPARE(order("key-0001").state, commerce::OrderState::Placed);
        const auto held = order("key-0002");
        QCOMPARE(held.state, commerce::OrderState::Review);
        QCOMPARE(shop.work().errands.size(), std::size_t(1));
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 5}});
        QCOMPARE(shop.column("available"), 3); // both are promised
        QCOMPARE(shop.change(held.order.number, commerce::OrderState::Placed), ErrorCode::None);
        QCOMPARE(shop.work().errands.size(), std::size_t(2));
    }

    void inARehearsalNothingIsToldOrAsked() {
        ShopBench shop;
        QVERIFY(!shop.work().wired); // no run at all
        QVERIFY(shop->openShop(rehearsal()));
        shop.buy();
        const auto work = shop.work();
        QVERIFY(!work.wired && work.errands.empty() && work.skus.empty());
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 0}});
        QCOMPARE(shop.column("available"), 9);
        shop.open();
        QVERIFY(!shop.work().wired);
        // Then the show: only its orders are handed on, and those of a show before it still are.
        shop->run = RunId{"run-2"};
        shop->seq = 0;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto real = shop.buy();
        QCOMPARE(shop.work().errands.size(), std::size_t(1));
        shop->run = RunId{"run-3"};
        shop->seq = 0;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto next = shop.buy();
        const auto both = shop.work();
        QCOMPARE(both.errands.size(), std::size_t(2));
        QCOMPARE(both.errands[0].order.number, real);
        shop.step(real, ForwardState::Done);
        QCOMPARE(shop->count<commerce::OrderForwarded>(), 0); // it stands in the journal of its own run
        shop->run = RunId{"run-2"};
        QCOMPARE(shop->count<commerce::OrderForwarded>(), 1);
    }

    void connectedInTheMiddle() {
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        shop.buy();
        shop.work();
        shop->run = RunId{"run-2"};
        shop->seq = 0;
        QVERIFY(shop->openShop(test::demoShop(10)));
        shop.buy();
        shop->run = RunId{"run-3"};
        shop->seq = 0;
        QVERIFY(shop->openShop(test::demoShop(10)));
        shop.buy();
        shop.work(); // run-2 had no shop behind it
        shop.buy();
        QCOMPARE(shop.work().errands.size(), std::size_t(3));
    }

    void erasedBuyersAreNotHandedOn() {
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto order = shop.buy();
        QCOMPARE(shop->answerTo(commerce::EraseBuyer{order}).error, ErrorCode::None);
        QVERIFY(shop.work().errands.empty());
        QVERIFY(shop.work().errands.empty());
        QCOMPARE(shop->count<commerce::OrderForwarded>(), 1);
    }

    void theShopsStockIsACeiling() {
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 3}});
        QCOMPARE(shop.column("available"), 3);
        QCOMPARE(shop->levels[Sku{"TOWEL"}], (commerce::StockLevel{3, 0, 0})); // as the pages are told
        QCOMPARE(shop.buy(4), OrderNumber{});
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 3}});
        QCOMPARE(shop->count<commerce::ShopStockSeen>(), 1); // nothing has changed
        shop.open();
        QCOMPARE(shop->view.stock[Sku{"TOWEL"}], (commerce::StockLevel{3, 0, 0}));
        const auto order = shop.buy(2);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 3}}); // asked before the shop has the order
        QCOMPARE(shop.column("available"), 1);
        shop.work();
        shop.step(order, ForwardState::Done);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 1}});
        QCOMPARE(shop.column("available"), 1);
        QCOMPARE(shop->count<commerce::ShopStockSeen>(), 1);
        QCOMPARE(shop->answerTo(commerce::CorrectStock{Sku{"TOWEL"}, -1, "broken"}).error, ErrorCode::None);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 100}});
        QCOMPARE(shop.column("allocated"), 9); // 10, less the broken one
        QCOMPARE(shop.withheld(), 0);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 0}});
        QCOMPARE(shop.withheld(), 7);
        shop.cap(std::nullopt); // the shop is no more
        QCOMPARE(shop.column("allocated"), 9);
        const auto seen = shop->facts<commerce::ShopStockSeen>();
        QCOMPARE(seen.size(), std::size_t(4));
        QCOMPARE(seen[2].withheld, (std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 7}}));
        QCOMPARE(seen[3].withheld, (std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 0}}));
        // What was asked for another run is too late.
        shop->ask<ErrorCode>(
            CapByShop{RunId{"before"}, "fake", std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 0}}, {}});
        QCOMPARE(shop.column("available"), 7);
    }

    /// A refused order keeps its pieces promised until someone has sent it by hand, or cancelled it.
    void refusedOrdersStayPromised() {
        using enum commerce::OrderState;
        ShopBench shop;
        QVERIFY(shop->openShop(test::demoShop(10)));
        const auto sent = shop.buy(2);
        const auto cancelled = shop.buy(1);
        shop.work();
        shop.step(sent, ForwardState::Refused);
        shop.step(cancelled, ForwardState::Refused);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 5}});
        QCOMPARE(shop.column("available"), 2);
        QCOMPARE(shop.change(sent, Sent), ErrorCode::None);
        QCOMPARE(shop.change(cancelled, Cancelled), ErrorCode::None);
        shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 5}});
        QCOMPARE(shop.column("available"), 5);
        QVERIFY(shop.work().errands.empty());
    }

    /// Buyers, cancels, corrections and crashes here, a shop that sells itself: what is told adds up, and
    /// while nobody else buys there, no order of ours is refused.
    void itAddsUpWhateverHappens() {
        int handedOn = 0;
        int looks = 0;
        const bool held = rc::check("ceiling in the store", [&] {
            ShopBench shop;
            RC_ASSERT(shop->openShop(test::demoShop(12)));
            Elsewhere there{*rc::gen::inRange(0, 20)};
            std::int64_t base = 12;
            std::vector<OrderNumber> mine;
            const auto look = [&] {
                shop.work();
                shop.cap(std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, there.onHand - there.taken}});
                const std::int64_t available = shop.column("available");
                RC_ASSERT(available == 0 ||
                          available <=
                              there.onHand - there.taken -
                                  number(shop.path,
                                         "SELECT coalesce(sum(quantity), 0) FROM order_line l JOIN "
                                         "shop_forward f ON f.orders = l.orders WHERE f.state IN (1, 2)"));
                ++looks;
            };
            look();
            const int steps = *rc::gen::inRange(6, 16);
            for (int i = 0; i < steps; ++i) {
                switch (*rc::gen::inRange(0, 8)) {
                case 0:
                case 1:
                case 2:
                    if (const auto order = shop.buy(*rc::gen::inRange<std::int64_t>(1, 4)); !order.empty())
                        mine.push_back(order);
                    break;
                case 3:
                case 4:
                    for (const ShopErrand& errand : shop.work().errands) {
                        const std::int64_t pieces = errand.order.lines.front().quantity;
                        if (errand.cancel) {
                            there.taken -= pieces;
                            shop.step(errand.order.number, ForwardState::Cancelled, errand.reference);
                            continue;
                        }
                        RC_ASSERT(there.onHand - there.taken >= pieces);
                        there.taken += pieces;
                        shop.step(errand.order.number, ForwardState::Begun, errand.order.number.value);
                        shop.step(errand.order.number, ForwardState::Done, errand.order.number.value);
                        ++handedOn;
                    }
                    break;
                case 5:
                    if (!mine.empty()) {
                        shop.change(mine.back(), commerce::OrderState::Cancelled);
                        mine.pop_back();
                    }
                    break;
                case 6:
                    shop.open();
                    break;
                default:
                    there.onHand += *rc::gen::inRange(0, 4);
                    if (shop->answerTo(commerce::CorrectStock{Sku{"TOWEL"}, -1, "broken"}).error ==
                        ErrorCode::None)
                        --base;
                    look();
                }
                RC_ASSERT(shop.column("available") >= 0);
                RC_ASSERT(shop.column("allocated") + shop.withheld() == base);
            }
            commerce::StockLevel told{12, 0, 0};
            for (const auto& record : shop->records()) {
                const auto tell = [&](const std::map<Sku, commerce::StockLevel>& levels) {
                    if (const auto level = levels.find(Sku{"TOWEL"}); level != levels.end())
                        told = level->second;
                };
                if (const auto* seen = record::factAs<commerce::ShopStockSeen>(record.fact))
                    tell(seen->levels);
                if (const auto* placed = record::factAs<commerce::OrderPlaced>(record.fact))
                    tell(placed->levels);
                if (const auto* changed = record::factAs<commerce::OrderChanged>(record.fact))
                    tell(changed->levels);
                if (const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact))
                    tell(answered->levels);
            }
            RC_ASSERT(told.allocated == shop.column("allocated"));
            RC_ASSERT(told.sold == shop.column("sold"));
        });
        QVERIFY(held);
        qInfo("%d orders handed on, %d looks at the shop's stock", handedOn, looks);
    }
};

QTEST_GUILESS_MAIN(ShopStoreTest)
#include "ShopStoreTest.moc"
