// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "ui/models/Remembered.hpp"
#include "ui/models/RundownModel.hpp"
#include "ui/panels/RundownDelegate.hpp"
#include "ui/panels/RundownDrag.hpp"
#include "ui/panels/RundownEditor.hpp"
#include "ui/panels/Shelf.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Panel.hpp"

#include <QTimer>

#include <set>

class QAction;
class QMenu;
class QTreeView;

namespace vitrina::ui {

/// The running order. A double click or Enter makes an item next; the item on air stays third from the top
/// while following is on; a segment that is over folds to one line; what is in reserve stands on a shelf
/// below.
class RundownPanel final : public Panel {
    Q_OBJECT

  public:
    RundownPanel(const Theme& theme, Art& art, QWidget* parent = nullptr);
    void present(const View& view);
    void setCompact(bool compact);
    /// It has the window to itself: more columns.
    void setPlan(bool plan);
    /// Columns and shelf as they were left, and from now on kept there.
    void useMemory(Remembered& memory);
    /// A short note in place of the hint, for a few seconds.
    void say(const QString& words);
    RundownModel& model() { return *model_; }
    QTreeView& view() { return *tree_; }
    RundownEditor& editor() { return *editor_; }
    RundownDrag& drag() { return *drag_; }
    Shelf& shelf() { return *shelf_; }
    RundownDelegate& delegate() { return *delegate_; }
    /// Columns to choose from, with a tick at those shown; also over the headings.
    QMenu& columnsMenu() { return *columns_; }
    /// What stands behind "…"; commands of others can be added.
    QMenu& moreMenu() { return *more_; }

  signals:
    void asked(const vitrina::control::Command& command);

  private:
    class Header;
    void buildHeader();
    void buildTree();
    void buildColumnsMenu();
    void tickColumns();
    void chooseColumn(RundownColumn column, bool shown);
    void follow();
    void foldFinished();
    void activate(const QModelIndex& index);

    RundownModel* model_;
    RundownDelegate* delegate_;
    QTreeView* tree_;
    Header* head_;
    RundownEditor* editor_;
    RundownDrag* drag_;
    Shelf* shelf_;
    Button* follow_;
    QMenu* columns_;
    QMenu* more_;
    Remembered* memory_ = nullptr;
    QTimer said_;
    std::string followed_;
    std::set<std::string> folded_;
};

} // namespace vitrina::ui
