// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "server/shop/ShopSync.hpp"
#include "support/extension/MemoryShop.hpp"
#include "support/extension/VendurePeer.hpp"
#include "support/server/Clients.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StoreBench.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>
#include <set>

#include <signal.h>
#include <sys/stat.h>

using namespace vitrina;
using namespace vitrina::test;
using server::ShopSync;

namespace {

/// The demo shop's goods, as the shop behind has them.
void stock(ShopWorld& world, std::int64_t pieces) {
    for (const char* sku : {"EARRINGS-S", "EARRINGS-M", "TOWEL", "CANDLE", "HONEY"})
        world.goods[sku] = {"Demo", "", 1450, pieces, 0, true, true};
}

/// A store with a shop behind it in this process.
struct SyncBench {
    explicit SyncBench(std::int64_t pieces = 10) : bench(folder.path().toStdString() + "/s.sqlite", clock) {
        stock(world, pieces);
        bench.openShop(demoShop(10));
        start();
    }
    void start() {
        sync = std::make_unique<ShopSync>(ShopSync::Parts{
            *bench.store,
            clock,
            [this](const protocol::ShopBehind&,
                   const std::atomic<bool>&) -> Result<std::shared_ptr<extension::ShopConnector>> {
                if (noPlugin)
                    return fail(ErrorCode::NotFound, "there is no plugin for a shop called fake");
                return std::shared_ptr<extension::ShopConnector>(std::make_shared<MemoryShop>(world));
            },
            {100, 5, {20, 40}, 4}});
        sync->set(protocol::ShopBehind{"fake", "", "", ""});
    }
    ~SyncBench() { sync.reset(); }

    OrderNumber buy(std::int64_t quantity = 1) {
        const std::string key = "key-" + std::to_string(1'000 + ++keys);
        const auto answer = bench.order({key, ViewerId{"viewer" + key}, {{Sku{"TOWEL"}, quantity, 1450}}});
        sync->poke();
        return answer.order.number;
    }
    /// While the store's answers are served.
    bool wait(const std::function<bool()>& condition) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (!condition()) {
            if (std::chrono::steady_clock::now() > until)
                return false;
            bench.ask<server::RunAnswer>(server::TakeRecords{{}, {}});
        }
        return true;
    }
    std::map<OrderNumber, commerce::OrderForwarded> forwarded() {
        std::map<OrderNumber, commerce::OrderForwarded> all;
        for (const auto& fact : bench.facts<commerce::OrderForwarded>())
            all[fact.number] = fact;
        return all;
    }
    std::int64_t available() { return bench.levels[Sku{"TOWEL"}].available(); }

    QTemporaryDir folder;
    SystemClock clock;
    ShopWorld world;
    std::atomic<bool> noPlugin = false;
    int keys = 0;
    StoreBench bench;
    std::unique_ptr<ShopSync> sync;
};

std::string shopFile(const QTemporaryDir& folder, const std::string& url,
                     const std::string& connector = "vendure",
                     const std::string& password = VendurePeer::password) {
    const std::string path = folder.path().toStdString() + "/shop.json";
    std::ofstream(path) << R"({"connector":")" + connector + R"(","url":")" + url + R"(","user":")" +
                               VendurePeer::user + R"(","password":")" + password + "\"}";
    chmod(path.c_str(), 0600);
    return path;
}

int buy(const ServerProcess& server, int count, const std::string& key) {
    int sold = 0;
    for (int i = 0; i < count; ++i) {
        HttpClient client(server.port());
        const std::string token = openSession(client);
        sold +=
            client.post("/api/orders", orderJson(key + std::to_string(i), "TOWEL", 1, 1450), token).status ==
            201;
    }
    return sold;
}

std::map<std::string, commerce::OrderForwarded> forwarded(const StudioPeer& peer) {
    std::map<std::string, commerce::OrderForwarded> all;
    for (const auto& record : peer.received()) {
        if (const auto* fact = record::factAs<commerce::OrderForwarded>(record.fact))
            all[fact->number.value] = *fact;
    }
    return all;
}

} // namespace

