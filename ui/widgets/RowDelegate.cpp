// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowDelegate.hpp"

namespace vitrina::ui {

RowDelegate::RowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(), theme_.large.tableRow};
}

void RowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant words = index.data(Qt::ForegroundRole);
    const QColor colour = words.canConvert<QBrush>() ? words.value<QBrush>().color() : theme_.text.primary;
    option->palette.setColor(QPalette::Highlight, theme_.accent.soft);
    option->palette.setColor(QPalette::HighlightedText, colour);
}

} // namespace vitrina::ui
