// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/Summary.hpp"

#include "insight/support/ShowRecords.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace vitrina;
using namespace vitrina::insight;
using test::ShowRecords;

namespace {

/// Two minutes and a half live: hello, mug, towel; three orders, four messages, a lost camera.
ShowRecords smallRun(std::int64_t offsetMs = 0) {
    ShowRecords show;
    const show::Show plan = test::smallShow();
    const auto& items = plan.rundown.segments;
    show.open(plan, test::smallCatalogue(), offsetMs);
    show.watch(1000, 4, 4);
    show.say(5000, "when?");
    show.studio(10'000, show::Fact{show::WentLive{}});
    show.take(10'000, "a1", items[0].items[0]);
    show.say(20'000, "hi");
    show.watch(40'000, 10, 12);
    show.take(70'000, "a2", items[0].items[1]);
    show.order(80'000, "v1", "a2", {{Sku{"MUG"}, 2, 1800}}, {{Sku{"MUG"}, {10, 0, 2}}});
    show.studio(90'000, record::OwnFact{record::FaultRaised{"source:host", ErrorCode::CameraLost, ""}});
    show.say(95'000, "nice");
    show.studio(102'000, record::OwnFact{record::FaultCleared{"source:host"}});
    show.take(130'000, "a3", items[1].items[1]);
    show.order(140'000, "v1", "", {{Sku{"TOWEL-S"}, 1, 2400}, {Sku{"MUG"}, 1, 1800}},
               {{Sku{"TOWEL-S"}, {5, 0, 1}}, {Sku{"MUG"}, {10, 0, 3}}});
    show.watch(150'000, 0, 12);
    show.studio(160'000, show::Fact{show::RunEnded{}});
    show.order(170'000, "v2", "", {{Sku{"MUG"}, 1, 1800}}, {{Sku{"MUG"}, {10, 1, 4}}});
    show.say(171'000, "bye");
    return show;
}

} // namespace

class SummaryTest : public QObject {
    Q_OBJECT

  private slots:
    void totalsAreOfTheWholeRun();
    void whatWentBackIsInNetAndLevels();
    void itemsHaveWhatCameWhileOnAir();
    void skusHaveTheLastLevels();
    void timelineCoversTheLiveTime();
    void viewersHoldUntilTheNextCount();
    void faultsHaveALength();
    void theServersClockMayBeOff();
    void aRunningShowLastsUntilNow();
    void anotherBootIsMeasuredByTheWall();
    void nothingMakesNothing();
    void arrivalOrderDoesNotMatter();
};

void SummaryTest::totalsAreOfTheWholeRun() {
    const Summary summary = summarise(smallRun().records);
    QCOMPARE(summary.startedWallMs, ShowRecords::startWallMs + 10'000);
    QCOMPARE(summary.endedWallMs, ShowRecords::startWallMs + 160'000);
    QCOMPARE(summary.durationMs, 150'000);
    QCOMPARE(summary.takes, 3);
    QCOMPARE(summary.viewersPeak, 12);
    QCOMPARE(summary.messages, 4);
    QCOMPARE(summary.orders, 3);
    QCOMPARE(summary.units, 5);
    QCOMPARE(summary.buyers, 2);
    QCOMPARE(summary.gmv, (Money{2 * 1800 + 2400 + 1800 + 1800, "EUR"}));
}

void SummaryTest::whatWentBackIsInNetAndLevels() {
    ShowRecords show = smallRun();
    using commerce::OrderChanged;
    using commerce::OrderState;
    // The first is cancelled and its mugs are back; of the second 10.00 went back, in two steps.
    show.server(180'000, commerce::Fact{OrderChanged{
                             OrderNumber{"1"}, OrderState::Cancelled, 0, {{Sku{"MUG"}, {10, 0, 2}}}, false}});
    show.server(181'000, commerce::Fact{OrderChanged{OrderNumber{"2"}, OrderState::Sent, 400, {}, true}});
    show.server(182'000, commerce::Fact{OrderChanged{OrderNumber{"2"}, OrderState::Sent, 1'000, {}, true}});
    const Summary summary = summarise(show.records);
    QCOMPARE(summary.gmv, (Money{2 * 1800 + 2400 + 1800 + 1800, "EUR"}));
    QCOMPARE(summary.netGmv, (Money{2400 + 1800 - 1'000 + 1800, "EUR"}));
    QCOMPARE(summary.skus[0].available, 8);
    QCOMPARE(summarise(smallRun().records).netGmv, summary.gmv);
}

void SummaryTest::itemsHaveWhatCameWhileOnAir() {
    const Summary summary = summarise(smallRun().records);
    QCOMPARE(summary.items.size(), std::size_t(3));
    const ItemSummary& mug = summary.items[1];
    QCOMPARE(mug.code, "7");
    QCOMPARE(mug.plannedMs, 60'000);
    QCOMPARE(mug.sinceLiveMs, 60'040);
    QCOMPARE(mug.airedMs, 59'960); // from the confirmation to the next take
    QCOMPARE(mug.orders, 1);
    QCOMPARE(mug.gmvMinor, 3600);
    QCOMPARE(mug.messages, 1);
    QCOMPARE(summary.items[0].messages, 1);
    QCOMPARE(summary.items[2].orders, 1); // not named by the server, but in its time
    QCOMPARE(summary.items[2].airedMs, 29'960);
}

void SummaryTest::skusHaveTheLastLevels() {
    const Summary summary = summarise(smallRun().records);
    QCOMPARE(summary.skus.size(), std::size_t(3));
    QCOMPARE(summary.skus[0], (SkuSummary{Sku{"MUG"}, 3, 4, 7200, 10, 5}));
    QCOMPARE(summary.skus[1], (SkuSummary{Sku{"TOWEL-S"}, 1, 1, 2400, 5, 4}));
    QCOMPARE(summary.skus[2], (SkuSummary{Sku{"TOWEL-L"}, 0, 0, 0, 3, 3}));
}

void SummaryTest::timelineCoversTheLiveTime() {
    const Summary summary = summarise(smallRun().records);
    QCOMPARE(summary.timelineStepMs, 5000);
    QCOMPARE(summary.timeline.size(), std::size_t(30));
    QCOMPARE(summary.timeline[14], (TimePoint{70'000, 10, 0, 1, 3600}));
    QCOMPARE(summary.minutes.size(), std::size_t(3));
    QCOMPARE(summary.minutes[1], (MinutePoint{1, 10, 1, 1, 3600}));
    std::int64_t orders = 0;
    for (const TimePoint& point : summary.timeline)
        orders += point.orders;
    QCOMPARE(orders, 2); // the third came after the end
}

void SummaryTest::viewersHoldUntilTheNextCount() {
    const Summary summary = summarise(smallRun().records);
    QCOMPARE(summary.viewerMs, 4 * 30'000 + 10 * 110'000);
    QCOMPARE(summary.timeline[0].watching, 4); // counted before going live
    QCOMPARE(summary.timeline[5].watching, 4);
    QCOMPARE(summary.timeline[6].watching, 10);
    QCOMPARE(summary.timeline[29].watching, 0);
    QCOMPARE(summary.minutes[0].watching, 10);
}

void SummaryTest::faultsHaveALength() {
    ShowRecords show = smallRun();
    QCOMPARE(summarise(show.records).faultSpans,
             (std::vector{FaultSpan{"source:host", ErrorCode::CameraLost, 80'000, 12'000, true}}));
    QCOMPARE(summarise(show.records).faults, (std::vector<std::string>{"source:host: camera_lost"}));
    ShowRecords open;
    open.open(test::smallShow(), test::smallCatalogue());
    open.studio(1000, show::Fact{show::WentLive{}});
    open.studio(2000, record::OwnFact{record::FaultRaised{"link", ErrorCode::LinkDown, ""}});
    open.studio(9000, show::Fact{show::RunEnded{}});
    QCOMPARE(summarise(open.records).faultSpans,
             (std::vector{FaultSpan{"link", ErrorCode::LinkDown, 1000, 7000, false}}));
}

void SummaryTest::theServersClockMayBeOff() {
    Summary straight = summarise(smallRun().records);
    QCOMPARE(summarise(smallRun(3'600'000).records), straight);
    QCOMPARE(summarise(smallRun(-90'000).records), straight);
}

void SummaryTest::aRunningShowLastsUntilNow() {
    ShowRecords show;
    show.open(test::smallShow(), test::smallCatalogue());
    show.studio(1000, show::Fact{show::WentLive{}});
    show.take(1000, "a1", test::smallShow().rundown.segments[0].items[0], 0);
    show.watch(21'000, 3, 3);
    const Summary summary = summarise(show.records);
    QCOMPARE(summary.endedWallMs, 0);
    QCOMPARE(summary.durationMs, 20'001);
    QCOMPARE(summary.items[0].airedMs, 20'001);
}

void SummaryTest::anotherBootIsMeasuredByTheWall() {
    ShowRecords show;
    show.open(test::smallShow(), test::smallCatalogue());
    show.studio(1000, show::Fact{show::WentLive{}});
    show.boot = "boot-2";
    show.studio(9000, show::Fact{show::RunEnded{}});
    show.records.back().at.monoMs = 3;
    QCOMPARE(summarise(show.records).durationMs, 8000);
}

void SummaryTest::nothingMakesNothing() {
    QCOMPARE(summarise({}), Summary());
    ShowRecords show;
    show.open(test::smallShow(), test::smallCatalogue());
    show.say(10, "early");
    const Summary summary = summarise(show.records);
    QCOMPARE(summary.messages, 1);
    QCOMPARE(summary.durationMs, 0);
    QVERIFY(summary.timeline.empty());
    QCOMPARE(summary.skus.size(), std::size_t(3));
}

void SummaryTest::arrivalOrderDoesNotMatter() {
    const Summary expected = summarise(smallRun(250).records);
    QVERIFY(rc::check("any interleaving, any shuffle, each record twice", [&] {
        std::vector<record::Record> records = smallRun(250).records;
        const std::vector<record::Record> again = records;
        if (*rc::gen::inRange(0, 2) == 0)
            records.insert(records.end(), again.begin(), again.end());
        std::mt19937 random(*rc::gen::arbitrary<unsigned>());
        std::ranges::shuffle(records, random);
        RC_ASSERT((summarise(records) == expected));
    }));
}

QTEST_GUILESS_MAIN(SummaryTest)
#include "SummaryTest.moc"
