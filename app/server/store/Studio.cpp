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
                                  setPhase(Phase::Ended);
                                  switchSales(false);
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
    for (const auto& product : shop.catalogue.products) {
        for (const auto& variant : product.variants) {
            const std::int64_t price = variant.price.minor;
            const std::int64_t pieces = std::max<std::int64_t>(0, variant.allocated);
            if (price < 0)
                continue; // Not to be sold; refused by the show's own rules long before.
            stock.bind(1, state_.run.value).bind(2, variant.sku.value).bind(3, price).bind(4, pieces).run();
            state_.offers.try_emplace(variant.sku, RunState::Offer{price, {pieces, 0, 0}, false});
        }
    }
    state_.opened = true;
    state_.currency = shop.currency;
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
    if (state_.sales == open)
        return;
    state_.sales = open;
    changes_.sales = open;
    write(commerce::Fact(commerce::SalesSwitched{open}));
}

/// Names what changes and nothing else: asked twice, told once.
void Writer::switchSkus(const commerce::SwitchSkus& wish) {
    Statement row(*database_, wish.open ? "DELETE FROM stopped WHERE run=?1 AND sku=?2"
                                        : "INSERT OR IGNORE INTO stopped(run, sku) VALUES(?1, ?2)");
    commerce::SkusSwitched switched{{}, wish.open};
    for (const Sku& sku : wish.skus) {
        RunState::Offer& offer = state_.offers.at(sku);
        if (offer.stopped != wish.open)
            continue;
        offer.stopped = !wish.open;
        row.bind(1, state_.run.value).bind(2, sku.value).run();
        changes_.onSale[sku] = wish.open;
        switched.skus.push_back(sku);
    }
    if (!switched.skus.empty())
        write(commerce::Fact(std::move(switched)));
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
    answered.error = late ? ErrorCode::RequestExpired : refusalOf(job.body);
    if (const auto* correction = std::get_if<commerce::CorrectStock>(&job.body); correction && !late)
        correct(*correction, answered);
    // What changed before the answer: the studio shows a stop as soon as it is asked for, and must not see it
    // gone in between.
    if (answered.error == ErrorCode::None)
        std::visit(Overloaded{[](const commerce::CorrectStock&) {},
                              [this](const commerce::SwitchSales& wish) { switchSales(wish.open); },
                              [this](const commerce::SwitchSkus& wish) { switchSkus(wish); },
                              [this](const commerce::SwitchChat& wish) { switchChat(wish.open); },
                              [](const auto&) {
                              }},
                   job.body);
    write(commerce::Fact(std::move(answered)));
}

ErrorCode Writer::refusalOf(const commerce::Request& request) const {
    const auto known = [this](const Sku& sku) {
        return state_.offers.contains(sku);
    };
    return std::visit(Overloaded{[&](const commerce::CorrectStock& wish) {
                                     return known(wish.sku) ? ErrorCode::None : ErrorCode::UnknownSku;
                                 },
                                 [&](const commerce::SwitchSales& wish) {
                                     return wish.open && (!state_.opened || state_.phase == Phase::Ended)
                                                ? ErrorCode::WrongPhase
                                                : ErrorCode::None;
                                 },
                                 [&](const commerce::SwitchSkus& wish) {
                                     if (wish.skus.empty())
                                         return ErrorCode::BadRequest;
                                     return std::ranges::all_of(wish.skus, known) ? ErrorCode::None
                                                                                  : ErrorCode::UnknownSku;
                                 },
                                 [](const commerce::SwitchChat&) { return ErrorCode::None; },
                                 [](const auto&) {
                                     return ErrorCode::BadRequest;
                                 }},
                      request);
}

void Writer::correct(const commerce::CorrectStock& correction, commerce::RequestAnswered& answered) {
    const auto offer = state_.offers.find(correction.sku);
    if (offer == state_.offers.end())
        return; // refused before
    const auto after = commerce::corrected(offer->second.level, correction.difference);
    if (after) {
        statements_->correct.bind(1, state_.run.value)
            .bind(2, correction.sku.value)
            .bind(3, correction.difference)
            .run();
        offer->second.level = *after;
        changes_.levels[correction.sku] = *after;
    } else {
        answered.error = after.error().code;
        answered.detail = std::to_string(offer->second.level.sold + offer->second.level.reserved);
    }
    answered.levels[correction.sku] = offer->second.level;
}

} // namespace vitrina::server
