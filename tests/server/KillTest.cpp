// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "server/store/Database.hpp"
#include "support/Rounds.hpp"
#include "support/server/Clients.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include <sys/resource.h>

using namespace vitrina;
using namespace vitrina::test;

namespace {

std::int64_t number(const std::string& path, const std::string& sql) {
    const auto database = server::Database::open(path, server::Database::Use::Read);
    server::Statement statement(**database, sql.c_str());
    return statement.row() ? statement.integer(0) : -1;
}

/// Sold pieces that are in no order, or the other way round, over all SKUs.
std::int64_t disagreements(const std::string& path) {
    return number(
        path,
        "SELECT count(*) FROM stock s WHERE sold != (SELECT coalesce(sum(quantity), 0) FROM order_line l "
        "WHERE l.sku = s.sku) OR available < 0");
}

/// The same of pieces that are kept for checkouts.
std::int64_t keptDisagreements(const std::string& path) {
    return number(path, "SELECT count(*) FROM stock s WHERE reserved != (SELECT coalesce(sum(quantity), 0) "
                        "FROM reservation_line l JOIN reservation r ON r.id = l.reservation "
                        "WHERE r.ended = 0 AND l.sku = s.sku)");
}

struct Tried {
    std::string token;
    std::string key;
    std::string number; ///< as acknowledged; empty when no answer came
};

} // namespace

/// Orders from many connections while the server is killed, and while its disk is full.
class KillTest final : public QObject {
    Q_OBJECT

    static constexpr int buyers = 24;

