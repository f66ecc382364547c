// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/EditImport.hpp"

#include "show/EditRules.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vitrina::show {
namespace {

/// Ids that are taken: by what stays and by what the import has brought so far.
struct Taken {
    std::set<ItemId> items;
    std::set<SegmentId> segments;
};

Taken takenIn(const Rundown& rundown) {
    Taken taken;
    for (const Segment& segment : rundown.segments) {
        taken.segments.insert(segment.id);
        for (const Item& item : segment.items)
            taken.items.insert(item.id);
    }
    return taken;
}

Result<void> checkNew(Segment& segment, Taken& taken) {
    segment.title = trimmed(segment.title);
    if (const auto good = checkTitle(segment.title); !good)
        return good;
    if (segment.id.empty() || !taken.segments.insert(segment.id).second)
        return fail(ErrorCode::BadRequest, "a new segment needs an id of its own");
    for (Item& item : segment.items) {
        item.title = trimmed(item.title);
        if (item.id.empty() || !taken.items.insert(item.id).second)
            return fail(ErrorCode::BadRequest, "a new item needs an id of its own");
        if (const auto good = checkItem(Item{}, item); !good)
            return good;
        if (const auto good = checkTitle(item.title); !good)
            return good;
    }
    return {};
}

/// What was not on air in this run goes: whole segments, or single items of one that stays. From the end, so
/// that the positions in the rows are those of the moment.
void removeOpen(std::vector<EditedRow>& rows, Rundown& rundown, const Run& run) {
    const auto drop = [&](EditedRow row) {
        applyRow(rundown, row);
        rows.push_back(std::move(row));
    };
    for (std::size_t s = rundown.segments.size(); s-- > 0;) {
        const Segment segment = rundown.segments[s];
        const auto stays = [&](const Item& item) {
            return aired(run, item.id);
        };
        if (std::ranges::none_of(segment.items, stays)) {
            drop({{}, {}, PlacedSegment{static_cast<std::int64_t>(s), segment}, {}});
            continue;
        }
        for (std::size_t i = segment.items.size(); i-- > 0;) {
            if (!stays(segment.items[i]))
                drop({PlacedItem{segment.id, static_cast<std::int64_t>(i), segment.items[i]}, {}, {}, {}});
        }
    }
}

std::size_t itemCount(const std::vector<Segment>& segments) {
    std::size_t count = 0;
    for (const Segment& segment : segments)
        count += segment.items.size();
    return count;
}

} // namespace

Result<RundownEdited> wantedImport(const Rundown& rundown, const Run& run, const ImportRows& import) {
    if (import.segments.empty())
        return fail(ErrorCode::BadRequest, "nothing to import");
    std::vector<EditedRow> rows;
    Rundown left = rundown;
    if (import.replace)
        removeOpen(rows, left, run);
    if (itemCount(left.segments) + itemCount(import.segments) > maxPlanItems)
        return fail(ErrorCode::TooLarge, "rows in a rundown");
    Taken taken = takenIn(left);
    auto position = static_cast<std::int64_t>(left.segments.size());
    for (Segment segment : import.segments) {
        if (const auto good = checkNew(segment, taken); !good)
            return good.error();
        rows.push_back({{}, {}, {}, PlacedSegment{position++, std::move(segment)}});
    }
    RundownEdited edited{{std::move(rows.front())}, 0, {}};
    rows.erase(rows.begin());
    edited.more = std::move(rows);
    return edited;
}

} // namespace vitrina::show
