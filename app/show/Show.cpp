// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Show.hpp"

namespace vitrina::show {

const Item* findItem(const Rundown& rundown, const ItemId& id) {
    for (const Segment& segment : rundown.segments) {
        for (const Item& item : segment.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

const Item* itemAfter(const Rundown& rundown, const ItemId& id) {
    bool passed = id.empty();
    for (const Segment& segment : rundown.segments) {
        for (const Item& item : segment.items) {
            if (passed && counts(item))
                return &item;
            passed = passed || item.id == id;
        }
    }
    return nullptr;
}

const Item* itemBefore(const Rundown& rundown, const ItemId& id) {
    const Item* before = nullptr;
    for (const Segment& segment : rundown.segments) {
        for (const Item& item : segment.items) {
            if (!id.empty() && item.id == id)
                return before;
            if (counts(item))
                before = &item;
        }
    }
    return id.empty() ? before : nullptr;
}

std::int64_t plannedLength(const Rundown& rundown) {
    std::int64_t length = 0;
    for (const Segment& segment : rundown.segments) {
        for (const Item& item : segment.items)
            length += counts(item) ? item.plannedMs : 0;
    }
    return length;
}

} // namespace vitrina::show
