// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Take.hpp"
#include "support/ManualClock.hpp"

#include <QTest>

#include <optional>

using namespace vitrina;
using namespace vitrina::show;

namespace {

Item row(const std::string& id, bool standby = false) {
    Item item;
    item.id = ItemId{id};
    item.kind = ItemKind::Talk;
    item.plannedMs = 1000;
    item.standby = standby;
    return item;
}

/// a · b | (s) · c
Show smallShow() {
    Show show;
    show.rundown.revision = 4;
    show.rundown.segments = {{SegmentId{"1"}, "", {row("a"), row("b")}},
                             {SegmentId{"2"}, "", {row("s", true), row("c")}}};
    return show;
}

} // namespace

class TakeTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void lookingAlongTheRundown();
    void phasesGoOneWay();
    void nothingIsTakenBeforeLive();
    void aTakeCopiesTheItem();
    void takingEndsTheItemBefore();
    void aStaleTakeIsRefused();
    void aSecondTakeWithinTheGuardIsRefused();
    void anotherBootIsNoSecondTake();
    void theEndOfTheRundown();
    void standbyItemsAreOnlyNextWhenSet();
    void theItemOnAirCannotBeNext();
    void moveNextStepsOverTheItemOnAir();
    void anAiredIdIsUsedOnce();
    void onAirOnlyWhenConfirmedAndCurrent();
    void endingEndsEverything();
    void rehearsalIsCarried();

  private:
    ErrorCode tryTo(const Command& command);
    ErrorCode take(const std::string& id);
    std::string next() const { return run_.next.value; }

    Show show_;
    Run run_;
    test::ManualClock clock_;
};

void TakeTest::init() {
    show_ = smallShow();
    run_ = {};
    clock_ = test::ManualClock();
}

ErrorCode TakeTest::tryTo(const Command& command) {
    const auto facts = decide(show_, run_, command, clock_.now());
    if (!facts)
        return facts.error().code;
    for (const Fact& fact : *facts)
        run_ = apply(run_, fact, clock_.now());
    return ErrorCode::None;
}

/// With what the host sees at that moment.
ErrorCode TakeTest::take(const std::string& id) {
    return tryTo(TakeNext{run_.current() ? run_.current()->id : AiredId{}, run_.next, AiredId{id}});
}

void TakeTest::lookingAlongTheRundown() {
    const Rundown& rundown = show_.rundown;
    QCOMPARE(itemAfter(rundown, {})->id.value, "a");
    QCOMPARE(itemAfter(rundown, ItemId{"b"})->id.value, "c");
    QCOMPARE(itemAfter(rundown, ItemId{"s"})->id.value, "c");
    QVERIFY(!itemAfter(rundown, ItemId{"c"}));
    QVERIFY(!itemAfter(rundown, ItemId{"unknown"}));
    QCOMPARE(itemBefore(rundown, {})->id.value, "c");
    QCOMPARE(itemBefore(rundown, ItemId{"c"})->id.value, "b");
    QVERIFY(!itemBefore(rundown, ItemId{"a"}));
    QVERIFY(!itemBefore(rundown, ItemId{"unknown"}));
    QVERIFY(!itemAfter(Rundown{}, {}));
    QVERIFY(!itemBefore(Rundown{}, {}));
    QCOMPARE(plannedLength(rundown), 3000); // without the standby item
}

void TakeTest::phasesGoOneWay() {
    QCOMPARE(tryTo(GoLive{}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(EndShow{}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(SetNext{ItemId{"b"}}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(StartRun{RunId{"r"}, false}), ErrorCode::None);
    QCOMPARE(run_.phase, RunPhase::Standby);
    QCOMPARE(tryTo(StartRun{RunId{"r2"}, false}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(EndShow{}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(GoLive{}), ErrorCode::None);
    QCOMPARE(tryTo(GoLive{}), ErrorCode::WrongPhase);
    QCOMPARE(tryTo(EndShow{}), ErrorCode::None);
    QCOMPARE(run_.phase, RunPhase::Ended);
    for (const Command& command : {Command(GoLive{}), Command(EndShow{}), Command(MoveNext{1})})
        QCOMPARE(tryTo(command), ErrorCode::WrongPhase);
    QCOMPARE(take("x"), ErrorCode::WrongPhase);
}

void TakeTest::nothingIsTakenBeforeLive() {
    QCOMPARE(take("1"), ErrorCode::WrongPhase);
    tryTo(StartRun{RunId{"r"}, false});
    QCOMPARE(take("1"), ErrorCode::WrongPhase);
    QVERIFY(run_.aired.empty());
}

void TakeTest::aTakeCopiesTheItem() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    QCOMPARE(take("1"), ErrorCode::None);
    QCOMPARE(run_.current()->id.value, "1");
    QCOMPARE(run_.current()->item, *findItem(show_.rundown, ItemId{"a"}));
    QCOMPARE(run_.current()->revision, std::uint64_t(4));
    QCOMPARE(run_.current()->taken, clock_.now());
    QCOMPARE(next(), "b");
    show_.rundown.segments[0].items[0].title = "edited";
    QCOMPARE(run_.current()->item.title, ""); // the plan and what was aired are two things
}

void TakeTest::takingEndsTheItemBefore() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    clock_.advance(5000);
    QCOMPARE(take("2"), ErrorCode::None);
    QCOMPARE(run_.aired[0].ended, std::optional(clock_.now()));
    QCOMPARE(run_.current()->id.value, "2");
}

void TakeTest::aStaleTakeIsRefused() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    clock_.advance(1000);
    QCOMPARE(tryTo(TakeNext{{}, run_.next, AiredId{"2"}}), ErrorCode::StaleCommand);
    QCOMPARE(tryTo(TakeNext{AiredId{"1"}, ItemId{"a"}, AiredId{"2"}}), ErrorCode::StaleCommand);
    QCOMPARE(run_.aired.size(), std::size_t(1));
}

void TakeTest::aSecondTakeWithinTheGuardIsRefused() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    clock_.advance(takeGuardMs - 1);
    QCOMPARE(take("2"), ErrorCode::TooSoon);
    clock_.advance(1);
    QCOMPARE(take("2"), ErrorCode::None);
}

void TakeTest::anotherBootIsNoSecondTake() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    clock_.at.monoMs = 20; // the machine was restarted
    QCOMPARE(take("2"), ErrorCode::None);
}

