// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edited.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vitrina::show {
namespace {

template <class T>
void insertAt(std::vector<T>& list, std::int64_t position, T value) {
    const auto at = std::clamp<std::int64_t>(position, 0, static_cast<std::int64_t>(list.size()));
    list.insert(list.begin() + at, std::move(value));
}

auto segmentOf(Rundown& rundown, const SegmentId& id) {
    return std::ranges::find(rundown.segments, id, &Segment::id);
}

void eraseItem(Rundown& rundown, const ItemId& id) {
    for (Segment& segment : rundown.segments)
        std::erase_if(segment.items, [&](const Item& item) { return item.id == id; });
}

void applyItem(Rundown& rundown, const std::optional<PlacedItem>& before,
               const std::optional<PlacedItem>& after) {
    const bool there = findItem(rundown, before ? before->item.id : after->item.id) != nullptr;
    if (there != before.has_value())
        return;
    if (!after)
        return eraseItem(rundown, before->item.id);
    const auto segment = segmentOf(rundown, after->segment);
    if (segment == rundown.segments.end())
        return;
    if (before)
        eraseItem(rundown, before->item.id);
    insertAt(segment->items, after->position, after->item);
}

void applySegment(Rundown& rundown, const std::optional<PlacedSegment>& before,
                  const std::optional<PlacedSegment>& after) {
    const auto found = segmentOf(rundown, before ? before->segment.id : after->segment.id);
    if ((found != rundown.segments.end()) != before.has_value())
        return;
    if (!before)
        return insertAt(rundown.segments, after->position, after->segment);
    Segment changed = std::move(*found);
    rundown.segments.erase(found);
    if (!after)
        return;
    changed.title = after->segment.title;
    insertAt(rundown.segments, after->position, std::move(changed));
}

EditKind itemKind(const PlacedItem& before, const PlacedItem& after) {
    if (before.item.skipped != after.item.skipped)
        return after.item.skipped ? EditKind::SkipItem : EditKind::UnskipItem;
    if (before.item.standby != after.item.standby)
        return after.item.standby ? EditKind::ReserveItem : EditKind::UnreserveItem;
    return before.item == after.item ? EditKind::MoveItem : EditKind::ChangeItem;
}

} // namespace

EditKind editKind(const RundownEdited& edited) {
    if (!edited.more.empty())
        return EditKind::Import;
    if (edited.itemBefore && edited.itemAfter)
        return itemKind(*edited.itemBefore, *edited.itemAfter);
    if (edited.itemBefore || edited.itemAfter)
        return edited.itemAfter ? EditKind::AddItem : EditKind::RemoveItem;
    if (edited.segmentBefore && edited.segmentAfter)
        return edited.segmentBefore->segment == edited.segmentAfter->segment ? EditKind::MoveSegment
                                                                             : EditKind::ChangeSegment;
    if (edited.segmentBefore || edited.segmentAfter)
        return edited.segmentAfter ? EditKind::AddSegment : EditKind::RemoveSegment;
    return EditKind::None;
}

const std::string& editedTitle(const RundownEdited& edited) {
    static const std::string none;
    for (const auto& item : {&edited.itemBefore, &edited.itemAfter}) {
        if (*item)
            return (*item)->item.title;
    }
    for (const auto& segment : {&edited.segmentBefore, &edited.segmentAfter}) {
        if (*segment)
            return (*segment)->segment.title;
    }
    return none;
}

RundownEdited inverse(RundownEdited edited) {
    std::vector<EditedRow> rows{std::move(static_cast<EditedRow&>(edited))};
    std::ranges::move(edited.more, std::back_inserter(rows));
    for (EditedRow& row : rows) {
        std::swap(row.itemBefore, row.itemAfter);
        std::swap(row.segmentBefore, row.segmentAfter);
    }
    std::ranges::reverse(rows);
    static_cast<EditedRow&>(edited) = std::move(rows.front());
    rows.erase(rows.begin());
    edited.more = std::move(rows);
    return edited;
}

Location locate(const Rundown& rundown, const ItemId& id) {
    for (const Segment& segment : rundown.segments) {
        const auto found = std::ranges::find(segment.items, id, &Item::id);
        if (found != segment.items.end())
            return {&segment, found - segment.items.begin(), &*found};
    }
    return {};
}

std::optional<PlacedItem> placed(const Rundown& rundown, const ItemId& id) {
    const Location at = locate(rundown, id);
    if (!at.item)
        return std::nullopt;
    return PlacedItem{at.segment->id, at.position, *at.item};
}

void applyRow(Rundown& rundown, const EditedRow& row) {
    if (row.itemBefore || row.itemAfter)
        applyItem(rundown, row.itemBefore, row.itemAfter);
    if (row.segmentBefore || row.segmentAfter)
        applySegment(rundown, row.segmentBefore, row.segmentAfter);
}

void apply(Rundown& rundown, const RundownEdited& edited) {
    if (edited.revision <= rundown.revision)
        return;
    rundown.revision = edited.revision;
    applyRow(rundown, edited);
    for (const EditedRow& row : edited.more)
        applyRow(rundown, row);
}

} // namespace vitrina::show
