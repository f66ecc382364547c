// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "show/Edit.hpp"
#include "show/Timing.hpp"

#include <rapidcheck.h>

#include <QTest>

using namespace vitrina;
using namespace vitrina::show;

namespace {

/// A show played by chance: takes, confirmations, jumps, edits and the passing of time.
struct Play {
    Show show;
    Run run;
    Instant now{1'000'000, 5'000};
    int made = 0;
    int shortest = 0; ///< length of a row, in tens of seconds

    void pass(std::int64_t ms) {
        now.wallMs += ms;
        now.monoMs += ms;
    }
    void carryOut(const Result<std::vector<Fact>>& facts) {
        if (!facts)
            return;
        for (const Fact& fact : *facts) {
            if (const auto* edited = std::get_if<RundownEdited>(&fact))
                apply(show.rundown, *edited);
            run = apply(std::move(run), fact, now);
        }
    }
    void command(const Command& command) { carryOut(decide(show, run, command, now)); }
    void edit(const Edit& edit) { carryOut(decide(show, run, edit)); }
    void take() {
        pass(takeGuardMs);
        command(TakeNext{run.current() ? run.current()->id : AiredId{}, run.next,
                         AiredId{"a" + std::to_string(made++)}});
    }
    void confirm() {
        if (run.current())
            run = apply(std::move(run), ItemAired{run.current()->id, 0}, now);
    }
};

Item anyItem(Play& play) {
    Item item;
    item.id = ItemId{"i" + std::to_string(play.made++)};
    item.title = item.id.value;
    item.kind = ItemKind::Talk;
    item.plannedMs = *rc::gen::inRange(play.shortest, 30) * 10000;
    item.standby = *rc::gen::inRange(0, 6) == 0;
    item.skipped = *rc::gen::inRange(0, 6) == 0;
    return item;
}

ItemId anyId(const Play& play) {
    std::vector<ItemId> ids;
    for (const Segment& segment : play.show.rundown.segments)
        for (const Item& item : segment.items)
            ids.push_back(item.id);
    return ids.empty() ? ItemId{} : ids[*rc::gen::inRange<std::size_t>(0, ids.size())];
}

void anyStep(Play& play) {
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
    case 1:
    case 2:
        play.take();
        break;
    case 3:
    case 4:
        play.confirm();
        break;
    case 5:
        play.command(MoveNext{*rc::gen::inRange(-2, 3)});
        break;
    case 6:
        play.command(SetNext{anyId(play)});
        break;
    case 7:
        play.edit(RemoveItem{anyId(play)});
        break;
    case 8: {
        ChangeItem change;
        change.item = anyId(play);
        change.plannedMs = *rc::gen::inRange(play.shortest, 300) * 1000;
        play.edit(change);
        break;
    }
    case 9:
        play.edit(BringIn{anyId(play)});
        break;
    case 10:
        play.edit(SetSkipped{anyId(play), *rc::gen::arbitrary<bool>()});
        break;
    default:
        break;
    }
    play.pass(*rc::gen::inRange(0, 400'000));
}

/// `live`: not before, not after.
Play anyPlay(bool live = false) {
    Play play;
    play.shortest = live ? 1 : 0;
    play.show.plannedStartMs = *rc::gen::element<std::int64_t>(0, 900'000, 1'200'000);
    for (int s = *rc::gen::inRange(0, 4); s > 0; --s) {
        Segment segment{SegmentId{"s" + std::to_string(play.made++)}, "head", {}};
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
            segment.items.push_back(anyItem(play));
        play.show.rundown.segments.push_back(segment);
    }
    if (!live && *rc::gen::inRange(0, 8) == 0)
        return play;
    play.command(StartRun{RunId{"r"}, false});
    play.pass(*rc::gen::inRange(0, 10'000));
    if (!live && *rc::gen::inRange(0, 8) == 0)
        return play;
    play.command(GoLive{});
    for (int step = *rc::gen::inRange(0, 25); step > 0; --step)
        anyStep(play);
    if (!live && *rc::gen::inRange(0, 5) == 0)
        play.command(EndShow{});
    return play;
}

Times sumOf(const auto& parts) {
    Times sum;
    for (const auto& part : parts) {
        sum.plannedMs += part.plannedMs;
        sum.elapsedMs += part.elapsedMs;
        sum.remainingMs += part.remainingMs;
    }
    return sum;
}

bool everythingAddsUp() {
    return rc::check("items make the segment, segments make the show, the end is now and what remains", [] {
        const Play play = anyPlay();
        const ShowTimes times = timesOf(play.show, play.run, play.now);
        RC_ASSERT(times.segments.size() == play.show.rundown.segments.size());
        std::int64_t over = times.idleMs + times.goneMs;
        for (const SegmentTimes& segment : times.segments) {
            RC_ASSERT((sumOf(segment.items) == static_cast<const Times&>(segment)));
            over += segment.overMs();
        }
        const Times all = sumOf(times.segments);
        RC_ASSERT(all.plannedMs == times.plannedMs);
        RC_ASSERT(all.remainingMs == times.remainingMs);
        RC_ASSERT(all.elapsedMs + times.idleMs + times.goneMs == times.elapsedMs);
        RC_ASSERT(over == times.overMs());
        if (play.run.phase == RunPhase::Live)
            RC_ASSERT(times.endsAtMs == play.now.wallMs + times.remainingMs);
        if (play.run.phase == RunPhase::Ended)
            RC_ASSERT((times.remainingMs == 0 && times.endsAtMs == play.run.ended->wallMs));
        if (play.run.phase != RunPhase::Ended && !play.run.wentLive)
            RC_ASSERT(times.endsAtMs ==
                      std::max(play.now.wallMs, play.show.plannedStartMs) + times.remainingMs);
    });
}

/// A show that keeps to its plan to the second is neither over nor under, at any moment, and its end stands.
bool onTimeStaysOnTime() {
    return rc::check("taking each row when the last is over keeps the end where it was", [] {
        Play play;
        Segment segment{SegmentId{"s"}, "head", {}};
        for (int i = *rc::gen::inRange(1, 8); i > 0; --i)
            segment.items.push_back(anyItem(play));
        play.show.rundown.segments = {segment};
        play.command(StartRun{RunId{"r"}, false});
        RC_PRE(!play.run.next.empty());
        play.command(GoLive{});
        const std::int64_t end = play.now.wallMs + plannedLength(play.show.rundown);
        while (!play.run.next.empty()) {
            play.command(TakeNext{play.run.current() ? play.run.current()->id : AiredId{}, play.run.next,
                                  AiredId{"a" + std::to_string(play.made++)}});
            // A row of no length is within the guard of the last take.
            RC_PRE(play.run.current() && !play.run.current()->onAir);
            play.confirm();
            const std::int64_t length = play.run.current()->item.plannedMs;
            for (const std::int64_t part : {length / 3, length - length / 3}) {
                play.pass(part);
                const ShowTimes times = timesOf(play.show, play.run, play.now);
                RC_ASSERT(times.overMs() == 0);
                RC_ASSERT(times.endsAtMs == end);
                RC_ASSERT(times.segments[0].endsAtMs == end);
            }
            RC_PRE(length >= takeGuardMs || play.run.next.empty());
        }
        RC_ASSERT(timesOf(play.show, play.run, play.now).remainingMs == 0);
    });
}

/// Walking on with each row as long as planned: every row starts when it was said to, and so does the end.
bool theForecastComesTrue() {
    return rc::check("each row ahead starts when it was said to", [] {
        Play play = anyPlay(true);
        play.confirm();
        const ShowTimes said = timesOf(play.show, play.run, play.now);
        const ItemId first = play.run.current() ? play.run.current()->item.id : ItemId{};
        const auto waitForTheEnd = [&] {
            if (const AiredItem* current = play.run.current())
                play.pass(std::max<std::int64_t>(0, current->item.plannedMs - airedMs(*current, play.now)));
        };
        waitForTheEnd();
        while (!play.run.next.empty()) {
            const ItemId next = play.run.next;
            RC_PRE(next != first);
            play.command(TakeNext{play.run.current() ? play.run.current()->id : AiredId{}, next,
                                  AiredId{"w" + std::to_string(play.made++)}});
            // A row of no length is within the guard of the take before it.
            RC_PRE(play.run.current() && play.run.current()->item.id == next);
            play.confirm();
            for (const SegmentTimes& segment : said.segments)
                for (const ItemTimes& item : segment.items)
                    RC_ASSERT((item.id != next || item.aired || item.startsAtMs == play.now.wallMs));
            waitForTheEnd();
        }
        RC_ASSERT(said.endsAtMs == play.now.wallMs);
    });
}

} // namespace

class TimingPropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void addsUp() { QVERIFY(everythingAddsUp()); }
    void onTime() { QVERIFY(onTimeStaysOnTime()); }
    void forecast() { QVERIFY(theForecastComesTrue()); }
};

QTEST_GUILESS_MAIN(TimingPropertyTest)
#include "TimingPropertyTest.moc"
