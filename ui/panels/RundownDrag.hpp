// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Edit.hpp"
#include "ui/models/RundownModel.hpp"
#include "ui/theme/Theme.hpp"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>
#include <QTimer>

#include <functional>
#include <optional>

class QTreeView;

namespace vitrina::ui {

/// Where a dragged row would go: an edit, and the height at which the line is drawn (in the viewport).
struct DropPlace {
    show::Edit edit;
    int lineY = 0;
};

/// Rows and parts are dragged by the mouse to another place. It is done here and not by the desktop's drag
/// and drop: that one runs an event loop of its own, in which no key would be a take.
class RundownDrag final : public QObject {
    Q_OBJECT

  public:
    RundownDrag(const Theme& theme, const RundownModel& model, QTreeView& tree);
    bool active() const { return active_; }
    /// What a release at this point would do; nothing when the row would stay where it is.
    std::optional<DropPlace> placeAt(const QPoint& point) const;

  signals:
    void dropped(const vitrina::show::Edit& edit);
    /// The row on air is not moved.
    void locked();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    class Line;
    bool press(const QPoint& point);
    bool move(const QPoint& point);
    bool release();
    void stop();
    void showLine();
    void scrollAtEdge();
    std::optional<DropPlace> itemPlace(const QPoint& point) const;
    std::optional<DropPlace> segmentPlace(const QPoint& point) const;

    const RundownModel& model_;
    QTreeView& tree_;
    Line* line_;
    QTimer scroll_;
    QPoint pressed_;
    QPoint at_;
    QPersistentModelIndex dragged_;
    bool pressedOnRow_ = false;
    bool active_ = false;
};

} // namespace vitrina::ui
