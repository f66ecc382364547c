// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "rehearsal/Audience.hpp"
#include "support/ChildProcess.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

#include <algorithm>
#include <map>

using namespace vitrina;
using namespace vitrina::rehearsal;
using vitrina::test::eventually;

namespace {

struct Sums {
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;
    bool operator==(const Sums&) const = default;
};

Sums sumsOf(const AudienceCounts& counts) {
    return {counts.messages, counts.orders, counts.units, counts.gmvMinor};
}

/// The same from the server's own records.
Sums sumsOf(const std::vector<record::Record>& records) {
    Sums sums;
    for (const record::Record& record : records) {
        if (const auto* audience = std::get_if<audience::Fact>(&record.fact))
            sums.messages += std::holds_alternative<audience::MessagePosted>(*audience) ? 1 : 0;
        const auto* commerce = std::get_if<commerce::Fact>(&record.fact);
        const auto* placed = commerce ? std::get_if<commerce::OrderPlaced>(commerce) : nullptr;
        if (!placed)
            continue;
        ++sums.orders;
        sums.gmvMinor += placed->order.total.minor;
        for (const commerce::OrderLine& line : placed->order.lines)
            sums.units += line.quantity;
    }
    return sums;
}

std::map<Sku, commerce::StockLevel> lastLevels(const std::vector<record::Record>& records) {
    std::map<Sku, commerce::StockLevel> last;
    for (const record::Record& record : records) {
        const auto* commerce = std::get_if<commerce::Fact>(&record.fact);
        if (const auto* placed = commerce ? std::get_if<commerce::OrderPlaced>(commerce) : nullptr) {
            for (const auto& [sku, level] : placed->levels)
                last[sku] = level;
        }
    }
    return last;
}

QByteArray asText(const Sums& sums) {
    return QByteArray("messages ") + QByteArray::number(qlonglong(sums.messages)) + " orders " +
           QByteArray::number(qlonglong(sums.orders)) + " units " +
           QByteArray::number(qlonglong(sums.units)) + " gmv " + QByteArray::number(qlonglong(sums.gmvMinor));
}

AudienceConfig busy(int port, int viewers = 10) {
    AudienceConfig config;
    config.port = static_cast<std::uint16_t>(port);
    config.viewers = viewers;
    config.arrivals = std::chrono::milliseconds(200);
    config.betweenMessages = std::chrono::milliseconds(1500);
    config.betweenOrders = std::chrono::milliseconds(600);
    config.videoWatchers = 2;
    return config;
}

/// A server with the demo shop on sale and a product pinned.
struct LiveShow {
    explicit LiveShow(std::int64_t pieces, int port = 0) : server(onPort(port)) {
        on = server.start() && peer.attach(server.lock());
        if (!on)
            return;
        peer.openShop(test::demoShop(pieces));
        peer.goLive();
        peer.air(ProductId{"towel"});
        on = peer.waitForAck();
    }
    static test::ServerProcess::Options onPort(int port) {
        test::ServerProcess::Options options;
        options.port = port;
        return options;
    }
    /// The clients' figures against the records that reached the studio's end.
    bool agrees(const Sums& clients) {
        return eventually([&] { return sumsOf(peer.received()) == clients; }, 10'000);
    }

    test::ServerProcess server;
    test::StudioPeer peer;
    bool on = false;
};

} // namespace

class AudienceTest : public QObject {
    Q_OBJECT

