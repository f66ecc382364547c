// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Show.hpp"
#include "ui/models/StockWords.hpp"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <string>

namespace vitrina::ui {

enum class RowState { None, Planned, Next, Taken, OnAir, Done, Skipped, Reserve };

/// One line of the rundown as it is drawn: an item, or a segment's heading.
struct RundownRow {
    bool segment = false;
    std::string id;
    int number = 0;
    RowState state = RowState::None;
    show::ItemMark mark = show::ItemMark::None;
    QString title;
    QString image;
    QString icon;
    QString price;
    int scene = 0; ///< key of the scene its role finds, 0 for none
    std::int64_t plannedMs = 0;
    std::int64_t leftMs = 0;      ///< still to come of it, if it keeps to the plan
    std::int64_t playedMs = -1;   ///< of a segment: of all its items; −1 not yet
    std::int64_t overMs = 0;      ///< against the plan, once over or past it
    double progress = 0.0;        ///< of the item on air
    bool finished = false;        ///< segment: nothing left in it
    std::int64_t endsWallMs = 0;  ///< segment: when nothing of it is left; 0 nothing is
    std::int64_t plannedAtMs = 0; ///< wall: where the plan has it
    std::int64_t startsAtMs = 0;  ///< wall: when it came on air or is expected; 0 neither
    bool aired = false;           ///< startsAtMs has been
    StockText stock;

    bool operator==(const RundownRow&) const = default;
};

/// The word beside an item's number, empty when planned: ON AIR, NEXT, done …
QString rowStateWord(RowState state);
/// What a mark means, as menus and tool tips say it.
QString markWord(show::ItemMark mark);
/// What a screen reader says of an item's row.
QString spokenRow(const RundownRow& row);
/// The same of a segment's heading: its name, elapsed, left, over or under and end.
QString spokenSegment(const RundownRow& row);

} // namespace vitrina::ui

Q_DECLARE_METATYPE(vitrina::ui::RundownRow)
