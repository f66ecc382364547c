// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Slide.hpp"

#include <QTest>

using namespace vitrina::stage;

class SlideTest : public QObject {
    Q_OBJECT

  private slots:
    void addressesAreReadAndWritten();
    void anAddressOfNoSlideIsNone();
    void theHostsTimeComesBeforeThePlannedOne();
    void aTimeOfDayIsTheNearestOne();
    void whatHasNothingToWaitForDoesNotCount();
};

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t riga = 2 * hour;
/// 18:30 UTC of some day.
constexpr std::int64_t evening = 20'000 * 24 * hour + 18 * hour + 30 * minute;

} // namespace

void SlideTest::addressesAreReadAndWritten() {
    for (const char* address :
         {"starting_soon", "break", "thanks", "standby", "starting_soon?until=0:00", "break?until=23:59"}) {
        const auto slide = slideFromAddress(address);
        QVERIFY2(slide, address);
        QCOMPARE(addressOf(*slide), std::string(address));
    }
    QCOMPARE(slideFromAddress("break?until=07:05")->untilMinute, std::optional(425));
    QCOMPARE(addressOf(*slideFromAddress("break?until=07:05")), std::string("break?until=7:05"));
}

void SlideTest::anAddressOfNoSlideIsNone() {
    for (const char* address :
         {"", "pause", "Break", "break?", "break?until=", "break?until=24:00", "break?until=12:60",
          "break?until=1230", "break?until=-1:30", "break?until=1:2x"})
        QVERIFY2(!slideFromAddress(address), address);
}

void SlideTest::theHostsTimeComesBeforeThePlannedOne() {
    const Slide planned{SlideKind::StartingSoon, {}};
    QCOMPARE(secondsLeft(planned, evening + 90 * 1000, evening, riga), std::optional<std::int64_t>(90));
    QCOMPARE(secondsLeft(planned, evening + 1, evening, riga), std::optional<std::int64_t>(1));
    QCOMPARE(secondsLeft(planned, evening - hour, evening, riga), std::optional<std::int64_t>(0));
    const Slide set{SlideKind::StartingSoon, 20 * 60 + 45}; // 20:45 in Riga, 18:45 UTC
    QCOMPARE(secondsLeft(set, evening + 90 * 1000, evening, riga), std::optional<std::int64_t>(900));
}

void SlideTest::aTimeOfDayIsTheNearestOne() {
    const std::int64_t beforeMidnight = 20'000 * 24 * hour + 23 * hour + 50 * minute;
    QCOMPARE(secondsLeft({SlideKind::Break, 10}, 0, beforeMidnight, 0), std::optional<std::int64_t>(1200));
    QCOMPARE(secondsLeft({SlideKind::Break, 23 * 60 + 50}, 0, beforeMidnight + 20 * minute, 0),
             std::optional<std::int64_t>(0));
}

void SlideTest::whatHasNothingToWaitForDoesNotCount() {
    QVERIFY(!secondsLeft({SlideKind::StartingSoon, {}}, 0, evening, riga));
    QVERIFY(!secondsLeft({SlideKind::StartingSoon, {}}, evening - 13 * hour, evening, riga));
    QVERIFY(!secondsLeft({SlideKind::Break, {}}, evening + hour, evening, riga));
    QVERIFY(!secondsLeft({SlideKind::Thanks, 600}, evening + hour, evening, riga));
}

QTEST_GUILESS_MAIN(SlideTest)
#include "SlideTest.moc"
