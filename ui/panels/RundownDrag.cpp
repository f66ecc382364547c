// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownDrag.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTreeView>

namespace vitrina::ui {
namespace {

constexpr int edgePixels = 24;
constexpr int scrollEveryMs = 40;
constexpr int scrollPixels = 12;

bool isLocked(const RundownRow& row) {
    return row.state == RowState::OnAir || row.state == RowState::Taken;
}

} // namespace

/// Lies over the rows and lets the mouse through.
class RundownDrag::Line final : public QWidget {
  public:
    Line(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void showAt(int y) {
        setGeometry(0, y - 4, parentWidget()->width(), 8);
        show();
        raise();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_.focus.ring);
        painter.drawRect(QRectF(4, 3, width() - 4, 2));
        painter.drawEllipse(QPointF(4, 4), 4, 4);
    }

  private:
    const Theme& theme_;
};

RundownDrag::RundownDrag(const Theme& theme, const RundownModel& model, QTreeView& tree)
    : QObject(&tree), model_(model), tree_(tree), line_(new Line(theme, tree.viewport())) {
    tree_.viewport()->installEventFilter(this);
    tree_.installEventFilter(this);
    scroll_.setInterval(scrollEveryMs);
    connect(&scroll_, &QTimer::timeout, this, &RundownDrag::scrollAtEdge);
    // Also while a take or another hand changes the rows under the mouse.
    connect(&model_, &RundownModel::shapeChanged, this, [this] {
        if (active_ && !dragged_.isValid())
            stop();
        else if (active_)
            showLine();
    });
}

bool RundownDrag::eventFilter(QObject* watched, QEvent* event) {
    if (active_ && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        stop();
        return true;
    }
    if (watched != tree_.viewport())
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        return mouse->button() == Qt::LeftButton && press(mouse->pos());
    }
    case QEvent::MouseMove: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        return (mouse->buttons() & Qt::LeftButton) && move(mouse->pos());
    }
    case QEvent::MouseButtonRelease:
        return static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && release();
    default:
        return false;
    }
}

bool RundownDrag::press(const QPoint& point) {
    stop();
    pressed_ = point;
    dragged_ = tree_.indexAt(point);
    pressedOnRow_ = dragged_.isValid();
    return false;
}

bool RundownDrag::move(const QPoint& point) {
    at_ = point;
    if (active_) {
        showLine();
        return true;
    }
    if (!pressedOnRow_ || (point - pressed_).manhattanLength() < QApplication::startDragDistance())
        return false;
    pressedOnRow_ = false;
    const RundownRow* row = model_.row(dragged_);
    if (!row)
        return false;
    if (isLocked(*row)) {
        emit locked();
        return true;
    }
    active_ = true;
    tree_.viewport()->setCursor(Qt::ClosedHandCursor);
    scroll_.start();
    showLine();
    return true;
}

bool RundownDrag::release() {
    pressedOnRow_ = false;
    if (!active_)
        return false;
    const std::optional<DropPlace> place = placeAt(at_);
    stop();
    if (place)
        emit dropped(place->edit);
    return true;
}

void RundownDrag::stop() {
    active_ = false;
    scroll_.stop();
    line_->hide();
    tree_.viewport()->unsetCursor();
}

void RundownDrag::showLine() {
    const std::optional<DropPlace> place = placeAt(at_);
    if (place)
        line_->showAt(place->lineY);
    else
        line_->hide();
}

void RundownDrag::scrollAtEdge() {
    QScrollBar* bar = tree_.verticalScrollBar();
    const int height = tree_.viewport()->height();
    const int by = at_.y() < edgePixels ? -scrollPixels : at_.y() > height - edgePixels ? scrollPixels : 0;
    if (by == 0)
        return;
    bar->setValue(bar->value() + by);
    showLine();
}

std::optional<DropPlace> RundownDrag::placeAt(const QPoint& point) const {
    const RundownRow* row = model_.row(dragged_);
    if (!row)
        return std::nullopt;
    return row->segment ? segmentPlace(point) : itemPlace(point);
}

/// Between two rows; above a heading is the end of the part before it, below it the beginning of its own.
std::optional<DropPlace> RundownDrag::itemPlace(const QPoint& point) const {
    const QModelIndex over = tree_.indexAt(QPoint(4, point.y()));
    int segment = model_.rowCount() - 1;
    int position = segment < 0 ? 0 : model_.rowCount(model_.index(segment, 0));
    int lineY = 0;
    if (!over.isValid()) {
        // Below the last row.
        const QModelIndex head = model_.index(segment, 0);
        const QModelIndex last =
            position > 0 && tree_.isExpanded(head) ? model_.index(position - 1, 0, head) : head;
        lineY = tree_.visualRect(last).bottom() + 1;
    } else {
        const QRect rect = tree_.visualRect(over);
        const bool below = point.y() > rect.center().y();
        const bool onHead = !over.parent().isValid();
        segment = onHead ? over.row() : over.parent().row();
        position = onHead ? 0 : over.row() + (below ? 1 : 0);
        lineY = below ? rect.bottom() + 1 : rect.top();
        if (onHead && !below) {
            if (segment == 0)
                return std::nullopt;
            --segment;
            position = model_.rowCount(model_.index(segment, 0));
        }
    }
    const RundownRow* head = model_.row(model_.index(segment, 0));
    if (!head)
        return std::nullopt;
    if (dragged_.parent().row() == segment) {
        position -= position > dragged_.row() ? 1 : 0;
        if (position == dragged_.row())
            return std::nullopt;
    }
    return DropPlace{show::MoveItem{ItemId{model_.row(dragged_)->id}, SegmentId{head->id}, position}, lineY};
}

/// Before or behind the whole part under the mouse, whichever half it is in.
std::optional<DropPlace> RundownDrag::segmentPlace(const QPoint& point) const {
    QModelIndex over = tree_.indexAt(QPoint(4, point.y()));
    if (over.parent().isValid())
        over = over.parent();
    if (!over.isValid())
        over = model_.index(model_.rowCount() - 1, 0);
    const int items = model_.rowCount(over);
    const QModelIndex last = items > 0 && tree_.isExpanded(over) ? model_.index(items - 1, 0, over) : over;
    const int top = tree_.visualRect(over).top();
    const int bottom = tree_.visualRect(last).bottom() + 1;
    const bool behind = point.y() > (top + bottom) / 2;
    int position = over.row() + (behind ? 1 : 0);
    position -= position > dragged_.row() ? 1 : 0;
    if (position == dragged_.row())
        return std::nullopt;
    return DropPlace{show::MoveSegment{SegmentId{model_.row(dragged_)->id}, position}, behind ? bottom : top};
}

} // namespace vitrina::ui
