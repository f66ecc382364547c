// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina::server {

/// The tables of one show's server. What is personal of a buyer stands, sealed (BuyerTables), in
/// `sealed_buyer` and `buyer_word` and nowhere else.
inline constexpr int storeVersion = 3;

inline constexpr const char* storeSchema = R"sql(
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run(
    run TEXT PRIMARY KEY, show TEXT NOT NULL, shop TEXT NOT NULL DEFAULT '', prefix TEXT NOT NULL,
    phase INTEGER NOT NULL DEFAULT 0, sales INTEGER NOT NULL DEFAULT 0,
    server_seq INTEGER NOT NULL DEFAULT 0, studio_seq INTEGER NOT NULL DEFAULT 0, studio_ack INTEGER NOT NULL DEFAULT 0,
    orders INTEGER NOT NULL DEFAULT 0, peak INTEGER NOT NULL DEFAULT 0,
    pin_aired TEXT NOT NULL DEFAULT '', pin_media INTEGER NOT NULL DEFAULT -1);
CREATE TABLE IF NOT EXISTS aired(
    run TEXT NOT NULL REFERENCES run(run), aired TEXT NOT NULL, product TEXT NOT NULL, title TEXT NOT NULL,
    disclosure INTEGER NOT NULL, PRIMARY KEY(run, aired)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stock(
    run TEXT NOT NULL REFERENCES run(run), sku TEXT NOT NULL, price INTEGER NOT NULL CHECK(price >= 0),
    allocated INTEGER NOT NULL, reserved INTEGER NOT NULL DEFAULT 0 CHECK(reserved >= 0),
    sold INTEGER NOT NULL DEFAULT 0 CHECK(sold >= 0),
    available INTEGER GENERATED ALWAYS AS (allocated - reserved - sold) VIRTUAL,
    CHECK(available >= 0), PRIMARY KEY(run, sku)) WITHOUT ROWID;
-- stopped, chat_hidden: tables of their own, so that an older file gets them as it is opened
CREATE TABLE IF NOT EXISTS stopped(
    run TEXT NOT NULL REFERENCES run(run), sku TEXT NOT NULL, PRIMARY KEY(run, sku)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chat_hidden(run TEXT PRIMARY KEY REFERENCES run(run)) WITHOUT ROWID;
-- wish: wishOf(viewer, key), by which an order that is sent again is found; the same hash need not be the same wish.
-- network: a mark of the address, for as long as velocity counts it
CREATE TABLE IF NOT EXISTS orders(
    id INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES run(run), number TEXT NOT NULL UNIQUE, viewer TEXT NOT NULL,
    key TEXT NOT NULL, wish INTEGER NOT NULL, hash INTEGER NOT NULL, total INTEGER NOT NULL, currency TEXT NOT NULL, aired TEXT NOT NULL,
    at INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 2, refunded INTEGER NOT NULL DEFAULT 0 CHECK(refunded >= 0),
    restocked INTEGER NOT NULL DEFAULT 0, way TEXT NOT NULL DEFAULT '', region TEXT NOT NULL DEFAULT '',
    delivery INTEGER NOT NULL DEFAULT 0, payment INTEGER NOT NULL DEFAULT 0, reservation TEXT NOT NULL DEFAULT '',
    paid INTEGER NOT NULL DEFAULT 0, network INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS orders_wish ON orders(wish);
CREATE TABLE IF NOT EXISTS order_line(
    orders INTEGER NOT NULL REFERENCES orders(id), line INTEGER NOT NULL, sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK(quantity > 0), unit INTEGER NOT NULL, offer TEXT NOT NULL DEFAULT '',
    PRIMARY KEY(orders, line)) WITHOUT ROWID;
-- ended: commerce::ReservationEnd, 0 while it is open; mono and boot: when it runs out, while the machine is not started anew
CREATE TABLE IF NOT EXISTS reservation(
    id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES run(run), viewer TEXT NOT NULL, key TEXT NOT NULL,
    hash INTEGER NOT NULL, expires INTEGER NOT NULL, mono INTEGER NOT NULL, boot TEXT NOT NULL,
    extended INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0, network INTEGER NOT NULL DEFAULT 0,
    lasts INTEGER NOT NULL DEFAULT 0, UNIQUE(viewer, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reservation_open ON reservation(run) WHERE ended = 0;
CREATE TABLE IF NOT EXISTS reservation_line(
    reservation TEXT NOT NULL REFERENCES reservation(id), line INTEGER NOT NULL, sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK(quantity > 0), unit INTEGER NOT NULL, offer TEXT NOT NULL,
    PRIMARY KEY(reservation, line)) WITHOUT ROWID;
-- fact: the record of its last start; ended: commerce::OfferEnd, 0 while it runs
CREATE TABLE IF NOT EXISTS offer(
    run TEXT NOT NULL REFERENCES run(run), offer TEXT NOT NULL, fact TEXT NOT NULL, ends INTEGER NOT NULL,
    mono INTEGER NOT NULL, boot TEXT NOT NULL, pieces INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0,
    taken INTEGER NOT NULL DEFAULT 0, bought INTEGER NOT NULL DEFAULT 0 CHECK(bought BETWEEN 0 AND taken),
    first INTEGER NOT NULL DEFAULT 0,
    CHECK(pieces = 0 OR taken <= pieces), PRIMARY KEY(run, offer)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS offer_use(
    run TEXT NOT NULL REFERENCES run(run), offer TEXT NOT NULL, viewer TEXT NOT NULL,
    pieces INTEGER NOT NULL CHECK(pieces >= 0), PRIMARY KEY(run, offer, viewer)) WITHOUT ROWID;
-- the last record of each product that changed, and of the terms, since the shop was opened
CREATE TABLE IF NOT EXISTS product(
    run TEXT NOT NULL REFERENCES run(run), product TEXT NOT NULL, at INTEGER NOT NULL, fact TEXT NOT NULL,
    PRIMARY KEY(run, product)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS terms(run TEXT PRIMARY KEY REFERENCES run(run), fact TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sealed_buyer(
    orders INTEGER PRIMARY KEY REFERENCES orders(id), mark INTEGER NOT NULL, sealed BLOB NOT NULL);
DROP INDEX IF EXISTS sealed_buyer_mark; -- files of before; all orders of a buyer are looked for a few times a day
CREATE TABLE IF NOT EXISTS buyer_word(
    orders INTEGER NOT NULL REFERENCES orders(id), key TEXT NOT NULL, at INTEGER NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY(orders, key)); -- with rowid: two of one millisecond keep their order
-- kept: when something last happened with the orders of a run, or it ended; from there its buyers are kept.
-- sweep_verdict: that time was over by one look at the clock
CREATE TABLE IF NOT EXISTS kept(run TEXT PRIMARY KEY REFERENCES run(run), at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sweep_verdict(
    run TEXT PRIMARY KEY REFERENCES run(run), wall INTEGER NOT NULL, mono INTEGER NOT NULL, boot TEXT NOT NULL
    ) WITHOUT ROWID;
-- orders to be confirmed by mail
CREATE TABLE IF NOT EXISTS mail_due(orders INTEGER PRIMARY KEY REFERENCES orders(id));
-- of shops with a checkout of their own. told: what is known of an order there (commerce::ShopOrder); one that is no order
-- here yet waits; pieces: added to allocated for such orders
CREATE TABLE IF NOT EXISTS shop_told(
    shop TEXT NOT NULL, id TEXT NOT NULL, orders INTEGER NOT NULL REFERENCES orders(id), told TEXT NOT NULL,
    PRIMARY KEY(shop, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shop_waiting(
    shop TEXT NOT NULL, id TEXT NOT NULL, run TEXT NOT NULL REFERENCES run(run), told TEXT NOT NULL,
    PRIMARY KEY(shop, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shop_added(
    run TEXT NOT NULL REFERENCES run(run), sku TEXT NOT NULL, pieces INTEGER NOT NULL CHECK(pieces >= 0),
    PRIMARY KEY(run, sku)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS message(
    id INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES run(run), name TEXT NOT NULL, text TEXT NOT NULL,
    viewer TEXT NOT NULL, key TEXT NOT NULL, message TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE(viewer, key));
CREATE TABLE IF NOT EXISTS record(
    run TEXT NOT NULL REFERENCES run(run), origin INTEGER NOT NULL, seq INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY(run, origin, seq)); -- with rowid: long rows are only appended, and in an index they cost twice
CREATE TABLE IF NOT EXISTS request(
    run TEXT NOT NULL REFERENCES run(run), request TEXT NOT NULL, PRIMARY KEY(run, request)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rollup_minute(
    run TEXT NOT NULL REFERENCES run(run), minute INTEGER NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
    units INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY(run, minute, kind)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS rollup_sku(
    run TEXT NOT NULL REFERENCES run(run), sku TEXT NOT NULL, orders INTEGER NOT NULL, units INTEGER NOT NULL,
    amount INTEGER NOT NULL, PRIMARY KEY(run, sku)) WITHOUT ROWID;
-- where a run is served (server::Place), and how often it has moved; not there: here, and never
CREATE TABLE IF NOT EXISTS place(
    run TEXT PRIMARY KEY REFERENCES run(run), epoch INTEGER NOT NULL, place INTEGER NOT NULL, url TEXT NOT NULL)
    WITHOUT ROWID;
)sql";

} // namespace vitrina::server
