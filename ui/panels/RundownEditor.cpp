// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownEditor.hpp"

#include "ui/panels/RundownDelegate.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTreeView>

#include <utility>

namespace vitrina::ui {
namespace {

constexpr std::int64_t newRowMs = 60'000;

} // namespace

RundownEditor::RundownEditor(RundownModel& model, RundownDelegate& delegate, QTreeView& tree)
    : QObject(&tree), model_(model), delegate_(delegate), tree_(tree) {
    addActions();
    tree_.addActions(actions_);
    tree_.setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(tree_.selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!moving_)
            awaited_.clear();
        nameActions();
    });
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this] { nameActions(); });
    connect(tree_.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { placeField(); });
    connect(&model_, &RundownModel::shapeAboutToChange, this, [this] {
        if (awaited_.empty())
            keepSelected();
        moving_ = true;
    });
    // After the panel has opened parts that have come.
    connect(
        &model_, &RundownModel::shapeChanged, this, [this] { rowsHaveMoved(); }, Qt::QueuedConnection);
}

/// The window enters them among the keys by their id.
QAction* RundownEditor::add(const char* id, const QString& words, const QKeySequence& key,
                            const std::function<void()>& run) {
    auto* action = new QAction(words, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    actions_ << action;
    return action;
}

void RundownEditor::addSeparator() {
    auto* line = new QAction(this);
    line->setSeparator(true);
    actions_ << line;
}

void RundownEditor::addActions() {
    add("rundown.edit-row", tr("Edit row…"), QKeySequence(Qt::ALT | Qt::Key_Return), [this] { open(); });
    add("rundown.edit-title", tr("Edit title"), QKeySequence(Qt::Key_F2), [this] { edit(Cell::Title); });
    add("rundown.edit-time", tr("Edit planned time"), QKeySequence(Qt::SHIFT | Qt::Key_F2),
        [this] { edit(Cell::Planned); });
    addSeparator();
    add("rundown.add-row", tr("Add row below"), QKeySequence(Qt::Key_Insert), [this] { addRow(); });
    add("rundown.duplicate", tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] { duplicate(); });
    add("rundown.remove", tr("Remove"), QKeySequence(Qt::Key_Delete), [this] { remove(); });
    addSeparator();
    add("rundown.move-up", tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    add("rundown.move-down", tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
    addSeparator();
    skip_ = add("rundown.skip", tr("Skip"), QKeySequence(Qt::Key_S), [this] { toggleSkipped(); });
    reserve_ = add("rundown.reserve", tr("Put in reserve"), {}, [this] { toggleStandby(); });
    add("rundown.label", tr("Label on the picture…"), {}, [this] {
        if (const show::Item* item = currentItem())
            emit labelAsked(item->id);
    });
    buildMarks();
    addSeparator();
    add("rundown.add-part", tr("Add part below"), {}, [this] { addPart(); });
}

void RundownEditor::buildMarks() {
    auto* menu = new QMenu(&tree_);
    for (const show::ItemMark mark : {show::ItemMark::None, show::ItemMark::Highlight, show::ItemMark::Care,
                                      show::ItemMark::Guest, show::ItemMark::Technical}) {
        QAction* action = menu->addAction(markWord(mark));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, mark] { this->mark(mark); });
        marks_.push_back(action);
    }
    auto* action = new QAction(tr("Mark"), this);
    action->setMenu(menu);
    actions_ << action;
}

const RundownRow* RundownEditor::current() const {
    return state_ ? model_.row(tree_.currentIndex()) : nullptr;
}

const show::Item* RundownEditor::currentItem() const {
    const RundownRow* row = current();
    return row && !row->segment ? show::findItem(state_->show.rundown, ItemId{row->id}) : nullptr;
}

void RundownEditor::nameActions() {
    const show::Item* item = currentItem();
    skip_->setText(item && item->skipped ? tr("No longer skip") : tr("Skip"));
    reserve_->setText(item && item->standby ? tr("Take out of reserve") : tr("Put in reserve"));
    for (std::size_t i = 0; i < marks_.size(); ++i)
        marks_[i]->setChecked(item && std::size_t(item->mark) == i);
}

