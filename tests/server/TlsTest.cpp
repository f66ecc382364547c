// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "server/support/TlsClient.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

#include <chrono>
#include <filesystem>
#include <vector>

using namespace vitrina;
using namespace vitrina::test;

namespace {

std::string get(const std::string& path, const std::string& more = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

std::string post(const std::string& path, const std::string& json, const std::string& token = {}) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") +
           "Content-Length: " + std::to_string(json.size()) + "\r\n\r\n" + json;
}

std::string upgrade(const std::string& path) {
    return get(path, "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: https://localhost\r\n");
}

std::string masked(std::string_view text) {
    std::string frame{static_cast<char>(0x81),
                      static_cast<char>(0x80 | 126),
                      static_cast<char>(text.size() >> 8),
                      static_cast<char>(text.size() & 0xff),
                      1,
                      2,
                      3,
                      4};
    for (std::size_t i = 0; i < text.size(); ++i)
        frame += static_cast<char>(text[i] ^ static_cast<char>(i % 4 + 1));
    return frame;
}

/// The payload of the next frame of the server; empty at the end.
std::string frame(TlsClient& page) {
    const std::string head = page.receiveWhole(2);
    if (head.size() < 2)
        return {};
    std::size_t length = static_cast<unsigned char>(head[1]) & 0x7f;
    const std::size_t more = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (more > 0) {
        length = 0;
        for (const char byte : page.receiveWhole(more))
            length = length << 8 | static_cast<unsigned char>(byte);
    }
    return page.receiveWhole(length);
}

protocol::VideoHeader header(protocol::VideoHeader::Kind kind, std::uint64_t seq, bool key) {
    protocol::VideoHeader header;
    header.kind = kind;
    header.key = key;
    header.epoch = 1;
    header.seq = static_cast<decltype(header.seq)>(seq);
    header.mediaUs = seq * 33'000;
    return header;
}

} // namespace

