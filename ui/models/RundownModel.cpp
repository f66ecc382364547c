// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RundownModel.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::ui {
namespace {

/// What turns one list of rows into another: those between are replaced, or one of them has moved.
struct Difference {
    int same = 0;   ///< at the top
    int oldEnd = 0; ///< of what is replaced
    int newEnd = 0;
    int movedFrom = -1; ///< else from here
    int movedTo = -1;   ///< to this place among the others
};

template <class Old, class New, class SameId>
Difference differenceOf(const std::vector<Old>& old, const std::vector<New>& fresh, SameId sameId) {
    Difference difference;
    const auto [left, right] = std::mismatch(old.begin(), old.end(), fresh.begin(), fresh.end(), sameId);
    difference.same = int(left - old.begin());
    difference.oldEnd = int(old.size());
    difference.newEnd = int(fresh.size());
    while (difference.oldEnd > difference.same && difference.newEnd > difference.same &&
           sameId(old[std::size_t(difference.oldEnd) - 1], fresh[std::size_t(difference.newEnd) - 1])) {
        --difference.oldEnd;
        --difference.newEnd;
    }
    const int length = difference.oldEnd - difference.same;
    if (length != difference.newEnd - difference.same || length < 2)
        return difference;
    const auto first = std::size_t(difference.same);
    const auto last = std::size_t(difference.oldEnd) - 1;
    const auto rotated = [&](std::size_t oldFrom, std::size_t newFrom) {
        for (std::size_t i = 0; i + 1 < std::size_t(length); ++i)
            if (!sameId(old[oldFrom + i], fresh[newFrom + i]))
                return false;
        return true;
    };
    if (sameId(old[first], fresh[last]) && rotated(first + 1, first)) {
        difference.movedFrom = int(first);
        difference.movedTo = int(last);
    } else if (sameId(old[last], fresh[first]) && rotated(first, first + 1)) {
        difference.movedFrom = int(last);
        difference.movedTo = int(first);
    }
    return difference;
}

template <class T>
void moveOne(std::vector<T>& list, int from, int to) {
    T moved = std::move(list[std::size_t(from)]);
    list.erase(list.begin() + from);
    list.insert(list.begin() + to, std::move(moved));
}

} // namespace

bool RundownModel::sameShape(const std::vector<RundownSegment>& fresh) const {
    const auto sameId = [](const RundownRow& a, const RundownRow& b) {
        return a.id == b.id;
    };
    return std::equal(fresh.begin(), fresh.end(), segments_.begin(), segments_.end(),
                      [&](const RundownSegment& left, const Segment& right) {
                          return sameId(left.head, right.head) &&
                                 std::equal(left.items.begin(), left.items.end(), right.items.begin(),
                                            right.items.end(), sameId);
                      });
}

void RundownModel::placeSegments(const std::vector<RundownSegment>& fresh) {
    const Difference change =
        differenceOf(segments_, fresh, [](const auto& a, const auto& b) { return a.head.id == b.head.id; });
    if (change.movedFrom >= 0) {
        const int before = change.movedTo > change.movedFrom ? change.movedTo + 1 : change.movedTo;
        beginMoveRows({}, change.movedFrom, change.movedFrom, {}, before);
        moveOne(segments_, change.movedFrom, change.movedTo);
        endMoveRows();
        return;
    }
    if (change.oldEnd > change.same) {
        beginRemoveRows({}, change.same, change.oldEnd - 1);
        segments_.erase(segments_.begin() + change.same, segments_.begin() + change.oldEnd);
        endRemoveRows();
    }
    if (change.newEnd > change.same) {
        std::vector<Segment> come;
        for (int s = change.same; s < change.newEnd; ++s) {
            const RundownSegment& segment = fresh[std::size_t(s)];
            come.push_back({++lastKey_, segment.head, segment.items});
        }
        beginInsertRows({}, change.same, change.newEnd - 1);
        segments_.insert(segments_.begin() + change.same, come.begin(), come.end());
        endInsertRows();
    }
}

void RundownModel::placeItems(int segment, const std::vector<RundownRow>& fresh) {
    std::vector<RundownRow>& items = segments_[std::size_t(segment)].items;
    const Difference change =
        differenceOf(items, fresh, [](const RundownRow& a, const RundownRow& b) { return a.id == b.id; });
    const QModelIndex head = index(segment, 0);
    if (change.movedFrom >= 0) {
        const int before = change.movedTo > change.movedFrom ? change.movedTo + 1 : change.movedTo;
        beginMoveRows(head, change.movedFrom, change.movedFrom, head, before);
        moveOne(items, change.movedFrom, change.movedTo);
        endMoveRows();
        return;
    }
    if (change.oldEnd > change.same) {
        beginRemoveRows(head, change.same, change.oldEnd - 1);
        items.erase(items.begin() + change.same, items.begin() + change.oldEnd);
        endRemoveRows();
    }
    if (change.newEnd > change.same) {
        beginInsertRows(head, change.same, change.newEnd - 1);
        items.insert(items.begin() + change.same, fresh.begin() + change.same, fresh.begin() + change.newEnd);
        endInsertRows();
    }
}

