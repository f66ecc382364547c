// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/Summary.hpp"

#include "commerce/OrderChange.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

namespace vitrina::insight {
namespace {

using record::factAs;
using record::Record;

constexpr std::int64_t minuteMs = 60'000;

/// One origin's records in its own order, each once: the order in which they arrived does not matter.
std::vector<const Record*> ordered(const std::vector<Record>& records, record::Origin origin) {
    std::vector<const Record*> chosen;
    for (const Record& record : records) {
        if (record.origin == origin)
            chosen.push_back(&record);
    }
    std::ranges::stable_sort(chosen, {}, &Record::seq);
    const auto same = [](const Record* one, const Record* other) {
        return one->seq == other->seq;
    };
    chosen.erase(std::unique(chosen.begin(), chosen.end(), same), chosen.end());
    return chosen;
}

/// Both records are the studio's. Monotonic within a boot; over a restart of the machine only the wall clock
/// is left.
std::int64_t elapsed(const Record& from, const Record& to) {
    return from.boot == to.boot ? to.at.monoMs - from.at.monoMs : to.at.wallMs - from.at.wallMs;
}

struct ItemSpan {
    const Record* taken = nullptr;
    const Record* onAir = nullptr;
    const Record* end = nullptr;
    std::int64_t endWallMs = 0;
    ItemSummary summary;
};

class Fold {
  public:
    explicit Fold(const std::vector<Record>& records)
        : studio_(ordered(records, record::Origin::Studio)),
          server_(ordered(records, record::Origin::Server)) {}

    Summary run();

  private:
    void readStudio();
    void readItem(const Record& record);
    void closeItem(const Record& at);
    void closeShow();
    void readServer();
    void readOrder(const Record& record, const commerce::OrderPlaced& placed);
    void readMessage(const Record& record);
    void readViewers(const Record& record, const audience::ViewersCounted& counted);
    void readFaultsOf(const std::vector<const Record*>& records, std::int64_t start);
    void readFaults();
    void openShop(const commerce::ShopOpened& opened);
    void readChange(const commerce::OrderChanged& changed);
    void setLevels(const record::Fact& fact);
    void openTimeline();
    void watch(std::int64_t from, std::int64_t until);
    void finish();

    SkuSummary& sku(const Sku& sku);
    ItemSpan* itemAt(std::int64_t wallMs);
    TimePoint* pointAt(std::int64_t wallMs);
    MinutePoint* minuteAt(std::int64_t wallMs);
    std::int64_t studioWall(const Record& record) const;
    bool isLive(std::int64_t wallMs) const {
        return live_ && wallMs >= live_->at.wallMs && wallMs < endWallMs_;
    }