/// The thread between our store and the shop behind it, with a connector in memory; then the whole server
/// with the Vendure plugin and a small Vendure.
class ShopSyncTest final : public QObject {
    Q_OBJECT
  private slots:
    void ordersAreHandedOnOnce() {
        SyncBench shop;
        std::set<std::string> orders;
        for (int i = 0; i < 9; ++i)
            orders.insert(shop.buy().value);
        QVERIFY(shop.wait([&] { return shop.forwarded().size() == 9; }));
        const auto bought = shop.world.bought();
        QCOMPARE(bought.size(), orders.size());
        for (const auto& [number, times] : bought) {
            QVERIFY(orders.contains(number));
            QCOMPARE(times, 1);
        }
        QVERIFY(shop.wait([&] { return shop.sync->state().done == 9; }));
        QCOMPARE(shop.available(), 1);
        QCOMPARE(shop.bench.count<commerce::OrderForwarded>(), 9);
    }

    void itWaitsForAShopThatIsSilent() {
        SyncBench shop;
        QVERIFY(shop.wait([&] { return shop.world.asked() > 0; }));
        shop.world.planFault(Fault::Lost, 1, 1'000'000);
        const auto order = shop.buy();
        const int before = shop.world.asked();
        QVERIFY(shop.wait([&] { return shop.world.asked() > before + 5; })); // it is tried again and again
        QCOMPARE(shop.sync->state().error, ErrorCode::ShopUnreachable);
        QCOMPARE(shop.bench.count<commerce::OrderForwarded>(), 0); // and that is no record
        QVERIFY(!shop.buy().empty());                              // selling goes on
        shop.world.planFault(Fault::None, 0);
        QVERIFY(shop.wait([&] { return shop.forwarded().contains(order); }));
        QVERIFY(shop.wait([&] { return shop.sync->state().error == ErrorCode::None; }));
    }

    void oneBadOrderHoldsNoneUp() {
        SyncBench shop;
        {
            const std::lock_guard lock(shop.world.mutex);
            shop.world.goods.at("TOWEL").onHand = 20;
        }
        shop.world.planFault(Fault::Fails, 3, 1); // one question in the middle
        for (int i = 0; i < 6; ++i)
            shop.buy();
        QVERIFY(shop.wait([&] { return shop.world.bought().size() == 6; }));
    }

    void whatItDoesNotTakeIsSaidOnce() {
        SyncBench shop;
        QVERIFY(shop.wait([&] { return shop.world.asked() > 0; }));
        {
            const std::lock_guard lock(shop.world.mutex);
            shop.world.goods.erase("HONEY");
        }
        const auto answer = shop.bench.order({"key-h001", ViewerId{"v"}, {{Sku{"HONEY"}, 1, 850}}});
        QCOMPARE(answer.refusal.code, ErrorCode::None);
        shop.sync->poke();
        QVERIFY(shop.wait([&] { return shop.forwarded().contains(answer.order.number); }));
        QCOMPARE(shop.forwarded().at(answer.order.number).error, ErrorCode::ShopRefused);
        QVERIFY(
            shop.wait([&] { return shop.bench.levels[Sku{"HONEY"}].available() == 0; })); // not sold there
        QVERIFY(shop.wait([&] { return shop.sync->state().detail.find("HONEY") != std::string::npos; }));
        QCOMPARE(shop.sync->state().error, ErrorCode::None);
        QCOMPARE(shop.bench.count<commerce::OrderForwarded>(), 1);
    }

