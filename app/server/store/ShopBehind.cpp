// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopStock.hpp"
#include "server/store/OrderRows.hpp"
#include "server/store/Statements.hpp"

#include <algorithm>

/// The part of the writer that keeps what the shop behind the server has of our orders, and its stock as a
/// ceiling. Who asks it is server/shop/ShopSync.
namespace vitrina::server {

namespace {

using Pieces = std::map<Sku, std::int64_t>;

Pieces piecesOf(Statement& rows) {
    Pieces pieces;
    while (rows.row())
        pieces[Sku{rows.text(0)}] = rows.integer(1);
    return pieces;
}

/// Sold here and not taken off the shop's free pieces yet: what it has not been handed, is not known to have,
/// or did not take, until someone has sent it or cancelled it. Of all runs.
Pieces promisedPieces(Database& database) {
    Statement rows(database,
                   "SELECT l.sku, sum(l.quantity) FROM shop_forward f JOIN orders o ON o.id = f.orders "
                   "JOIN order_line l ON l.orders = o.id WHERE f.state IN (1, 2, 4, 5) AND f.state != 5 "
                   "AND (o.state BETWEEN 1 AND 4 OR (o.state IN (5, 6) AND f.state != 4)) AND o.run NOT IN "
                   "(SELECT run FROM place WHERE place != 1) GROUP BY l.sku");
    return piecesOf(rows);
}

Pieces withheldPieces(Database& database, const RunId& run) {
    Statement rows(database, "SELECT sku, pieces FROM shop_withheld WHERE run=?1");
    rows.bind(1, run.value);
    return piecesOf(rows);
}

void keepWithheld(Database& database, const RunId& run, const Sku& sku, std::int64_t pieces) {
    Statement row(database, pieces > 0 ? "INSERT INTO shop_withheld(run, sku, pieces) VALUES(?1,?2,?3) "
                                         "ON CONFLICT(run, sku) DO UPDATE SET pieces=?3"
                                       : "DELETE FROM shop_withheld WHERE run=?1 AND sku=?2");
    row.bind(1, run.value).bind(2, sku.value);
    if (pieces > 0)
        row.bind(3, pieces);
    row.run();
}

ForwardState forwardOf(Database& database, std::int64_t order) {
    Statement row(database, "SELECT state FROM shop_forward WHERE orders=?1");
    return row.bind(1, order).row() ? static_cast<ForwardState>(row.integer(0)) : ForwardState::None;
}

void keepForward(Database& database, std::int64_t order, ForwardState state, const std::string& reference) {
    Statement row(database, "UPDATE shop_forward SET state=?2, reference=CASE ?3 WHEN '' THEN reference ELSE "
                            "?3 END WHERE orders=?1");
    row.bind(1, order).bind(2, static_cast<std::int64_t>(state)).bind(3, reference).run();
}

bool isOver(commerce::OrderState state) {
    return state == commerce::OrderState::Cancelled || state == commerce::OrderState::Refunded;
}

/// An order may be cancelled here while the shop is being told of it.
ForwardState after(ForwardState before, ForwardState step) {
    const bool cancelled = before == ForwardState::CancelDue || before == ForwardState::Cancelled;
    if (!cancelled)
        return step;
    if (step == ForwardState::Begun || step == ForwardState::Done)
        return ForwardState::CancelDue;
    return step == ForwardState::Refused ? ForwardState::Cancelled : step;
}

} // namespace

/// Orders that have come since get their rows. Those of a run before, too: they were sold to be delivered.
/// One that a shop with a checkout of its own has told of is at home there; one of a run that has moved to
/// another server is that server's.
void Writer::findForwards() {
    const std::string upto = readMeta(*database_, "shop_upto");
    const std::int64_t seen = upto.empty() ? 0 : std::stoll(upto);
    Statement joined(*database_, "INSERT OR IGNORE INTO shop_run(run) VALUES(?1)");
    joined.bind(1, state_.run.value).run();
    if (database_->changed() == 1) {
        // The shop was connected in the middle of the show.
        Statement before(*database_, "INSERT OR IGNORE INTO shop_forward(orders, state) SELECT id, 1 FROM "
                                     "orders WHERE run=?1 AND id<=?2 AND state BETWEEN 1 AND 6 AND id NOT IN "
                                     "(SELECT orders FROM shop_told)");
        before.bind(1, state_.run.value).bind(2, seen).run();
    }
    Statement last(*database_, "SELECT max(id) FROM orders");
    const std::int64_t newest = last.row() ? last.integer(0) : 0;
    last.reset();
    if (newest <= seen)
        return;
    Statement rows(*database_,
                   "INSERT OR IGNORE INTO shop_forward(orders, state) SELECT id, 1 FROM orders WHERE "
                   "id>?1 AND state BETWEEN 1 AND 6 AND run IN (SELECT run FROM shop_run) AND id NOT IN "
                   "(SELECT orders FROM shop_told)");
    rows.bind(1, seen).run();
    writeMeta(*database_, "shop_upto", std::to_string(newest));
}

std::optional<ShopErrand> Writer::errandOf(const OrderNumber& number, std::string reference, bool cancel) {
    const auto row = readOrder(*database_, number);
    if (!row)
        return std::nullopt;
    ShopErrand errand;
    errand.order.number = number;
    errand.order.lines = row->order.lines;
    errand.order.total = row->order.total;
    errand.order.delivery = row->order.delivery;
    errand.reference = std::move(reference);
    errand.cancel = cancel;
    if (cancel)
        return errand; // Nobody needs to know whose it was.
    const auto buyer = buyers_->find(row->place);
    if (!buyer) {
        // Nobody could deliver it.
        keepForward(*database_, row->place.row, ForwardState::Refused, {});
        writeInto(row->run, commerce::Fact(commerce::OrderForwarded{
                                number, {}, {}, ErrorCode::ShopRefused, "the buyer's data were erased"}));
        return std::nullopt;
    }
    const auto* way = commerce::findDelivery(state_.shelf.catalogue.terms, row->order.delivery.way);
    errand.order.deliveryTitle = way ? way->title : row->order.delivery.way;
    errand.order.name = buyer->name;
    errand.order.contact = buyer->contact;
    errand.order.phone = buyer->phone;
    errand.order.address = buyer->address;
    errand.order.note = buyer->note;
    return errand;
}

void Writer::work(AskShopWork& job) {
    job.answer.run = state_.run;
    job.answer.wired = state_.opened && !state_.rehearsal;
    if (!job.answer.wired)
        return;
    findForwards();
    struct Row {
        OrderNumber number;
        std::string reference;
        bool cancel = false;
    };
    std::vector<Row> found;
    Statement rows(*database_,
                   "SELECT o.number, f.reference, f.state = 5 FROM shop_forward f JOIN orders o ON o.id = "
                   "f.orders WHERE f.state IN (1, 2, 4, 5) AND f.state != 4 AND (f.state = 5 OR o.state "
                   "BETWEEN 2 AND 6) AND o.run NOT IN (SELECT run FROM place WHERE place != 1) ORDER BY "
                   "f.state != 5, o.id LIMIT ?1");
    rows.bind(1, static_cast<std::int64_t>(job.limit));
    while (rows.row())
        found.push_back({{rows.text(0)}, rows.text(1), rows.integer(2) != 0});
    rows.reset();
    for (Row& row : found) {
        if (auto errand = errandOf(row.number, std::move(row.reference), row.cancel))
            job.answer.errands.push_back(std::move(*errand));
    }
    for (const auto& [sku, good] : state_.shelf.goods)
        job.answer.skus.push_back(sku);
}

void Writer::work(NoteShopStep& job) {
    const auto order = readOrder(*database_, job.number);
    const ForwardState before = order ? forwardOf(*database_, order->place.row) : ForwardState::None;
    if (before == ForwardState::None) {
        job.answer = ErrorCode::NotFound;
        return;
    }
    const ForwardState state = after(before, job.state);
    keepForward(*database_, order->place.row, state, job.reference);
    if (state == ForwardState::CancelDue)
        job.answer = ErrorCode::OrderFixed;
    const bool refused = job.state == ForwardState::Refused || job.state == ForwardState::CancelFailed;
    if (job.state != ForwardState::Done && !refused)
        return;
    writeInto(order->run,
              commerce::Fact(commerce::OrderForwarded{
                  job.number, job.shop, job.state == ForwardState::Refused ? std::string() : job.reference,
                  refused ? ErrorCode::ShopRefused : ErrorCode::None, job.detail}));
}

void Writer::work(CapByShop& job) {
    if (!state_.opened || state_.rehearsal || (job.free && job.run != state_.run))
        return;
    if (job.free)
        findForwards(); // What was sold while the shop was asked is promised, too.
    std::map<Sku, commerce::StockLevel> levels;
    Pieces lifted;
    for (const auto& [sku, good] : state_.shelf.goods) {
        levels[sku] = good.level;
        lifted[sku] = extension::withoutLimit;
    }
    const auto changed =
        commerce::cappedByShop(levels, job.free ? *job.free : lifted, promisedPieces(*database_),
                               withheldPieces(*database_, state_.run));
    if (changed.empty())
        return;
    commerce::ShopStockSeen seen{job.shop, {}, {}};
    Statement row(*database_, "UPDATE stock SET allocated=?3 WHERE run=?1 AND sku=?2 AND reserved+sold<=?3");
    for (const auto& [sku, capped] : changed) {
        row.bind(1, state_.run.value).bind(2, sku.value).bind(3, capped.level.allocated).run();
        if (database_->changed() != 1)
            disagree();
        keepWithheld(*database_, state_.run, sku, capped.withheld);
        state_.shelf.goods.at(sku).level = capped.level;
        changes_.levels[sku] = capped.level;
        seen.withheld[sku] = capped.withheld;
        seen.levels[sku] = capped.level;
    }
    write(commerce::Fact(std::move(seen)));
}

/// An order has changed here. One that is over is not told to the shop, or told to be cancelled there, when
/// its pieces are for sale again.
void Writer::shopMoved(const OrderRow& order) {
    if (!isOver(order.standing.state))
        return;
    switch (forwardOf(*database_, order.place.row)) {
    case ForwardState::Due:
    case ForwardState::Refused:
        keepForward(*database_, order.place.row, ForwardState::Cancelled, {});
        break;
    case ForwardState::Begun:
        keepForward(*database_, order.place.row, ForwardState::CancelDue, {});
        break;
    case ForwardState::Done:
        if (order.standing.restocked)
            keepForward(*database_, order.place.row, ForwardState::CancelDue, {});
        break;
    case ForwardState::None:
    case ForwardState::CancelDue:
    case ForwardState::Cancelled:
    case ForwardState::CancelFailed:
        break;
    }
}

} // namespace vitrina::server
