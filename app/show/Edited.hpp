// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Show.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// One edit of the rundown as a fact: enough of it to be applied and to be undone. See edit.md.
namespace vitrina::show {

struct PlacedItem {
    SegmentId segment;
    std::int64_t position = 0; ///< among the segment's other items
    Item item;
    bool operator==(const PlacedItem&) const = default;
};
struct PlacedSegment {
    std::int64_t position = 0; ///< among the other segments
    Segment segment;           ///< when a heading was only changed: without its items
    bool operator==(const PlacedSegment&) const = default;
};

/// One row before and after. Only after: it was added; only before: it was removed.
struct EditedRow {
    std::optional<PlacedItem> itemBefore;
    std::optional<PlacedItem> itemAfter;
    std::optional<PlacedSegment> segmentBefore;
    std::optional<PlacedSegment> segmentAfter;
    bool operator==(const EditedRow&) const = default;
};
/// One step: a row, and with an import the further ones in the order they are changed.
struct RundownEdited : EditedRow {
    std::uint64_t revision = 0; ///< of the rundown with this edit in it
    std::vector<EditedRow> more;
    bool operator==(const RundownEdited&) const = default;
};

/// What an edit is to a person, read from the fact.
enum class EditKind {
    None,
    AddItem,
    ChangeItem,
    MoveItem,
    RemoveItem,
    SkipItem,
    UnskipItem,
    ReserveItem,
    UnreserveItem,
    AddSegment,
    ChangeSegment,
    RemoveSegment,
    MoveSegment,
    Import, ///< several rows at once
};
EditKind editKind(const RundownEdited& edited);
/// The title of the row it is about, the first of several; of a change the old one.
const std::string& editedTitle(const RundownEdited& edited);
/// Before and after changed for one another, the last row first; the revision is given when it is applied.
RundownEdited inverse(RundownEdited edited);

/// Where an item stands; `item` is null when it is not in the rundown.
struct Location {
    const Segment* segment = nullptr;
    std::int64_t position = 0;
    const Item* item = nullptr;
};
Location locate(const Rundown& rundown, const ItemId& id);
std::optional<PlacedItem> placed(const Rundown& rundown, const ItemId& id);

/// One row of a step, in place. What is not there to be changed is left out.
void applyRow(Rundown& rundown, const EditedRow& row);
/// In place. An edit the rundown already holds (by its revision) changes nothing, so a document saved after
/// an edit and the journal that tells of it agree.
void apply(Rundown& rundown, const RundownEdited& edited);

} // namespace vitrina::show
