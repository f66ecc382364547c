// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownPanel.hpp"

#include "ui/models/Needs.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/widgets/Format.hpp"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

constexpr int saidForMs = 6000;
constexpr const char* shelfKey = "rundown/shelf-open";

QString columnsKey(RundownRoom room) {
    switch (room) {
    case RundownRoom::Compact:
        return QStringLiteral("rundown/columns-compact");
    case RundownRoom::Plan:
        return QStringLiteral("rundown/columns-plan");
    default:
        return QStringLiteral("rundown/columns");
    }
}

} // namespace

/// The words over the columns; painted with the same edges as the rows.
class RundownPanel::Header final : public QWidget {
  public:
    Header(const Theme& theme, RundownDelegate& delegate, QTreeView& rows, QWidget* parent)
        : QWidget(parent), theme_(theme), delegate_(delegate), rows_(rows) {}
    void setUnit(const QString& unit) {
        if (unit_ == unit)
            return;
        unit_ = unit;
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(uiFont(theme_.large.caption));
        painter.setPen(theme_.text.label);
        const RundownColumns columns = delegate_.columnsFor(rows_.viewport()->width());
        const auto word = [&](const RundownColumns::Cell& cell, const QString& words, Qt::Alignment side) {
            drawFigures(painter, QRectF(cell.left, 0, cell.width, height()), side | Qt::AlignVCenter, words);
        };
        word(columns.number, QStringLiteral("#"), Qt::AlignRight);
        word(columns.title, RundownPanel::tr("Item"), Qt::AlignLeft);
        for (const RundownColumn column : rundownColumnList)
            if (columns[column].width > 0)
                word(columns[column], columnHeading(column, unit_), Qt::AlignRight);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.border.divider);
    }

  private:
    const Theme& theme_;
    RundownDelegate& delegate_;
    QTreeView& rows_;
    QString unit_;
};

RundownPanel::RundownPanel(const Theme& theme, Art& art, QWidget* parent)
    : Panel(theme, tr("Rundown"), parent), model_(new RundownModel(this)),
      delegate_(new RundownDelegate(theme, art, this)), tree_(new QTreeView(this)),
      head_(new Header(theme, *delegate_, *tree_, this)),
      follow_(new Button(theme, ButtonKind::Flat, ButtonSize::Small, {}, this)),
      columns_(new QMenu(tr("Columns"), this)), more_(new QMenu(this)) {
    buildTree();
    editor_ = new RundownEditor(*model_, *delegate_, *tree_);
    drag_ = new RundownDrag(theme, *model_, *tree_);
    shelf_ = new Shelf(theme, this);
    body().addWidget(head_);
    body().addWidget(tree_, 1);
    body().addWidget(shelf_);
    buildColumnsMenu();
    buildHeader();
    connect(editor_, &RundownEditor::asked, this, &RundownPanel::asked);
    connect(drag_, &RundownDrag::dropped, this, [this](const show::Edit& edit) {
        editor_->keepSelected();
        emit asked(edit);
    });
    connect(drag_, &RundownDrag::locked, this, [this] {
        const Error error = fail(ErrorCode::ItemOnAir);
        emit editor_->refused(refusalSentence(error, show::Edit{show::MoveItem{}}, show::RunPhase::Live));
    });
    connect(shelf_, &Shelf::bringInAsked, this,
            [this](const std::string& item) { emit asked(show::Edit{show::BringIn{ItemId{item}}}); });
    said_.setSingleShot(true);
    setCompact(false);
}

void RundownPanel::buildHeader() {
    follow_->setIconName(QStringLiteral("link"));
    follow_->setCheckable(true);
    follow_->setChecked(true);
    follow_->setToolTip(tr("Keep the item on air in view"));
    follow_->setAccessibleName(tr("Follow the item on air, on"));
    connect(follow_, &QAbstractButton::toggled, this, [this](bool on) {
        follow_->setAccessibleName(on ? tr("Follow the item on air, on") : tr("Follow the item on air, off"));
        followed_.clear();
        follow();
    });
    auto* plus = new Button(theme(), ButtonKind::Flat, ButtonSize::Small, {}, this);
    plus->setIconName(QStringLiteral("plus"));
    plus->setAccessibleName(tr("Add a row"));
    plus->setToolTip(tr("Add a row below (Ins)"));
    connect(plus, &QAbstractButton::clicked, editor_, &RundownEditor::addRow);
    auto* more = new Button(theme(), ButtonKind::Flat, ButtonSize::Small, {}, this);
    more->setIconName(QStringLiteral("more"));
    more->setAccessibleName(tr("More for the rundown"));
    more->setToolTip(tr("Columns, import, export"));
    connect(more, &QAbstractButton::clicked, this,
            [this, more] { more_->popup(more->mapToGlobal(QPoint(0, more->height() + 2))); });
    for (Button* button : {follow_, plus, more}) {
        button->setFocusPolicy(Qt::TabFocus);
        header().addWidget(button);
    }
    more_->addMenu(columns_);
    more_->addSeparator();
}

