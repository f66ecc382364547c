// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Take.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::show {
namespace {

using Facts = Result<std::vector<Fact>>;

ItemId idOf(const Item* item) {
    return item ? item->id : ItemId{};
}

ItemId itemOnAir(const Run& run) {
    return run.current() ? run.current()->item.id : ItemId{};
}

bool running(const Run& run) {
    return run.phase == RunPhase::Standby || run.phase == RunPhase::Live;
}

/// The span is monotonic time. After a restart of the machine the clock starts anew and the span comes out
/// negative: then nobody can have pressed twice.
bool withinGuard(const Run& run, Instant now) {
    if (run.aired.empty())
        return false;
    const std::int64_t span = now.monoMs - run.aired.back().taken.monoMs;
    return span >= 0 && span < takeGuardMs;
}

Facts setNext(const Show& show, const Run& run, const ItemId& item) {
    if (!running(run))
        return fail(ErrorCode::WrongPhase);
    if (!findItem(show.rundown, item))
        return fail(ErrorCode::UnknownItem, item.value);
    if (item == itemOnAir(run))
        return fail(ErrorCode::ItemOnAir, item.value);
    if (item == run.next)
        return std::vector<Fact>{};
    return std::vector<Fact>{NextSet{item}};
}

/// One step from `from`, over the item on air; null at either end. An empty `from` stands behind the last
/// item.
const Item* step(const Show& show, const Run& run, const ItemId& from, bool down) {
    if (down && from.empty())
        return nullptr;
    const Item* item = down ? itemAfter(show.rundown, from) : itemBefore(show.rundown, from);
    if (item && item->id == itemOnAir(run))
        item = down ? itemAfter(show.rundown, item->id) : itemBefore(show.rundown, item->id);
    return item;
}

Facts moveNext(const Show& show, const Run& run, int by) {
    if (!running(run))
        return fail(ErrorCode::WrongPhase);
    ItemId next = run.next;
    for (int left = std::abs(by); left > 0; --left) {
        const Item* item = step(show, run, next, by > 0);
        if (!item)
            return fail(ErrorCode::NothingNext);
        next = item->id;
    }
    if (next == run.next)
        return std::vector<Fact>{};
    return std::vector<Fact>{NextSet{next}};
}

Facts takeNext(const Show& show, const Run& run, const TakeNext& command, Instant now) {
    if (run.phase != RunPhase::Live)
        return fail(ErrorCode::WrongPhase);
    const AiredId current = run.current() ? run.current()->id : AiredId{};
    if (command.expectedCurrent != current || command.expectedNext != run.next)
        return fail(ErrorCode::StaleCommand);
    if (withinGuard(run, now))
        return fail(ErrorCode::TooSoon);
    if (run.next.empty())
        return fail(ErrorCode::NothingNext);
    const Item* item = findItem(show.rundown, run.next);
    if (!item)
        return fail(ErrorCode::UnknownItem, run.next.value);
    const auto sameId = [&](const AiredItem& aired) {
        return aired.id == command.newId;
    };
    if (command.newId.empty() || std::ranges::any_of(run.aired, sameId))
        return fail(ErrorCode::BadRequest, "an aired item needs an id of its own");
    return std::vector<Fact>{
        ItemTaken{AiredItem{command.newId, *item, show.rundown.revision, now, std::nullopt, std::nullopt},
                  idOf(itemAfter(show.rundown, item->id))}};
}

void endCurrent(Run& run, Instant at) {
    if (run.current())
        run.aired.back().ended = at;
}

void confirm(Run& run, const AiredId& aired, Instant at) {
    // Only the current item can come on air: one that was replaced before its picture came never was.
    if (run.current() && run.current()->id == aired && !run.current()->onAir)
        run.aired.back().onAir = at;
}

std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

Facts sendCue(const Run& run, const SendCue& command) {
    if (!running(run))
        return fail(ErrorCode::WrongPhase);
    const bool blank = command.text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank || length(command.text) > longestCue)
        return fail(ErrorCode::BadText, blank ? "empty" : "too long");
    if (command.newId.empty() || (run.cue && run.cue->id == command.newId))
        return fail(ErrorCode::BadRequest, "a cue needs an id of its own");
    return std::vector<Fact>{CueSent{command.newId, command.text, command.from}};
}

bool isOpen(const Run& run, const CueId& cue) {
    return run.cue && run.cue->id == cue;
}

} // namespace

Result<std::vector<Fact>> decide(const Show& show, const Run& run, const Command& command, Instant now) {
    return std::visit(Overloaded{
                          [&](const StartRun& start) -> Facts {
                              if (run.phase != RunPhase::None)
                                  return fail(ErrorCode::WrongPhase);
                              return std::vector<Fact>{
                                  RunStarted{start.run, start.rehearsal, idOf(itemAfter(show.rundown, {}))}};
                          },
                          [&](const GoLive&) -> Facts {
                              if (run.phase != RunPhase::Standby)
                                  return fail(ErrorCode::WrongPhase);
                              return std::vector<Fact>{WentLive{}};
                          },
                          [&](const EndShow&) -> Facts {
                              if (run.phase != RunPhase::Live)
                                  return fail(ErrorCode::WrongPhase);
                              return std::vector<Fact>{RunEnded{}};
                          },
                          [&](const SetNext& set) { return setNext(show, run, set.item); },
                          [&](const MoveNext& move) { return moveNext(show, run, move.by); },
                          [&](const TakeNext& take) { return takeNext(show, run, take, now); },
                          [&](const SendCue& send) { return sendCue(run, send); },
                          [&](const SeeCue& see) -> Facts {
                              if (!isOpen(run, see.cue))
                                  return fail(ErrorCode::StaleCommand);
                              return run.cue->seen ? std::vector<Fact>{}
                                                   : std::vector<Fact>{CueSeen{see.cue}};
                          },
                          [&](const ClearCue& clear) -> Facts {
                              if (!isOpen(run, clear.cue))
                                  return fail(ErrorCode::StaleCommand);
                              return std::vector<Fact>{CueCleared{clear.cue}};
                          },
                      },
                      command);
}

Run apply(Run run, const Fact& fact, Instant at) {
    std::visit(Overloaded{
                   [&](const RunStarted& started) {
                       run = Run{};
                       run.id = started.run;
                       run.phase = RunPhase::Standby;
                       run.rehearsal = started.rehearsal;
                       run.next = started.next;
                       run.started = at;
                   },
                   [&](const WentLive&) {
                       run.phase = RunPhase::Live;
                       run.wentLive = at;
                   },
                   [&](const RunEnded&) {
                       endCurrent(run, at);
                       run.phase = RunPhase::Ended;
                       run.ended = at;
                   },
                   [&](const NextSet& set) { run.next = set.item; },
                   [&](const ItemTaken& taken) {
                       endCurrent(run, at);
                       run.aired.push_back(taken.aired);
                       run.aired.back().taken = at;
                       run.next = taken.next;
                   },
                   [&](const ItemAired& aired) { confirm(run, aired.aired, at); },
                   // The plan is no part of a run; what an edit does to the pointer is a NextSet of its own.
                   [](const RundownEdited&) {},
                   [&](const CueSent& sent) {
                       run.cue = Cue{sent.cue, sent.text, sent.from, at, std::nullopt};
                   },
                   [&](const CueSeen& seen) {
                       if (isOpen(run, seen.cue))
                           run.cue->seen = at;
                   },
                   [&](const CueCleared& cleared) {
                       if (isOpen(run, cleared.cue))
                           run.cue.reset();
                   },
               },
               fact);
    return run;
}

} // namespace vitrina::show
