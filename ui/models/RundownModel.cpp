// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RundownModel.hpp"

#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"

#include <algorithm>
#include <set>

namespace vitrina::ui {
namespace {

int sceneNumber(const stage::SetUp& setUp, SceneRole role) {
    const stage::Scene* scene = stage::sceneForRole(setUp, role);
    for (std::size_t i = 0; i < setUp.scenes.size(); ++i)
        if (scene == &setUp.scenes[i])
            return int(i) + 1;
    return 0;
}

/// Items that were passed over: something after them in the rundown has been taken.
std::set<ItemId> skippedItems(const control::State& state) {
    std::set<ItemId> untaken;
    std::set<ItemId> skipped;
    for (const show::Segment& segment : state.show.rundown.segments)
        for (const show::Item& item : segment.items) {
            if (lastAired(state.run, item.id))
                skipped.insert(untaken.begin(), untaken.end());
            else if (show::counts(item) && item.id != state.run.next)
                untaken.insert(item.id);
        }
    return skipped;
}

RowState stateOf(const control::State& state, const show::Item& item, const std::set<ItemId>& skipped) {
    const show::AiredItem* current = state.run.current();
    if (current && current->item.id == item.id)
        return current->onAir ? RowState::OnAir : RowState::Taken;
    if (state.run.next == item.id)
        return RowState::Next;
    if (lastAired(state.run, item.id))
        return RowState::Done;
    if (item.skipped || skipped.contains(item.id))
        return RowState::Skipped;
    return item.standby ? RowState::Reserve : RowState::Planned;
}

RundownRow itemRow(const control::State& state, const show::Item& item, const Instant& now,
                   const QLocale& locale, const std::set<ItemId>& skipped) {
    RundownRow row;
    row.id = item.id.value;
    row.title = QString::fromStdString(item.title);
    row.icon = kindIcon(item.kind);
    row.plannedMs = item.plannedMs;
    row.state = stateOf(state, item, skipped);
    row.scene = sceneNumber(state.setUp, item.role);
    if (const show::AiredItem* aired = lastAired(state.run, item.id); aired && aired->onAir) {
        row.playedMs = airedMs(*aired, now);
        if (row.state == RowState::OnAir) {
            row.playedMs -= row.playedMs % 1000;
            row.progress =
                item.plannedMs > 0 ? std::min(1.0, double(row.playedMs) / double(item.plannedMs)) : 0.0;
            row.overMs = std::max<std::int64_t>(0, row.playedMs - item.plannedMs);
        } else {
            row.overMs = row.playedMs - item.plannedMs;
        }
    }
    if (const commerce::Product* product = commerce::findProduct(state.catalogue, item.product)) {
        row.image = QString::fromStdString(product->image);
        row.price = priceText(state, *product, locale, false);
        row.stock = stockText(state, *product, now, true);
    }
    return row;
}

} // namespace

std::vector<RundownModel::Segment> RundownModel::rowsOf(const control::State& state, const Instant& now,
                                                        const QLocale& locale) {
    const std::set<ItemId> skipped = skippedItems(state);
    std::vector<Segment> segments;
    int number = 0;
    std::int64_t ends = state.run.phase == show::RunPhase::Standby && state.show.plannedStartMs != 0
                            ? state.show.plannedStartMs
                            : now.wallMs - now.wallMs % 1000;
    for (const show::Segment& segment : state.show.rundown.segments) {
        Segment rows;
        rows.head.segment = true;
        rows.head.id = segment.id.value;
        rows.head.title = QString::fromStdString(segment.title);
        rows.head.finished = !segment.items.empty();
        for (const show::Item& item : segment.items) {
            RundownRow row = itemRow(state, item, now, locale, skipped);
            row.number = ++number;
            if (show::counts(item))
                rows.head.plannedMs += item.plannedMs;
            if (row.playedMs >= 0)
                rows.head.playedMs = std::max<std::int64_t>(0, rows.head.playedMs) + row.playedMs;
            const bool ahead = row.state == RowState::Planned || row.state == RowState::Next;
            if (row.state == RowState::OnAir || row.state == RowState::Taken)
                ends += std::max<std::int64_t>(0, item.plannedMs - std::max<std::int64_t>(0, row.playedMs));
            else if (ahead && show::counts(item))
                ends += item.plannedMs;
            if (ahead || row.state == RowState::OnAir || row.state == RowState::Taken)
                rows.head.finished = false;
            rows.head.overMs += row.overMs;
            rows.items.push_back(std::move(row));
        }
        rows.head.endsWallMs = ends;
        segments.push_back(std::move(rows));
    }
    return segments;
}

bool RundownModel::sameShape(const std::vector<Segment>& fresh) const {
    return std::equal(
        fresh.begin(), fresh.end(), segments_.begin(), segments_.end(),
        [](const Segment& left, const Segment& right) {
            return left.head.id == right.head.id &&
                   std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(),
                              [](const RundownRow& a, const RundownRow& b) { return a.id == b.id; });
        });
}

void RundownModel::refresh(const control::State& state, const Instant& now, const QLocale& locale) {
    std::vector<Segment> fresh = rowsOf(state, now, locale);
    if (!sameShape(fresh)) {
        beginResetModel();
        segments_ = std::move(fresh);
        endResetModel();
        return;
    }
    for (std::size_t s = 0; s < fresh.size(); ++s) {
        const QModelIndex head = index(int(s), 0);
        if (fresh[s].head != segments_[s].head) {
            segments_[s].head = std::move(fresh[s].head);
            emit dataChanged(head, head);
        }
        for (std::size_t i = 0; i < fresh[s].items.size(); ++i) {
            if (fresh[s].items[i] == segments_[s].items[i])
                continue;
            segments_[s].items[i] = std::move(fresh[s].items[i]);
            const QModelIndex changed = index(int(i), 0, head);
            emit dataChanged(changed, changed);
        }
    }
}

QModelIndex RundownModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    // The internal id is 0 for a segment, else the number of the item's segment plus one.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RundownModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
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
    return &segments_[index.internalId() - 1].items[std::size_t(index.row())];
}

QVariant RundownModel::data(const QModelIndex& index, int role) const {
    const RundownRow* found = row(index);
    if (!found)
        return {};
    switch (role) {
    case RowRole:
        return QVariant::fromValue(*found);
    case Qt::ToolTipRole:
        return found->title;
    case Qt::AccessibleTextRole:
        return found->segment ? found->title : spokenRow(*found);
    default:
        return {};
    }
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

} // namespace vitrina::ui
