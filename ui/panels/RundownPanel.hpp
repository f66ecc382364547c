// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "ui/models/RundownModel.hpp"
#include "ui/panels/RundownEditor.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Art.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Panel.hpp"

#include <QStyledItemDelegate>

#include <set>

class QTreeView;

namespace vitrina::ui {

/// Column edges of the rundown for a width: shared by its header and its rows, so that they stand in line.
struct RundownColumns {
    struct Cell {
        int left = 0;
        int width = 0;
    };
    Cell number, state, thumb, title, scene, price, planned, actual, difference, stock;
};
RundownColumns rundownColumns(int width, bool compact, int stateWidth, int stockWidth);

class RundownDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    RundownDelegate(const Theme& theme, Art& art, QObject* parent = nullptr);
    void setCompact(bool compact) { compact_ = compact; }
    bool compact() const { return compact_; }
    RundownColumns columnsFor(int width) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    void paintSegment(QPainter& painter, const QRect& rect, const RundownRow& row, bool expanded) const;
    void paintItem(QPainter& painter, const QRect& rect, const RundownRow& row, bool hovered) const;
    void paintState(QPainter& painter, const QRect& cell, const RundownRow& row) const;
    void paintStock(QPainter& painter, const QRect& cell, const RundownRow& row) const;

    const Theme& theme_;
    Art& art_;
    bool compact_ = false;
};

/// The running order. A double click or Enter makes an item next; the item on air stays third from the top
/// while following is on; a segment that is over folds to one line.
class RundownPanel final : public Panel {
    Q_OBJECT

  public:
    RundownPanel(const Theme& theme, Art& art, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);
    RundownModel& model() { return *model_; }
    QTreeView& view() { return *tree_; }
    RundownEditor& editor() { return *editor_; }

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    class Header;
    void follow();
    void foldFinished();

    RundownModel* model_;
    RundownDelegate* delegate_;
    QTreeView* tree_;
    Header* head_;
    RundownEditor* editor_;
    Button* follow_;
    std::string followed_;
    std::set<std::string> folded_;
};

} // namespace vitrina::ui