void RundownPanel::buildTree() {
    tree_->setModel(model_);
    tree_->setItemDelegate(delegate_);
    tree_->setHeaderHidden(true);
    tree_->setRootIsDecorated(false);
    tree_->setIndentation(0);
    tree_->setUniformRowHeights(false);
    tree_->setMouseTracking(true);
    tree_->setSelectionMode(QAbstractItemView::SingleSelection);
    tree_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree_->setExpandsOnDoubleClick(false);
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that the columns stay where they are.
    tree_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    tree_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree_->setTabKeyNavigation(false);
    tree_->setAccessibleName(tr("Rundown"));
    tree_->setToolTip(tr("Double click or Enter: make it next"));
    connect(tree_, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!index.parent().isValid())
            tree_->setExpanded(index, !tree_->isExpanded(index));
    });
    connect(tree_, &QTreeView::activated, this, &RundownPanel::activate);
    // A part that has come is open; the others stay as they are.
    connect(model_, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex& parent, int first, int last) {
                for (int row = first; !parent.isValid() && row <= last; ++row)
                    tree_->expand(model_->index(row, 0));
            });
}

void RundownPanel::activate(const QModelIndex& index) {
    const RundownRow* row = model_->row(index);
    if (!row || row->segment)
        return;
    // One in reserve comes to where the show is, as the takes after it go on from there.
    if (row->state == RowState::Reserve)
        emit asked(show::Edit{show::BringIn{ItemId{row->id}}});
    else
        emit asked(show::SetNext{ItemId{row->id}});
}

void RundownPanel::buildColumnsMenu() {
    for (const RundownColumn column : rundownColumnList) {
        QAction* action = columns_->addAction(columnName(column));
        action->setCheckable(true);
        action->setData(int(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { chooseColumn(column, on); });
    }
    head_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head_, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { columns_->popup(head_->mapToGlobal(at)); });
}

void RundownPanel::chooseColumn(RundownColumn column, bool shown) {
    RundownColumnSet columns = delegate_->shown();
    if (shown)
        columns.insert(column);
    else
        columns.erase(column);
    delegate_->setColumns(columns, delegate_->room());
    head_->update();
    tree_->viewport()->update();
    if (memory_)
        memory_->set(columnsKey(delegate_->room()), columnsText(columns));
}

void RundownPanel::useMemory(Remembered& memory) {
    memory_ = &memory;
    for (const RundownRoom room : rundownRooms) {
        const QVariant kept = memory.value(columnsKey(room));
        if (kept.isValid())
            delegate_->setColumns(columnsFromText(kept.toString()), room);
    }
    tickColumns();
    shelf_->setOpen(memory.value(QLatin1String(shelfKey)).toBool());
    connect(shelf_, &Shelf::opened, this, [this](bool open) { memory_->set(QLatin1String(shelfKey), open); });
}

void RundownPanel::say(const QString& words) {
    setHint(words);
    said_.start(saidForMs);
}

void RundownPanel::tickColumns() {
    for (QAction* action : columns_->actions()) {
        const QSignalBlocker quiet(action);
        action->setChecked(delegate_->shown().contains(RundownColumn(action->data().toInt())));
    }
}

void RundownPanel::setPlan(bool plan) {
    delegate_->setPlan(plan);
    tickColumns();
    head_->update();
    tree_->viewport()->update();
}

void RundownPanel::setCompact(bool compact) {
    delegate_->setCompact(compact);
    tickColumns();
    head_->setFixedHeight(compact ? 22 : theme().large.tableHeader);
    tree_->doItemsLayout();
    head_->update();
}

void RundownPanel::foldFinished() {
    for (int s = 0; s < model_->rowCount(); ++s) {
        const QModelIndex index = model_->index(s, 0);
        const RundownRow* row = model_->row(index);
        // Once each: the host may open it again.
        if (row->finished && folded_.insert(row->id).second)
            tree_->collapse(index);
        else if (!row->finished && folded_.erase(row->id) > 0)
            tree_->expand(index);
    }
}

void RundownPanel::follow() {
    const QModelIndex focus = model_->focusIndex();
    const RundownRow* row = model_->row(focus);
    if (!follow_->isChecked() || !row || row->id == followed_)
        return;
    followed_ = row->id;
    tree_->scrollTo(focus, QAbstractItemView::PositionAtTop);
    // Third from the top: two rows stay above it.
    QScrollBar* bar = tree_->verticalScrollBar();
    bar->setValue(bar->value() - 2 * theme().sizes(delegate_->compact()).tableRow);
}

void RundownPanel::present(const View& view) {
    editor_->setState(view.state);
    // Rows that come or go above what is looked at must not move it.
    const int top = tree_->verticalScrollBar()->value();
    model_->refresh(view.state, view.now, view.locale);
    if (tree_->verticalScrollBar()->value() != top) {
        tree_->doItemsLayout();
        tree_->verticalScrollBar()->setValue(top);
    }
    foldFinished();
    follow();
    shelf_->present(*model_);
    head_->setUnit(currencySymbol(view.state.show.currency));
    if (said_.isActive())
        return;
    QString hint = QStringLiteral("%1 · %2").arg(durationText(show::plannedLength(view.state.show.rundown)),
                                                 QString::number(model_->itemCount()));
    if (view.state.run.phase == show::RunPhase::Live)
        hint += QStringLiteral(" · ") + tr("%1 to go").arg(durationText(model_->leftMs()));
    setHint(hint);
}

} // namespace vitrina::ui
