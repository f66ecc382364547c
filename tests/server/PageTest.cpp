// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

#include <sys/socket.h>
#include <zlib.h>

using namespace vitrina;
using namespace vitrina::test;

namespace {

/// Of gzip, up to a mebibyte; empty when it is none.
std::string unpacked(const std::string& packed) {
    std::string bytes(1 << 20, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    bytes.resize(whole ? stream.total_out : 0);
    inflateEnd(&stream);
    return bytes;
}

} // namespace

/// What a page that watches is told, and gets to see.
class PageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<StudioPeer> peer_;
    std::string token_;

    WsClient page() {
        WsClient socket;
        if (!socket.connect(server_->port(), "/api/live") || !socket.join(token_) ||
            !socket.receiveType("hello"))
            qFatal("no page");
        return socket;
    }

    ErrorCode ask(commerce::Request request) {
        const auto answer = peer_->answerTo(peer_->ask(std::move(request)));
        return answer ? answer->error : ErrorCode::Internal;
    }

  private slots:
    void init() {
        server_ = std::make_unique<ServerProcess>(ServerProcess::Options{.benchLimits = true});
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        QVERIFY(peer_->attach(server_->lock()));
        commerce::ShopOpened shop = demoShop(3);
        shop.catalogue.terms = demoTerms();
        peer_->openShop(shop);
        QVERIFY(peer_->waitForAck());
        HttpClient client(server_->port());
        token_ = openSession(client);
    }
    void cleanup() {
        peer_.reset();
        server_.reset();
    }

    void isGreetedWithTheWholeShow() {
        WsClient socket;
        QVERIFY(socket.connect(server_->port(), "/api/live"));
        socket.join(token_);
        const auto hello = socket.receiveType("hello");
        QVERIFY(hello);
        for (const char* part :
             {"\"v\":1", "\"title\":\"Rudens tirgus\"", "\"state\":\"waiting\"", "\"sales\":true",
              "\"image\":\"/assets/honey.svg\"", "\"pin\":null", "\"messages\":[]",
              "{\"sku\":\"TOWEL\",\"label\":\"\",\"price\":1450,\"external\":\"\",\"available\":3,\"word\":"
              "\"available\"}",
              "\"offers\":[]", "\"vat\":2100", "\"checkout\":[]"})
            QVERIFY2(hello->find(part) != std::string::npos, part);
        peer_->goLive();
        const auto live = socket.receiveType("state");
        QVERIFY(live && jsonField(*live, "state") == "live");
    }

    void seesStockFallAndSellOut() {
        WsClient socket = page();
        HttpClient client(server_->port());
        QCOMPARE(client.post("/api/orders", orderJson("order-001", "TOWEL", 2, 1450), token_).status, 201);
        auto patch = socket.receiveType("stock");
        QVERIFY(patch && patch->find("{\"sku\":\"TOWEL\",\"available\":1,\"word\":\"available\"}") !=
                             std::string::npos);
        QCOMPARE(client.post("/api/orders", orderJson("order-002", "TOWEL", 1, 1450), token_).status, 201);
        patch = socket.receiveType("stock");
        QVERIFY(patch && patch->find("{\"sku\":\"TOWEL\",\"available\":0,\"word\":\"sold_out\"}") !=
                             std::string::npos);
        const auto refused = client.post("/api/orders", orderJson("order-003", "TOWEL", 1, 1450), token_);
        QCOMPARE(jsonField(refused.body, "error"), std::string("sold_out"));
        QCOMPARE(jsonField(refused.body, "available"), std::string("0"));
    }

