// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QStyledItemDelegate>

namespace vitrina::ui {

inline constexpr int cameraRowDetail = Qt::UserRole + 1;   ///< words under the name
inline constexpr int cameraRowTroubled = Qt::UserRole + 2; ///< bool: they are a warning

/// A camera in a list: its name, which is edited in place, and under it how it is.
class CameraRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    CameraRowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

  private:
    const Theme& theme_;
};

} // namespace vitrina::ui