  private slots:
    void everyAcknowledgedOrderIsThereAndNoneTwice() {
        ServerProcess server({.benchLimits = true});
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(100'000));
        QVERIFY(peer.waitForAck());

        for (int round = 0; round < rounds(3); ++round) {
            std::mutex mutex;
            std::vector<Tried> tried;
            std::atomic<int> acknowledged = 0;
            std::atomic<bool> dead = false;
            std::vector<std::thread> threads;
            for (int buyer = 0; buyer < buyers; ++buyer)
                threads.emplace_back([&, buyer] {
                    HttpClient client(server.port());
                    std::vector<Tried> own;
                    for (int i = 0; !dead; ++i) {
                        if (i % 9 == 0)
                            own.push_back({openSession(client), {}, {}});
                        else
                            own.push_back({own.back().token, {}, {}});
                        own.back().key = "round" + std::to_string(round) + "-" + std::to_string(buyer) + "-" +
                                         std::to_string(i);
                        const auto answer =
                            client.post("/api/orders", orderJson(own.back().key, "TOWEL", 1 + i % 3, 1450),
                                        own.back().token);
                        if (answer.status == 0)
                            break;
                        if (answer.status == 201) {
                            own.back().number = jsonField(answer.body, "number");
                            ++acknowledged;
                        }
                    }
                    const std::lock_guard lock(mutex);
                    tried.insert(tried.end(), own.begin(), own.end());
                });
            const bool busy = eventually([&] { return acknowledged > 200 * (round % 3 + 1); }, 20'000);
            server.kill9();
            dead = true;
            for (std::thread& thread : threads)
                thread.join();
            QVERIFY(busy);

            QVERIFY2(server.start(), server.log().c_str());
            std::map<std::string, int> numbers;
            int lost = 0;
            int unanswered = 0;
            HttpClient client(server.port());
            for (const Tried& order : tried) {
                if (order.token.empty() || order.key.empty())
                    continue;
                if (order.number.empty()) {
                    ++unanswered; // It may be in or not; asked again it is in, once.
                    continue;
                }
                ++numbers[order.number];
                if (number(server.storePath(),
                           "SELECT count(*) FROM orders WHERE number='" + order.number + "'") != 1)
                    ++lost;
            }
            QCOMPARE(lost, 0);
            QCOMPARE(std::ranges::count_if(numbers, [](const auto& entry) { return entry.second != 1; }), 0);
            QCOMPARE(disagreements(server.storePath()), 0);
            qInfo("round %d: %d acknowledged, %d without an answer, %lld in the store", round,
                  acknowledged.load(), unanswered,
                  static_cast<long long>(number(server.storePath(), "SELECT count(*) FROM orders")));

            // What got no answer, sent again under its key: in the store once, whatever the kill left.
            for (const Tried& order : tried) {
                if (order.token.empty() || !order.number.empty() || order.key.empty())
                    continue;
                const int i = std::stoi(order.key.substr(order.key.rfind('-') + 1));
                const auto answer =
                    client.post("/api/orders", orderJson(order.key, "TOWEL", 1 + i % 3, 1450), order.token);
                QCOMPARE(answer.status, 201);
                const std::string held = "SELECT count(*) FROM orders WHERE key='" + order.key + "'";
                QCOMPARE(number(server.storePath(), held), 1);
            }
            QCOMPARE(disagreements(server.storePath()), 0);
            QCOMPARE(
                number(server.storePath(), "SELECT count(*) - count(DISTINCT viewer || key) FROM orders"), 0);
        }

        // The studio gets every order once, over all those lives.
        QVERIFY(peer.attach(server.lock()));
        const std::int64_t orders = number(server.storePath(), "SELECT count(*) FROM orders");
        QVERIFY(eventually(
            [&] {
                std::int64_t got = 0;
                for (const auto& record : peer.received())
                    got += record::factAs<commerce::OrderPlaced>(record.fact) ? 1 : 0;
                return got == orders;
            },
            20'000));
    }

    void everyAcknowledgedCheckoutIsThereWithItsTime() {
        ServerProcess server({.benchLimits = true});
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(100'000));
        QVERIFY(peer.waitForAck());
        struct Kept {
            std::string token;
            std::string checkout;
            std::string expires;
        };
        std::mutex mutex;
        std::vector<Kept> kept;
        std::atomic<int> acknowledged = 0;
        std::atomic<bool> dead = false;
        std::vector<std::thread> threads;
        for (int buyer = 0; buyer < buyers; ++buyer)
            threads.emplace_back([&, buyer] {
                HttpClient client(server.port());
                for (int i = 0; !dead; ++i) {
                    const std::string token = openSession(client);
                    const auto answer = client.post(
                        "/api/checkouts",
                        R"({"key":"keep-)" + std::to_string(buyer) + "-" + std::to_string(i) +
                            R"(-00","lines":[{"sku":"TOWEL","quantity":2,"price":1450}],"mediaMs":-1})",
                        token);
                    if (answer.status != 201)
                        break;
                    ++acknowledged;
                    const std::lock_guard lock(mutex);
                    kept.push_back(
                        {token, jsonField(answer.body, "checkout"), jsonField(answer.body, "expires")});
                }
            });
        const bool busy = eventually([&] { return acknowledged > 200; }, 20'000);
        server.kill9();
        dead = true;
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(busy);

        QVERIFY2(server.start(), server.log().c_str());
        QCOMPARE(keptDisagreements(server.storePath()), 0);
        for (const Kept& one : kept)
            QCOMPARE(number(server.storePath(),
                            "SELECT expires FROM reservation WHERE ended=0 AND id='" + one.checkout + "'"),
                     std::stoll(one.expires));
        // And it can be ordered by its buyer, once.
        HttpClient client(server.port());
        const Kept& one = kept.front();
        const auto order = [&](const std::string& key) {
            return client
                .post("/api/orders",
                      R"({"key":")" + key + R"(","checkout":")" + one.checkout +
                          R"(","name":"Anna","contact":"anna@example.lv","delivery":{"way":"market"},)"
                          R"("payment":"at_collection","mediaMs":-1})",
                      one.token)
                .status;
        };
        QCOMPARE(order("after-kill-1"), 201);
        QCOMPARE(order("after-kill-2"), 409);
        QCOMPARE(keptDisagreements(server.storePath()), 0);
        QCOMPARE(disagreements(server.storePath()), 0);
    }

    void theLastPieceIsSoldOnce() {
        ServerProcess server({.benchLimits = true});
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(50));
        QVERIFY(peer.waitForAck());
        std::atomic<int> sold = 0;
        std::atomic<int> refused = 0;
        std::vector<std::thread> threads;
        for (int buyer = 0; buyer < buyers; ++buyer)
            threads.emplace_back([&, buyer] {
                HttpClient client(server.port());
                const std::string token = openSession(client);
                for (int i = 0; i < 8; ++i) {
                    const auto answer = client.post(
                        "/api/orders",
                        orderJson("rush-" + std::to_string(buyer) + "-" + std::to_string(i), "HONEY", 1, 850),
                        token);
                    sold += answer.status == 201;
                    refused += jsonField(answer.body, "error") == "sold_out";
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(sold.load(), 50);
        QCOMPARE(refused.load(), buyers * 8 - 50);
        QCOMPARE(disagreements(server.storePath()), 0);
        QCOMPARE(number(server.storePath(), "SELECT available FROM stock WHERE sku='HONEY'"), 0);
    }

    void aFullDiskRefusesAndRecovers() {
        ServerProcess server({.benchLimits = true});
        QVERIFY2(server.start(), server.log().c_str());
        StudioPeer peer;
        QVERIFY(peer.attach(server.lock()));
        peer.openShop(demoShop(1'000));
        QVERIFY(peer.waitForAck());
        HttpClient client(server.port());
        const std::string token = openSession(client);
        QCOMPARE(client.post("/api/orders", orderJson("before-full", "TOWEL", 1, 1450), token).status, 201);

        // No file may grow any more: what a full disk looks like to the writer.
        rlimit none{4'096, RLIM_INFINITY};
        QCOMPARE(prlimit(server.pid(), RLIMIT_FSIZE, &none, nullptr), 0);
        const auto refused = client.post("/api/orders", orderJson("while-full1", "TOWEL", 1, 1450), token);
        QCOMPARE(refused.status, 503);
        QCOMPARE(jsonField(refused.body, "error"), std::string("busy"));
        QCOMPARE(client.get("/api/show").status, 200);
        peer.air(ProductId{"towel"}); // kept by the studio's end until it can be written
        QVERIFY(!peer.waitForAck(700));

        rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        QCOMPARE(prlimit(server.pid(), RLIMIT_FSIZE, &all, nullptr), 0);
        QVERIFY(peer.waitForAck());
        QCOMPARE(client.post("/api/orders", orderJson("while-full1", "TOWEL", 1, 1450), token).status, 201);
        QCOMPARE(disagreements(server.storePath()), 0);
        QCOMPARE(number(server.storePath(), "SELECT sold FROM stock WHERE sku='TOWEL'"), 2);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "KillTest.moc"
