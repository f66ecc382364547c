// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

/// The part of the writer that sells: the rules of commerce/Ledger.hpp kept by conditional updates.
namespace vitrina::server {

namespace {

/// Tells a repetition from another order under the same key. FNV-1a: a person can only deceive himself with
/// it.
std::int64_t orderHash(const PlaceOrder& job) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    const auto mix = [&hash](std::string_view text) {
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        hash = (hash ^ 0xffu) * 0x100000001b3u; // 0xff is in no UTF-8 text: fields can't run together
    };
    for (const auto& line : job.request.lines) {
        mix(line.sku.value);
        mix(std::to_string(line.quantity));
        mix(std::to_string(line.unitMinor));
    }
    mix(job.name);
    mix(job.contact);
    return static_cast<std::int64_t>(hash);
}

} // namespace

bool Writer::knownOrder(PlaceOrder& job, std::int64_t hash) {
    auto& found = statements_->orderByKey;
    const bool known = found.bind(1, job.request.viewer.value).bind(2, job.request.key).row();
    if (known && found.integer(2) != hash) {
        job.answer.refusal.code = ErrorCode::KeyReused;
    } else if (known) {
        auto& order = job.answer.order;
        order = {OrderNumber{found.text(1)}, job.request.viewer, {}, Money{found.integer(3), found.text(4)}};
        auto& lines = statements_->linesOfOrder;
        lines.bind(1, found.integer(0));
        while (lines.row())
            order.lines.push_back({Sku{lines.text(0)}, lines.integer(1), lines.integer(2)});
        lines.reset();
        job.answer.replayed = true;
    }
    found.reset();
    return known;
}

Refusal Writer::judge(const PlaceOrder& job, commerce::Demand& demand) const {
    if (!state_.sales || state_.phase == Phase::Ended)
        return {ErrorCode::SalesClosed};
    auto asked = commerce::demandOf(job.request.lines);
    if (!asked)
        return {asked.error().code, Sku{asked.error().detail}};
    demand = std::move(*asked);
    for (const auto& line : job.request.lines) {
        const auto offer = state_.offers.find(line.sku);
        if (offer == state_.offers.end())
            return {ErrorCode::UnknownSku, line.sku};
        if (offer->second.stopped)
            return {ErrorCode::SkuStopped, line.sku};
        if (offer->second.price != line.unitMinor)
            return {ErrorCode::PriceChanged, line.sku, offer->second.price};
    }
    for (const auto& [sku, pieces] : demand.pieces) {
        const commerce::StockLevel& level = state_.offers.at(sku).level;
        if (const ErrorCode no = commerce::refusal(level, pieces); no != ErrorCode::None)
            return {no, sku, -1, level.available()};
    }
    return {};
}

void Writer::work(PlaceOrder& job) {
    const std::int64_t hash = orderHash(job);
    if (knownOrder(job, hash))
        return;
    commerce::Demand demand;
    job.answer.refusal = judge(job, demand);
    if (job.answer.refusal.code == ErrorCode::None)
        sell(job, hash, demand);
}

void Writer::sell(PlaceOrder& job, std::int64_t hash, const commerce::Demand& demand) {
    ++state_.orders;
    job.answer.order = {
        OrderNumber{state_.prefix + "-" + std::to_string(state_.orders) + "-" + randomLetters(3)},
        job.request.viewer, job.request.lines, Money{demand.totalMinor, state_.currency}};
    insertOrder(job, hash);

    std::map<Sku, commerce::StockLevel> levels;
    for (const auto& [sku, pieces] : demand.pieces) {
        statements_->sell.bind(1, state_.run.value).bind(2, sku.value).bind(3, pieces).run();
        if (database_->changed() != 1) {
            // The table disagrees with what was judged: only a foreign hand in the file does that. Nothing of
            // this batch may stand.
            database_->execute("SELECT stock_disagrees");
            return;
        }
        commerce::StockLevel& level = state_.offers.at(sku).level;
        level.sold += pieces;
        levels[sku] = level;
        changes_.levels[sku] = level;
    }
    auto& minute = minuteRollups_["order"];
    ++minute.count;
    minute.amount += demand.totalMinor;
    for (const auto& line : job.request.lines) {
        minute.units += line.quantity;
        auto& sku = skuRollups_[line.sku];
        ++sku.count;
        sku.units += line.quantity;
        sku.amount += line.quantity * line.unitMinor;
    }
    write(commerce::Fact(
        commerce::OrderPlaced{job.answer.order, state_.onAir, job.request.mediaMs, std::move(levels)}));
}

void Writer::insertOrder(const PlaceOrder& job, std::int64_t hash) {
    const commerce::Order& order = job.answer.order;
    statements_->insertOrder.bind(1, state_.run.value)
        .bind(2, order.number.value)
        .bind(3, order.viewer.value)
        .bind(4, job.request.key)
        .bind(5, hash)
        .bind(6, order.total.minor)
        .bind(7, order.total.currency)
        .bind(8, state_.onAir.value)
        .bind(9, now_.wallMs)
        .run();
    const std::int64_t row = database_->lastRow();
    std::int64_t number = 0;
    for (const auto& line : order.lines)
        statements_->insertLine.bind(1, row)
            .bind(2, ++number)
            .bind(3, line.sku.value)
            .bind(4, line.quantity)
            .bind(5, line.unitMinor)
            .run();
    statements_->insertBuyer.bind(1, row).bind(2, job.name).bind(3, job.contact).run();
}

} // namespace vitrina::server