void RundownEditor::edit(Cell cell) {
    const RundownRow* row = current();
    if (!row || (row->segment && cell == Cell::Planned))
        return;
    leave();
    cell_ = cell;
    fieldRow_ = row->id;
    field_ = new QLineEdit(cell == Cell::Title ? row->title : durationText(row->plannedMs), tree_.viewport());
    field_->setAccessibleName(cell == Cell::Title ? tr("Title") : tr("Planned time"));
    if (cell == Cell::Planned)
        field_->setToolTip(tr("90, 90s, 1:30 or 1.30"));
    field_->setMaxLength(int(show::maxTextLength));
    field_->installEventFilter(this);
    tree_.scrollTo(tree_.currentIndex());
    placeField();
    field_->show();
    field_->selectAll();
    field_->setFocus();
}

void RundownEditor::placeField() {
    if (!field_)
        return;
    const QModelIndex index = model_.find(fieldRow_);
    const QRect row = tree_.visualRect(index);
    const RundownColumns columns = delegate_.columnsFor(row.width());
    const int height = std::min(row.height(), field_->sizeHint().height());
    QRect place(row.left() + columns.title.left, row.top(), columns.title.width, height);
    if (cell_ == Cell::Planned) {
        // Wide enough for 1:02:30 with the frame around it, to the left over the price.
        const RundownColumns::Cell& planned = columns[RundownColumn::Planned];
        const int right = planned.width > 0 ? planned.left + planned.width : row.width();
        const int width = std::max(planned.width, 76);
        place.setLeft(row.left() + right - width);
        place.setWidth(width);
    } else if (model_.row(index) && model_.row(index)->segment) {
        place.setLeft(row.left() + 26);
        place.setWidth(row.width() / 2);
    }
    place.moveTop(row.top() + (row.height() - height) / 2);
    field_->setGeometry(place);
}

/// Esc and Enter belong to the field while it is open, before the window's own keys. A take with F12 or the
/// keypad goes through.
bool RundownEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched != field_ || !field_)
        return false;
    if (event->type() == QEvent::FocusOut) {
        // To another window and back leaves what was typed where it is.
        if (static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
            static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
            QMetaObject::invokeMethod(this, &RundownEditor::commit, Qt::QueuedConnection);
        return false;
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Return)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (key == Qt::Key_Return)
            commit();
        else
            leave();
    }
    return true;
}

void RundownEditor::commit() {
    if (!field_)
        return;
    const std::string typed = field_->text().toStdString();
    const RundownRow* row = model_.row(model_.find(fieldRow_));
    const Cell cell = cell_;
    leave();
    if (!row)
        return;
    if (row->segment) {
        emit asked(show::Edit{show::RenameSegment{SegmentId{row->id}, typed}});
        return;
    }
    show::ChangeItem change;
    change.item = ItemId{row->id};
    if (cell == Cell::Title) {
        change.title = typed;
    } else {
        change.plannedMs = show::parseDuration(typed);
        if (!change.plannedMs) {
            emit refused(errorSentence(ErrorCode::BadDuration));
            return;
        }
    }
    emit asked(show::Edit{change});
}

void RundownEditor::leave() {
    if (!field_)
        return;
    QLineEdit* field = field_;
    field_.clear();
    const bool hadFocus = field->hasFocus();
    field->hide();
    field->deleteLater();
    if (hadFocus)
        tree_.setFocus();
}

void RundownEditor::await(const std::string& id, bool open) {
    awaited_ = id;
    toOpen_ = open ? id : std::string();
}

void RundownEditor::keepSelected() {
    if (const RundownRow* row = current())
        await(row->id, false);
}

