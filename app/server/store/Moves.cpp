// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

/// The part of the writer that moves pieces: on the shelf by the rules of commerce/Shelf.hpp, in the tables
/// by conditional updates that refuse what the shelf would not have allowed.
namespace vitrina::server {

/// The tables disagree with what was judged: only a foreign hand in the file does that. Nothing of this batch
/// may stand.
void Writer::disagree() {
    database_->execute("SELECT tables_disagree");
}

void Writer::move(const Lines& lines, std::int64_t reserved, std::int64_t sold) {
    std::map<Sku, std::int64_t> pieces;
    for (const auto& line : lines)
        pieces[line.sku] += line.quantity;
    for (const auto& [sku, count] : pieces) {
        statements_->move.bind(1, state_.run.value)
            .bind(2, sku.value)
            .bind(3, reserved * count)
            .bind(4, sold * count)
            .run();
        if (database_->changed() != 1)
            disagree();
    }
}

void Writer::countOffers(const ViewerId& viewer, const Lines& lines, std::int64_t taken,
                         std::int64_t bought) {
    std::map<OfferId, std::int64_t> pieces;
    for (const auto& line : lines) {
        if (!line.offer.empty())
            pieces[line.offer] += line.quantity;
    }
    for (const auto& [id, count] : pieces) {
        statements_->countOffer.bind(1, state_.run.value)
            .bind(2, id.value)
            .bind(3, taken * count)
            .bind(4, bought * count)
            .run();
        if (database_->changed() != 1)
            disagree();
        const commerce::OfferState& state = state_.shelf.offers.at(id);
        if (taken > 0 && state.running.offer.perBuyer > 0)
            countUse(statements_->useOffer, id, viewer, count);
        else if (taken < 0 && state.ofBuyer.contains(viewer))
            countUse(statements_->unuseOffer, id, viewer, count);
        if (state.running.offer.pieceLimit > 0 && state.ended == commerce::OfferEnd::None && taken != 0)
            offersChanged_ = true; // What is left of it is on the pages.
    }
}

void Writer::countUse(Statement& statement, const OfferId& offer, const ViewerId& viewer,
                      std::int64_t pieces) {
    statement.bind(1, state_.run.value).bind(2, offer.value).bind(3, viewer.value).bind(4, pieces).run();
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
