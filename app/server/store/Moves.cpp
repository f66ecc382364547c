// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

#include <algorithm>

/// The part of the writer that moves pieces: on the shelf by the rules of commerce/Shelf.hpp, in the tables
/// by conditional updates that refuse what the shelf would not have allowed.
namespace vitrina::server {

/// The tables disagree with what was judged: only a foreign hand in the file does that. Nothing of this batch
/// may stand.
void Writer::disagree() {
    database_->execute("SELECT tables_disagree");
}

/// The shelf moves at once, the tables once a batch: a rush is for few SKUs.
void Writer::move(const Lines& lines, std::int64_t reserved, std::int64_t sold) {
    for (const auto& line : lines) {
        StockMove& move = moves_.stock[line.sku];
        move.reserved += reserved * line.quantity;
        move.sold += sold * line.quantity;
    }
}

void Writer::countOffers(const ViewerId& viewer, const Lines& lines, std::int64_t taken,
                         std::int64_t bought) {
    for (const auto& line : lines) {
        if (line.offer.empty())
            continue;
        OfferMove& move = moves_.offers[line.offer];
        move.taken += taken * line.quantity;
        move.bought += bought * line.quantity;
        const commerce::OfferState& state = state_.shelf.offers.at(line.offer);
        if (taken != 0 && state.ofBuyer.contains(viewer) &&
            (move.buyers.empty() || move.buyers.back() != viewer))
            move.buyers.push_back(viewer);
        if (state.running.offer.pieceLimit > 0 && state.ended == commerce::OfferEnd::None && taken != 0)
            offersChanged_ = true; // What is left of it is on the pages.
    }
}

/// Before anything else in these tables is looked at or changed, and before the batch is committed.
void Writer::writeMoves() {
    for (const auto& [sku, by] : moves_.stock) {
        statements_->move.bind(1, state_.run.value)
            .bind(2, sku.value)
            .bind(3, by.reserved)
            .bind(4, by.sold)
            .run();
        if (database_->changed() != 1)
            disagree();
    }
    for (auto& [id, by] : moves_.offers) {
        statements_->countOffer.bind(1, state_.run.value)
            .bind(2, id.value)
            .bind(3, by.taken)
            .bind(4, by.bought)
            .run();
        if (database_->changed() != 1)
            disagree();
        std::ranges::sort(by.buyers);
        const auto twice = std::ranges::unique(by.buyers);
        by.buyers.erase(twice.begin(), twice.end());
        const auto& ofBuyer = state_.shelf.offers.at(id).ofBuyer;
        for (const ViewerId& viewer : by.buyers)
            statements_->useOffer.bind(1, state_.run.value)
                .bind(2, id.value)
                .bind(3, viewer.value)
                .bind(4, ofBuyer.at(viewer))
                .run();
    }
    moves_ = {};
}

Writer::Levels Writer::levelsOf(const Lines& lines) {
    Levels levels;
    for (const auto& line : lines) {
        const commerce::StockLevel& level = state_.shelf.goods.at(line.sku).level;
        levels[line.sku] = level;
        changes_.levels[line.sku] = level;
    }
    return levels;
}

Writer::Levels Writer::take(const ViewerId& viewer, const Lines& lines, commerce::Pieces as) {
    const std::int64_t reserved = as == commerce::Pieces::Reserved ? 1 : 0;
    const std::int64_t bought = as == commerce::Pieces::Bought ? 1 : 0;
    commerce::take(state_.shelf, viewer, lines, as);
    move(lines, reserved, bought);
    countOffers(viewer, lines, 1, bought);
    return levelsOf(lines);
}

Writer::Levels Writer::confirm(const Lines& lines) {
    commerce::confirm(state_.shelf, lines);
    move(lines, -1, 1);
    countOffers({}, lines, 0, 1);
    return levelsOf(lines);
}

Writer::Levels Writer::giveBack(const ViewerId& viewer, const Lines& lines, commerce::Pieces from) {
    const std::int64_t reserved = from == commerce::Pieces::Reserved ? -1 : 0;
    const std::int64_t bought = from == commerce::Pieces::Bought ? -1 : 0;
    commerce::giveBack(state_.shelf, viewer, lines, from);
    move(lines, reserved, bought);
    countOffers(viewer, lines, -1, bought);
    return levelsOf(lines);
}

} // namespace vitrina::server
