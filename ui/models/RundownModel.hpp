// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/RundownRow.hpp"
#include "ui/models/RundownRows.hpp"

#include <QAbstractItemModel>
#include <QLocale>

#include <vector>

namespace vitrina::ui {

/// Segments with their items below. Rows keep their place by id: refresh() says only which rows have changed,
/// have come, gone or moved, so that selection and folding stay with them.
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
    /// Of an item or a segment; invalid when there is none of this id.
    QModelIndex find(const std::string& id) const;
    /// Index of the item taken last and not ended, else of the next one.
    QModelIndex focusIndex() const;
    int itemCount() const;
    /// Of the whole show, ms: what is left of the row on air and of those that come.
    std::int64_t leftMs() const;
    /// In the order of the rundown.
    std::vector<const RundownRow*> reserve() const;

  signals:
    /// Rows will come, go or change places.
    void shapeAboutToChange();
    /// Rows have come, gone or changed places; all of it is in the model.
    void shapeChanged();

  private:
    /// A segment has a key for as long as it is there: it is the internal id of its items' indexes.
    struct Segment {
        quintptr key = 0;
        RundownRow head;
        std::vector<RundownRow> items;
    };
    bool sameShape(const std::vector<RundownSegment>& fresh) const;
    void placeSegments(const std::vector<RundownSegment>& fresh);
    void placeItems(int segment, const std::vector<RundownRow>& fresh);
    void renew(int segment, RundownSegment& fresh);

    std::vector<Segment> segments_;
    quintptr lastKey_ = 0;
};

} // namespace vitrina::ui
