// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CameraRow.hpp"

#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"

#include <QPainter>

namespace vitrina::ui {
namespace {

constexpr int rowHeight = 44;
constexpr int iconSide = 16;
constexpr int textLeft = 36;

} // namespace

void CameraRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QColor ground = selected ? theme_.accent.soft : theme_.background.panel;
    const bool troubled = index.data(cameraRowTroubled).toBool();
    const QColor color = troubled ? theme_.warning.text : theme_.text.secondary;
    painter->save();
    painter->fillRect(option.rect, ground);
    drawIcon(*painter,
             QRectF(option.rect.left() + 10, option.rect.center().y() - iconSide / 2, iconSide, iconSide),
             troubled ? QStringLiteral("camera-off") : QStringLiteral("camera"), color, ground);
    const QRect words = option.rect.adjusted(textLeft, 4, -8, -4);
    const auto draw = [&](const QFont& font, const QColor& pen, int alignment, const QString& text) {
        painter->setFont(font);
        painter->setPen(pen);
        painter->drawText(words, Qt::AlignLeft | alignment,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    };
    draw(uiFont(theme_.large.body, 600), theme_.text.primary, Qt::AlignTop, index.data().toString());
    draw(uiFont(theme_.large.small), color, Qt::AlignBottom, index.data(cameraRowDetail).toString());
    if (selected && (option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(theme_.focus.ring, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize CameraRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, rowHeight};
}

void CameraRowDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                             const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(textLeft - 8, 6, -8, -6));
}

} // namespace vitrina::ui