void TakeTest::theEndOfTheRundown() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    for (const char* id : {"1", "2", "3"}) {
        QCOMPARE(take(id), ErrorCode::None);
        clock_.advance(1000);
    }
    QCOMPARE(next(), "");
    QCOMPARE(take("4"), ErrorCode::NothingNext);
    QCOMPARE(tryTo(MoveNext{1}), ErrorCode::NothingNext);
    QCOMPARE(tryTo(MoveNext{-1}), ErrorCode::None); // c is on air: over it
    QCOMPARE(next(), "b");
    QCOMPARE(take("4"), ErrorCode::None);
    QCOMPARE(next(), "c");
}

void TakeTest::standbyItemsAreOnlyNextWhenSet() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(MoveNext{1});
    QCOMPARE(next(), "b");
    tryTo(MoveNext{1});
    QCOMPARE(next(), "c");
    QCOMPARE(tryTo(SetNext{ItemId{"s"}}), ErrorCode::None);
    tryTo(GoLive{});
    QCOMPARE(take("1"), ErrorCode::None);
    QCOMPARE(run_.current()->item.id.value, "s");
    QCOMPARE(next(), "c"); // goes on from where it stands
}

void TakeTest::theItemOnAirCannotBeNext() {
    tryTo(StartRun{RunId{"r"}, false});
    QCOMPARE(tryTo(SetNext{ItemId{"unknown"}}), ErrorCode::UnknownItem);
    tryTo(GoLive{});
    take("1");
    QCOMPARE(tryTo(SetNext{ItemId{"a"}}), ErrorCode::ItemOnAir);
    QCOMPARE(decide(show_, run_, SetNext{run_.next}, clock_.now())->size(), std::size_t(0)); // it is already
}

void TakeTest::moveNextStepsOverTheItemOnAir() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    tryTo(SetNext{ItemId{"b"}});
    take("1"); // b is on air, next is c
    QCOMPARE(tryTo(MoveNext{-1}), ErrorCode::None);
    QCOMPARE(next(), "a");
    QCOMPARE(tryTo(MoveNext{-1}), ErrorCode::NothingNext);
    QCOMPARE(next(), "a");
    QCOMPARE(tryTo(MoveNext{1}), ErrorCode::None);
    QCOMPARE(next(), "c");
}

void TakeTest::anAiredIdIsUsedOnce() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    QCOMPARE(take(""), ErrorCode::BadRequest);
    take("1");
    clock_.advance(1000);
    QCOMPARE(take("1"), ErrorCode::BadRequest);
}

void TakeTest::onAirOnlyWhenConfirmedAndCurrent() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    QVERIFY(!run_.current()->onAir);
    clock_.advance(40);
    run_ = apply(run_, ItemAired{AiredId{"1"}, 77}, clock_.now());
    QCOMPARE(run_.current()->onAir, std::optional(clock_.now()));
    const Run before = run_;
    clock_.advance(1000);
    run_ = apply(run_, ItemAired{AiredId{"1"}, 99}, clock_.now());
    QCOMPARE(run_, before); // the first picture counts
    take("2");
    clock_.advance(1000);
    take("3");
    run_ = apply(run_, ItemAired{AiredId{"2"}, 99}, clock_.now());
    QVERIFY(!run_.aired[1].onAir); // it was replaced before its picture came
}

void TakeTest::endingEndsEverything() {
    tryTo(StartRun{RunId{"r"}, false});
    tryTo(GoLive{});
    take("1");
    clock_.advance(1000);
    tryTo(EndShow{});
    QVERIFY(!run_.current());
    QCOMPARE(run_.aired.back().ended, run_.ended);
}

void TakeTest::rehearsalIsCarried() {
    QCOMPARE(tryTo(StartRun{RunId{"r"}, true}), ErrorCode::None);
    QVERIFY(run_.rehearsal);
    QCOMPARE(next(), "a");
}

QTEST_GUILESS_MAIN(TakeTest)
#include "TakeTest.moc"