    void aCancelIsHandedOn() {
        SyncBench shop;
        const auto order = shop.buy(3);
        QVERIFY(shop.wait([&] { return shop.forwarded().contains(order); }));
        QCOMPARE(shop.world.taken("TOWEL"), 3);
        shop.bench.answerTo(commerce::ChangeOrder{order, commerce::OrderState::Cancelled, 0, false, ""});
        QVERIFY(shop.wait([&] { return shop.world.taken("TOWEL") == 0; }));
        QVERIFY(shop.wait([&] { return shop.available() == 10; }));
    }

    void itsStockIsSeen() {
        SyncBench shop(4);
        QVERIFY(shop.wait([&] { return shop.available() == 4; }));
        shop.world.setOnHand("TOWEL", 2);
        QVERIFY(shop.wait([&] { return shop.available() == 2; }));
        shop.world.setOnHand("TOWEL", 50);
        QVERIFY(shop.wait([&] { return shop.available() == 10; }));
        shop.world.setOnHand("TOWEL", 0);
        QVERIFY(shop.wait([&] { return shop.available() == 0; }));
        shop.sync->set(std::nullopt); // the host has taken the shop away
        QVERIFY(shop.wait([&] { return shop.available() == 10; }));
    }

    void aMissingPluginIsSaid() {
        SyncBench shop;
        shop.noPlugin = true;
        shop.sync->set(protocol::ShopBehind{"fake", "", "", ""});
        QVERIFY(shop.wait([&] { return shop.sync->state().error == ErrorCode::NotFound; }));
        QVERIFY(!shop.buy().empty());
        shop.noPlugin = false;
        shop.sync->set(protocol::ShopBehind{"fake", "", "", ""});
        QVERIFY(shop.wait([&] { return shop.world.bought().size() == 1; }));
        QCOMPARE(shop.sync->state().error, ErrorCode::None);
    }

    /// Ended and begun anew at any moment, as often as you like.
    void nothingTwiceOverManyLives() {
        SyncBench shop;
        {
            const std::lock_guard lock(shop.world.mutex);
            shop.world.goods.at("TOWEL").onHand = 1'000;
        }
        shop.bench.answerTo(commerce::CorrectStock{Sku{"TOWEL"}, 500, "more"});
        std::set<std::string> orders;
        for (int life = 0; life < 25; ++life) {
            for (int i = 0; i < 4; ++i)
                orders.insert(shop.buy().value);
            shop.world.planFault(life % 2 == 0 ? Fault::Done : Fault::Lost, 1 + life % 7);
            QVERIFY(shop.wait([&] { return shop.world.bought().size() * 4 >= orders.size() * 3; }));
            shop.sync.reset();
            shop.start();
        }
        QVERIFY(shop.wait([&] { return shop.forwarded().size() == orders.size(); }));
        for (const auto& [number, times] : shop.world.bought())
            QCOMPARE(times, 1);
        QCOMPARE(shop.world.bought().size(), orders.size());
        QCOMPARE(shop.world.taken("TOWEL"), static_cast<std::int64_t>(orders.size()));
    }

    // The whole server.

