// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

#include "base/Overloaded.hpp"

#include <algorithm>

/// The part of the writer that hears the studio: its records as projections, its requests as answers.
namespace vitrina::server {

void Writer::work(TakeRecords& job) {
    for (const record::Record& record : job.records) {
        if (record.run != state_.run || record.origin != record::Origin::Studio) {
            job.answer.error = ErrorCode::BadRequest;
            break;
        }
        if (record.seq <= state_.studioSeq)
            continue; // held already: the studio sends again after a lost ack
        if (record.seq != state_.studioSeq + 1) {
            job.answer.error = ErrorCode::BadRequest; // a gap: it has to begin again from what is held
            break;
        }
        const std::string json = record::encodeRecord(record);
        statements_->insertRecord.bind(1, state_.run.value)
            .bind(2, std::int64_t(record::Origin::Studio))
            .bind(3, static_cast<std::int64_t>(record.seq))
            .bind(4, json)
            .run();
        state_.studioSeq = record.seq;
        apply(record, json);
    }
    job.answer.studioSeq = state_.studioSeq;
}

void Writer::apply(const record::Record& record, const std::string& json) {
    if (const auto* fact = std::get_if<show::Fact>(&record.fact)) {
        std::visit(Overloaded{[this](const show::WentLive&) { setPhase(Phase::Live); },
                              [this](const show::RunEnded&) {
                                  endShow();
                                  noteLife(state_.run);
                              },
                              [this](const show::ItemTaken& taken) { takeItem(taken); },
                              [this](const show::ItemAired& aired) { airItem(aired); },
                              [](const auto&) {
                              }},
                   *fact);
    } else if (const auto* shop = record::factAs<commerce::ShopOpened>(record.fact)) {
        openShop(*shop, json);
    }
}

void Writer::openShop(const commerce::ShopOpened& shop, const std::string& json) {
    if (state_.opened)
        return; // Once a run: what was sold since must not be forgotten.
    Statement row(*database_, "UPDATE run SET shop=?2 WHERE run=?1");
    row.bind(1, state_.run.value).bind(2, json).run();
    Statement stock(*database_,
                    "INSERT OR IGNORE INTO stock(run, sku, price, allocated) VALUES(?1,?2,?3,?4)");
    state_.shelf = commerce::openShelf(shop.catalogue, shop.currency);
    state_.shelf.open = false; // until it is told below
    for (const auto& [sku, good] : state_.shelf.goods)
        stock.bind(1, state_.run.value)
            .bind(2, sku.value)
            .bind(3, good.listMinor)
            .bind(4, good.level.allocated)
            .run();
    state_.opened = true;
    state_.rehearsal = shop.rehearsal;
    changes_.reset.emplace();
    switchSales(true);
}

void Writer::takeItem(const show::ItemTaken& taken) {
    const show::AiredItem& aired = taken.aired;
    Statement row(
        *database_,
        "INSERT OR REPLACE INTO aired(run, aired, product, title, disclosure) VALUES(?1,?2,?3,?4,?5)");
    const std::string product =
        aired.item.kind == show::ItemKind::Product ? aired.item.product.value : std::string();
    row.bind(1, state_.run.value)
        .bind(2, aired.id.value)
        .bind(3, product)
        .bind(4, aired.item.title)
        .bind(5, std::int64_t(aired.item.disclosure))
        .run();
}

void Writer::airItem(const show::ItemAired& aired) {
    state_.onAir = aired.aired;
    Statement row(*database_, "UPDATE run SET pin_aired=?2, pin_media=?3 WHERE run=?1");
    row.bind(1, state_.run.value).bind(2, aired.aired.value).bind(3, aired.mediaMs).run();
    Statement item(*database_, "SELECT product, title, disclosure FROM aired WHERE run=?1 AND aired=?2");
    if (item.bind(1, state_.run.value).bind(2, aired.aired.value).row())
        changes_.pin =
            Pin{aired.aired, ProductId{item.text(0)}, item.text(1), item.integer(2) != 0, aired.mediaMs};
}

void Writer::setPhase(Phase phase) {
    state_.phase = phase;
    changes_.phase = phase;
}

void Writer::switchSales(bool open) {
    if (state_.shelf.open == open)
        return;
    state_.shelf.open = open;
    tellSales();
}

void Writer::tellSales() {
    changes_.sales = state_.shelf.open;
    write(commerce::Fact(commerce::SalesSwitched{state_.shelf.open}));
}

void Writer::switchChat(bool open) {
    if (state_.chatOpen == open)
        return;
    state_.chatOpen = open;
    changes_.chatOpen = open;
    Statement row(*database_, open ? "DELETE FROM chat_hidden WHERE run=?1"
                                   : "INSERT OR IGNORE INTO chat_hidden(run) VALUES(?1)");
    row.bind(1, state_.run.value).run();
    write(audience::Fact(audience::ChatSwitched{open}));
}

void Writer::work(TakeRequest& job) {
    if (state_.run.empty())
        return; // No answer either: the studio keeps it and sends it again after its hello.
    statements_->insertRequest.bind(1, state_.run.value).bind(2, job.id.value).run();
    if (database_->changed() != 1)
        return; // Answered before; the answer is among our records.
    commerce::RequestAnswered answered{job.id, ErrorCode::None, {}, {}};
    const bool late = job.validUntilMs != 0 && now_.wallMs > job.validUntilMs;
    answered.error = late ? ErrorCode::RequestExpired
                          : std::visit([&](const auto& wish) { return perform(wish, answered); }, job.body);
    // After what it changed: the studio shows a stop as soon as it is asked for, and must not see it gone in
    // between.
    write(commerce::Fact(std::move(answered)));
}

ErrorCode Writer::perform(const commerce::SwitchSales& wish, Answered&) {
    if (!state_.opened)
        return wish.open ? ErrorCode::WrongPhase : ErrorCode::None;
    const bool was = state_.shelf.open;
    const auto switched = commerce::switchSales(state_.shelf, wish.open);
    if (state_.shelf.open != was)
        tellSales();
    return switched ? ErrorCode::None : switched.error().code;
}

/// Names what changes and nothing else: asked twice, told once.
ErrorCode Writer::perform(const commerce::SwitchSkus& wish, Answered&) {
    auto changed = commerce::switchSkus(state_.shelf, wish.skus, wish.open);
    if (!changed)
        return changed.error().code;
    Statement row(*database_, wish.open ? "DELETE FROM stopped WHERE run=?1 AND sku=?2"
                                        : "INSERT OR IGNORE INTO stopped(run, sku) VALUES(?1, ?2)");
    for (const Sku& sku : *changed) {
        row.bind(1, state_.run.value).bind(2, sku.value).run();
        changes_.onSale[sku] = wish.open;
    }
    if (!changed->empty())
        write(commerce::Fact(commerce::SkusSwitched{std::move(*changed), wish.open}));
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::SwitchChat& wish, Answered&) {
    switchChat(wish.open);
    return ErrorCode::None;
}

ErrorCode Writer::perform(const commerce::CorrectStock& wish, Answered& answered) {
    const auto good = state_.shelf.goods.find(wish.sku);
    if (good == state_.shelf.goods.end())
        return ErrorCode::UnknownSku;
    const auto after = commerce::correctStock(state_.shelf, wish.sku, wish.difference);
    const commerce::StockLevel& level = good->second.level;
    answered.levels[wish.sku] = level;
    if (!after) {
        answered.detail = std::to_string(level.sold + level.reserved);
        return after.error().code;
    }
    statements_->correct.bind(1, state_.run.value).bind(2, wish.sku.value).bind(3, wish.difference).run();
    if (database_->changed() != 1)
        disagree();
    changes_.levels[wish.sku] = level;
    return ErrorCode::None;
}

} // namespace vitrina::server
