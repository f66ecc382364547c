// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RundownRow.hpp"
#include "ui/panels/RundownColumns.hpp"
#include "ui/widgets/Art.hpp"

#include <QStyledItemDelegate>

#include <map>

namespace vitrina::ui {

/// Paints a row or a segment's heading. Measures words once: a thousand rows share them.
class RundownDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    RundownDelegate(const Theme& theme, Art& art, QObject* parent = nullptr);
    void setCompact(bool compact) { compact_ = compact; }
    bool compact() const { return compact_; }
    void setPlan(bool plan) { plan_ = plan; }
    RundownRoom room() const;
    void setColumns(const RundownColumnSet& columns, RundownRoom room) { columns_[room] = columns; }
    const RundownColumnSet& shown() const { return columns_.at(room()); }
    RundownColumns columnsFor(int width) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    void paintSegment(QPainter& painter, const QRect& rect, const RundownRow& row, bool expanded) const;
    void paintItem(QPainter& painter, const QRect& rect, const RundownRow& row, bool hovered) const;
    void paintTitle(QPainter& painter, const QRect& cell, const RundownRow& row, const QColor& color,
                    int weight) const;
    void paintTimes(QPainter& painter, const QRect& rect, const RundownColumns& columns,
                    const RundownRow& row) const;
    void paintState(QPainter& painter, const QRect& cell, const RundownRow& row) const;
    void paintStock(QPainter& painter, const QRect& cell, const RundownRow& row) const;
    RundownWidths measure() const;

    const Theme& theme_;
    Art& art_;
    bool compact_ = false;
    bool plan_ = false;
    std::map<RundownRoom, RundownColumnSet> columns_;
    RundownWidths widths_;
};

/// The colour of a mark; invalid for none.
QColor markColor(const Theme& theme, show::ItemMark mark);

} // namespace vitrina::ui
