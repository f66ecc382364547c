// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "base/Clock.hpp"
#include "commerce/ShopOrder.hpp"
#include "server/store/Database.hpp"
#include "server/support/FakeShop.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>

#include <sys/stat.h>

using namespace vitrina;
using namespace vitrina::test;
using commerce::OrderState;

namespace {

constexpr const char* secret = "the secret of this shop";

std::int64_t wallMs() {
    return SystemClock().now().wallMs;
}

std::string secretFile(const QTemporaryDir& folder, mode_t mode = 0600) {
    const std::string path = folder.path().toStdString() + "/hook-secret";
    std::ofstream(path) << secret << "\n";
    chmod(path.c_str(), mode);
    return path;
}

std::int64_t number(const std::string& path, const std::string& sql) {
    const auto database = server::Database::open(path, server::Database::Use::Read);
    server::Statement statement(**database, sql.c_str());
    return statement.row() ? statement.integer(0) : -1;
}

} // namespace

/// A shop with a checkout of its own tells a real server of its orders, as shops do: once, repeatedly, late
/// and in any order; and others say they were it.
class ShopHooksTest final : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<StudioPeer> peer_;
    std::int64_t startMs_ = 0;

    void begin(commerce::HandOverKind kind, std::int64_t pieces = 5) {
        server_ = std::make_unique<ServerProcess>(
            ServerProcess::Options{.more = {"--hook-secret", secretFile(folder_)}});
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        startMs_ = wallMs();
        QVERIFY(peer_->attach(server_->lock()));
        commerce::ShopOpened shop = demoShop(pieces);
        shop.catalogue.terms = demoTerms();
        shop.catalogue.terms.handOver = {kind, "https://shop.example"};
        peer_->openShop(shop);
        QVERIFY(peer_->waitForAck());
    }
    FakeShop shop(const char* with = secret) { return {server_->port(), with}; }
    FakeOrder order(std::int64_t id, std::vector<FakeOrder::Line> lines = {{"TOWEL", 2, "14.50"}}) {
        FakeOrder made;
        made.id = id;
        made.mark = commerce::showMark(peer_->run());
        made.createdAt = shopTime(startMs_);
        made.updatedAt = shopTime(startMs_);
        made.lines = std::move(lines);
        return made;
    }
    FakeOrder later(FakeOrder order, int seconds, const std::string& state) {
        order.updatedAt = shopTime(startMs_ + seconds * 1'000);
        order.state = state;
        return order;
    }
    std::int64_t count(const std::string& sql) { return number(server_->storePath(), sql); }
    std::string available(const std::string& sku) {
        HttpClient client(server_->port());
        const std::string show = client.get("/api/show").body;
        return jsonField(show.substr(show.find("{\"sku\":\"" + sku + "\"")), "available");
    }
    static std::string result(const HttpAnswer& answer) {
        return std::to_string(answer.status) + " " + jsonField(answer.body, "result") +
               jsonField(answer.body, "error");
    }
    std::int64_t gmv() { return count("SELECT coalesce(sum(total), 0) FROM orders"); }
    /// Sold pieces that are in no order that stands, or the other way round; or more sold than there are.
    std::int64_t disagreements() {
        return count("SELECT count(*) FROM stock s WHERE sold != (SELECT coalesce(sum(quantity), 0) FROM "
                     "order_line l JOIN orders o ON o.id = l.orders WHERE l.sku = s.sku AND restocked = 0) "
                     "OR available < 0");
    }

  private slots:
    void cleanup() {
        peer_.reset();
        server_.reset();
    }

    void anOrderOfShopifyIsAnOrderHere() {
        begin(commerce::HandOverKind::Shopify);
        FakeShop shopify = shop();
        const FakeOrder made = order(5940139491234, {{"TOWEL", 2, "14.50"}, {"NOT-OURS", 1, "99.00"}});
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(made))), std::string("200 placed"));
        QCOMPARE(available("TOWEL"), std::string("3"));
        commerce::OrderPlaced placed;
        QVERIFY(peer_->waitFor([&](const auto& record) {
            const auto* found = record::factAs<commerce::OrderPlaced>(record.fact);
            placed = found ? *found : placed;
            return found != nullptr;
        }));
        QCOMPARE(placed.shop, std::string("shop.example"));
        QCOMPARE(placed.reference, std::string("#5940139491234"));
        QCOMPARE(placed.order.total, (Money{2'900, "EUR"}));
        QCOMPARE(placed.order.delivery.minor, 350);
        QCOMPARE(placed.order.lines.size(), std::size_t(1));
        const auto buyers = peer_->askBuyers({placed.order.number}, 1);
        QCOMPARE(buyers.size(), std::size_t(1));
        QCOMPARE(buyers[0].name, std::string("Anna Ozola"));
        QCOMPARE(buyers[0].contact, std::string("anna@example.lv"));
        QCOMPARE(buyers[0].address, std::string("Brīvības iela 1, LV-1010 Rīga, Latvia"));
        QCOMPARE(count("SELECT count(*) FROM record WHERE json LIKE '%anna@%' OR json LIKE '%Ozola%'"), 0);
        QCOMPARE(count("SELECT count(*) FROM shop_told WHERE told LIKE '%anna@%' OR told LIKE '%Ozola%'"), 0);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(made))), std::string("200 known"));
        QCOMPARE(count("SELECT count(*) FROM orders"), 1);
        FakeOrder back = later(made, 60, "paid");
        QCOMPARE(result(shopify.shopify("orders/paid", shopifyJson(back))), std::string("200 changed"));
        back.refund = "109.00";
        QCOMPARE(result(shopify.shopify("refunds/create", shopifyRefundJson(back))),
                 std::string("200 changed"));
        QVERIFY(peer_->waitFor([&](const auto& record) {
            const auto* changed = record::factAs<commerce::OrderChanged>(record.fact);
            return changed && changed->state == OrderState::Paid && changed->refundedMinor == 1'000;
        }));
        QCOMPARE(count("SELECT paid FROM orders"), 1);
        back = later(back, 120, "paid");
        back.fulfilled = true;
        QCOMPARE(result(shopify.shopify("orders/fulfilled", shopifyJson(back))), std::string("200 changed"));
        QCOMPARE(count("SELECT state FROM orders"), std::int64_t(OrderState::Sent));
        QCOMPARE(disagreements(), 0);
    }

    void anOrderOfWooCommerceIsAnOrderHere() {
        begin(commerce::HandOverKind::WooCommerce);
        FakeShop woo = shop();
        QCOMPARE(result(woo.send("/api/hooks/woocommerce", "webhook_id=12",
                                 {{"Content-Type", "application/x-www-form-urlencoded"}})),
                 std::string("200 pong"));
        const FakeOrder made = order(727, {{"TOWEL", 3, "40.00"}});
        QCOMPARE(result(woo.woo("order.created", wooJson(made))), std::string("200 waiting"));
        QCOMPARE(available("TOWEL"), std::string("5"));
        QCOMPARE(result(woo.woo("order.updated", wooJson(later(made, 5, "processing")))),
                 std::string("200 placed"));
        QCOMPARE(available("TOWEL"), std::string("2"));
        QCOMPARE(gmv(), 4'000); // 13.33, 13.33 and 13.34
        QCOMPARE(count("SELECT state FROM orders"), std::int64_t(OrderState::Paid));
        FakeOrder back = later(made, 10, "processing");
        back.refund = "10.00";
        QCOMPARE(result(woo.woo("order.updated", wooJson(back))), std::string("200 changed"));
        QCOMPARE(count("SELECT refunded FROM orders"), 1'000);
        QCOMPARE(result(woo.woo("order.deleted", R"({"id":727})")), std::string("200 changed"));
        QCOMPARE(count("SELECT state FROM orders"), std::int64_t(OrderState::Cancelled));
        QCOMPARE(available("TOWEL"), std::string("5"));
        QCOMPARE(result(woo.woo("product.updated", R"({"id":727})")), std::string("200 passed_over"));
        QCOMPARE(disagreements(), 0);
    }

    void whatTheShopSoldIsSoldEvenWhereNoneWasLeft() {
        begin(commerce::HandOverKind::Shopify, 1);
        FakeShop shopify = shop();
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(order(1)))), std::string("200 placed"));
        QCOMPARE(count("SELECT allocated FROM stock WHERE sku='TOWEL'"), 2);
        QCOMPARE(available("TOWEL"), std::string("0"));
        FakeOrder off = later(order(1), 30, "voided");
        off.cancelled = true;
        QCOMPARE(result(shopify.shopify("orders/cancelled", shopifyJson(off))), std::string("200 changed"));
        QCOMPARE(count("SELECT allocated FROM stock WHERE sku='TOWEL'"), 1);
        QCOMPARE(available("TOWEL"), std::string("1"));
    }

    void theForgedAreTurnedAwayAndSlowedDown() {
        begin(commerce::HandOverKind::Shopify);
        FakeShop forger = shop("a guess");
        const std::string body = shopifyJson(order(1));
        QCOMPARE(result(forger.shopify("orders/create", body)), std::string("401 bad_signature"));
        for (const char* bad :
             {"", "=", "AAAA", "not base64!", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzw="})
            QCOMPARE(forger.send("/api/hooks/shopify", body, {{"X-Shopify-Hmac-Sha256", bad}}).status, 401);
        // Signed, and then changed by one letter.
        std::string changed = body;
        changed[changed.find("14.50")] = '0';
        QCOMPARE(forger
                     .send("/api/hooks/shopify", changed,
                           {{"X-Shopify-Topic", "orders/create"},
                            {"X-Shopify-Hmac-Sha256", signature(secret, body)}})
                     .status,
                 401);
        bool slowed = false;
        for (int i = 0; i < 60 && !slowed; ++i)
            slowed = forger.shopify("orders/create", body).status == 429;
        QVERIFY(slowed);
        QCOMPARE(count("SELECT count(*) FROM orders"), 0);
        QCOMPARE(count("SELECT count(*) FROM shop_told"), 0);
        QCOMPARE(count("SELECT count(*) FROM shop_waiting"), 0);
        QCOMPARE(result(shop().shopify("orders/create", body)), std::string("200 placed")); // the shop itself
    }

    void whatIsNotOfTheShowIsPassedOver() {
        begin(commerce::HandOverKind::Shopify);
        FakeShop shopify = shop();
        FakeOrder other = order(1);
        other.mark.clear();
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(other))),
                 std::string("200 passed_over"));
        other.mark = "vitrina-000000000000";
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(other))),
                 std::string("200 passed_over"));
        FakeOrder old = order(2);
        old.createdAt = shopTime(startMs_ - 3'600'000);
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(old))), std::string("200 passed_over"));
        FakeOrder dollars = order(3);
        dollars.currency = "XYZ";
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(dollars))),
                 std::string("200 passed_over"));
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(order(4, {{"HAT", 1, "1.00"}})))),
                 std::string("200 passed_over"));
        QCOMPARE(result(shopify.shopify("orders/edited", R"({"order_edit":{"id":1}})")),
                 std::string("200 passed_over"));
        peer_->endShow();
        QVERIFY(peer_->waitForAck());
        FakeOrder late = order(5);
        late.createdAt = shopTime(wallMs() + commerce::shopGraceMs + 3'600'000);
        late.updatedAt = late.createdAt;
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(late))), std::string("200 passed_over"));
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(order(6)))), std::string("200 placed"));
        QCOMPARE(count("SELECT count(*) FROM orders"), 1);
        QCOMPARE(result(shopify.woo("order.created", wooJson(order(7)))), std::string("404 not_found"));
    }

    void hostileContentsDoNoHarm() {
        begin(commerce::HandOverKind::Shopify);
        FakeShop shopify = shop();
        FakeOrder html = order(1, {{"TOWEL", 1, "14.50"}});
        html.firstName = "<script>alert(1)</script>\x01";
        QCOMPARE(result(shopify.shopify("orders/create", shopifyJson(html))), std::string("200 placed"));
        // A card's number in a note is no better for having been written there.
        std::string card = shopifyJson(order(9, {{"TOWEL", 1, "14.50"}}));
        card.replace(card.find("Ring twice"), 10, "4111 1111 1111 1111");
        QCOMPARE(result(shopify.shopify("orders/create", card)), std::string("200 placed"));
        commerce::OrderPlaced placed;
        QVERIFY(peer_->waitFor([&](const auto& record) {
            const auto* found = record::factAs<commerce::OrderPlaced>(record.fact);
            placed = found ? *found : placed;
            return found && found->reference == "#9";
        }));
        const auto buyers = peer_->askBuyers({placed.order.number}, 1);
        QVERIFY(buyers.size() == 1 && buyers[0].note.empty() && !buyers[0].name.empty());
        const std::string good = shopifyJson(order(2));
        const auto with = [&](const std::string& what, const std::string& by) {
            std::string bad = good;
            const std::size_t at = bad.find(what);
            return at == std::string::npos ? std::string() : bad.replace(at, what.size(), by);
        };
        const std::vector<std::string> bodies{"",
                                              "[]",
                                              "null",
                                              "{}",
                                              "{",
                                              std::string(100'000, '['),
                                              with("\"quantity\":2", "\"quantity\":-2"),
                                              with("\"quantity\":2", "\"quantity\":2e9"),
                                              with("\"quantity\":2", "\"quantity\":\"2\""),
                                              with("\"14.50\"", "14.5"),
                                              with("\"14.50\"", "\"-14.50\""),
                                              with("\"14.50\"", "\"1e308\""),
                                              with("\"14.50\"", "\"99999999999999999999\""),
                                              with("\"line_items\":[", "\"line_items\":[1,"),
                                              with("\"id\":2,", "\"id\":2.5,"),
                                              with("\"id\":2,", "\"id\":{},"),
                                              with("\"id\":2,", "")};
        for (const std::string& body : bodies)
            QCOMPARE(result(shopify.shopify("orders/create", body)), std::string("200 unreadable"));
        std::string large = good;
        large.insert(large.size() - 1, ",\"more\":\"" + std::string(200'000, 'x') + "\"");
        QCOMPARE(result(shopify.shopify("orders/create", large)), std::string("200 placed"));
        large.insert(large.size() - 1, ",\"most\":\"" + std::string(400'000, 'x') + "\"");
        QCOMPARE(shopify.shopify("orders/create", large).status, 413);
        // Nobody else may post so much.
        HttpClient viewer(server_->port());
        QCOMPARE(viewer.post("/api/orders", std::string(100'000, 'x'), openSession(viewer)).status, 413);
        QCOMPARE(count("SELECT count(*) FROM orders"), 3);
        QCOMPARE(disagreements(), 0);
    }

    void inAnyOrderAndThroughKillsTheEndIsTheSame() {
        begin(commerce::HandOverKind::Shopify, 7);
        struct News {
            std::string topic;
            std::string body;
        };
        std::vector<News> news;
        constexpr int orders = 24;
        for (int id = 1; id <= orders; ++id) {
            const FakeOrder made = order(id, {{"TOWEL", 1 + id % 3, "14.50"}});
            news.push_back({"orders/create", shopifyJson(made)});
            FakeOrder next = later(made, 60, "paid");
            news.push_back({"orders/paid", shopifyJson(next)});
            if (id % 3 == 0) {
                next = later(next, 120, "refunded");
                next.cancelled = true;
                news.push_back({"orders/cancelled", shopifyJson(next)});
            } else if (id % 3 == 1) {
                next.refund = "5.00";
                news.push_back({"refunds/create", shopifyRefundJson(next)});
            }
        }
        const std::size_t once = news.size();
        for (std::size_t i = 0; i < 4 * once; ++i)
            news.push_back(news[i % once]);
        std::mt19937 random(20'261'125); // any: the seed is said so that it can be had again
        std::ranges::shuffle(news, random);
        auto shopify = std::make_unique<FakeShop>(shop());
        for (std::size_t i = 0; i < news.size(); ++i) {
            if (i % 120 == 60) {
                server_->kill9();
                QVERIFY2(server_->start(), server_->log().c_str());
                QVERIFY(peer_->attach(server_->lock()));
                shopify = std::make_unique<FakeShop>(shop());
            }
            // As a shop does: what was not answered with 200 is told again.
            QVERIFY2(eventually(
                         [&] {
                             const int status = shopify->shopify(news[i].topic, news[i].body).status;
                             return status == 200;
                         },
                         20'000),
                     news[i].body.c_str());
            QVERIFY(!available("TOWEL").starts_with("-"));
        }
        std::int64_t pieces = 0;
        std::int64_t standing = 0;
        for (int id = 1; id <= orders; ++id) {
            pieces += 1 + id % 3;
            standing += id % 3 == 0 ? 0 : 1 + id % 3;
        }
        QCOMPARE(count("SELECT count(*) FROM orders"), orders);
        QCOMPARE(gmv(), pieces * 1'450);
        QCOMPARE(count("SELECT sold FROM stock WHERE sku='TOWEL'"), standing);
        QCOMPARE(count("SELECT allocated FROM stock WHERE sku='TOWEL'"), std::max<std::int64_t>(7, standing));
        QCOMPARE(
            count("SELECT count(*) FROM orders WHERE state=" + std::to_string(int(OrderState::Cancelled))),
            orders / 3);
        QCOMPARE(count("SELECT count(*) FROM orders WHERE refunded=500 AND state=" +
                       std::to_string(int(OrderState::Paid))),
                 orders / 3);
        QCOMPARE(disagreements(), 0);
        // The studio has each of them once.
        const auto placed = [&] {
            std::int64_t sum = 0;
            for (const auto& record : peer_->received())
                sum += record::factAs<commerce::OrderPlaced>(record.fact) ? 1 : 0;
            return sum;
        };
        QVERIFY(eventually([&] { return placed() == orders; }));
    }

    void ordersOfATableComeOverTheLink() {
        begin(commerce::HandOverKind::Shopify);
        protocol::ShopOrderOf one;
        one.order.shop = "shop.example";
        one.order.id = "1001";
        one.order.whole = true;
        one.order.name = "#1001";
        one.order.mark = commerce::showMark(peer_->run());
        one.order.currency = "EUR";
        one.order.placedMs = startMs_;
        one.order.changedMs = startMs_;
        one.order.state = OrderState::Paid;
        one.order.sold = true;
        one.order.lines = {{Sku{"TOWEL"}, 2, 1'450}};
        one.name = "Anna";
        one.contact = "anna@example.lv";
        protocol::ShopOrderOf bad = one;
        bad.order.lines[0].quantity = -1;
        protocol::ShopOrderOf foreign = one;
        foreign.order.id = "1002";
        foreign.order.mark.clear();
        const auto said = [&](std::uint64_t part) {
            peer_->say(protocol::ShopOrders{part, {one, bad, foreign, one}});
            return peer_
                ->told<protocol::ShopOrdersTaken>(
                    [&](const protocol::ShopOrdersTaken& taken) { return taken.part == part; })
                .value_or(protocol::ShopOrdersTaken{});
        };
        QCOMPARE(said(1), (protocol::ShopOrdersTaken{1, 1, 0, 1, 1, 1}));
        QCOMPARE(said(2), (protocol::ShopOrdersTaken{2, 0, 0, 2, 1, 1}));
        QCOMPARE(available("TOWEL"), std::string("3"));
        // The same order by webhook afterwards is the same order.
        FakeOrder same = order(1001);
        QCOMPARE(result(shop().shopify("orders/create", shopifyJson(same))), std::string("200 known"));
        QCOMPARE(count("SELECT count(*) FROM orders"), 1);
    }

    void theStudioSaysTheSecretAndSeesHowItGoes() {
        begin(commerce::HandOverKind::WooCommerce);
        peer_->say(protocol::Outside{{}, "another secret", {}});
        const auto is = [&](std::function<bool(const protocol::OutsideState&)> so) {
            return peer_->told<protocol::OutsideState>(so).has_value();
        };
        QVERIFY(is([&](const auto& state) { return state.hookUrl == server_->url() + "api/hooks/shop"; }));
        const FakeOrder made = later(order(1), 1, "processing");
        QCOMPARE(shop().woo("order.created", wooJson(made)).status, 401);
        QVERIFY(is([](const auto& state) { return state.hooks.error == ErrorCode::BadSignature; }));
        const std::string body = wooJson(made);
        QCOMPARE(result(shop().send("/api/hooks/shop", body,
                                    {{"X-WC-Webhook-Topic", "order.created"},
                                     {"X-WC-Webhook-Signature", signature("another secret", body)}})),
                 std::string("200 placed"));
        QVERIFY(is([](const auto& state) {
            return state.hooks.error == ErrorCode::None && state.hooks.done == 1 && state.hooks.lastMs > 0;
        }));
        peer_->say(protocol::Outside{});
        QVERIFY(is([](const auto& state) { return state.hookUrl.empty(); }));
        QCOMPARE(shop("another secret").woo("order.created", body).status, 404);
    }

    void withoutASecretThereIsNoSuchAddress() {
        ServerProcess open({});
        QVERIFY2(open.start(), open.log().c_str());
        FakeShop shopify(open.port(), secret);
        QCOMPARE(shopify.shopify("orders/create", "{}").status, 404);
        QCOMPARE(shopify.shopify("orders/create", std::string(100'000, ' ')).status, 413);
    }

    void beforeTheShowTheShopIsAskedToTellAgain() {
        ServerProcess early({.more = {"--hook-secret", secretFile(folder_)}});
        QVERIFY2(early.start(), early.log().c_str());
        QCOMPARE(FakeShop(early.port(), secret).shopify("orders/create", "{}").status, 503);
    }

    void aSecretThatOthersCanReadIsRefused() {
        ServerProcess lax({.more = {"--hook-secret", secretFile(folder_, 0644)}});
        QVERIFY(!lax.start());
        QVERIFY(lax.log().find(secret) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(ShopHooksTest)
#include "ShopHooksTest.moc"
