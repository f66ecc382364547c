// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "show/Edited.hpp"
#include "show/Take.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Editing the plan, also while live. The rules are in edit.md; all of it is pure.
namespace vitrina::show {

inline constexpr std::int64_t maxPlannedMs = 24LL * 60 * 60 * 1000;
inline constexpr std::size_t maxTextLength = 200; ///< in characters (code points)
inline constexpr std::size_t maxTalkingPoints = 50;
inline constexpr std::size_t maxPlanItems = 2000; ///< an import can't make it longer

// Commands. New ids are made by the caller; an id that is taken is refused.
struct AddItem {
    SegmentId segment; ///< at its end, when `after` is empty
    ItemId after;      ///< below this one
    Item item;
    bool operator==(const AddItem&) const = default;
};
/// Only what is given changes. An item that becomes something else than a product loses its product.
struct ChangeItem {
    ItemId item;
    std::optional<std::string> title;
    std::optional<std::int64_t> plannedMs;
    std::optional<SceneRole> role;
    std::optional<ItemKind> kind;
    std::optional<ProductId> product;
    std::optional<std::vector<std::string>> talkingPoints;
    std::optional<std::string> note;
    std::optional<bool> disclosure;
    std::optional<ItemMark> mark;
    std::optional<std::string> disclosureText;
    bool operator==(const ChangeItem&) const = default;
};
struct MoveItem {
    ItemId item;
    SegmentId segment;
    std::int64_t position = 0; ///< among the other items there; beyond the end is the end
    bool operator==(const MoveItem&) const = default;
};
struct DuplicateItem { ///< the copy stands below and is not skipped
    ItemId item;
    ItemId newId;
    bool operator==(const DuplicateItem&) const = default;
};
struct RemoveItem {
    ItemId item;
    bool operator==(const RemoveItem&) const = default;
};
struct SetStandby {
    ItemId item;
    bool on = false;
    bool operator==(const SetStandby&) const = default;
};
struct SetSkipped {
    ItemId item;
    bool on = false;
    bool operator==(const SetSkipped&) const = default;
};
struct AddSegment {
    SegmentId newId;
    std::string title;
    std::int64_t position = 0;
    bool operator==(const AddSegment&) const = default;
};
struct RenameSegment {
    SegmentId segment;
    std::string title;
    bool operator==(const RenameSegment&) const = default;
};
struct RemoveSegment { ///< with its items; refused when one of them was on air in this run
    SegmentId segment;
    bool operator==(const RemoveSegment&) const = default;
};
struct MoveSegment { ///< with its items; refused when one of them is on air
    SegmentId segment;
    std::int64_t position = 0; ///< among the other segments; beyond the end is the end
    bool operator==(const MoveSegment&) const = default;
};
/// A row from the shelf becomes next: out of reserve, no longer struck out, in front of the row that was next
/// (below the one on air when there is none).
struct BringIn {
    ItemId item;
    bool operator==(const BringIn&) const = default;
};
/// Rows from outside, all of them or none, as one step. They come below what is there.
struct ImportRows {
    std::vector<Segment> segments;
    bool replace = false; ///< rows that were not on air in this run go first
    bool operator==(const ImportRows&) const = default;
};
using Edit = std::variant<AddItem, ChangeItem, MoveItem, DuplicateItem, RemoveItem, SetStandby, SetSkipped,
                          AddSegment, RenameSegment, RemoveSegment, MoveSegment, BringIn, ImportRows>;

/// The RundownEdited, and a NextSet when the row that was next is gone or no longer counts. No facts: nothing
/// would change. That a product is known is for the caller to see, who has the catalogue.
Result<std::vector<Fact>> decide(const Show& show, const Run& run, const Edit& edit);
/// Takes an edit of before back as a new one. EditOutdated: the row has changed since; ItemOnAir and
/// SegmentAired as for any edit.
Result<std::vector<Fact>> decideInverse(const Show& show, const Run& run, const RundownEdited& done);

/// Where an item goes with one step up (-1) or down (+1), over the heads of segments; nothing at either end.
std::optional<MoveItem> stepOf(const Rundown& rundown, const ItemId& item, int by);
/// The same for a segment among the others.
std::optional<MoveSegment> stepOf(const Rundown& rundown, const SegmentId& segment, int by);
/// A time as people type it: "90", "90s", "1:30" and "1.30" are a minute and a half, "1:02:30" has hours.
/// Nothing when it is no such time or above a day.
std::optional<std::int64_t> parseDuration(const std::string& typed);

} // namespace vitrina::show
