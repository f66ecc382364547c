// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audience/Message.hpp"
#include "base/Clock.hpp"

#include <QAbstractListModel>

#include <deque>

namespace vitrina::ui {

struct ChatRow {
    QString id;
    QString name;
    QString text;
    std::int64_t seenWallMs = 0; ///< when it came to this window; 0 for what was there before
};

/// The last 500 messages, oldest first. Fed in batches; rows go in and out at the ends only, so that a view
/// lays each out once.
class ChatModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { IdRole = Qt::UserRole + 1, NameRole, TextRole, TimeRole };
    static constexpr int rowsKept = 500;

    using QAbstractListModel::QAbstractListModel;

    void refresh(const std::deque<audience::Message>& chat, const Instant& now);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    std::deque<ChatRow> rows_;
    bool filled_ = false;
};

} // namespace vitrina::ui
