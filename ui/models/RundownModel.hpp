// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/StockWords.hpp"

#include <QAbstractItemModel>
#include <QLocale>

#include <vector>

namespace vitrina::ui {

enum class RowState { None, Planned, Next, Taken, OnAir, Done, Skipped, Reserve };

/// One line of the rundown as it is drawn: an item, or a segment's heading.
struct RundownRow {
    bool segment = false;
    std::string id;
    int number = 0;
    RowState state = RowState::None;
    QString title;
    QString image;
    QString icon;
    QString price;
    int scene = 0; ///< key of the scene its role finds, 0 for none
    std::int64_t plannedMs = 0;
    std::int64_t playedMs = -1; ///< of a segment: of all its items; −1 not yet
    std::int64_t overMs = 0;    ///< against the plan, once over or past it
    double progress = 0.0;      ///< of the item on air
    bool finished = false;      ///< segment: nothing left in it
    std::int64_t endsWallMs = 0;
    StockText stock;

    bool operator==(const RundownRow&) const = default;
};

/// Segments with their items below. Rows keep their place by id: refresh() says only which rows have changed.
class RundownModel final : public QAbstractItemModel {
    Q_OBJECT

  public:
    enum Role { RowRole = Qt::UserRole + 1 };

    using QAbstractItemModel::QAbstractItemModel;

    void refresh(const control::State& state, const Instant& now, const QLocale& locale);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const RundownRow* row(const QModelIndex& index) const;
    /// Index of the item taken last and not ended, else of the next one.
    QModelIndex focusIndex() const;
    int itemCount() const;

  private:
    struct Segment {
        RundownRow head;
        std::vector<RundownRow> items;
    };
    static std::vector<Segment> rowsOf(const control::State& state, const Instant& now,
                                       const QLocale& locale);
    bool sameShape(const std::vector<Segment>& fresh) const;

    std::vector<Segment> segments_;
};

/// The word beside an item's number, empty when planned: ON AIR, NEXT, done …
QString rowStateWord(RowState state);
/// What a screen reader says of an item's row.
QString spokenRow(const RundownRow& row);

} // namespace vitrina::ui

Q_DECLARE_METATYPE(vitrina::ui::RundownRow)