  private slots:
    void whatTheyWereAnsweredIsWhatTheServerRecorded() {
        LiveShow show(24);
        QVERIFY2(show.on, show.server.log().c_str());
        Audience audience(busy(show.server.port()));
        audience.start();
        QVERIFY(eventually([&] { return audience.counts().watching == 10; }));
        QVERIFY(eventually(
            [&] {
                const AudienceCounts counts = audience.counts();
                return counts.orders >= 30 && counts.messages >= 10;
            },
            30'000));
        const AudienceCounts counts = audience.stop();
        QCOMPARE(counts.joined, 10);
        QCOMPARE(counts.watchingPeak, 10);
        QCOMPARE(counts.watching, 0);
        QCOMPARE(counts.unanswered, 0);
        QCOMPARE(counts.repeatedNumbers, 0);
        QVERIFY(counts.units >= counts.orders);
        QVERIFY2(show.agrees(sumsOf(counts)),
                 asText(sumsOf(counts)) + " against " + asText(sumsOf(show.peer.received())));
    }

    void aShopIsSoldOutAndNeverOversold() {
        LiveShow show(2);
        QVERIFY2(show.on, show.server.log().c_str());
        AudienceConfig config = busy(show.server.port(), 20);
        config.betweenOrders = std::chrono::milliseconds(150);
        config.betweenMessages = std::chrono::milliseconds(0);
        Audience audience(config);
        audience.start();
        // Two pieces of each of five SKUs.
        QVERIFY(eventually([&] { return audience.counts().units == 10; }, 30'000));
        const AudienceCounts counts = audience.stop();
        QCOMPARE(counts.units, 10);
        QCOMPARE(counts.messages, 0);
        QVERIFY(show.agrees(sumsOf(counts)));
        const auto levels = lastLevels(show.peer.received());
        QCOMPARE(levels.size(), std::size_t(5));
        for (const auto& [sku, level] : levels)
            QCOMPARE(level.available(), 0);
    }

    void aKilledServerCostsNoAnswerAndNoOrderTwice() {
        const int port = test::freePort();
        LiveShow show(400, port);
        QVERIFY2(show.on, show.server.log().c_str());
        Audience audience(busy(port));
        audience.start();
        QVERIFY(eventually([&] { return audience.counts().orders >= 8; }, 20'000));
        show.server.kill9();
        const auto held = show.peer.received();
        QVERIFY(show.server.start());
        QVERIFY(show.peer.attach(show.server.lock()));
        const std::int64_t before = audience.counts().orders;
        QVERIFY(eventually([&] { return audience.counts().orders >= before + 12; }, 30'000));
        const AudienceCounts counts = audience.stop();
        QVERIFY(counts.reconnects > 0);
        QCOMPARE(counts.unanswered, 0);
        QCOMPARE(counts.repeatedNumbers, 0);
        QVERIFY2(show.agrees(sumsOf(counts)),
                 asText(sumsOf(counts)) + " against " + asText(sumsOf(show.peer.received())));
        QVERIFY(held.size() < show.peer.received().size());
    }

    void someTakeTheVideo() {
        LiveShow show(5);
        QVERIFY2(show.on, show.server.log().c_str());
        QVERIFY(show.peer.openVideo(show.server.lock()));
        protocol::VideoHeader header;
        header.kind = protocol::VideoHeader::Kind::Init;
        header.epoch = 1;
        QVERIFY(show.peer.sendVideo(header, "init"));
        Audience audience(busy(show.server.port(), 3));
        audience.start();
        QVERIFY(eventually([&] { return audience.counts().watching == 3; }));
        header.kind = protocol::VideoHeader::Kind::Media;
        const auto sendNext = [&] {
            ++header.seq;
            header.key = header.seq % 10 == 1;
            header.mediaUs += 33'333;
            return show.peer.sendVideo(header, std::string(500, 'v'));
        };
        QVERIFY(eventually([&] { return sendNext() && audience.counts().videoFragments >= 60; }, 15'000));
        const AudienceCounts counts = audience.stop();
        QCOMPARE(counts.videoGaps, 0);
    }

    void withNoServerTheyLeaveWhenTold() {
        AudienceConfig config = busy(test::freePort(), 4);
        Audience audience(config);
        audience.start();
        QVERIFY(eventually([&] { return audience.counts().reconnects > 0; }));
        const auto since = std::chrono::steady_clock::now();
        const AudienceCounts counts = audience.stop(std::chrono::milliseconds(300));
        QVERIFY(std::chrono::steady_clock::now() - since < std::chrono::seconds(5));
        QCOMPARE(counts.joined, 0);
        QCOMPARE(sumsOf(counts), Sums());
    }

    void oneThatIsForgottenGoesByItself() {
        LiveShow show(24);
        QVERIFY2(show.on, show.server.log().c_str());
        {
            Audience audience(busy(show.server.port()));
            audience.start();
            QVERIFY(eventually([&] { return audience.counts().orders > 0; }, 10'000));
        }
        // The server has not been harmed by their leaving in the middle.
        QVERIFY(show.server.running());
    }
};

QTEST_GUILESS_MAIN(AudienceTest)
#include "AudienceTest.moc"
