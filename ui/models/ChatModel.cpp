// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ChatModel.hpp"

#include "ui/widgets/Format.hpp"

#include <algorithm>

namespace vitrina::ui {

void ChatModel::refresh(const std::deque<audience::Message>& chat, const Instant& now) {
    // What is new stands behind the last message we know; when that one is gone all of it is new.
    auto first = chat.begin();
    if (!rows_.empty()) {
        const std::string last = rows_.back().id.toStdString();
        const auto known = std::find_if(chat.rbegin(), chat.rend(),
                                        [&](const audience::Message& m) { return m.id.value == last; });
        first = known.base() == chat.begin() ? chat.begin() : known.base();
    }
    const int fresh = int(std::distance(first, chat.end()));
    if (fresh > 0) {
        beginInsertRows({}, int(rows_.size()), int(rows_.size()) + fresh - 1);
        for (auto message = first; message != chat.end(); ++message)
            rows_.push_back(ChatRow{text(message->id.value), text(message->name), text(message->text),
                                    filled_ ? now.wallMs : 0});
        endInsertRows();
    }
    filled_ = true;
    if (const int extra = int(rows_.size()) - rowsKept; extra > 0) {
        beginRemoveRows({}, 0, extra - 1);
        rows_.erase(rows_.begin(), rows_.begin() + extra);
        endRemoveRows();
    }
}

int ChatModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

QVariant ChatModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(rows_.size()))
        return {};
    const ChatRow& row = rows_[std::size_t(index.row())];
    switch (role) {
    case IdRole:
        return row.id;
    case NameRole:
        return row.name;
    case TextRole:
        return row.text;
    case TimeRole:
        return row.seenWallMs > 0 ? wallTimeText(row.seenWallMs) : QString();
    case Qt::AccessibleTextRole:
        return row.name + QStringLiteral(": ") + row.text;
    default:
        return {};
    }
}

} // namespace vitrina::ui
