// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edit.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace vitrina::show {
namespace {

using Facts = Result<std::vector<Fact>>;
using Wanted = Result<RundownEdited>;

std::string trimmed(const std::string& text) {
    constexpr std::string_view blank = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool fits(const std::string& text) {
    const auto begins = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    return static_cast<std::size_t>(begins) <= maxTextLength;
}

Result<void> checkTitle(const std::string& title) {
    if (title.empty() || !fits(title))
        return fail(ErrorCode::BadText, "title");
    return {};
}

Result<void> checkPoints(const std::vector<std::string>& points) {
    if (points.size() > maxTalkingPoints || !std::ranges::all_of(points, fits))
        return fail(ErrorCode::BadText, "talking points");
    return {};
}

/// Only what changes is looked at: a document may hold older values that are not as strict.
Result<void> checkItem(const Item& before, const Item& after) {
    if (after.title != before.title) {
        if (const auto title = checkTitle(after.title); !title)
            return title;
    }
    if (after.note != before.note && !fits(after.note))
        return fail(ErrorCode::BadText, "note");
    if (after.talkingPoints != before.talkingPoints) {
        if (const auto points = checkPoints(after.talkingPoints); !points)
            return points;
    }
    if (after.plannedMs != before.plannedMs && (after.plannedMs < 0 || after.plannedMs > maxPlannedMs))
        return fail(ErrorCode::BadDuration, after.title);
    if (after.kind == ItemKind::None)
        return fail(ErrorCode::BadRequest, "an item is a product, talk, video or break");
    if ((after.kind == ItemKind::Product) == after.product.empty())
        return fail(ErrorCode::UnknownProduct, after.product.value);
    return {};
}

const Segment* findSegment(const Rundown& rundown, const SegmentId& id) {
    const auto found = std::ranges::find(rundown.segments, id, &Segment::id);
    return found == rundown.segments.end() ? nullptr : &*found;
}

std::int64_t positionOf(const Rundown& rundown, const Segment& segment) {
    return &segment - rundown.segments.data();
}

/// The heading alone: what is said of a segment whose items stay.
PlacedSegment heading(const Rundown& rundown, const Segment& segment) {
    return {positionOf(rundown, segment), Segment{segment.id, segment.title, {}}};
}

bool aired(const Run& run, const ItemId& id) {
    return std::ranges::any_of(run.aired, [&](const AiredItem& one) { return one.item.id == id; });
}

Wanted wanted(const Rundown& rundown, const AddItem& add) {
    const Location above = locate(rundown, add.after);
    const Segment* segment = above.item ? above.segment : findSegment(rundown, add.segment);
    if (!add.after.empty() && !above.item)
        return fail(ErrorCode::UnknownItem, add.after.value);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, add.segment.value);
    if (add.item.id.empty() || findItem(rundown, add.item.id))
        return fail(ErrorCode::BadRequest, "a new item needs an id of its own");
    PlacedItem after{segment->id,
                     above.item ? above.position + 1 : static_cast<std::int64_t>(segment->items.size()),
                     add.item};
    after.item.title = trimmed(after.item.title);
    if (const auto good = checkItem(Item{}, after.item); !good)
        return good.error();
    if (after.item.title.empty())
        return fail(ErrorCode::BadText, "title");
    return RundownEdited{0, std::nullopt, after, std::nullopt, std::nullopt};
}

void change(Item& item, const ChangeItem& by) {
    item.title = by.title ? trimmed(*by.title) : item.title;
    item.plannedMs = by.plannedMs.value_or(item.plannedMs);
    item.role = by.role.value_or(item.role);
    item.kind = by.kind.value_or(item.kind);
    item.product = by.product.value_or(item.kind == ItemKind::Product ? item.product : ProductId{});
    item.talkingPoints = by.talkingPoints.value_or(item.talkingPoints);
    item.note = by.note.value_or(item.note);
    item.disclosure = by.disclosure.value_or(item.disclosure);
}

/// The row as it is and as `make` would have it.
template <class Make>
Wanted changed(const Rundown& rundown, const ItemId& id, Make make) {
    const std::optional<PlacedItem> before = placed(rundown, id);
    if (!before)
        return fail(ErrorCode::UnknownItem, id.value);
    PlacedItem after = *before;
    make(after.item);
    if (const auto good = checkItem(before->item, after.item); !good)
        return good.error();
    return RundownEdited{0, before, after, std::nullopt, std::nullopt};
}

Wanted wanted(const Rundown& rundown, const ChangeItem& by) {
    return changed(rundown, by.item, [&](Item& item) { change(item, by); });
}

Wanted wanted(const Rundown& rundown, const SetStandby& set) {
    return changed(rundown, set.item, [&](Item& item) { item.standby = set.on; });
}

Wanted wanted(const Rundown& rundown, const SetSkipped& set) {
    return changed(rundown, set.item, [&](Item& item) { item.skipped = set.on; });
}

Wanted wanted(const Rundown& rundown, const MoveItem& move) {
    const std::optional<PlacedItem> before = placed(rundown, move.item);
    const Segment* segment = findSegment(rundown, move.segment);
    if (!before)
        return fail(ErrorCode::UnknownItem, move.item.value);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, move.segment.value);
    const auto others =
        static_cast<std::int64_t>(segment->items.size()) - (segment->id == before->segment ? 1 : 0);
    return RundownEdited{
        0, before, PlacedItem{segment->id, std::clamp<std::int64_t>(move.position, 0, others), before->item},
        std::nullopt, std::nullopt};
}