/// The values of rows that are in their places: what is next to one another is told at once.
void RundownModel::renew(int segment, RundownSegment& fresh) {
    Segment& kept = segments_[std::size_t(segment)];
    const QModelIndex head = index(segment, 0);
    if (kept.head != fresh.head) {
        kept.head = std::move(fresh.head);
        emit dataChanged(head, head);
    }
    int first = -1;
    const int count = int(kept.items.size());
    for (int i = 0; i <= count; ++i) {
        const bool differs = i < count && kept.items[std::size_t(i)] != fresh.items[std::size_t(i)];
        if (differs) {
            kept.items[std::size_t(i)] = std::move(fresh.items[std::size_t(i)]);
            first = first < 0 ? i : first;
        } else if (first >= 0) {
            emit dataChanged(index(first, 0, head), index(i - 1, 0, head));
            first = -1;
        }
    }
}

void RundownModel::refresh(const control::State& state, const Instant& now, const QLocale& locale) {
    std::vector<RundownSegment> fresh = rundownRows(state, now, locale);
    const bool shape = !sameShape(fresh);
    if (shape) {
        emit shapeAboutToChange();
        placeSegments(fresh);
        for (std::size_t s = 0; s < fresh.size(); ++s)
            placeItems(int(s), fresh[s].items);
    }
    for (std::size_t s = 0; s < fresh.size(); ++s)
        renew(int(s), fresh[s]);
    if (shape)
        emit shapeChanged();
}

QModelIndex RundownModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? segments_[std::size_t(parent.row())].key : quintptr(0));
}

QModelIndex RundownModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    for (std::size_t s = 0; s < segments_.size(); ++s)
        if (segments_[s].key == child.internalId())
            return createIndex(int(s), 0, quintptr(0));
    return {};
}

int RundownModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return int(segments_.size());
    return parent.internalId() == 0 ? int(segments_[std::size_t(parent.row())].items.size()) : 0;
}

int RundownModel::columnCount(const QModelIndex&) const {
    return 1;
}

const RundownRow* RundownModel::row(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    if (index.internalId() == 0)
        return &segments_[std::size_t(index.row())].head;
    const QModelIndex head = parent(index);
    return head.isValid() ? &segments_[std::size_t(head.row())].items[std::size_t(index.row())] : nullptr;
}

QVariant RundownModel::data(const QModelIndex& index, int role) const {
    const RundownRow* found = row(index);
    if (!found)
        return {};
    switch (role) {
    case RowRole:
        return QVariant::fromValue(*found);
    case Qt::ToolTipRole:
        if (found->segment)
            return spokenSegment(*found);
        return found->mark == show::ItemMark::None
                   ? found->title
                   : found->title + QStringLiteral(" · ") + markWord(found->mark);
    case Qt::AccessibleTextRole:
        return found->segment ? spokenSegment(*found) : spokenRow(*found);
    default:
        return {};
    }
}

QModelIndex RundownModel::find(const std::string& id) const {
    for (std::size_t s = 0; s < segments_.size(); ++s) {
        if (segments_[s].head.id == id)
            return index(int(s), 0);
        for (std::size_t i = 0; i < segments_[s].items.size(); ++i)
            if (segments_[s].items[i].id == id)
                return index(int(i), 0, index(int(s), 0));
    }
    return {};
}

std::vector<const RundownRow*> RundownModel::reserve() const {
    std::vector<const RundownRow*> rows;
    for (const Segment& segment : segments_)
        for (const RundownRow& row : segment.items)
            if (row.state == RowState::Reserve)
                rows.push_back(&row);
    return rows;
}

QModelIndex RundownModel::focusIndex() const {
    QModelIndex next;
    for (std::size_t s = 0; s < segments_.size(); ++s)
        for (std::size_t i = 0; i < segments_[s].items.size(); ++i) {
            const RowState state = segments_[s].items[i].state;
            if (state == RowState::OnAir || state == RowState::Taken)
                return index(int(i), 0, index(int(s), 0));
            if (state == RowState::Next)
                next = index(int(i), 0, index(int(s), 0));
        }
    return next;
}

int RundownModel::itemCount() const {
    int count = 0;
    for (const Segment& segment : segments_)
        count += int(segment.items.size());
    return count;
}

std::int64_t RundownModel::leftMs() const {
    std::int64_t left = 0;
    for (const Segment& segment : segments_)
        left += segment.head.leftMs;
    return left;
}

} // namespace vitrina::ui
