// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/EditRules.hpp"

#include "show/Edit.hpp"

#include <algorithm>
#include <string_view>

namespace vitrina::show {
namespace {

bool fits(const std::string& text) {
    const auto begins = std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; });
    return static_cast<std::size_t>(begins) <= maxTextLength;
}

Result<void> checkPoints(const std::vector<std::string>& points) {
    if (points.size() > maxTalkingPoints || !std::ranges::all_of(points, fits))
        return fail(ErrorCode::BadText, "talking points");
    return {};
}

} // namespace

std::string trimmed(const std::string& text) {
    constexpr std::string_view blank = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

Result<void> checkTitle(const std::string& title) {
    if (title.empty() || !fits(title))
        return fail(ErrorCode::BadText, "title");
    return {};
}

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

PlacedSegment heading(const Rundown& rundown, const Segment& segment) {
    return {positionOf(rundown, segment), Segment{segment.id, segment.title, {}}};
}

bool aired(const Run& run, const ItemId& id) {
    return std::ranges::any_of(run.aired, [&](const AiredItem& one) { return one.item.id == id; });
}

ItemId itemOnAir(const Run& run) {
    return run.current() ? run.current()->item.id : ItemId{};
}

} // namespace vitrina::show