Wanted wanted(const Rundown& rundown, const DuplicateItem& duplicate) {
    const std::optional<PlacedItem> from = placed(rundown, duplicate.item);
    if (!from)
        return fail(ErrorCode::UnknownItem, duplicate.item.value);
    if (duplicate.newId.empty() || findItem(rundown, duplicate.newId))
        return fail(ErrorCode::BadRequest, "a new item needs an id of its own");
    PlacedItem copy = *from;
    ++copy.position;
    copy.item.id = duplicate.newId;
    copy.item.skipped = false;
    return RundownEdited{0, std::nullopt, copy, std::nullopt, std::nullopt};
}

Wanted wanted(const Rundown& rundown, const RemoveItem& remove) {
    const std::optional<PlacedItem> before = placed(rundown, remove.item);
    if (!before)
        return fail(ErrorCode::UnknownItem, remove.item.value);
    return RundownEdited{0, before, std::nullopt, std::nullopt, std::nullopt};
}

Wanted wanted(const Rundown& rundown, const AddSegment& add) {
    if (add.newId.empty() || findSegment(rundown, add.newId))
        return fail(ErrorCode::BadRequest, "a new segment needs an id of its own");
    const std::string title = trimmed(add.title);
    if (const auto good = checkTitle(title); !good)
        return good.error();
    const auto last = static_cast<std::int64_t>(rundown.segments.size());
    return RundownEdited{
        0, std::nullopt, std::nullopt, std::nullopt,
        PlacedSegment{std::clamp<std::int64_t>(add.position, 0, last), Segment{add.newId, title, {}}}};
}

Wanted wanted(const Rundown& rundown, const RenameSegment& rename) {
    const Segment* segment = findSegment(rundown, rename.segment);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, rename.segment.value);
    const PlacedSegment before = heading(rundown, *segment);
    PlacedSegment after = before;
    after.segment.title = trimmed(rename.title);
    if (const auto good = checkTitle(after.segment.title); !good)
        return good.error();
    return RundownEdited{0, std::nullopt, std::nullopt, before, after};
}

Wanted wanted(const Rundown& rundown, const RemoveSegment& remove) {
    const Segment* segment = findSegment(rundown, remove.segment);
    if (!segment)
        return fail(ErrorCode::UnknownSegment, remove.segment.value);
    return RundownEdited{0, std::nullopt, std::nullopt,
                         PlacedSegment{positionOf(rundown, *segment), *segment}, std::nullopt};
}

/// What is on air keeps its row, its place and its part in the planned time; its other values may change, as
/// the aired item is a copy.
Result<void> guardAired(const Run& run, const RundownEdited& edited) {
    const ItemId onAir = run.current() ? run.current()->item.id : ItemId{};
    if (const auto& before = edited.itemBefore; before && before->item.id == onAir) {
        const auto& after = edited.itemAfter;
        if (!after || after->segment != before->segment || after->position != before->position ||
            (counts(before->item) && !counts(after->item)))
            return fail(ErrorCode::ItemOnAir, onAir.value);
    }
    if (!edited.segmentBefore || edited.segmentAfter)
        return {};
    for (const Item& item : edited.segmentBefore->segment.items) {
        if (item.id == onAir)
            return fail(ErrorCode::ItemOnAir, onAir.value);
        if (aired(run, item.id))
            return fail(ErrorCode::SegmentAired, item.id.value);
    }
    return {};
}

