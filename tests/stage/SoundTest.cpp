// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/ClapPairs.hpp"
#include "stage/SoundWatch.hpp"

#include <QtTest>

using namespace vitrina;
using namespace vitrina::stage;

namespace {

const SourceId host{"host"};
const SourceId phone{"phone"};
constexpr std::int64_t begin = 1'000'000;

/// Readings as they come, 20 a second.
struct Room {
    SoundWatch watch;
    std::int64_t nowMs = begin;
    bool onAir = true;
    bool hostOpen = true;
    bool phoneOpen = false;

    void hear(float hostDb, float phoneDb, std::int64_t forMs, float programDb = -20.0F) {
        for (const std::int64_t until = nowMs + forMs; nowMs < until; nowMs += 50)
            watch.measured({{host, hostDb, hostOpen, true},
                            {phone, phoneDb, phoneOpen, false},
                            {{}, programDb, true, false}},
                           onAir, nowMs);
    }
    bool silent(const SourceId& source) const { return watch.warnings().silentSinceMs.contains(source); }
    bool clips(const SourceId& source) const { return watch.warnings().clipping.contains(source); }
};

} // namespace

class SoundTest : public QObject {
    Q_OBJECT

  private slots:
    void aSilentHostIsToldAfterTenSeconds() {
        Room room;
        room.hear(-20, -96, 3000);
        room.hear(-96, -96, 9900);
        QVERIFY(!room.silent(host));
        room.hear(-96, -96, 300);
        QVERIFY(room.silent(host));
        QVERIFY(room.watch.warnings().silentSinceMs.at(host) - (begin + 3000) < 100);
        QVERIFY(!room.silent(phone) && !room.silent({}));
        room.hear(-30, -96, 50);
        QVERIFY(!room.silent(host));
    }
    /// A microphone that has never worked is the worst of all.
    void aHostNeverHeardIsTold() {
        Room room;
        room.hear(-96, -96, 10'100);
        QVERIFY(room.silent(host));
    }
    void anotherIsMissedOnlyOnceItWasHeard() {
        Room room;
        room.phoneOpen = true;
        room.hear(-20, -96, 15'000);
        QVERIFY(!room.silent(phone));
        room.hear(-20, -40, 1000);
        room.hear(-20, -96, 10'200);
        QVERIFY(room.silent(phone));
    }
    void mutedIsNotSilent() {
        Room room;
        room.hear(-20, -96, 1000);
        room.hostOpen = false;
        room.hear(-96, -96, 20'000);
        QVERIFY(!room.silent(host));
        // Opened again: ten seconds from then.
        room.hostOpen = true;
        room.hear(-96, -96, 9000);
        QVERIFY(!room.silent(host));
        room.hear(-96, -96, 1500);
        QVERIFY(room.silent(host));
        room.hostOpen = false;
        room.hear(-96, -96, 50);
        QVERIFY(!room.silent(host));
    }
    void aBreakIsNotSilent() {
        Room room;
        room.hear(-20, -96, 1000);
        room.onAir = false;
        room.hear(-96, -96, 60'000);
        QVERIFY(!room.silent(host));
        room.onAir = true;
        room.hear(-96, -96, 9900);
        QVERIFY(!room.silent(host));
        room.hear(-96, -96, 300);
        QVERIFY(room.silent(host));
        room.onAir = false;
        room.hear(-96, -96, 50);
        QVERIFY(!room.silent(host));
    }
    void onePeakIsNoClipping() {
        Room room;
        room.hear(0, -96, 100);
        room.hear(-6, -96, 3000);
        QVERIFY(!room.clips(host));
        room.hear(0, -96, 50);
        room.hear(-6, -96, 3000);
        QVERIFY(!room.clips(host));
    }
    void severalPeaksAreAndItGoesByItself() {
        Room room;
        room.hear(0, -96, 150);
        QVERIFY(room.clips(host));
        QVERIFY(!room.clips({}));
        room.hear(-6, -96, 4800);
        QVERIFY(room.clips(host));
        room.hear(-6, -96, 600);
        QVERIFY(!room.clips(host));
    }
    void theProgramClipsToo() {
        Room room;
        room.hear(-6, -96, 200, -0.05F);
        QVERIFY(room.clips({}));
    }
    void mutedDoesNotClip() {
        Room room;
        room.phoneOpen = false;
        room.hear(-6, 0, 1000);
        QVERIFY(!room.clips(phone));
        room.phoneOpen = true;
        room.hear(-6, 0, 200);
        QVERIFY(room.clips(phone));
        room.phoneOpen = false;
        room.hear(-6, 0, 50);
        QVERIFY(!room.clips(phone));
    }
    void whatIsGoneIsForgotten() {
        Room room;
        room.hear(-96, -96, 11'000);
        QVERIFY(room.silent(host));
        room.watch.measured({{phone, -20, true, false}}, true, room.nowMs);
        QCOMPARE(room.watch.warnings(), SoundWarnings{});
    }

    void clapsArePaired() {
        ClapPairs pairs(host, phone);
        for (const std::int64_t at : {1'000'000, 4'000'000, 7'000'000}) {
            QVERIFY(pairs.heard(host, at));
            QVERIFY(pairs.heard(phone, at + 310'000 + (at == 4'000'000 ? 12'000 : 0)));
        }
        QVERIFY(!pairs.heard(SourceId{"other"}, 1));
        QCOMPARE(pairs.difference(), (ClapDifference{3, 310, 12}));
    }
    void aClapOneHasMissedIsLeftOut() {
        ClapPairs pairs(host, phone);
        pairs.heard(phone, 10'160'000);
        pairs.heard(host, 1'000'000);
        pairs.heard(host, 5'000'000);
        pairs.heard(host, 10'000'000);
        pairs.heard(phone, 5'150'000);
        QCOMPARE(pairs.difference(), (ClapDifference{2, 160, 10}));
        QCOMPARE(pairs.heardEarly(), 3);
        QCOMPARE(pairs.heardLate(), 2);
    }
    void nothingHeardIsNothing() {
        ClapPairs pairs(host, phone);
        QCOMPARE(pairs.difference(), ClapDifference{});
        pairs.heard(host, 1'000'000);
        pairs.heard(phone, 9'000'000);
        QCOMPARE(pairs.difference().count, 0);
        pairs.heard(phone, 700'000);
        QCOMPARE(pairs.difference(), (ClapDifference{1, -300, 0}));
    }
};

QTEST_APPLESS_MAIN(SoundTest)
#include "SoundTest.moc"
