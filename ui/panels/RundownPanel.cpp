// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RundownPanel.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace vitrina::ui {

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
        if (!delegate_.compact()) {
            word(columns.scene, RundownPanel::tr("Sc.", "scene, short"), Qt::AlignRight);
            word(columns.actual, RundownPanel::tr("Actual"), Qt::AlignRight);
        }
        word(columns.price, unit_, Qt::AlignRight);
        word(columns.planned, RundownPanel::tr("Plan"), Qt::AlignRight);
        word(columns.difference, QStringLiteral("+/−"), Qt::AlignRight);
        word(columns.stock, RundownPanel::tr("Left", "in stock"), Qt::AlignRight);
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
      follow_(new Button(theme, ButtonKind::Flat, ButtonSize::Small, {}, this)) {
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
    header().addWidget(follow_);

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
    body().addWidget(head_);
    body().addWidget(tree_, 1);

    connect(tree_, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!index.parent().isValid())
            tree_->setExpanded(index, !tree_->isExpanded(index));
    });
    connect(tree_, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const RundownRow* row = model_->row(index);
        if (row && !row->segment)
            emit asked(show::SetNext{ItemId{row->id}});
    });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        folded_.clear();
        tree_->expandAll();
    });
    editor_ = new RundownEditor(*model_, *delegate_, *tree_);
    connect(editor_, &RundownEditor::asked, this, &RundownPanel::asked);
    setCompact(false);
}

void RundownPanel::setCompact(bool compact) {
    delegate_->setCompact(compact);
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
    // Another order of rows builds the tree anew; what is looked at stays where it is.
    const int top = tree_->verticalScrollBar()->value();
    model_->refresh(view.state, view.now, view.locale);
    if (tree_->verticalScrollBar()->value() != top) {
        tree_->doItemsLayout();
        tree_->verticalScrollBar()->setValue(top);
    }
    foldFinished();
    follow();
    head_->setUnit(currencySymbol(view.state.show.currency));
    setHint(QStringLiteral("%1 · %2").arg(durationText(show::plannedLength(view.state.show.rundown)),
                                          QString::number(model_->itemCount())));
}

} // namespace vitrina::ui
