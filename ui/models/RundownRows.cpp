// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RundownRows.hpp"

#include "show/Timing.hpp"
#include "ui/models/Words.hpp"
#include "ui/widgets/Format.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace vitrina::ui {
namespace {

std::int64_t wholeSeconds(std::int64_t ms) {
    return ms - ms % 1000;
}

/// What the rows of one product share, made once however many rows it has.
struct ProductCells {
    QString image;
    QString price;
    StockText stock;
};

/// Goes through the rundown once; a thousand rows are read for each change and each second.
class Rows {
  public:
    Rows(const control::State& state, const Instant& now, const QLocale& locale)
        : state_(state), now_(now), locale_(locale), times_(show::timesOf(state.show, state.run, now)) {
        for (const show::AiredItem& aired : state.run.aired)
            taken_.insert(aired.item.id.value);
        for (std::size_t i = 0; i < state.setUp.scenes.size(); ++i)
            scenes_.emplace(&state.setUp.scenes[i], int(i) + 1);
        findPassed();
    }

    std::vector<RundownSegment> all() {
        std::vector<RundownSegment> rows;
        const auto& segments = state_.show.rundown.segments;
        rows.reserve(segments.size());
        int number = 0;
        for (std::size_t s = 0; s < segments.size(); ++s) {
            const show::SegmentTimes& times = times_.segments[s];
            RundownSegment segment{head(segments[s], times), {}};
            segment.items.reserve(segments[s].items.size());
            for (std::size_t i = 0; i < segments[s].items.size(); ++i) {
                segment.items.push_back(item(segments[s].items[i], times.items[i]));
                segment.items.back().number = ++number;
            }
            rows.push_back(std::move(segment));
        }
        return rows;
    }

  private:
    /// Items that were passed over: something after them in the rundown has been taken.
    void findPassed() {
        std::vector<std::string_view> untaken;
        for (const show::Segment& segment : state_.show.rundown.segments) {
            for (const show::Item& item : segment.items) {
                if (taken_.contains(item.id.value)) {
                    passed_.insert(untaken.begin(), untaken.end());
                    untaken.clear();
                } else if (show::counts(item) && item.id != state_.run.next) {
                    untaken.push_back(item.id.value);
                }
            }
        }
    }

    RowState stateOf(const show::Item& item) const {
        const show::AiredItem* current = state_.run.current();
        if (current && current->item.id == item.id)
            return current->onAir ? RowState::OnAir : RowState::Taken;
        if (state_.run.next == item.id)
            return RowState::Next;
        if (taken_.contains(item.id.value))
            return RowState::Done;
        if (item.skipped || passed_.contains(item.id.value))
            return RowState::Skipped;
        return item.standby ? RowState::Reserve : RowState::Planned;
    }

    RundownRow head(const show::Segment& segment, const show::SegmentTimes& times) const {
        RundownRow row;
        row.segment = true;
        row.id = segment.id.value;
        row.title = text(segment.title);
        row.plannedMs = times.plannedMs;
        row.finished = times.finished;
        row.overMs = wholeSeconds(times.overMs());
        row.endsWallMs = wholeSeconds(times.endsAtMs);
        row.leftMs = wholeSeconds(times.remainingMs);
        const bool played = std::any_of(times.items.begin(), times.items.end(),
                                        [](const show::ItemTimes& item) { return item.aired; });
        row.playedMs = played ? wholeSeconds(times.elapsedMs) : -1;
        return row;
    }

    RundownRow item(const show::Item& item, const show::ItemTimes& times) {
        RundownRow row;
        row.id = item.id.value;
        row.title = text(item.title);
        row.icon = kindIcon(item.kind);
        row.plannedMs = item.plannedMs;
        row.state = stateOf(item);
        row.mark = item.mark;
        row.scene = sceneNumber(item.role);
        row.aired = times.aired;
        row.plannedAtMs = show::counts(item) ? wholeSeconds(times.plannedAtMs) : 0;
        row.startsAtMs = wholeSeconds(times.startsAtMs);
        if (times.aired) {
            row.playedMs = wholeSeconds(times.elapsedMs);
            row.overMs = times.overMs();
        }
        if (row.state == RowState::OnAir && times.currentLengthMs > 0)
            row.progress =
                std::min(1.0, double(wholeSeconds(times.currentMs)) / double(times.currentLengthMs));
        if (!item.product.empty()) {
            if (const ProductCells* cells = product(item.product)) {
                row.image = cells->image;
                row.price = cells->price;
                row.stock = cells->stock;
            }
        }
        return row;
    }

    int sceneNumber(SceneRole role) {
        const auto known = roles_.find(role);
        if (known != roles_.end())
            return known->second;
        const auto scene = scenes_.find(stage::sceneForRole(state_.setUp, role));
        return roles_[role] = scene == scenes_.end() ? 0 : scene->second;
    }

    const ProductCells* product(const ProductId& id) {
        const auto known = products_.find(id.value);
        if (known != products_.end())
            return &known->second;
        const commerce::Product* product = commerce::findProduct(state_.catalogue, id);
        if (!product)
            return nullptr;
        return &products_
                    .emplace(id.value,
                             ProductCells{text(product->image), priceText(state_, *product, locale_, false),
                                          stockText(state_, *product, now_, true)})
                    .first->second;
    }

    const control::State& state_;
    const Instant& now_;
    const QLocale& locale_;
    show::ShowTimes times_;
    std::unordered_set<std::string_view> taken_;
    std::unordered_set<std::string_view> passed_;
    std::unordered_map<const stage::Scene*, int> scenes_;
    std::unordered_map<SceneRole, int> roles_;
    std::unordered_map<std::string_view, ProductCells> products_;
};

} // namespace

std::vector<RundownSegment> rundownRows(const control::State& state, const Instant& now,
                                        const QLocale& locale) {
    return Rows(state, now, locale).all();
}

} // namespace vitrina::ui