    void theServerWithVendure() {
        ShopWorld world;
        stock(world, 6);
        VendurePeer vendure(world);
        QTemporaryDir folder;
        ServerProcess::Options options;
        options.benchLimits = true;
        options.more = {"--shop", shopFile(folder, vendure.url())};
        ServerProcess server(options);
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(10));
        QVERIFY(peer.waitForAck());
        QVERIFY(peer.waitFor(
            [](const record::Record& record) {
                const auto* seen = record::factAs<commerce::ShopStockSeen>(record.fact);
                return seen && seen->withheld.at(Sku{"TOWEL"}) == 4;
            },
            20'000));
        QCOMPARE(buy(server, 9, "vendure-"), 6); // as many as the shop has
        QVERIFY(eventually([&] { return forwarded(peer).size() == 6; }, 20'000));
        for (const auto& [number, fact] : forwarded(peer)) {
            QCOMPARE(fact.error, ErrorCode::None);
            QCOMPARE(fact.shop, std::string("vendure"));
            QCOMPARE(world.bought().at(number), 1);
        }
        QCOMPARE(world.taken("TOWEL"), 6);
        QVERIFY(server.log().find(VendurePeer::password) == std::string::npos);
        QVERIFY(server.log().find("session-") == std::string::npos);
        server.terminate();
        QVERIFY(!server.running());
    }

    /// Killed while the shop has an order and we do not know it yet, at each step of it.
    void killedBetweenTheSteps_data() {
        QTest::addColumn<QString>("operation");
        for (const char* operation : {"BeginOrder", "AddLine", "SetCustomer", "PayOrder", "MoveOrder"})
            QTest::newRow(operation) << operation;
    }
    void killedBetweenTheSteps() {
        QFETCH(QString, operation);
        ShopWorld world;
        stock(world, 10);
        VendurePeer vendure(world);
        QTemporaryDir folder;
        ServerProcess::Options options;
        options.benchLimits = true;
        options.more = {"--shop", shopFile(folder, vendure.url())};
        ServerProcess server(options);
        const std::string at = operation.toStdString();
        std::atomic<bool> killed = false;
        vendure.done = [&](const std::string& step) {
            if (step == at && !killed.exchange(true))
                kill(server.pid(), SIGKILL); // the answer is never read
        };
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(10));
        QVERIFY(peer.waitForAck());
        QCOMPARE(buy(server, 1, "killed-at-"), 1);
        QVERIFY(eventually([&] { return !server.running(); }, 20'000));
        QVERIFY2(server.start(), server.log().c_str());
        QVERIFY(peer.attach(server.lock()));
        QVERIFY(eventually([&] { return forwarded(peer).size() == 1; }, 20'000));
        QCOMPARE(world.bought(), (std::map<std::string, int>{{forwarded(peer).begin()->first, 1}}));
        QCOMPARE(world.taken("TOWEL"), 1);
    }

    void theServerServesOnWithoutItsShop_data() {
        QTest::addColumn<QString>("connector");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("said");
        QTest::newRow("no plugin") << "nothing" << VendurePeer::password << "there is no plugin";
        QTest::newRow("wrong password") << "vendure"
                                        << "another word"
                                        << "does not know this user";
    }
    void theServerServesOnWithoutItsShop() {
        QFETCH(QString, connector);
        QFETCH(QString, password);
        QFETCH(QString, said);
        ShopWorld world;
        stock(world, 6);
        VendurePeer vendure(world);
        QTemporaryDir folder;
        ServerProcess::Options options;
        options.benchLimits = true;
        options.more = {"--shop",
                        shopFile(folder, vendure.url(), connector.toStdString(), password.toStdString())};
        ServerProcess server(options);
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(10));
        QVERIFY(peer.waitForAck());
        QVERIFY2(
            eventually([&] { return server.log().find(said.toStdString()) != std::string::npos; }, 20'000),
            server.log().c_str());
        QCOMPARE(buy(server, 2, "without-"), 2);
        QVERIFY(server.log().find("another word") == std::string::npos);
        QVERIFY(forwarded(peer).empty());
    }

    void aBadShopFileIsRefused() {
        QTemporaryDir folder;
        const std::string path = shopFile(folder, "http://127.0.0.1:1");
        QCOMPARE(server::readShopBehind(path)->user, std::string(VendurePeer::user));
        chmod(path.c_str(), 0644);
        QCOMPARE(server::readShopBehind(path).error().code, ErrorCode::NotAuthorised);
        QCOMPARE(server::readShopBehind(path + "x").error().code, ErrorCode::FileUnreadable);
        for (const char* bad : {"", "[]", "{}", R"({"connector":"vendure"})"}) {
            std::ofstream(path) << bad;
            chmod(path.c_str(), 0600);
            QCOMPARE(server::readShopBehind(path).error().code, ErrorCode::BadFormat);
        }
    }
};

QTEST_GUILESS_MAIN(ShopSyncTest)
#include "ShopSyncTest.moc"