/// Below the selected row; at the end when none is, and in a first part when there is no part yet.
void RundownEditor::addRow() {
    if (!state_)
        return;
    if (state_->show.rundown.segments.empty())
        return addPart();
    const RundownRow* row = current();
    const show::Item* above = currentItem();
    show::Item fresh;
    fresh.id = newId<ItemId>();
    fresh.kind = show::ItemKind::Talk;
    fresh.title = tr("New row").toStdString();
    fresh.plannedMs = newRowMs;
    fresh.role = above ? above->role : SceneRole::Full;
    const SegmentId segment = row ? SegmentId{row->id} : state_->show.rundown.segments.back().id;
    await(fresh.id.value, true);
    emit asked(show::Edit{show::AddItem{above ? SegmentId{} : segment, above ? above->id : ItemId{}, fresh}});
}

void RundownEditor::addPart() {
    QModelIndex at = tree_.currentIndex();
    if (at.parent().isValid())
        at = at.parent();
    const SegmentId id = newId<SegmentId>();
    await(id.value, true);
    emit asked(show::Edit{show::AddSegment{id, tr("New part").toStdString(), at.row() + 1}});
}

void RundownEditor::duplicate() {
    if (const show::Item* item = currentItem()) {
        const ItemId copy = newId<ItemId>();
        const ItemId from = item->id;
        await(copy.value, false);
        emit asked(show::Edit{show::DuplicateItem{from, copy}});
    }
}

void RundownEditor::remove() {
    const RundownRow* row = current();
    if (!row)
        return;
    const bool next =
        !row->segment && state_->run.next.value == row->id &&
        (state_->run.phase == show::RunPhase::Live || state_->run.phase == show::RunPhase::Standby);
    const bool full = row->segment && model_.rowCount(tree_.currentIndex()) > 0;
    const control::Command command = row->segment ? show::Edit{show::RemoveSegment{SegmentId{row->id}}}
                                                  : show::Edit{show::RemoveItem{ItemId{row->id}}};
    if (!next && !full)
        return removeNow(command);
    emit removalAsked(row->title, full, command);
}

void RundownEditor::removeNow(const control::Command& command) {
    // The selection stays at the place: on the row below, or above when there is none.
    const QModelIndex at = tree_.currentIndex();
    QModelIndex other = tree_.indexBelow(at);
    if (const RundownRow* below = model_.row(other); !below || below->segment)
        other = tree_.indexAbove(at);
    if (const RundownRow* row = model_.row(other))
        await(row->id, false);
    emit asked(command);
}

void RundownEditor::move(int by) {
    const RundownRow* row = current();
    if (!row)
        return;
    std::optional<show::Edit> step;
    if (row->segment) {
        if (const auto one = show::stepOf(state_->show.rundown, SegmentId{row->id}, by))
            step = *one;
    } else if (const auto one = show::stepOf(state_->show.rundown, ItemId{row->id}, by)) {
        step = *one;
    }
    if (!step)
        return;
    await(row->id, false);
    emit asked(*step);
}

void RundownEditor::open() {
    if (const show::Item* item = currentItem())
        emit openAsked(item->id);
}

void RundownEditor::mark(show::ItemMark mark) {
    if (const show::Item* item = currentItem()) {
        show::ChangeItem change;
        change.item = item->id;
        change.mark = mark;
        emit asked(show::Edit{change});
    }
}

void RundownEditor::toggleSkipped() {
    if (const show::Item* item = currentItem())
        emit asked(show::Edit{show::SetSkipped{item->id, !item->skipped}});
}

void RundownEditor::toggleStandby() {
    if (const show::Item* item = currentItem())
        emit asked(show::Edit{show::SetStandby{item->id, !item->standby}});
}

void RundownEditor::rowsHaveMoved() {
    moving_ = false;
    const std::string open = std::exchange(toOpen_, {});
    const std::string awaited = std::exchange(awaited_, {});
    const QModelIndex index = model_.find(awaited);
    if (index.isValid() && index != tree_.currentIndex()) {
        tree_.setCurrentIndex(index);
        tree_.scrollTo(index);
    }
    if (!open.empty() && index.isValid() && open == awaited)
        edit(Cell::Title);
    else
        placeField();
}

} // namespace vitrina::ui
