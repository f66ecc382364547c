// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.hpp"

#include <QStyledItemDelegate>

namespace vitrina::ui {

/// Rows of a plain list as high as the theme's, chosen ones tinted so that the colours of words stay.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit RowDelegate(const Theme& theme, QObject* parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    const Theme& theme_;
};

} // namespace vitrina::ui