    /// The "was" a page shows is the price its percentage comes from: of a list that is reduced already, the
    /// list's, as on the picture.
    void wasIsWhatThePercentageIsOf() {
        commerce::Product towel = demoShop(3).catalogue.products[1];
        towel.variants[0].priorLowest = Money{2'900, "EUR"};
        WsClient socket = page();
        QCOMPARE(ask(commerce::PutProduct{towel}), ErrorCode::None);
        const auto product = socket.receiveType("product");
        QVERIFY(product && product->find("\"was\":2900,\"percent\":50") != std::string::npos);
        commerce::Offer flash;
        flash.id = OfferId{"flash"};
        flash.kind = commerce::OfferKind::FlashPrice;
        flash.title = "Dvielis";
        flash.lines = {{Sku{"TOWEL"}, 1, 990}};
        QCOMPARE(ask(commerce::StartOffer{flash}), ErrorCode::None);
        const auto prices = socket.receiveType("prices");
        QVERIFY2(prices && prices->find("\"price\":990,\"was\":1450,\"percent\":31") != std::string::npos,
                 prices ? prices->c_str() : "nothing came");
    }

    void isToldPricesOffersGoodsAndTermsAtOnce() {
        commerce::Product towel = demoShop(3).catalogue.products[1];
        towel.variants[0].priorLowest = Money{1'400, "EUR"};
        towel.vatBasisPoints = 1'200;
        WsClient socket = page();
        QCOMPARE(ask(commerce::PutProduct{towel}), ErrorCode::None);
        const auto product = socket.receiveType("product");
        QVERIFY(product && product->find("\"vat\":1200") != std::string::npos);
        QVERIFY(product->find("\"was\"") == std::string::npos); // 14.50 is not below 14.00

        commerce::Offer flash;
        flash.id = OfferId{"flash"};
        flash.kind = commerce::OfferKind::FlashPrice;
        flash.title = "Dvielis";
        flash.lines = {{Sku{"TOWEL"}, 1, 990}};
        flash.durationMs = 60'000;
        flash.pieceLimit = 2;
        flash.perBuyer = 1;
        QCOMPARE(ask(commerce::StartOffer{flash}), ErrorCode::None);
        const auto prices = socket.receiveType("prices");
        QVERIFY(prices);
        QVERIFY2(prices->find("[{\"sku\":\"TOWEL\",\"price\":990,\"was\":1400,\"percent\":29}]") !=
                     std::string::npos,
                 prices->c_str());
        const auto offers = socket.receiveType("offers");
        QVERIFY(offers);
        QVERIFY2(offers->find("\"kind\":\"flash_price\",\"lines\":[{\"sku\":\"TOWEL\",\"quantity\":1,"
                              "\"price\":990}],\"ends\":") != std::string::npos,
                 offers->c_str());
        QVERIFY(offers->find("\"left\":2,\"perBuyer\":1}") != std::string::npos);

        commerce::Offer coupon;
        coupon.id = OfferId{"coupon"};
        coupon.kind = commerce::OfferKind::Coupon;
        coupon.title = "Vards";
        coupon.lines = {{Sku{"HONEY"}, 1, 500}};
        coupon.word = "zelta-vards";
        QCOMPARE(ask(commerce::StartOffer{coupon}), ErrorCode::None);
        const auto both = socket.receiveType("offers");
        QVERIFY(both);
        QVERIFY2(both->find("{\"id\":\"coupon\",\"kind\":\"coupon\",\"ends\":0}") != std::string::npos,
                 both->c_str());
        HttpClient client(server_->port());
        const std::string show = client.get("/api/show").body;
        QVERIFY(show.find("zelta-vards") == std::string::npos &&
                show.find("\"price\":500") == std::string::npos);
        QVERIFY(show.find("\"price\":990,\"was\":1400,\"percent\":29") != std::string::npos);

        QCOMPARE(client.post("/api/orders", orderJson("flash-001", "TOWEL", 1, 990), token_).status, 201);
        const auto left = socket.receiveType("offers");
        QVERIFY(left && left->find("\"left\":1,") != std::string::npos);
        QCOMPARE(ask(commerce::StopOffer{flash.id}), ErrorCode::None);
        const auto list = socket.receiveType("prices");
        QVERIFY(list && list->find("[{\"sku\":\"TOWEL\",\"price\":1450}]") != std::string::npos);

        QCOMPARE(ask(commerce::SetTerms{}), ErrorCode::None);
        const auto hello = socket.receiveType("hello"); // another VAT rate: every product is told anew
        QVERIFY(hello &&
                hello->find("\"checkout\":[\"trader_name\",\"trader_register\"") != std::string::npos);
        QVERIFY(hello->find("\"vat\":0") != std::string::npos);
        QCOMPARE(ask(commerce::SetTerms{demoTerms()}), ErrorCode::None);
        QVERIFY(socket.receiveType("hello"));
        commerce::Terms terms = demoTerms();
        terms.conditions.clear();
        QCOMPARE(ask(commerce::SetTerms{terms}), ErrorCode::None);
        const auto told = socket.receiveType("terms");
        QVERIFY(told && told->find("\"checkout\":[\"conditions\"]") != std::string::npos);
        QVERIFY(told->find("\"prices\":[{\"region\":\"LV\",\"price\":350},") != std::string::npos);
        QVERIFY(told->find("\"payment\":[\"on_delivery\",\"at_collection\",\"transfer\"]") !=
                std::string::npos);
    }

    void chatReachesAllAndTheOneWhoComesLater() {
        WsClient socket = page();
        HttpClient client(server_->port());
        QCOMPARE(
            client.post("/api/messages", messageJson("chat-0001", "Ilze", "<b>Labdien!</b>"), token_).status,
            201);
        const auto again =
            client.post("/api/messages", messageJson("chat-0001", "Ilze", "<b>Labdien!</b>"), token_);
        QCOMPARE(jsonField(again.body, "replayed"), std::string("true"));
        const auto chat = socket.receiveType("chat");
        QVERIFY(chat && jsonField(*chat, "text") == "<b>Labdien!</b>");
        WsClient later;
        QVERIFY(later.connect(server_->port(), "/api/live"));
        later.join(token_);
        const auto hello = later.receiveType("hello");
        QVERIFY(hello && hello->find("<b>Labdien!</b>") != std::string::npos);
        QVERIFY(!later.receiveType("chat", 300)); // not a second time
    }

    void thePinCarriesItsMoment() {
        WsClient socket = page();
        const AiredId aired = peer_->air(ProductId{"towel"}, 4'321, true);
        const auto pin = socket.receiveType("pin");
        QVERIFY(pin);
        QVERIFY(pin->find("{\"aired\":\"" + aired.value +
                          "\",\"product\":\"towel\",\"title\":\"On air: "
                          "towel\",\"disclosure\":true,\"mediaMs\":4321}") != std::string::npos);
    }

    void isToldThatTheLineStands() {
        WsClient socket = page();
        const auto here = socket.receiveType("here", 20'000);
        QVERIFY(here);
        const std::int64_t now = std::atoll(jsonField(*here, "now").c_str());
        QVERIFY(std::abs(now - SystemClock().now().wallMs) < 60'000);
    }

    void viewersAreCounted() {
        WsClient first = page();
        {
            WsClient second = page();
            const auto both = first.receiveType("viewers");
            QVERIFY(both);
            QVERIFY(peer_->waitFor([](const auto& record) {
                const auto* count = record::factAs<audience::ViewersCounted>(record.fact);
                return count && count->watching == 2 && count->peak == 2;
            }));
        }
        QVERIFY(peer_->waitFor([](const auto& record) {
            const auto* count = record::factAs<audience::ViewersCounted>(record.fact);
            return count && count->watching == 1 && count->peak == 2;
        }));
    }

    void oneWhoDoesNotReadIsToldToComeBack() {
        WsClient deaf;
        QVERIFY(deaf.connect(server_->port(), "/api/live"));
        const int small = 4'096;
        setsockopt(deaf.connection().descriptor(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        deaf.join(token_);
        WsClient quick = page();
        HttpClient client(server_->port());
        std::string text;
        for (int i = 0; i < 290; ++i)
            text += "\xf0\x9f\x8d\xaf";
        std::string token;
        for (int i = 0; i < 1'500; ++i) {
            if (i % 5 == 0)
                token = openSession(client);
            QCOMPARE(
                client
                    .post("/api/messages", messageJson("flooding-" + std::to_string(i), "Ilze", text), token)
                    .status,
                201);
            while (quick.receive(0))
                ;
        }
        QVERIFY(deaf.closedWithin(15'000));
        QCOMPARE(client.get("/healthz").status, 200);
        QCOMPARE(
            client.post("/api/messages", messageJson("after-all", "Ilze", "end"), openSession(client)).status,
            201);
        QVERIFY(eventually([&] {
            const auto chat = quick.receiveType("chat", 1'000);
            return chat && chat->find("\"end\"") != std::string::npos;
        }));
    }

    void aSlowPageGetsIntoALargeShop() {
        cleanup();
        server_ = std::make_unique<ServerProcess>(ServerProcess::Options{.benchLimits = true});
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        QVERIFY(peer_->attach(server_->lock()));
        commerce::ShopOpened shop = demoShop(50);
        for (int i = 0; i < 200; ++i) {
            commerce::Product large = shop.catalogue.products.front();
            large.id = ProductId{"large-" + std::to_string(i)};
            large.code = std::to_string(1'000 + i);
            large.description = std::string(3'900, 'x');
            large.variants = {{Sku{"LARGE-" + std::to_string(i)}, "", {1'000, "EUR"}, 1}};
            shop.catalogue.products.push_back(std::move(large));
        }
        peer_->openShop(shop);
        peer_->goLive();
        QVERIFY(peer_->waitForAck());
        HttpClient client(server_->port());
        token_ = openSession(client);
        WsClient slow;
        QVERIFY(slow.connect(server_->port(), "/api/live"));
        QVERIFY(slow.join(token_));
        WsClient quick = page();
        // It reads nothing yet, and its hello is more than the kernel keeps: the rest waits in the server,
        // while the stock goes on changing.
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(client
                         .post("/api/orders",
                               orderJson("large-order-" + std::to_string(i), "TOWEL", 1, 1'450),
                               openSession(client))
                         .status,
                     201);
            QVERIFY(quick.receiveType("stock"));
        }
        const auto hello = slow.receiveType("hello", 30'000);
        QVERIFY(hello && hello->size() > 700'000);
        QVERIFY(slow.receiveType("stock", 30'000));
    }

    void videoBeginsAtTheKeyFrameAndGoesOn() {
        QVERIFY(peer_->openVideo(server_->lock()));
        using Kind = protocol::VideoHeader::Kind;
        const auto piece = [&](Kind kind, bool key, std::uint32_t seq) {
            return peer_->sendVideo({kind, key, 1, seq, 0, 5, seq * 33'000u},
                                    std::string(kind == Kind::Init ? "init" : "media"));
        };
        QVERIFY(piece(Kind::Init, false, 0) && piece(Kind::Media, true, 1) && piece(Kind::Media, false, 2));
        WsClient first;
        QVERIFY(first.connect(server_->port(), "/api/video"));
        const auto next = [](WsClient& socket) {
            const auto message = socket.receive();
            const auto header = message ? protocol::VideoHeader::decode(
                                              {reinterpret_cast<const std::uint8_t*>(message->payload.data()),
                                               message->payload.size()})
                                        : std::nullopt;
            return header.value_or(protocol::VideoHeader{});
        };
        // Whether it came before or after the pieces: init first.
        protocol::VideoHeader header = next(first);
        QCOMPARE(header.kind, Kind::Init);
        QVERIFY(header.sendUs > 1'000'000);
        QCOMPARE(next(first).seq, 1u);
        QCOMPARE(next(first).seq, 2u);
        QVERIFY(piece(Kind::Media, true, 3) && piece(Kind::Media, false, 4));
        QCOMPARE(next(first).seq, 3u);
        header = next(first);
        QCOMPARE(header.seq, 4u);
        QCOMPARE(header.captureUs, 5u);
        QCOMPARE(header.mediaUs, 132'000u);
        WsClient second;
        QVERIFY(second.connect(server_->port(), "/api/video"));
        QCOMPARE(next(second).kind, Kind::Init);
        QCOMPARE(next(second).seq, 3u);
        QCOMPARE(next(second).seq, 4u);
    }

    void thePageIsSentWithAStrictPolicy() {
        HttpClient client(server_->port());
        const auto answer = client.get("/");
        QCOMPARE(answer.status, 200);
        const std::string policy = answer.headers.at("content-security-policy");
        for (const char* part :
             {"default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"})
            QVERIFY2(policy.find(part) != std::string::npos, part);
        QVERIFY(policy.find("unsafe") == std::string::npos);
        QVERIFY(policy.find("http") == std::string::npos);
        QCOMPARE(answer.headers.at("x-content-type-options"), std::string("nosniff"));
        QCOMPARE(answer.headers.at("referrer-policy"), std::string("no-referrer"));
    }

    void isPackedForWhoAsksForIt() {
        HttpClient client(server_->port());
        const auto plain = client.get("/app/main.js");
        QVERIFY(!plain.headers.contains("content-encoding"));
        QCOMPARE(plain.headers.at("vary"), std::string("Accept-Encoding"));
        const auto packed = client.get("/app/main.js", {{"Accept-Encoding", "br, GZip;q=0.8"}});
        QCOMPARE(packed.headers.at("content-encoding"), std::string("gzip"));
        QCOMPARE(packed.headers.at("content-type"), plain.headers.at("content-type"));
        QCOMPARE(packed.headers.at("vary"), std::string("Accept-Encoding"));
        QVERIFY(packed.body.size() < plain.body.size() / 2);
        QVERIFY(unpacked(packed.body) == plain.body);
        // Two answers, two tags: a cache in between must not hand out one for the other.
        QVERIFY(packed.headers.at("etag") != plain.headers.at("etag"));
        const auto known = [&](const HttpAnswer& answer, const char* coding) {
            return client
                .get("/app/main.js",
                     {{"If-None-Match", answer.headers.at("etag")}, {"Accept-Encoding", coding}})
                .status;
        };
        QCOMPARE(known(plain, "identity"), 304);
        QCOMPARE(known(packed, "gzip"), 304);
        QCOMPARE(known(plain, "gzip"), 200);
        for (const char* none : {"gzip;q=0", "identity", "gzip;q=0.0, br", "x-gzip-not"})
            QVERIFY2(
                !client.get("/app/main.js", {{"Accept-Encoding", none}}).headers.contains("content-encoding"),
                none);
        QVERIFY(client.get("/app/main.js", {{"Accept-Encoding", "*"}}).headers.contains("content-encoding"));
    }

    void theShowIsPackedAndNothingSecretIs() {
        HttpClient client(server_->port());
        const auto show = client.get("/api/show", {{"Accept-Encoding", "gzip"}});
        QCOMPARE(show.headers.at("content-encoding"), std::string("gzip"));
        QVERIFY(unpacked(show.body).find("\"products\"") != std::string::npos);
        const auto session = client.post("/api/session", "{}", {}, {{"Accept-Encoding", "gzip"}});
        QCOMPARE(session.status, 201);
        QVERIFY(!session.headers.contains("content-encoding"));
    }
};

QTEST_GUILESS_MAIN(PageTest)
#include "PageTest.moc"
