// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/SceneRole.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vitrina::show {

enum class ItemKind { None, Product, Talk, Video, Break };
/// What a host marks a row with, shown as a coloured strip. It changes nothing but how the row looks.
enum class ItemMark { None, Highlight, Care, Guest, Technical };

/// A row of the rundown as planned. What was really on air is an AiredItem.
struct Item {
    ItemId id;
    ItemKind kind = ItemKind::None;
    std::string title;
    std::int64_t plannedMs = 0;
    SceneRole role = SceneRole::None;
    ProductId product; ///< empty unless kind is Product
    std::vector<std::string> talkingPoints;
    bool disclosure = false; ///< the item is paid for: the label goes on the picture
    bool standby = false;    ///< kept in reserve: not counted and never next by itself
    std::string note;
    bool skipped = false; ///< struck out by the host: not counted and never next by itself
    ItemMark mark = ItemMark::None;
    std::string disclosureText = {}; ///< the label's words for this item; empty: the show's

    bool operator==(const Item&) const = default;
};

struct Segment {
    SegmentId id;
    std::string title;
    std::vector<Item> items;

    bool operator==(const Segment&) const = default;
};

struct Rundown {
    std::uint64_t revision = 1; ///< grows by one with every edit
    std::vector<Segment> segments;

    bool operator==(const Rundown&) const = default;
};

/// A show as planned; the document in a .vitrina file.
struct Show {
    ShowId id;
    std::string title;
    std::string shopName;
    std::string hostName;
    std::string locale;              ///< BCP 47, e.g. "lv-LV"; money and dates on picture and page follow it
    std::string currency;            ///< ISO 4217
    std::int64_t plannedStartMs = 0; ///< wall time, 0 = not planned
    std::string disclosureText;      ///< e.g. "#reklāma"
    Rundown rundown;

    bool operator==(const Show&) const = default;
};

/// Neither in reserve nor struck out: it has a part in the planned time and becomes next by itself.
inline bool counts(const Item& item) {
    return !item.standby && !item.skipped;
}
const Item* findItem(const Rundown& rundown, const ItemId& id);
/// The item after `id` in rundown order that counts; the first such item when `id` is empty; null at the end.
const Item* itemAfter(const Rundown& rundown, const ItemId& id);
/// The item before `id` that counts; the last such item when `id` is empty; null at the top.
const Item* itemBefore(const Rundown& rundown, const ItemId& id);
/// Planned length in ms of the items that count.
std::int64_t plannedLength(const Rundown& rundown);

} // namespace vitrina::show
