// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <functional>
#include <thread>

#include <sys/stat.h>

using namespace vitrina;
using namespace vitrina::test;

namespace {

/// A whole order request as bytes, for sending many ahead.
std::string orderBytes(int port, const std::string& token, const std::string& json) {
    return "POST /api/orders HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
           "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token +
           "\r\nContent-Length: " + std::to_string(json.size()) + "\r\n\r\n" + json;
}

std::string error(const HttpAnswer& answer) {
    return jsonField(answer.body, "error");
}

} // namespace

/// What strangers send to the public port; after each, the server still serves.
class AbuseTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<StudioPeer> peer_;
    std::string token_;

    HttpAnswer order(const std::string& json) {
        HttpClient client(server_->port());
        return client.post("/api/orders", json, token_);
    }

  private slots:
    void initTestCase() {
        ServerProcess::Options options;
        options.benchLimits = true;
        server_ = std::make_unique<ServerProcess>(options);
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        QVERIFY(peer_->attach(server_->lock()));
        peer_->sendAsset("honey.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        commerce::ShopOpened shop = demoShop(1'000);
        shop.catalogue.terms = demoTerms();
        peer_->openShop(shop);
        peer_->goLive();
        QVERIFY(peer_->waitForAck());
    }
    /// A viewer of its own for each case, as orders are limited per viewer.
    void init() {
        HttpClient client(server_->port());
        token_ = openSession(client);
        QVERIFY(!token_.empty());
    }
    void cleanup() {
        HttpClient client(server_->port());
        QCOMPARE(client.get("/healthz").body, std::string("ok"));
    }

    void quantitiesAndPrices_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* line, int status, const char* word) {
            QTest::newRow(name) << QByteArray(line) << status << QByteArray(word);
        };
        row("zero", "{\"sku\":\"TOWEL\",\"quantity\":0,\"price\":1450}", 400, "bad_quantity");
        row("minus one", "{\"sku\":\"TOWEL\",\"quantity\":-1,\"price\":1450}", 400, "bad_quantity");
        row("a billion", "{\"sku\":\"TOWEL\",\"quantity\":1000000000,\"price\":1450}", 400, "bad_quantity");
        row("1e9", "{\"sku\":\"TOWEL\",\"quantity\":1e9,\"price\":1450}", 400, "bad_quantity");
        row("2^63", "{\"sku\":\"TOWEL\",\"quantity\":9223372036854775808,\"price\":1450}", 400,
            "bad_quantity");
        row("half", "{\"sku\":\"TOWEL\",\"quantity\":0.5,\"price\":1450}", 400, "bad_quantity");
        row("text", "{\"sku\":\"TOWEL\",\"quantity\":\"1\",\"price\":1450}", 400, "bad_request");
        row("overflow", "{\"sku\":\"TOWEL\",\"quantity\":99,\"price\":9223372036854775807}", 400,
            "bad_quantity");
        row("minus price", "{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":-1450}", 400, "bad_quantity");
        row("other price", "{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1}", 409, "price_changed");
        row("unknown", "{\"sku\":\"NOPE\",\"quantity\":1,\"price\":1}", 404, "unknown_sku");
        row("injection", "{\"sku\":\"TOWEL' OR 1=1 --\",\"quantity\":1,\"price\":1450}", 404, "unknown_sku");
        row("no sku", "{\"quantity\":1,\"price\":1450}", 400, "bad_request");
        row("null", "null", 400, "bad_request");
    }
    void quantitiesAndPrices() {
        QFETCH(QByteArray, line);
        QFETCH(int, status);
        QFETCH(QByteArray, word);
        const auto answer =
            order("{\"key\":\"abcdefgh\",\"name\":\"Anna\",\"contact\":\"a@b.lv\",\"lines\":[" +
                  line.toStdString() + "]}");
        QCOMPARE(answer.status, status);
        QCOMPARE(error(answer), word.toStdString());
    }

    void buyingPosts_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* path, const std::string& body, const char* word) {
            QTest::newRow(name) << QByteArray(path) << QByteArray::fromStdString(body) << QByteArray(word);
        };
        const std::string line = "{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450}";
        const std::string lines = "\"key\":\"abcdefgh\",\"lines\":[" + line + "]";
        row("no lines", "/api/checkouts", "{\"key\":\"abcdefgh\",\"lines\":[]}", "bad_quantity");
        row("word of no text", "/api/checkouts", "{" + lines + ",\"word\":7}", "bad_request");
        row("long word", "/api/checkouts", "{" + lines + ",\"word\":\"" + std::string(65, 'x') + "\"}",
            "wrong_word");
        row("offer of no text", "/api/checkouts",
            "{\"key\":\"abcdefgh\",\"lines\":[{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450,\"offer\":1}]"
            "}",
            "bad_request");
        row("unknown offer", "/api/checkouts",
            "{\"key\":\"abcdefgh\",\"lines\":[{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450,\"offer\":"
            "\"no'; "
            "--\"}]}",
            "bad_request");
        row("no checkout", "/api/checkouts/extend", "{}", "bad_request");
        row("unknown checkout", "/api/checkouts/extend", "{\"checkout\":\"nope\"}", "not_found");
        row("checkout of no text", "/api/checkouts/release", "{\"checkout\":[]}", "bad_request");
        const auto confirm = [](const std::string& more) {
            return "{\"key\":\"abcdefgh\",\"checkout\":\"nope\",\"name\":\"A\",\"contact\":\"a@b.lv\"" +
                   more + "}";
        };
        const std::string way = ",\"delivery\":{\"way\":\"courier\"},\"payment\":\"transfer\"";
        row("unknown reservation", "/api/orders", confirm(way), "not_found");
        row("phone that is none", "/api/orders", confirm(way + ",\"phone\":\"call me\""), "bad_contact");
        row("phone that is mail", "/api/orders", confirm(way + ",\"phone\":\"a@b.lv\""), "bad_contact");
        row("long note", "/api/orders", confirm(way + ",\"note\":\"" + std::string(501, 'x') + "\""),
            "bad_text");
        row("long address", "/api/orders",
            confirm(",\"delivery\":{\"way\":\"courier\",\"address\":\"" + std::string(301, 'x') +
                    "\"},\"payment\":\"transfer\""),
            "bad_text");
        row("small region", "/api/orders",
            confirm(",\"delivery\":{\"way\":\"courier\",\"region\":\"lv\"},\"payment\":\"transfer\""),
            "bad_delivery");
        row("find without contact", "/api/orders/find", "{\"number\":\"X\"}", "bad_contact");
        row("find without number", "/api/orders/find", "{\"contact\":\"a@b.lv\"}", "bad_request");
        row("find nothing", "/api/orders/find", "{\"number\":\"X\",\"contact\":\"a@b.lv\"}", "not_found");
        row("write nothing", "/api/orders/write",
            "{\"number\":\"X\",\"contact\":\"a@b.lv\",\"key\":\"abcdefgh\",\"wish\":\"cancel\"}",
            "not_found");
        row("write long", "/api/orders/write",
            "{\"number\":\"X\",\"contact\":\"a@b.lv\",\"key\":\"abcdefgh\",\"wish\":\"question\",\"text\":"
            "\"" +
                std::string(1'001, 'x') + "\"}",
            "bad_text");
    }
    void buyingPosts() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, word);
        HttpClient client(server_->port());
        const auto answer = client.post(path.toStdString(), body.toStdString(), token_);
        QCOMPARE(error(answer), word.toStdString());
        QVERIFY(answer.status >= 400 && answer.status < 500);
        QCOMPARE(client.post(path.toStdString(), body.toStdString(), "x").status, 401);
    }

    void nobodyBuysBeforeTheShopSaysWhoItIs() {
        const auto ask = [&](const commerce::Terms& terms) {
            return peer_->answerTo(peer_->ask(commerce::SetTerms{terms})).has_value();
        };
        QVERIFY(ask({}));
        HttpClient client(server_->port());
        const auto answer = client.post(
            "/api/checkouts",
            "{\"key\":\"abcdefgh\",\"lines\":[{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450}]}", token_);
        QCOMPARE(answer.status, 409);
        QCOMPARE(error(answer), std::string("checkout_closed"));
        QVERIFY(ask(demoTerms()));
    }

    /// Ten tries a minute for one address, whoever it says it is; asking and writing are tries alike.
    void ordersAreNotFoundByGuessing() {
        ServerProcess strict(ServerProcess::Options{});
        QVERIFY2(strict.start(), strict.log().c_str());
        StudioPeer studio;
        QVERIFY(studio.attach(strict.lock()));
        studio.openShop(demoShop(5));
        QVERIFY(studio.waitForAck());
        HttpClient client(strict.port());
        const std::string who = "{\"number\":\"ABCD-1-XYZ\",\"contact\":\"a@b.lv\"";
        for (int i = 0; i < 10; ++i) {
            const auto answer =
                i % 2 == 0 ? client.post("/api/orders/find", who + "}", openSession(client))
                           : client.post("/api/orders/write",
                                         who + ",\"key\":\"abcdefgh\",\"wish\":\"cancel\",\"text\":\"\"}",
                                         openSession(client));
            QCOMPARE(answer.status, 404);
        }
        for (const char* path : {"/api/orders/find", "/api/orders/write"}) {
            const auto answer = client.post(path, who + "}", openSession(client));
            QCOMPARE(answer.status, 429);
            QVERIFY(std::stoi(jsonField(answer.body, "retryAfterMs")) > 0);
        }
    }

    void bodies() {
        HttpClient client(server_->port());
        const auto post = [&](const std::string& body) {
            return client.post("/api/messages", body, token_);
        };
        QCOMPARE(post("{").status, 400);
        QCOMPARE(post("[]").status, 400);
        QCOMPARE(post("").status, 400);
        QCOMPARE(post("{\"key\":\"abcdefgh\",\"name\":\"A\",\"text\":\"\xff\xfe\"}").status, 400);
        init(); // five messages in ten seconds
        std::string deep = "{\"key\":\"abcdefgh\",\"name\":\"A\",\"text\":\"x\",\"deep\":";
        QCOMPARE(post(deep + std::string(14, '[') + std::string(14, ']') + "}").status, 201);
        QCOMPARE(post(deep + std::string(17, '[') + std::string(17, ']') + "}").status, 400);
        QCOMPARE(post(deep + std::string(30'000, '[') + std::string(30'000, ']') + "}").status, 400);
        const auto large = post("{\"x\":\"" + std::string(70'000, 'x') + "\"}");
        QCOMPARE(large.status, 413);
        QCOMPARE(error(large), std::string("too_large"));
        QCOMPARE(client.post("/api/messages", "{}", token_, {{"Content-Type", "text/plain"}}).status, 415);
    }

    void texts() {
        HttpClient client(server_->port());
        const auto blank = client.post("/api/messages", messageJson("abcdefgh", "Anna", " \\u200b "), token_);
        QCOMPARE(blank.status, 400);
        QCOMPARE(error(blank), std::string("bad_text"));
        QCOMPARE(client.post("/api/messages", messageJson("abcdefgh", "Anna", std::string(301, 'x')), token_)
                     .status,
                 400);
        QCOMPARE(client.post("/api/messages", messageJson("a/../b!!", "Anna", "x"), token_).status, 400);
        const auto contact = order("{\"key\":\"abcdefgh\",\"name\":\"A\",\"contact\":\"nobody\",\"lines\":[{"
                                   "\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450}]}");
        QCOMPARE(error(contact), std::string("bad_contact"));
    }

    void tokens() {
        HttpClient client(server_->port());
        const std::string body = orderJson("abcdefgh", "TOWEL", 1, 1450);
        std::string changed = token_;
        changed.back() = changed.back() == '0' ? '1' : '0';
        std::string other = token_;
        other.front() = other.front() == '0' ? '1' : '0';
        for (const std::string& bad : {std::string(), std::string("x"), changed, other, token_ + "0",
                                       token_.substr(1), std::string(3'000, 'a')})
            QCOMPARE(client.post("/api/orders", body, bad.empty() ? " " : bad).status, 401);
        QCOMPARE(client.post("/api/orders", body, token_).status, 201);
    }

    void aReplayedKeyIsAnsweredOnce() {
        const auto first = order(orderJson("same-key-1", "TOWEL", 1, 1450));
        const auto again = order(orderJson("same-key-1", "TOWEL", 1, 1450));
        QCOMPARE(first.status, 201);
        QCOMPARE(jsonField(again.body, "number"), jsonField(first.body, "number"));
        QCOMPARE(jsonField(again.body, "replayed"), std::string("true"));
        QCOMPARE(error(order(orderJson("same-key-1", "TOWEL", 2, 1450))), std::string("key_reused"));
    }

    void ratesPerViewer() {
        HttpClient client(server_->port());
        HttpAnswer last;
        for (int i = 0; i < 6; ++i)
            last = client.post("/api/messages", messageJson("message-" + std::to_string(i), "Anna", "Sveiki"),
                               token_);
        QCOMPARE(last.status, 429);
        QVERIFY(std::stoi(jsonField(last.body, "retryAfterMs")) > 0);
    }

    void origins() {
        HttpClient client(server_->port());
        QCOMPARE(client.post("/api/session", "{}", {}, {{"Origin", "http://evil.example"}}).status, 403);
        QCOMPARE(client.post("/api/session", "{}", {}, {{"Origin", "null"}}).status, 403);
        QCOMPARE(client
                     .post("/api/session", "{}", {},
                           {{"Origin", "http://127.0.0.1:" + std::to_string(server_->port())}})
                     .status,
                 201);
        WsClient socket;
        QVERIFY(!socket.connect(server_->port(), "/api/live", {{"Origin", "http://evil.example"}}));
        QCOMPARE(socket.status(), 403);
    }

    void paths() {
        HttpClient client(server_->port());
        for (const char* path : {"/app/../store.sqlite", "/app/..%2f..%2fetc/passwd", "/app/%2e%2e/x.js",
                                 "/assets/../store.sqlite", "/assets/..", "/app//etc/passwd",
                                 "/app/.git/config", "/assets/honey.svg/", "/nothing", "/app/x\\..\\y.js",
                                 "/assets/server.lock", "/assets/../server.lock"})
            QCOMPARE(client.get(path).status, 404);
        const auto asset = client.get("/assets/honey.svg");
        QCOMPARE(asset.status, 200);
        QVERIFY(asset.headers.at("content-security-policy").starts_with("sandbox"));
        QCOMPARE(client.get("/assets/honey.svg", {{"If-None-Match", asset.headers.at("etag")}}).status, 304);
        for (const char* name : {"../x.svg", "x.html", ".x.svg", "a/b.svg"})
            peer_->sendAsset(name, "x");
        QVERIFY(!std::filesystem::exists(server_->dataFolder() + "/x.svg"));
    }

    void brokenRequests() {
        const std::string requests[] = {
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET /\r\n\r\n",
            "POST /api/orders HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
            "POST /api/orders HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST /api/orders HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n",
            "POST /api/orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;" +
                std::string(200'000, 'a')};
        for (const std::string& request : requests) {
            HttpClient client(server_->port());
            const HttpAnswer answer = client.raw(request);
            QVERIFY2(answer.status >= 400 && answer.status < 500, request.substr(0, 80).c_str());
        }
        HttpClient client(server_->port());
        QCOMPARE(client.raw("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n").status, 405);
    }

    void badUpgrades() {
        HttpClient plain(server_->port());
        QCOMPARE(plain.get("/api/live").status, 426);
        QCOMPARE(plain
                     .get("/api/live", {{"Upgrade", "websocket"},
                                        {"Connection", "Upgrade"},
                                        {"Sec-WebSocket-Version", "8"},
                                        {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}})
                     .status,
                 426);
        const auto ends = [&](const std::function<void(WsClient&)>& misbehave) {
            WsClient socket;
            return socket.connect(server_->port(), "/api/live") &&
                   (misbehave(socket),
                    socket.closedWithin(
                        10'000)); // the server waits 2 s for our close, and looks once a second
        };
        QVERIFY(ends([](WsClient& socket) { socket.sendText("not json"); }));
        QVERIFY(ends([](WsClient& socket) { socket.join("wrong"); }));
        QVERIFY(ends([](WsClient& socket) {
            socket.sendText("{\"t\":\"join\",\"token\":" + std::string(2'000, '['));
        }));
        QVERIFY(ends([](WsClient& socket) { socket.sendText(std::string(5'000, 'x')); }));
        QVERIFY(ends([](WsClient& socket) { socket.sendFrame(1, "x", true, false); }));
        QVERIFY(ends([](WsClient& socket) { socket.sendFrame(2, "binary"); }));
        QVERIFY(ends([](WsClient& socket) { socket.sendRaw(std::string(64, '\xff')); }));
        QVERIFY(ends([](WsClient& socket) { socket.sendFrame(8, "\x03\xe8"); }));
    }

    void slowOnesAreCutOff() {
        TcpClient silent;
        TcpClient trickle;
        TcpClient body;
        WsClient shy; // upgrades, never joins
        QVERIFY(silent.connect(server_->port()) && trickle.connect(server_->port()) &&
                body.connect(server_->port()));
        QVERIFY(shy.connect(server_->port(), "/api/live"));
        body.send("POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: "
                  "application/json\r\nContent-Length: 10\r\n\r\n{");
        trickle.send("GET / HT");
        // Bytes that keep coming do not buy time.
        std::atomic<bool> ended = false;
        std::thread drip([&] {
            while (!ended && trickle.send("x"))
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
        });
        const bool inTime = trickle.closedWithin(9'000) && silent.closedWithin(4'000) &&
                            shy.closedWithin(6'000) && body.closedWithin(9'000);
        ended = true;
        drip.join();
        QVERIFY(inTime);
    }

    void manySentAhead() {
        TcpClient client;
        QVERIFY(client.connect(server_->port()));
        const std::string one = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
        constexpr int count = 10'000;
        std::thread sender([&] {
            std::string all;
            for (int i = 0; i < count; ++i)
                all += one;
            client.send(all);
        });
        int answers = 0;
        std::string rest;
        while (answers < count) {
            const std::string bytes = client.receive(5'000);
            if (bytes.empty())
                break;
            rest += bytes;
            std::size_t at = 0;
            for (std::size_t found; (found = rest.find("\r\n\r\nok", at)) != std::string::npos;
                 at = found + 6)
                ++answers;
            rest.erase(0, at);
        }
        sender.join();
        QCOMPARE(answers, count);

        HttpClient orders(server_->port());
        QVERIFY(orders.ensureConnected());
        for (int i = 0; i < 5; ++i)
            orders.connection().send(orderBytes(server_->port(), token_,
                                                orderJson("ahead-00" + std::to_string(i), "TOWEL", 1, 1450)));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(orders.readAnswer().status, 201);
    }

    void theControlSocketAsksForItsSecret() {
        StudioPeer stranger;
        auto lock = server_->lock();
        lock.secret = std::string(32, '0');
        QVERIFY(!stranger.attach(lock));
        QCOMPARE(stranger.refusal(), ErrorCode::NotAuthorised);
        StudioPeer other(RunId{"another-run"});
        QVERIFY(!other.attach(server_->lock())); // while a studio is at work with its own
    }

    void nothingOfABuyerIsLogged() {
        QCOMPARE(order(orderJson("log-check-1", "TOWEL", 1, 1450)).status, 201);
        QVERIFY(server_->log().find("anna@example.lv") == std::string::npos);
        QVERIFY(server_->log().find(token_) == std::string::npos);
        QVERIFY(server_->log().find(server_->lock().secret) == std::string::npos);
        struct stat status {};
        QCOMPARE(::stat(server_->storePath().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0077, 0u);
        QCOMPARE(::stat((server_->dataFolder() + "/server.lock").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0077, 0u);
        QCOMPARE(::stat(server_->lock().socket.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0077, 0u);
    }
};

QTEST_GUILESS_MAIN(AbuseTest)
#include "AbuseTest.moc"
