// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownColumns.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace vitrina::ui {
namespace {

constexpr int columnGap = 6;
constexpr int rightMargin = 6;
constexpr int leastTitle = 110;

constexpr RundownColumn leastNeeded[] = {RundownColumn::PlannedAt, RundownColumn::StartsAt,
                                         RundownColumn::Scene,     RundownColumn::Price,
                                         RundownColumn::Actual,    RundownColumn::Difference};

struct RundownPanel {
    Q_DECLARE_TR_FUNCTIONS(RundownPanel)

  public:
    static QString heading(RundownColumn column, const QString& unit) {
        switch (column) {
        case RundownColumn::Scene:
            return tr("Sc.", "scene, short");
        case RundownColumn::Price:
            return unit;
        case RundownColumn::PlannedAt:
            return tr("Start", "time of day a row is planned for");
        case RundownColumn::Planned:
            return tr("Plan");
        case RundownColumn::StartsAt:
            return tr("On air", "time of day a row came on air or is expected");
        case RundownColumn::Actual:
            return tr("Actual");
        case RundownColumn::Difference:
            return QStringLiteral("+/−");
        case RundownColumn::Stock:
            return tr("Left", "in stock");
        case RundownColumn::None:
            break;
        }
        return {};
    }
    static QString name(RundownColumn column) {
        switch (column) {
        case RundownColumn::Scene:
            return tr("Scene");
        case RundownColumn::Price:
            return tr("Price");
        case RundownColumn::PlannedAt:
            return tr("Planned start");
        case RundownColumn::Planned:
            return tr("Planned length");
        case RundownColumn::StartsAt:
            return tr("On air at, or expected");
        case RundownColumn::Actual:
            return tr("Length on air");
        case RundownColumn::Difference:
            return tr("Over or under");
        case RundownColumn::Stock:
            return tr("Left in stock");
        case RundownColumn::None:
            break;
        }
        return {};
    }
};

/// Words in the settings file.
constexpr const char* keptWords[] = {"scene",     "price",  "planned-at", "planned",
                                     "starts-at", "actual", "difference", "stock"};

int widthOf(RundownColumn column, const RundownWidths& widths) {
    switch (column) {
    case RundownColumn::Scene:
        return 20;
    case RundownColumn::Price:
        return 46;
    case RundownColumn::PlannedAt:
    case RundownColumn::StartsAt:
        return widths.clock;
    case RundownColumn::Stock:
        return widths.stock;
    default:
        return 40;
    }
}

int needed(const RundownColumnSet& shown, const RundownWidths& widths) {
    int sum = rightMargin;
    for (const RundownColumn column : shown)
        sum += widthOf(column, widths) + columnGap;
    return sum;
}

} // namespace

RundownColumnSet usualColumns(RundownRoom room) {
    if (room == RundownRoom::Plan)
        return {rundownColumnList.begin(), rundownColumnList.end()};
    RundownColumnSet columns{RundownColumn::Price, RundownColumn::Planned, RundownColumn::Difference,
                             RundownColumn::Stock};
    if (room == RundownRoom::Large)
        columns.insert({RundownColumn::Scene, RundownColumn::Actual});
    return columns;
}

QString columnsText(const RundownColumnSet& columns) {
    QStringList words;
    for (const RundownColumn column : columns)
        words << QLatin1String(keptWords[std::size_t(column) - 1]);
    return words.join(u' ');
}

RundownColumnSet columnsFromText(const QString& kept) {
    const QStringList words = kept.split(u' ');
    RundownColumnSet columns;
    for (const RundownColumn column : rundownColumnList)
        if (words.contains(QLatin1String(keptWords[std::size_t(column) - 1])))
            columns.insert(column);
    return columns;
}

QString columnHeading(RundownColumn column, const QString& unit) {
    return RundownPanel::heading(column, unit);
}

QString columnName(RundownColumn column) {
    return RundownPanel::name(column);
}

RundownColumns rundownColumns(int width, bool compact, const RundownWidths& widths,
                              const RundownColumnSet& wanted) {
    RundownColumns columns;
    const int thumb = compact ? 22 : 24;
    columns.number = {0, compact ? 24 : 26};
    columns.state = {columns.number.width + columnGap, widths.state};
    columns.thumb = {columns.state.left + widths.state + columnGap, thumb};
    const int titleLeft = columns.thumb.left + thumb + columnGap;
    RundownColumnSet shown = wanted;
    for (const RundownColumn column : leastNeeded)
        if (width - titleLeft - needed(shown, widths) < leastTitle)
            shown.erase(column);
    int right = width - rightMargin;
    for (auto column = rundownColumnList.rbegin(); column != rundownColumnList.rend(); ++column) {
        if (!shown.contains(*column))
            continue;
        const int cell = widthOf(*column, widths);
        right -= cell;
        columns[*column] = {right, cell};
        right -= columnGap;
    }
    columns.title = {titleLeft, right - titleLeft};
    return columns;
}

} // namespace vitrina::ui