/// Where the pointer goes when its row is gone or no longer counts: to the first item after it that is still
/// there. A row the host made next although it did not count stays next.
std::optional<NextSet> movedNext(const Rundown& before, const Rundown& after, const Run& run) {
    const bool running = run.phase == RunPhase::Standby || run.phase == RunPhase::Live;
    const Item* was = findItem(before, run.next);
    const Item* is = findItem(after, run.next);
    if (!running || !was || (is && (counts(*is) || !counts(*was))))
        return std::nullopt;
    const Item* next = itemAfter(before, run.next);
    while (next && (!findItem(after, next->id) || (run.current() && run.current()->item.id == next->id)))
        next = itemAfter(before, next->id);
    return NextSet{next ? next->id : ItemId{}};
}

Facts settle(const Show& show, const Run& run, RundownEdited edited) {
    if (edited.itemBefore == edited.itemAfter && edited.segmentBefore == edited.segmentAfter)
        return std::vector<Fact>{};
    if (const auto free = guardAired(run, edited); !free)
        return free.error();
    edited.revision = show.rundown.revision + 1;
    Rundown after = show.rundown;
    apply(after, edited);
    std::vector<Fact> facts{edited};
    if (const auto next = movedNext(show.rundown, after, run))
        facts.emplace_back(*next);
    return facts;
}

/// The row as it stands now, if it is still what the step left; its place may have shifted since.
bool refreshItem(const Rundown& rundown, RundownEdited& step) {
    if (step.itemAfter && !findSegment(rundown, step.itemAfter->segment))
        return false;
    if (!step.itemBefore)
        return !step.itemAfter || !findItem(rundown, step.itemAfter->item.id);
    const std::optional<PlacedItem> now = placed(rundown, step.itemBefore->item.id);
    if (!now || now->item != step.itemBefore->item || now->segment != step.itemBefore->segment)
        return false;
    // A change that moved nothing leaves the row where it is by now.
    if (step.itemAfter && step.itemAfter->segment == step.itemBefore->segment &&
        step.itemAfter->position == step.itemBefore->position)
        step.itemAfter->position = now->position;
    step.itemBefore = now;
    return true;
}

bool refreshSegment(const Rundown& rundown, RundownEdited& step) {
    if (!step.segmentBefore) {
        const auto& after = step.segmentAfter;
        return !after || (!findSegment(rundown, after->segment.id) &&
                          std::ranges::none_of(after->segment.items, [&](const Item& item) {
                              return findItem(rundown, item.id) != nullptr;
                          }));
    }
    const Segment* now = findSegment(rundown, step.segmentBefore->segment.id);
    if (!now || now->title != step.segmentBefore->segment.title ||
        (!step.segmentAfter && *now != step.segmentBefore->segment))
        return false;
    step.segmentBefore->position = positionOf(rundown, *now);
    if (step.segmentAfter)
        step.segmentAfter->position = step.segmentBefore->position;
    return true;
}

} // namespace

Facts decide(const Show& show, const Run& run, const Edit& edit) {
    Wanted edited = std::visit([&](const auto& command) { return wanted(show.rundown, command); }, edit);
    if (!edited)
        return edited.error();
    return settle(show, run, std::move(edited).value());
}

Facts decideInverse(const Show& show, const Run& run, const RundownEdited& done) {
    RundownEdited step = inverse(done);
    if (!refreshItem(show.rundown, step) || !refreshSegment(show.rundown, step))
        return fail(ErrorCode::EditOutdated, editedTitle(done));
    return settle(show, run, std::move(step));
}

std::optional<MoveItem> stepOf(const Rundown& rundown, const ItemId& item, int by) {
    const Location at = locate(rundown, item);
    if (!at.item || by == 0)
        return std::nullopt;
    const bool down = by > 0;
    const std::int64_t last = static_cast<std::int64_t>(at.segment->items.size()) - 1;
    if (down ? at.position < last : at.position > 0)
        return MoveItem{item, at.segment->id, at.position + (down ? 1 : -1)};
    const std::int64_t segment = positionOf(rundown, *at.segment) + (down ? 1 : -1);
    if (segment < 0 || segment >= static_cast<std::int64_t>(rundown.segments.size()))
        return std::nullopt;
    const Segment& other = rundown.segments[static_cast<std::size_t>(segment)];
    return MoveItem{item, other.id, down ? 0 : static_cast<std::int64_t>(other.items.size())};
}

} // namespace vitrina::show