    std::vector<const Record*> studio_;
    std::vector<const Record*> server_;
    Summary summary_;
    commerce::Catalogue catalogue_;
    std::vector<ItemSpan> items_;
    const Record* live_ = nullptr;
    const Record* ended_ = nullptr;
    std::int64_t endWallMs_ = 0; ///< of the show, or of what is known while it runs
    std::vector<std::pair<std::uint64_t, std::int64_t>>
        offsets_; ///< by studio seq: server's wall minus studio's
    std::set<ViewerId> buyers_;
    std::map<OrderNumber, std::pair<std::int64_t, std::int64_t>> orders_; ///< goods, and what is left of them
    std::int64_t watching_ = 0;
    std::int64_t watchedUntil_ = 0;
};

void Fold::openShop(const commerce::ShopOpened& opened) {
    catalogue_ = opened.catalogue;
    summary_.gmv.currency = summary_.netGmv.currency = opened.currency;
    for (const commerce::Product& product : catalogue_.products) {
        for (const commerce::Variant& variant : product.variants)
            summary_.skus.push_back(SkuSummary{variant.sku, 0, 0, 0, variant.allocated, variant.allocated});
    }
}

void Fold::closeItem(const Record& at) {
    if (items_.empty() || items_.back().end)
        return;
    ItemSpan& item = items_.back();
    item.end = &at;
    item.endWallMs = at.at.wallMs;
    item.summary.airedMs = item.onAir ? elapsed(*item.onAir, at) : 0;
}

void Fold::readItem(const Record& record) {
    if (const auto* taken = factAs<show::ItemTaken>(record.fact)) {
        closeItem(record);
        ++summary_.takes;
        ItemSpan span;
        span.taken = &record;
        span.summary.aired = taken->aired.id;
        span.summary.title = taken->aired.item.title;
        span.summary.plannedMs = taken->aired.item.plannedMs;
        if (const commerce::Product* product = commerce::findProduct(catalogue_, taken->aired.item.product))
            span.summary.code = product->code;
        items_.push_back(std::move(span));
    } else if (const auto* aired = factAs<show::ItemAired>(record.fact)) {
        if (!items_.empty() && items_.back().summary.aired == aired->aired && !items_.back().onAir)
            items_.back().onAir = &record;
    }
}

void Fold::readStudio() {
    for (const Record* record : studio_) {
        if (const auto* opened = factAs<commerce::ShopOpened>(record->fact))
            openShop(*opened);
        else if (const auto* attached = factAs<record::ServerAttached>(record->fact))
            offsets_.emplace_back(record->seq, attached->clockOffsetMs);
        else if (factAs<show::WentLive>(record->fact) && !live_)
            live_ = record;
        else if (factAs<show::RunEnded>(record->fact) && !ended_)
            ended_ = record;
        readItem(*record);
        if (ended_ == record)
            closeItem(*record);
    }
}

/// While the show runs it lasts until the last thing known of it.
void Fold::closeShow() {
    if (!live_)
        return;
    const Record& last = ended_ ? *ended_ : *studio_.back();
    closeItem(last);
    summary_.startedWallMs = live_->at.wallMs;
    summary_.durationMs = elapsed(*live_, last);
    summary_.endedWallMs = ended_ ? ended_->at.wallMs : 0;
    endWallMs_ = last.at.wallMs;
    if (!ended_) {
        for (const Record* record : server_)
            endWallMs_ = std::max(endWallMs_, studioWall(*record) + 1);
        summary_.durationMs = std::max(summary_.durationMs, endWallMs_ - live_->at.wallMs);
        if (!items_.empty() && items_.back().onAir) {
            ItemSpan& current = items_.back();
            current.endWallMs = endWallMs_;
            current.summary.airedMs =
                std::max(current.summary.airedMs, endWallMs_ - current.onAir->at.wallMs);
        }
    }
    for (ItemSpan& item : items_)
        item.summary.sinceLiveMs = elapsed(*live_, item.onAir ? *item.onAir : *item.taken);
}

/// The offset in force when the server wrote the record, as far as it had heard of the studio.
std::int64_t Fold::studioWall(const Record& record) const {
    if (offsets_.empty())
        return record.at.wallMs;
    std::int64_t offset = offsets_.front().second;
    for (const auto& [seq, measured] : offsets_) {
        if (seq <= record.seenOther)
            offset = measured;
    }
    return record.at.wallMs - offset;
}

void Fold::openTimeline() {
    if (!live_)
        return;
    // The finest of these with at most 120 steps: a chart has room for no more.
    constexpr std::array<std::int64_t, 5> steps{5000, 15'000, minuteMs, 5 * minuteMs, 15 * minuteMs};
    const std::int64_t length = std::max<std::int64_t>(endWallMs_ - live_->at.wallMs, 1);
    const auto fits = [&](std::int64_t step) {
        return length <= 120 * step;
    };
    const auto found = std::ranges::find_if(steps, fits);
    summary_.timelineStepMs = found == steps.end() ? 60 * minuteMs : *found;
    for (std::int64_t at = 0; at < length; at += summary_.timelineStepMs)
        summary_.timeline.push_back(TimePoint{at, 0, 0, 0, 0});
    for (std::int64_t minute = 0; minute * minuteMs < length; ++minute)
        summary_.minutes.push_back(MinutePoint{minute, 0, 0, 0, 0});
    watchedUntil_ = live_->at.wallMs;
}

TimePoint* Fold::pointAt(std::int64_t wallMs) {
    if (!isLive(wallMs))
        return nullptr;
    return &summary_
                .timeline[static_cast<std::size_t>((wallMs - live_->at.wallMs) / summary_.timelineStepMs)];
}

MinutePoint* Fold::minuteAt(std::int64_t wallMs) {
    if (!isLive(wallMs))
        return nullptr;
    return &summary_.minutes[static_cast<std::size_t>((wallMs - live_->at.wallMs) / minuteMs)];
}

ItemSpan* Fold::itemAt(std::int64_t wallMs) {
    const auto found = std::ranges::find_if(items_, [&](const ItemSpan& item) {
        return item.onAir && wallMs >= item.onAir->at.wallMs && wallMs < item.endWallMs;
    });
    return found == items_.end() ? nullptr : &*found;
}

SkuSummary& Fold::sku(const Sku& sku) {
    const auto found = std::ranges::find(summary_.skus, sku, &SkuSummary::sku);
    if (found != summary_.skus.end())
        return *found;
    summary_.skus.push_back(SkuSummary{sku, 0, 0, 0, 0, 0});
    return summary_.skus.back();
}

/// Whatever tells levels tells them all as they are right after it.
void Fold::setLevels(const record::Fact& fact) {
    const auto* told = std::get_if<commerce::Fact>(&fact);
    if (!told)
        return;
    const auto* levels = std::visit(
        [](const auto& one) -> const std::map<Sku, commerce::StockLevel>* {
            if constexpr (requires { one.levels; })
                return &one.levels;
            else
                return nullptr;
        },
        *told);
    if (!levels)
        return;
    for (const auto& [name, level] : *levels) {
        SkuSummary& entry = sku(name);
        entry.allocated = level.allocated;
        entry.available = level.available();
    }
}

void Fold::readOrder(const Record& record, const commerce::OrderPlaced& placed) {
    const std::int64_t wall = studioWall(record);
    const auto named = std::ranges::find_if(items_, [&](const ItemSpan& item) {
        return !placed.onAir.empty() && item.summary.aired == placed.onAir;
    });
    ItemSpan* item = named == items_.end() ? itemAt(wall) : &*named;
    TimePoint* point = pointAt(wall);
    MinutePoint* minute = minuteAt(wall);
    std::set<Sku> bought;
    std::int64_t units = 0;
    std::int64_t gmv = 0;
    for (const commerce::OrderLine& line : placed.order.lines) {
        const std::int64_t amount = line.quantity * line.unitMinor;
        units += line.quantity;
        gmv += amount;
        SkuSummary& entry = sku(line.sku);
        entry.orders += bought.insert(line.sku).second ? 1 : 0;
        entry.units += line.quantity;
        entry.gmvMinor += amount;
    }
    buyers_.insert(placed.order.viewer);
    ++summary_.orders;
    summary_.units += units;
    summary_.gmv.minor += gmv;
    if (item) {
        ++item->summary.orders;
        item->summary.units += units;
        item->summary.gmvMinor += gmv;
    }
    if (point) {
        ++point->orders;
        point->gmvMinor += gmv;
        ++minute->orders;
        minute->gmvMinor += gmv;
    }
    orders_[placed.order.number] = {gmv, gmv};
    summary_.netGmv.minor += gmv;
}

void Fold::readChange(const commerce::OrderChanged& changed) {
    const auto order = orders_.find(changed.number);
    if (order == orders_.end())
        return;
    auto& [goods, net] = order->second;
    summary_.netGmv.minor -= net;
    net = commerce::netMinor({changed.state, changed.refundedMinor, false, changed.paid}, goods);
    summary_.netGmv.minor += net;
}

void Fold::readMessage(const Record& record) {
    const std::int64_t wall = studioWall(record);
    ++summary_.messages;
    if (ItemSpan* item = itemAt(wall))
        ++item->summary.messages;
    if (TimePoint* point = pointAt(wall)) {
        ++point->messages;
        ++minuteAt(wall)->messages;
    }
}

/// As many as at `from` watched until `until`: a count holds until the next one.
void Fold::watch(std::int64_t from, std::int64_t until) {
    const std::int64_t start = live_->at.wallMs;
    from = std::max(from, start);
    until = std::min(until, endWallMs_);
    if (until <= from)
        return;
    summary_.viewerMs += watching_ * (until - from);
    for (std::int64_t at = (from - start) / summary_.timelineStepMs;
         at * summary_.timelineStepMs < until - start; ++at) {
        TimePoint& point = summary_.timeline[static_cast<std::size_t>(at)];
        point.watching = std::max(point.watching, watching_);
    }
    for (std::int64_t at = (from - start) / minuteMs; at * minuteMs < until - start; ++at) {
        MinutePoint& point = summary_.minutes[static_cast<std::size_t>(at)];
        point.watching = std::max(point.watching, watching_);
    }
}

void Fold::readViewers(const Record& record, const audience::ViewersCounted& counted) {
    summary_.viewersPeak = std::max({summary_.viewersPeak, counted.peak, counted.watching});
    if (live_) {
        const std::int64_t wall = studioWall(record);
        watch(watchedUntil_, wall);
        watchedUntil_ = std::max(watchedUntil_, wall);
    }
    watching_ = counted.watching;
}

void Fold::readServer() {
    for (const Record* record : server_) {
        if (const auto* placed = factAs<commerce::OrderPlaced>(record->fact))
            readOrder(*record, *placed);
        else if (const auto* changed = factAs<commerce::OrderChanged>(record->fact))
            readChange(*changed);
        else if (factAs<audience::MessagePosted>(record->fact))
            readMessage(*record);
        else if (const auto* counted = factAs<audience::ViewersCounted>(record->fact))
            readViewers(*record, *counted);
        setLevels(record->fact);
    }
    if (live_)
        watch(watchedUntil_, endWallMs_);
}

void Fold::readFaultsOf(const std::vector<const Record*>& records, std::int64_t start) {
    std::map<std::string, std::size_t> open;
    std::vector<FaultSpan>& spans = summary_.faultSpans;
    for (const Record* record : records) {
        const auto* raised = factAs<record::FaultRaised>(record->fact);
        const auto* cleared = factAs<record::FaultCleared>(record->fact);
        if (!raised && !cleared)
            continue;
        const bool servers = record->origin == record::Origin::Server;
        const std::int64_t at = (servers ? studioWall(*record) : record->at.wallMs) - start;
        const std::string& subject = raised ? raised->subject : cleared->subject;
        if (const auto held = open.find(subject); held != open.end()) {
            spans[held->second].lastedMs = at - spans[held->second].sinceLiveMs;
            spans[held->second].cleared = true;
            open.erase(held);
        }
        if (raised) {
            open[subject] = spans.size();
            spans.push_back(FaultSpan{subject, raised->error, at, 0, false});
        }
    }
    for (const auto& [subject, index] : open)
        spans[index].lastedMs = std::max<std::int64_t>(endWallMs_ - start - spans[index].sinceLiveMs, 0);
}

void Fold::readFaults() {
    const std::int64_t start = live_ ? live_->at.wallMs : studio_.empty() ? 0 : studio_.front()->at.wallMs;
    readFaultsOf(studio_, start);
    readFaultsOf(server_, start);
    std::ranges::stable_sort(summary_.faultSpans, {}, &FaultSpan::sinceLiveMs);
    for (const FaultSpan& span : summary_.faultSpans)
        summary_.faults.push_back(span.subject + ": " + std::string(errorName(span.error)));
}

void Fold::finish() {
    summary_.buyers = static_cast<std::int64_t>(buyers_.size());
    for (ItemSpan& item : items_)
        summary_.items.push_back(std::move(item.summary));
}

Summary Fold::run() {
    readStudio();
    closeShow();
    openTimeline();
    readServer();
    readFaults();
    finish();
    return std::move(summary_);
}

} // namespace

Summary summarise(const std::vector<record::Record>& records) {
    return Fold(records).run();
}

} // namespace vitrina::insight
