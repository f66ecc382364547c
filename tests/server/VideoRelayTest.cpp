// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/video/VideoRelay.hpp"

#include <QTest>
#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::server;

namespace {

using Kind = protocol::VideoHeader::Kind;

VideoPiece piece(Kind kind, bool key, std::uint32_t seq, std::uint64_t mediaMs, std::size_t size = 10,
                 std::uint16_t epoch = 1) {
    return {{kind, key, epoch, seq, 0, 0, mediaMs * 1'000},
            ws::makeFrame(ws::Opcode::Binary,
                          std::to_string(seq) + std::string(size, kind == Kind::Init ? 'i' : 'm'))};
}

/// What a viewer gets until there is nothing more, as numbers.
std::vector<int> drain(VideoRelay& relay, VideoRelay::Viewer viewer) {
    std::vector<int> numbers;
    while (const auto frame = relay.take(viewer)) {
        const std::size_t head = static_cast<unsigned char>((*frame)[1]) < 126    ? 2
                                 : static_cast<unsigned char>((*frame)[1]) == 126 ? 4
                                                                                  : 10;
        numbers.push_back(std::atoi(frame->c_str() + head));
    }
    return numbers;
}

using Numbers = std::vector<int>;

} // namespace

class VideoRelayTest final : public QObject {
    Q_OBJECT
  private slots:
    void aNewViewerBeginsAtTheLastKeyFrame() {
        VideoRelay relay(1'000'000, 2'000);
        relay.push(piece(Kind::Media, true, 1, 0)); // before any init: nobody could play it
        relay.push(piece(Kind::Init, false, 100, 0));
        relay.push(piece(Kind::Media, true, 2, 0));
        relay.push(piece(Kind::Media, false, 3, 33));
        relay.push(piece(Kind::Media, true, 4, 1'000));
        relay.push(piece(Kind::Media, false, 5, 1'033));
        const auto viewer = relay.join();
        QCOMPARE(drain(relay, viewer), (Numbers{100, 4, 5}));
        relay.push(piece(Kind::Media, false, 6, 1'066));
        QCOMPARE(drain(relay, viewer), (Numbers{6}));
        relay.leave(viewer);
        QVERIFY(!relay.take(viewer));
    }

    void beforeAnythingThereIsNothing() {
        VideoRelay relay(1'000'000, 2'000);
        const auto viewer = relay.join();
        QCOMPARE(drain(relay, viewer), Numbers{});
        relay.push(piece(Kind::Init, false, 100, 0));
        relay.push(piece(Kind::Media, false, 1, 0)); // no picture without its key frame
        relay.push(piece(Kind::Media, true, 2, 33));
        QCOMPARE(drain(relay, viewer), (Numbers{100, 2}));
    }

    void oneWhoLagsInTimeGoesOnAtTheNextKeyFrame() {
        VideoRelay relay(100'000'000, 2'000);
        relay.push(piece(Kind::Init, false, 900, 0));
        const auto slow = relay.join();
        const auto quick = relay.join();
        Numbers seen;
        for (int i = 0; i < 100; ++i) { // 33 ms each, a key frame every 30
            relay.push(piece(Kind::Media, i % 30 == 0, static_cast<std::uint32_t>(i),
                             static_cast<std::uint64_t>(i) * 33));
            for (const int number : drain(relay, quick))
                seen.push_back(number);
        }
        QCOMPARE(seen.size(), 101u); // the quick one misses nothing, because of nobody
        QCOMPARE(relay.skips(), 1u);
        const Numbers late = drain(relay, slow);
        QCOMPARE(late.front(), 900);
        QCOMPARE(late.at(1), 90);
        QCOMPARE(late.back(), 99);
        QCOMPARE(late.size(), 11u);
    }

    void oneWhoLagsInBytesToo() {
        VideoRelay relay(50'000, 1'000'000);
        relay.push(piece(Kind::Init, false, 900, 0));
        const auto viewer = relay.join();
        for (int i = 0; i < 40; ++i)
            relay.push(piece(Kind::Media, i % 10 == 0, static_cast<std::uint32_t>(i),
                             static_cast<std::uint64_t>(i), 2'000));
        QVERIFY(relay.queuedBytes(viewer) <= 50'000);
        const Numbers numbers = drain(relay, viewer);
        QCOMPARE(numbers.front(), 900);
        QCOMPARE(numbers.at(1) % 10, 0);
        QCOMPARE(numbers.back(), 39);
    }

    void aNewInitBeginsANewLine() {
        VideoRelay relay(1'000'000, 2'000);
        relay.push(piece(Kind::Init, false, 900, 0));
        relay.push(piece(Kind::Media, true, 1, 5'000));
        const auto viewer = relay.join();
        drain(relay, viewer);
        relay.push(piece(Kind::Init, false, 901, 0, 10, 2));
        relay.push(piece(Kind::Media, false, 2, 5'033, 10, 2)); // belongs to nothing
        relay.push(piece(Kind::Media, true, 3, 5'066, 10, 2));
        QCOMPARE(drain(relay, viewer), (Numbers{901, 3}));
        QCOMPARE(drain(relay, relay.join()), (Numbers{901, 3}));
    }

    void whatAViewerGetsCanAlwaysBePlayed() {
        QVERIFY(rc::check("init first, a key frame after every gap, bounds kept", [] {
            VideoRelay relay(6'000, 400);
            relay.push(piece(Kind::Init, false, 0, 0));
            const auto viewer = relay.join();
            std::vector<std::pair<int, bool>> made; // media pieces: number, key
            Numbers got;
            const auto steps = *rc::gen::inRange(1, 120);
            for (int i = 1; i <= steps; ++i) {
                const bool key = *rc::gen::inRange(0, 8) == 0;
                made.emplace_back(i, key);
                relay.push(piece(Kind::Media, key, static_cast<std::uint32_t>(i),
                                 static_cast<std::uint64_t>(i) * 33,
                                 static_cast<std::size_t>(*rc::gen::inRange(1, 900))));
                RC_ASSERT(relay.queuedBytes(viewer) <= 6'000u + 1'000u);
                if (*rc::gen::inRange(0, 10) < 2) {
                    for (const int number : drain(relay, viewer))
                        got.push_back(number);
                }
            }
            for (const int number : drain(relay, viewer))
                got.push_back(number);
            RC_ASSERT(got.empty() || got.front() == 0);
            int before = -1;
            for (const int number : got) {
                if (number != 0 && number != before + 1)
                    RC_ASSERT(
                        made.at(static_cast<std::size_t>(number) - 1).second); // after a gap: a key frame
                RC_ASSERT(number == 0 || number > before);
                before = number == 0 ? before : number;
            }
        }));
    }
};

QTEST_GUILESS_MAIN(VideoRelayTest)
#include "VideoRelayTest.moc"
