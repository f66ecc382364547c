// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ChatModel.hpp"
#include "ui/panels/View.hpp"
#include "ui/widgets/Panel.hpp"

#include <QHash>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTimer>

#include <memory>

class QListView;

namespace vitrina::ui {

/// Lays each message out once for a width and keeps it as long as the row lives. Plain text only.
class ChatDelegate final : public QStyledItemDelegate {
    Q_OBJECT

  public:
    ChatDelegate(const Theme& theme, QObject* parent = nullptr);
    void setWidth(int width);
    void forget(const QString& id) { layouts_.remove(id); }
    int layoutsMade() const { return made_; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    const QTextLayout& layoutOf(const QModelIndex& index) const;

    const Theme& theme_;
    int width_ = 0;
    mutable QHash<QString, std::shared_ptr<QTextLayout>> layouts_;
    mutable int made_ = 0;
};

/// What viewers write. New messages come in batches; the list stays at its end unless the host has scrolled
/// up.
class ChatPanel final : public Panel {
    Q_OBJECT

  public:
    ChatPanel(const Theme& theme, QWidget* parent = nullptr);
    void present(const View& view);
    ChatModel& model() { return *model_; }
    ChatDelegate& delegate() { return *delegate_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    ChatModel* model_;
    ChatDelegate* delegate_;
    QListView* list_;
    QLabel* quiet_;
};

} // namespace vitrina::ui
