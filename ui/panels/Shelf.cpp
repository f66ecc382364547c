// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Shelf.hpp"

#include "ui/theme/Fonts.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

constexpr int mostLines = 3;

} // namespace

Shelf::Shelf(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), fold_(new Button(theme, ButtonKind::Flat, ButtonSize::Small, {}, this)),
      bring_(new Button(theme, ButtonKind::Normal, ButtonSize::Small, tr("Put next"), this)),
      list_(new QListWidget(this)) {
    fold_->setCheckable(true);
    fold_->setToolTip(tr("Show or hide what is in reserve"));
    bring_->setAccessibleName(tr("Put the selected row in front of the next one"));
    bring_->setToolTip(tr("Enter: in front of the row that is next"));
    list_->setAccessibleName(tr("In reserve"));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTabKeyNavigation(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 2, 6, 2);
    head->addWidget(fold_);
    head->addStretch(1);
    head->addWidget(bring_);
    column->addLayout(head);
    column->addWidget(list_);
    connect(fold_, &QAbstractButton::toggled, this, [this](bool open) {
        arrange();
        emit opened(open);
    });
    connect(bring_, &QAbstractButton::clicked, this, &Shelf::bring);
    connect(list_, &QListWidget::itemActivated, this, &Shelf::bring);
    hide();
}

bool Shelf::isOpen() const {
    return fold_->isChecked();
}

void Shelf::setOpen(bool open) {
    fold_->setChecked(open);
    if (open && isVisible())
        list_->setFocus();
}

void Shelf::present(const RundownModel& model) {
    std::vector<Line> lines;
    for (const RundownRow* row : model.reserve()) {
        QStringList words{row->title, durationText(row->plannedMs)};
        if (!row->price.isEmpty())
            words << row->price;
        lines.push_back({row->id, words.join(QStringLiteral("  ·  ")), spokenRow(*row)});
    }
    if (lines == lines_)
        return;
    const int selected = list_->currentRow();
    const std::string id =
        selected >= 0 && selected < int(lines_.size()) ? lines_[std::size_t(selected)].id : "";
    lines_ = std::move(lines);
    list_->clear();
    for (const Line& line : lines_) {
        auto* item = new QListWidgetItem(line.words, list_);
        item->setToolTip(line.words);
        item->setData(Qt::AccessibleTextRole, line.spoken);
    }
    const auto kept =
        std::find_if(lines_.begin(), lines_.end(), [&](const Line& line) { return line.id == id; });
    list_->setCurrentRow(kept == lines_.end() ? 0 : int(kept - lines_.begin()));
    arrange();
}

void Shelf::arrange() {
    const int count = int(lines_.size());
    const bool open = isOpen();
    fold_->setIconName(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    fold_->setText(tr("In reserve: %n", nullptr, count));
    fold_->setAccessibleName(open ? tr("In reserve: %n, shown", nullptr, count)
                                  : tr("In reserve: %n, hidden", nullptr, count));
    fold_->updateGeometry();
    bring_->setVisible(open);
    list_->setVisible(open);
    const int line = std::max(22, list_->sizeHintForRow(0));
    list_->setFixedHeight(line * std::clamp(count, 1, mostLines) + 2);
    setVisible(count > 0);
}

void Shelf::bring() {
    const int row = list_->currentRow();
    if (row >= 0 && row < int(lines_.size()))
        emit bringInAsked(std::string(lines_[std::size_t(row)].id));
}

void Shelf::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.header);
    painter.fillRect(QRect(0, 0, width(), 1), theme_.border.divider);
}

} // namespace vitrina::ui