/// The server's own TLS: what works without it works with it, and a stranger's bytes stop at the same bounds.
class TlsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<StudioPeer> peer_;

    void begin(ServerProcess::Options options) {
        server_ = std::make_unique<ServerProcess>(std::move(options));
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        QVERIFY(peer_->attach(server_->lock()));
        peer_->openShop(demoShop());
        peer_->goLive();
        QVERIFY(peer_->waitForAck());
    }
    void beginSecure() { begin({.benchLimits = true, .more = {"--lan"}}); }
    std::string session(TlsClient& client) {
        return jsonField(client.ask(post("/api/session", "{}")).body, "token");
    }
    bool serves() {
        TlsClient client;
        return client.connect(server_->port()) && client.ask(get("/healthz")).status == 200;
    }

  private slots:
    void cleanup() {
        peer_.reset();
        server_.reset();
    }

    void buysOverTls() {
        beginSecure();
        QVERIFY2(server_->url().starts_with("https://"), server_->url().c_str());
        TlsClient client;
        QVERIFY(client.connect(server_->port()));
        QCOMPARE(client.ask(get("/")).status, 200);
        const std::string token = session(client);
        QVERIFY(!token.empty());
        QCOMPARE(
            client.ask(post("/api/messages", messageJson("tls-message-1", "Anna", "Labdien!"), token)).status,
            201);
        QVERIFY(peer_->waitFor([](const record::Record& record) {
            return record::factAs<audience::MessagePosted>(record.fact) != nullptr;
        }));
    }

    void aLargeAnswerComesWhole() {
        beginSecure();
        peer_->sendAsset("large.svg", std::string(1'500'000, 'x'));
        TlsClient client;
        QVERIFY(client.connect(server_->port()));
        QVERIFY(eventually([&] { return client.ask(get("/assets/large.svg")).status == 200; }));
        QCOMPARE(client.ask(get("/assets/large.svg")).body, std::string(1'500'000, 'x'));
    }

    void thePagesSocketIsToldOverTls() {
        beginSecure();
        TlsClient asks;
        QVERIFY(asks.connect(server_->port()));
        TlsClient page;
        QVERIFY(page.connect(server_->port()));
        QCOMPARE(page.ask(upgrade("/api/live")).status, 101);
        QVERIFY(page.send(masked("{\"t\":\"join\",\"token\":\"" + session(asks) + "\"}")));
        QCOMPARE(jsonField(frame(page), "t"), std::string("hello"));
        peer_->vanish();
        std::string told;
        while (told.find("\"away\"") == std::string::npos) {
            told = frame(page);
            QVERIFY(!told.empty());
        }
    }

    void videoComesByteForByte() {
        beginSecure();
        QVERIFY(peer_->openVideo(server_->lock()));
        using Kind = protocol::VideoHeader::Kind;
        QVERIFY(peer_->sendVideo(header(Kind::Init, 0, false), "init"));
        TlsClient page;
        QVERIFY(page.connect(server_->port()));
        QCOMPARE(page.ask(upgrade("/api/video")).status, 101);
        QVERIFY(frame(page).ends_with("init"));
        for (std::uint64_t i = 1; i <= 40; ++i) {
            const std::string bytes(i * 5'000, static_cast<char>('a' + i % 26));
            QVERIFY(peer_->sendVideo(header(Kind::Media, i, i == 1), bytes));
            const std::string got = frame(page);
            QCOMPARE(got.size(), bytes.size() + 32);
            QVERIFY(got.ends_with(bytes));
        }
    }

    void oldVersionsAreRefused() {
        beginSecure();
        QVERIFY(!TlsClient(TLS1_VERSION, TLS1_1_VERSION).connect(server_->port()));
        TlsClient old(TLS1_2_VERSION, TLS1_2_VERSION);
        QVERIFY(old.connect(server_->port()));
        QCOMPARE(old.version(), std::string("TLSv1.2"));
        QCOMPARE(old.ask(get("/healthz")).status, 200);
        TlsClient present;
        QVERIFY(present.connect(server_->port(), "http/1.1"));
        QCOMPARE(present.version(), std::string("TLSv1.3"));
        QCOMPARE(present.ask(get("/healthz")).body, std::string("ok"));
    }

    void plainHttpIsSentOn() {
        beginSecure();
        HttpClient client(server_->port());
        const HttpAnswer answer = client.raw("GET /healthz HTTP/1.1\r\nHost: 192.0.2.7:8443\r\n\r\n");
        QCOMPARE(answer.status, 301);
        QCOMPARE(answer.headers.at("location"), std::string("https://192.0.2.7:8443/"));
        HttpClient other(server_->port());
        QCOMPARE(other.raw("GET / HTTP/1.1\r\nHost: a b\\r\r\n\r\n").status, 400);
        QVERIFY(serves());
    }

    /// One who says nothing, one who says little by little, one who says rubbish.
    void handshakesHaveTheirTime() {
        beginSecure();
        TcpClient silent;
        TcpClient slow;
        TcpClient rubbish;
        QVERIFY(silent.connect(server_->port()) && slow.connect(server_->port()) &&
                rubbish.connect(server_->port()));
        QVERIFY(rubbish.send("\x16\x03\x01\x7f\xffrubbish" + std::string(40'000, 'r')));
        QVERIFY(rubbish.closedWithin(2'000));
        const auto begun = std::chrono::steady_clock::now();
        const std::string beginning("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
        bool over = false;
        for (std::size_t i = 0; !over && std::chrono::steady_clock::now() - begun < std::chrono::seconds(20);
             ++i) {
            slow.send(i < beginning.size() ? beginning.substr(i, 1) : std::string(1, 'x'));
            over = slow.closedWithin(500);
        }
        QVERIFY(over);
        QVERIFY(std::chrono::steady_clock::now() - begun >= std::chrono::seconds(4));
        QVERIFY(silent.closedWithin(5'000));
        QVERIFY(serves());
    }

    /// A flood of handshakes that are never finished: one address gets no more places than it may have.
    void aFloodOfHandshakesIsBounded() {
        begin({.more = {"--lan"}}); // with the public limits
        std::vector<TcpClient> flood(700);
        std::size_t connected = 0;
        for (TcpClient& one : flood)
            connected += one.connect(server_->port()) && one.send("\x16\x03\x01");
        QVERIFY(connected > 600);
        std::size_t refused = 0;
        QVERIFY(eventually([&] {
            refused = 0;
            for (TcpClient& one : flood)
                refused += one.closedWithin(1);
            return refused >= connected - 512;
        }));
        QVERIFY2(refused < connected, "all were refused: the bound is not what has done it");
        // When their time is over there is room again.
        QVERIFY(eventually([this] { return serves(); }, 15'000));
    }

    void theCertificateStaysOverARestart() {
        beginSecure();
        TlsClient before;
        QVERIFY(before.connect(server_->port()));
        peer_.reset();
        server_->kill9();
        QVERIFY2(server_->start(), server_->log().c_str());
        TlsClient after;
        QVERIFY(after.connect(server_->port()));
        QCOMPARE(after.fingerprint(), before.fingerprint());
    }

    /// The switch in the studio: a second way in, and nobody who is there notices.
    void phonesComeInBesideTheOthers() {
        begin({.benchLimits = true});
        HttpClient client(server_->port());
        WsClient page;
        QVERIFY(page.connect(server_->port(), "/api/live"));
        page.join(openSession(client));
        QVERIFY(page.receiveType("hello"));
        peer_->letPhonesIn(true);
        const auto reach = peer_->reach(true);
        QVERIFY2(reach, server_->log().c_str());
        QCOMPARE(reach->error, ErrorCode::None);
        QVERIFY(reach->url != server_->url());
        const int port = std::stoi(reach->url.substr(reach->url.rfind(':') + 1));
        TlsClient phone;
        QVERIFY(phone.connect(port));
        QCOMPARE(phone.fingerprint(), reach->fingerprint);
        QCOMPARE(phone.ask(get("/healthz")).status, 200);
        // The page of before is still told, at the port of before.
        QVERIFY(client.get("/healthz").status == 200);
        peer_->air(ProductId{"towel"});
        QVERIFY(page.receiveType("pin"));

        peer_->letPhonesIn(false);
        QVERIFY(peer_->reach(false));
        QVERIFY(!TlsClient().connect(port));
        QCOMPARE(phone.ask(get("/healthz")).status, 200); // who is in, stays
        peer_->letPhonesIn(true);
        const auto again = peer_->reach(true);
        QVERIFY(again);
        QCOMPARE(again->url, reach->url);
        QCOMPARE(again->fingerprint, reach->fingerprint);
    }

    void phonesFindTheSamePortAfterARestart() {
        begin({.benchLimits = true});
        peer_->letPhonesIn(true);
        const auto before = peer_->reach(true);
        QVERIFY(before);
        server_->kill9();
        QVERIFY2(server_->start(), server_->log().c_str());
        QVERIFY(peer_->attach(server_->lock()));
        peer_->letPhonesIn(true);
        const auto after = peer_->reach(true);
        QVERIFY(after);
        QCOMPARE(after->url, before->url);
    }

    /// Behind a proxy, limits count whom it names, not itself; nobody else is believed.
    void aProxyNamesWhoAsks() {
        begin({.more = {"--behind-proxy", "loopback"}});
        HttpClient client(server_->port());
        const auto asked = [&](const std::string& from) {
            return client.post("/api/session", "{}", {}, {{"X-Forwarded-For", from}}).status;
        };
        int refusedAt = 0;
        for (int i = 1; i <= 80 && refusedAt == 0; ++i)
            refusedAt = asked("203.0.113.7, 198.51.100.1") == 429 ? i : 0;
        QVERIFY(refusedAt > 30);
        // What the client itself put in front changes nothing; another client is another.
        QCOMPARE(asked("203.0.113.99, 198.51.100.1"), 429);
        QCOMPARE(asked("198.51.100.2"), 201);
        QCOMPARE(asked("nonsense"), 201);
        // A proxy that adds a line of its own leaves the client's before it.
        HttpClient twice(server_->port());
        QCOMPARE(twice
                     .raw("POST /api/session HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.5\r\n"
                          "X-Forwarded-For: 198.51.100.1\r\nContent-Type: application/json\r\n"
                          "Content-Length: 2\r\n\r\n{}")
                     .status,
                 429);
    }

    void withoutAProxyNobodyIsBelieved() {
        begin({});
        HttpClient client(server_->port());
        int refused = 0;
        for (int i = 1; i <= 80; ++i)
            refused +=
                client
                    .post("/api/session", "{}", {}, {{"X-Forwarded-For", "198.51.100." + std::to_string(i)}})
                    .status == 429;
        QVERIFY(refused > 0);
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "TlsTest.moc"
