// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ChatPanel.hpp"

#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Labels.hpp"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>

namespace vitrina::ui {
namespace {

constexpr int sideMargin = 10;
constexpr int topMargin = 5;
constexpr int nameHeight = 18;

} // namespace

ChatDelegate::ChatDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

void ChatDelegate::setWidth(int width) {
    if (width_ == width)
        return;
    width_ = width;
    layouts_.clear();
}

const QTextLayout& ChatDelegate::layoutOf(const QModelIndex& index) const {
    std::shared_ptr<QTextLayout>& kept = layouts_[index.data(ChatModel::IdRole).toString()];
    if (!kept) {
        ++made_;
        kept = std::make_shared<QTextLayout>(index.data(ChatModel::TextRole).toString(),
                                             uiFont(theme_.large.body));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        kept->setTextOption(option);
        kept->setCacheEnabled(true);
        kept->beginLayout();
        qreal y = 0;
        for (QTextLine line = kept->createLine(); line.isValid(); line = kept->createLine()) {
            line.setLineWidth(std::max(40, width_ - 2 * sideMargin));
            line.setPosition({0, y});
            y += std::max(18.0, line.height());
        }
        kept->endLayout();
    }
    return *kept;
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const int lines = std::max(1, layoutOf(index).lineCount());
    return {width_, 2 * topMargin + nameHeight + lines * 18};
}

void ChatDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    painter->save();
    const QRect rect = option.rect.adjusted(sideMargin, topMargin, -sideMargin, -topMargin);
    const QString time = index.data(ChatModel::TimeRole).toString();
    const QFont small = uiFont(theme_.large.caption);
    const int timeWidth = time.isEmpty() ? 0 : int(std::ceil(figuresWidth(small, time)));
    painter->setFont(small);
    painter->setPen(theme_.text.label);
    drawFigures(*painter, QRectF(rect.left(), rect.top(), rect.width(), nameHeight),
                Qt::AlignRight | Qt::AlignVCenter, time);
    const QFont bold = uiFont(theme_.large.small, 600);
    painter->setFont(bold);
    painter->setPen(theme_.text.secondary);
    const int room = rect.width() - timeWidth - 8;
    painter->drawText(
        QRect(rect.left(), rect.top(), room, nameHeight), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(index.data(ChatModel::NameRole).toString(), Qt::ElideRight, room));
    painter->setPen(theme_.text.primary);
    layoutOf(index).draw(painter, QPointF(rect.left(), rect.top() + nameHeight));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme_.focus.ring, theme_.large.focusRing));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

ChatPanel::ChatPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Chat"), parent), model_(new ChatModel(this)), delegate_(new ChatDelegate(theme, this)),
      list_(new QListView(this)), quiet_(plainLabel(tr("Quiet so far. Messages appear as viewers write."),
                                                    theme.large.small, 400, theme.text.label, this)) {
    quiet_->setAlignment(Qt::AlignCenter);
    quiet_->setWordWrap(true);
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setSelectionMode(QAbstractItemView::NoSelection);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setAccessibleName(tr("Chat"));
    list_->viewport()->installEventFilter(this);
    body().addWidget(quiet_, 1);
    body().addWidget(list_, 1);
    list_->hide();
    connect(model_, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row)
                    delegate_->forget(model_->index(row).data(ChatModel::IdRole).toString());
            });
}

bool ChatPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_->viewport() && event->type() == QEvent::Resize) {
        // As if the scroll bar were always there: its coming must not lay out every message again.
        delegate_->setWidth(list_->width() - list_->verticalScrollBar()->sizeHint().width());
        list_->doItemsLayout();
    }
    return Panel::eventFilter(watched, event);
}

void ChatPanel::present(const View& view) {
    const bool empty = view.state.chat.empty();
    quiet_->setVisible(empty);
    list_->setVisible(!empty);
    const QScrollBar* bar = list_->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() - 4;
    model_->refresh(view.state.chat, view.now);
    if (atEnd)
        list_->scrollToBottom();
    setHint(!view.state.chatOpen               ? tr("hidden on the page")
            : view.state.audience.messages > 0 ? countText(view.state.audience.messages)
                                               : QString());
}

} // namespace vitrina::ui
