// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "show/Take.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>

using namespace vitrina;
using namespace vitrina::show;

namespace {

Show anyShow() {
    Show show;
    const int segments = *rc::gen::inRange(0, 4);
    int number = 0;
    for (int s = 0; s < segments; ++s) {
        Segment segment{SegmentId{std::to_string(s)}, "", {}};
        const int items = *rc::gen::inRange(0, 5);
        for (int i = 0; i < items; ++i) {
            Item item;
            item.id = ItemId{std::to_string(number++)};
            item.standby = *rc::gen::inRange(0, 4) == 0;
            segment.items.push_back(item);
        }
        show.rundown.segments.push_back(segment);
    }
    return show;
}

/// What a person could press; the expectations of a take are sometimes those of a moment ago.
Command anyCommand(const Run& run, int step) {
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
        return StartRun{RunId{"r"}, false};
    case 1:
        return GoLive{};
    case 2:
        return *rc::gen::inRange(0, 12) == 0 ? Command(EndShow{}) : Command(MoveNext{1});
    case 3:
        return SetNext{ItemId{std::to_string(*rc::gen::inRange(0, 14))}};
    case 4:
        return MoveNext{*rc::gen::inRange(-3, 4)};
    case 5:
        return TakeNext{AiredId{"stale"}, run.next, AiredId{std::to_string(step)}};
    default:
        return TakeNext{run.current() ? run.current()->id : AiredId{}, run.next,
                        AiredId{std::to_string(step)}};
    }
}

bool sound(const Run& run) {
    const auto open = std::ranges::count_if(run.aired, [](const AiredItem& aired) { return !aired.ended; });
    const bool ordered = std::ranges::all_of(run.aired, [](const AiredItem& aired) {
        return (!aired.onAir || aired.onAir->monoMs >= aired.taken.monoMs) &&
               (!aired.ended || aired.ended->monoMs >= (aired.onAir ? *aired.onAir : aired.taken).monoMs);
    });
    const bool onlyLastIsOpen = open == 0 || !run.aired.back().ended;
    return open <= 1 && onlyLastIsOpen && ordered && (run.phase != RunPhase::Ended || open == 0);
}

bool anySequenceKeepsTheRunSound() {
    return rc::check("one current at most, ends in order, next is never on air", [] {
        const Show show = anyShow();
        Run run;
        Instant now{1000, 1000};
        for (int step = 0; step < 60; ++step) {
            now.monoMs += *rc::gen::inRange(0, 800);
            const Command command = anyCommand(run, step);
            const auto facts = decide(show, run, command, now);
            const Run before = run;
            if (facts) {
                for (const Fact& fact : *facts)
                    run = apply(run, fact, now);
            }
            if (std::holds_alternative<TakeNext>(command) && facts) {
                RC_ASSERT(run.aired.size() == before.aired.size() + 1);
                RC_ASSERT(run.current()->item.id == before.next);
                // Doubled brackets: RC_ASSERT takes an expression apart and evaluates both sides of ||.
                RC_ASSERT(
                    (before.aired.empty() || now.monoMs - before.aired.back().taken.monoMs >= takeGuardMs));
            }
            if (run.current() && *rc::gen::inRange(0, 2) == 0)
                run = apply(run, ItemAired{run.current()->id, 0}, now);
            RC_ASSERT(sound(run));
            RC_ASSERT((!run.current() || run.next != run.current()->item.id));
            RC_ASSERT((run.next.empty() || findItem(show.rundown, run.next)));
        }
    });
}

} // namespace

class TakePropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void anySequence() { QVERIFY(anySequenceKeepsTheRunSound()); }
};

QTEST_GUILESS_MAIN(TakePropertyTest)
#include "TakePropertyTest.moc"
