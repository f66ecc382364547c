// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "link/VideoQueue.hpp"
#include "link/OffsetMeter.hpp"

#include <QtTest>
#include <rapidcheck.h>

using namespace vitrina;
using link::VideoPiece;
using link::VideoQueue;
using Kind = protocol::VideoHeader::Kind;

namespace {

VideoPiece init(std::uint16_t epoch) {
    return {{Kind::Init, false, epoch, 0, 0, 0, 0}, std::make_shared<const std::vector<std::uint8_t>>(10)};
}
VideoPiece media(std::uint16_t epoch, std::uint32_t seq, bool key, std::size_t bytes = 1000) {
    return {{Kind::Media, key, epoch, seq, 0, 0, seq * 100'000ull},
            std::make_shared<const std::vector<std::uint8_t>>(bytes)};
}
/// What is in the queue as words: "init1 k1 2 3".
std::string drained(VideoQueue& queue) {
    std::string words;
    while (const auto piece = queue.pop()) {
        words += words.empty() ? "" : " ";
        if (piece->header.kind == Kind::Init)
            words += "init" + std::to_string(piece->header.epoch);
        else
            words += (piece->header.key ? "k" : "") + std::to_string(piece->header.seq);
    }
    return words;
}

} // namespace

class VideoQueueTest : public QObject {
    Q_OBJECT

  private slots:
    void startsWithInitAndKeyFrame();
    void twoSecondsAreTheMost();
    void bytesAreBounded();
    void aNewEpochBringsItsInit();
    void aNewConnectionBeginsAnew();
    void neverADecodingGap();
    void offsetsOfTheQuickestPing();
};

void VideoQueueTest::startsWithInitAndKeyFrame() {
    VideoQueue queue;
    queue.push(media(1, 1, true)); // no init yet
    queue.push(init(1));
    queue.push(media(1, 2, false));
    QVERIFY(queue.empty());
    queue.push(media(1, 3, true));
    queue.push(media(1, 4, false));
    QCOMPARE(drained(queue), std::string("init1 k3 4"));
    QCOMPARE(queue.dropped(), std::uint64_t{2});
}

void VideoQueueTest::twoSecondsAreTheMost() {
    VideoQueue queue;
    queue.push(init(1));
    for (std::uint32_t seq = 1; seq <= 24; ++seq) // ten a second, a key frame each second
        queue.push(media(1, seq, seq % 10 == 1));
    QCOMPARE(drained(queue),
             std::string()); // 22 went over 2 s: all before it are gone, the next key frame is 31
    for (std::uint32_t seq = 25; seq <= 32; ++seq)
        queue.push(media(1, seq, seq % 10 == 1));
    QCOMPARE(drained(queue), std::string("init1 k31 32"));
    QCOMPARE(queue.dropped(), std::uint64_t{30});
}

void VideoQueueTest::bytesAreBounded() {
    VideoQueue queue;
    queue.push(init(1));
    for (std::uint32_t seq = 1; seq <= 9; ++seq)
        queue.push(media(1, seq, true, 4u << 20));
    QVERIFY(queue.bytes() <= VideoQueue::maxBytes);
    QVERIFY(queue.dropped() > 0);
    QVERIFY(drained(queue).find("init1 k") == 0);
    QCOMPARE(queue.bytes(), std::size_t{0});
}

void VideoQueueTest::aNewEpochBringsItsInit() {
    VideoQueue queue;
    queue.push(init(1));
    queue.push(media(1, 1, true));
    queue.push(init(2));
    queue.push(media(1, 2, false)); // late from the old encoder
    queue.push(media(2, 3, true));
    QCOMPARE(drained(queue), std::string("init1 k1 init2 k3"));
}

void VideoQueueTest::aNewConnectionBeginsAnew() {
    VideoQueue queue;
    queue.push(init(1));
    queue.push(media(1, 1, true));
    queue.pop();
    queue.pop();
    queue.restart();
    queue.push(media(1, 2, false));
    queue.push(media(1, 3, true));
    QCOMPARE(drained(queue), std::string("init1 k3"));
}

void VideoQueueTest::neverADecodingGap() {
    QVERIFY(rc::check(
        "what leaves can be decoded: a piece follows its predecessor or is a key frame with its init", [] {
            VideoQueue queue;
            std::uint16_t epoch = 0;
            std::uint32_t seq = 0;
            std::uint16_t initOut = 0;
            std::uint32_t last = 0;
            for (int i = *rc::gen::inRange(0, 200); i > 0; --i) {
                switch (*rc::gen::inRange(0, 12)) {
                case 0:
                    queue.push(init(++epoch));
                    break;
                case 1:
                    queue.restart();
                    initOut = 0;
                    last = 0;
                    break;
                case 2:
                case 3:
                case 4:
                    if (const auto piece = queue.pop()) {
                        if (piece->header.kind == Kind::Init) {
                            initOut = piece->header.epoch;
                        } else {
                            RC_ASSERT(piece->header.epoch == initOut);
                            RC_ASSERT(piece->header.key || piece->header.seq == last + 1);
                            last = piece->header.seq;
                        }
                    }
                    break;
                default:
                    ++seq;
                    queue.push(media(epoch, seq, seq % 10 == 0));
                }
            }
        }));
}

void VideoQueueTest::offsetsOfTheQuickestPing() {
    link::OffsetMeter meter;
    QCOMPARE(meter.best().roundTripMs, std::int64_t{-1});
    meter.add({1000, 10}, 6050, {1100, 110}); // 100 ms there and back
    QCOMPARE(meter.best().offsetMs, std::int64_t{5000});
    meter.add({2000, 1010}, 7090, {2100, 1110}); // as quick, later
    QCOMPARE(meter.best().offsetMs, std::int64_t{5040});
    meter.add({3000, 2010}, 9000, {3900, 2910}); // slow: not believed
    QCOMPARE(meter.best().offsetMs, std::int64_t{5040});
    for (int i = 0; i < 8; ++i)
        meter.add({4000, 3000}, 4000, {4500, 3500});
    QCOMPARE(meter.best().offsetMs, std::int64_t{-250}); // the quick ones are too old by now
}

QTEST_GUILESS_MAIN(VideoQueueTest)
#include "VideoQueueTest.moc"
