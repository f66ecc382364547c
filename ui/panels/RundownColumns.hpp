// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <set>

namespace vitrina::ui {

/// What may stand beside a row's title, from the left.
enum class RundownColumn { None, Scene, Price, PlannedAt, Planned, StartsAt, Actual, Difference, Stock };

inline constexpr std::array rundownColumnList{
    RundownColumn::Scene,    RundownColumn::Price,  RundownColumn::PlannedAt,  RundownColumn::Planned,
    RundownColumn::StartsAt, RundownColumn::Actual, RundownColumn::Difference, RundownColumn::Stock};

using RundownColumnSet = std::set<RundownColumn>;

/// How much room the rundown has; the person chooses columns for each.
enum class RundownRoom { None, Compact, Large, Plan };
inline constexpr std::array rundownRooms{RundownRoom::Compact, RundownRoom::Large, RundownRoom::Plan};

/// What is shown until the person chooses.
RundownColumnSet usualColumns(RundownRoom room);
/// As kept in a settings file. What is unknown there is left out.
QString columnsText(const RundownColumnSet& columns);
RundownColumnSet columnsFromText(const QString& kept);

/// Over the column, short; `unit` is the currency's sign.
QString columnHeading(RundownColumn column, const QString& unit);
/// In the menu.
QString columnName(RundownColumn column);

/// Column edges of the rundown for a width: shared by its header and its rows, so that they stand in line.
struct RundownColumns {
    struct Cell {
        int left = 0;
        int width = 0; ///< 0: not shown
    };
    Cell number, state, thumb, title;
    std::array<Cell, rundownColumnList.size()> more; ///< in the order of rundownColumnList

    const Cell& operator[](RundownColumn column) const { return more[std::size_t(column) - 1]; }
    Cell& operator[](RundownColumn column) { return more[std::size_t(column) - 1]; }
};

struct RundownWidths {
    int state = 0; ///< of its widest word
    int stock = 0;
    int clock = 0; ///< a time of day
};
/// Columns that would leave the title too little room stay away, the least needed first.
RundownColumns rundownColumns(int width, bool compact, const RundownWidths& widths,
                              const RundownColumnSet& shown);

} // namespace vitrina::ui
