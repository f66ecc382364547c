// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RunState.hpp"

#include "base/Log.hpp"
#include "record/Record.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <sys/random.h>

namespace vitrina::server {

namespace {

// Of `sales`, beside 0.
constexpr std::int64_t salesOpen = 1;
constexpr std::int64_t salesHalted = 2; ///< by the host, and not only because the show is over

/// The shop's record as it is kept in its run's row.
std::optional<commerce::ShopOpened> decodeShop(const std::string& json) {
    const auto record = record::decodeRecord(json);
    const auto* shop = record ? record::factAs<commerce::ShopOpened>(record->fact) : nullptr;
    return shop ? std::optional(*shop) : std::nullopt;
}

/// On the monotonic clock of this boot; never later than `mostMs` from now.
std::int64_t dueMs(std::int64_t wallMs, std::int64_t monoMs, const std::string& boot, std::int64_t mostMs,
                   const Clock& clock) {
    if (boot == clock.bootId())
        return monoMs;
    const Instant now = clock.now();
    return now.monoMs + std::clamp<std::int64_t>(wallMs - now.wallMs, 0, mostMs);
}

template <class Kind>
std::optional<Kind> decodeFact(const std::string& json) {
    const auto record = record::decodeRecord(json);
    const auto* fact = record ? record::factAs<Kind>(record->fact) : nullptr;
    if (!fact)
        logWarning("store",
                   "a kept " + std::string(record ? "fact is of another kind" : "fact can't be read"));
    return fact ? std::optional(*fact) : std::nullopt;
}

/// As it was put: judged then, not again in an order in which it never happened.
void loadCatalogue(Database& database, const RunId& run, commerce::Shelf& shelf) {
    Statement products(database, "SELECT fact FROM product WHERE run=?1 ORDER BY at");
    products.bind(1, run.value);
    while (products.row()) {
        if (const auto put = decodeFact<commerce::ProductPut>(products.text(0)))
            commerce::restoreProduct(shelf, put->product);
    }
    Statement terms(database, "SELECT fact FROM terms WHERE run=?1");
    if (terms.bind(1, run.value).row()) {
        if (const auto set = decodeFact<commerce::TermsSet>(terms.text(0)))
            static_cast<void>(commerce::setTerms(shelf, set->terms)); // they were taken once
    }
}

void loadStock(Database& database, RunState& state) {
    Statement stock(database, "SELECT sku, price, allocated, reserved, sold FROM stock WHERE run=?1");
    stock.bind(1, state.run.value);
    while (stock.row()) {
        const auto [good, isNew] = state.shelf.goods.try_emplace(Sku{stock.text(0)});
        good->second.listed = good->second.listed && !isNew;
        good->second.listMinor = stock.integer(1);
        good->second.level = {stock.integer(2), stock.integer(3), stock.integer(4)};
    }
    Statement stopped(database, "SELECT sku FROM stopped WHERE run=?1");
    stopped.bind(1, state.run.value);
    while (stopped.row())
        state.shelf.goods[Sku{stopped.text(0)}].stopped = true;
}

void loadOffers(Database& database, RunState& state, const Clock& clock) {
    Statement rows(database,
                   "SELECT fact, ends, mono, boot, taken, bought, ended, first FROM offer WHERE run=?1");
    rows.bind(1, state.run.value);
    while (rows.row()) {
        const auto record = record::decodeRecord(rows.text(0));
        const auto* started = record ? record::factAs<commerce::OfferStarted>(record->fact) : nullptr;
        if (!started)
            continue;
        commerce::OfferState& offer = state.shelf.offers[started->running.offer.id];
        offer.running = started->running;
        offer.running.endsMs = rows.integer(1);
        if (rows.integer(2) != 0)
            offer.dueMs =
                dueMs(rows.integer(1), rows.integer(2), rows.text(3), commerce::longestOfferMs, clock);
        offer.running.taken = rows.integer(4);
        offer.bought = rows.integer(5);
        offer.ended = static_cast<commerce::OfferEnd>(rows.integer(6));
        offer.firstMs = rows.integer(7) != 0 ? rows.integer(7) : offer.running.startedMs;
    }
    Statement uses(database, "SELECT offer, viewer, pieces FROM offer_use WHERE run=?1");
    uses.bind(1, state.run.value);
    while (uses.row()) {
        if (const auto offer = state.shelf.offers.find(OfferId{uses.text(0)});
            offer != state.shelf.offers.end())
            offer->second.ofBuyer[ViewerId{uses.text(1)}] = uses.integer(2);
    }
}

void loadCheckouts(Database& database, RunState& state, const Clock& clock) {
    Statement rows(database, "SELECT id, viewer, expires, mono, boot, extended, network, lasts "
                             "FROM reservation "
                             "WHERE run=?1 AND ended=0");
    const std::int64_t usual = state.shelf.catalogue.terms.reserveMs;
    Statement lines(database, "SELECT sku, quantity, unit, offer FROM reservation_line WHERE reservation=?1 "
                              "ORDER BY line");
    rows.bind(1, state.run.value);
    while (rows.row()) {
        // Files of before do not say it.
        const std::int64_t lasts = rows.integer(7) > 0 ? rows.integer(7) : usual * (1 + rows.integer(5));
        RunState::Checkout checkout{
            {ReservationId{rows.text(0)}, ViewerId{rows.text(1)}, {}, rows.integer(2), rows.integer(5) != 0},
            dueMs(rows.integer(2), rows.integer(3), rows.text(4), lasts, clock),
            rows.integer(6),
            lasts};
        lines.bind(1, checkout.reservation.id.value);
        while (lines.row())
            checkout.reservation.lines.push_back(
                {Sku{lines.text(0)}, lines.integer(1), lines.integer(2), OfferId{lines.text(3)}});
        lines.reset();
        state.due.emplace(checkout.dueMs, checkout.reservation.id);
        state.checkoutOf[checkout.reservation.viewer] = checkout.reservation.id;
        state.checkouts.emplace(checkout.reservation.id, std::move(checkout));
    }
}

void loadPlace(Database& database, RunState& state) {
    Statement row(database, "SELECT epoch, place, url FROM place WHERE run=?1");
    if (!row.bind(1, state.run.value).row())
        return;
    state.epoch = static_cast<std::uint64_t>(row.integer(0));
    state.place = static_cast<Place>(row.integer(1));
    state.movedTo = row.text(2);
}

std::optional<Pin> loadPin(Database& database, const RunState& state) {
    Statement pin(database,
                  "SELECT aired.product, aired.title, aired.disclosure, run.pin_media FROM run JOIN aired "
                  "ON aired.run = run.run AND aired.aired = run.pin_aired WHERE run.run=?1");
    if (!pin.bind(1, state.run.value).row())
        return std::nullopt;
    return Pin{state.onAir, ProductId{pin.text(0)}, pin.text(1), pin.integer(2) != 0, pin.integer(3)};
}

std::deque<ChatLine> loadChat(Database& database, const RunState& state) {
    Statement lines(
        database,
        "SELECT message, viewer, name, text, at FROM message WHERE run=?1 ORDER BY id DESC LIMIT ?2");
    lines.bind(1, state.run.value).bind(2, static_cast<std::int64_t>(chatKept));
    std::deque<ChatLine> chat;
    while (lines.row())
        chat.push_front(
            {{MessageId{lines.text(0)}, ViewerId{lines.text(1)}, lines.text(2), lines.text(3), -1},
             lines.integer(4)});
    return chat;
}

} // namespace

std::optional<RunState> loadRun(Database& database, const RunId& run, const Clock& clock) {
    Statement row(
        database,
        "SELECT show, prefix, shop, phase, sales, server_seq, studio_seq, studio_ack, orders, peak, "
        "pin_aired FROM run WHERE run=?1");
    if (!row.bind(1, run.value).row())
        return std::nullopt;
    RunState state;
    state.show.value = row.text(0);
    state.run = run;
    state.prefix = row.text(1);
    const auto shop = decodeShop(row.text(2));
    state.opened = shop.has_value();
    state.rehearsal = shop && shop->rehearsal;
    state.phase = static_cast<Phase>(row.integer(3));
    if (shop)
        state.shelf = commerce::openShelf(shop->catalogue, shop->currency);
    state.shelf.open = row.integer(4) == salesOpen;
    state.shelf.ended = state.phase == Phase::Ended;
    // Files of before know only open and not.
    state.shelf.halted =
        row.integer(4) == salesHalted || (state.opened && !state.shelf.open && !state.shelf.ended);
    state.serverSeq = static_cast<std::uint64_t>(row.integer(5));
    state.studioSeq = static_cast<std::uint64_t>(row.integer(6));
    state.studioAck = static_cast<std::uint64_t>(row.integer(7));
    state.orders = row.integer(8);
    state.peak = row.integer(9);
    state.onAir.value = row.text(10);
    loadPlace(database, state);
    loadCatalogue(database, run, state.shelf);
    loadStock(database, state);
    loadOffers(database, state, clock);
    commerce::reprice(state.shelf);
    loadCheckouts(database, state, clock);
    Statement hidden(database, "SELECT 1 FROM chat_hidden WHERE run=?1");
    state.chatOpen = !hidden.bind(1, run.value).row();
    return state;
}

commerce::Catalogue catalogueOf(Database& database, const RunId& run) {
    Statement row(database, "SELECT shop FROM run WHERE run=?1");
    const auto shop = row.bind(1, run.value).row() ? decodeShop(row.text(0)) : std::nullopt;
    commerce::Shelf shelf;
    if (shop)
        shelf = commerce::openShelf(shop->catalogue, shop->currency);
    loadCatalogue(database, run, shelf);
    return std::move(shelf.catalogue);
}

void saveRun(Database& database, const RunState& state) {
    Statement row(
        database,
        "UPDATE run SET phase=?2, sales=?3, server_seq=?4, studio_seq=?5, studio_ack=?6, orders=?7, "
        "peak=?8 WHERE run=?1");
    row.bind(1, state.run.value)
        .bind(2, static_cast<std::int64_t>(state.phase))
        .bind(3, state.shelf.open     ? salesOpen
                 : state.shelf.halted ? salesHalted
                                      : std::int64_t(0))
        .bind(4, static_cast<std::int64_t>(state.serverSeq))
        .bind(5, static_cast<std::int64_t>(state.studioSeq))
        .bind(6, static_cast<std::int64_t>(state.studioAck))
        .bind(7, state.orders)
        .bind(8, state.peak)
        .run();
}

RunState beginRun(Database& database, const ShowId& show, const RunId& run) {
    RunState state;
    state.show = show;
    state.run = run;
    state.prefix = randomLetters(4);
    Statement row(database, "INSERT INTO run(run, show, prefix) VALUES(?1, ?2, ?3)");
    row.bind(1, run.value).bind(2, show.value).bind(3, state.prefix).run();
    return state;
}

PageView loadView(Database& database, const RunState& state) {
    PageView view;
    view.run = state.run;
    view.phase = state.phase;
    view.sales = state.shelf.open && state.place == Place::Here;
    view.closed = state.place != Place::Here;
    view.movedTo = state.movedTo;
    Statement row(database, "SELECT shop FROM run WHERE run=?1");
    if (row.bind(1, state.run.value).row())
        view.shop = decodeShop(row.text(0)).value_or(commerce::ShopOpened{});
    view.shop.catalogue = state.shelf.catalogue;
    view.chatOpen = state.chatOpen;
    for (const auto& [sku, good] : state.shelf.goods) {
        view.stock[sku] = good.level;
        if (good.stopped)
            view.stopped.insert(sku);
    }
    view.running = commerce::runningOffers(state.shelf);
    view.pin = loadPin(database, state);
    view.chat = loadChat(database, state);
    return view;
}

std::string readMeta(Database& database, const char* key) {
    Statement row(database, "SELECT value FROM meta WHERE key=?1");
    return row.bind(1, std::string_view(key)).row() ? row.text(0) : std::string();
}

void writeMeta(Database& database, const char* key, const std::string& value) {
    Statement row(database,
                  "INSERT INTO meta(key, value) VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value=?2");
    row.bind(1, std::string_view(key)).bind(2, value).run();
}

std::string randomLetters(std::size_t count) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // 32: no 0 O 1 I
    // A pool a thread, filled in one call: an order must not cost a system call for three letters.
    thread_local std::array<unsigned char, 256> pool{};
    thread_local std::size_t left = 0;
    std::string letters;
    for (std::size_t i = 0; i < count; ++i) {
        if (left == 0) {
            if (getrandom(pool.data(), pool.size(), 0) != static_cast<ssize_t>(pool.size()))
                std::abort(); // As in base/Id.cpp: without randomness numbers could be guessed.
            left = pool.size();
        }
        letters += alphabet[pool[--left] & 31];
    }
    return letters;
}

} // namespace vitrina::server
