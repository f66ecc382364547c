// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina::server {

/// The tables of one show's server. A buyer's name and contact stand in `buyer` and nowhere else.
inline constexpr int storeVersion = 1;

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
CREATE TABLE IF NOT EXISTS orders(
    id INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES run(run), number TEXT NOT NULL UNIQUE, viewer TEXT NOT NULL,
    key TEXT NOT NULL, hash INTEGER NOT NULL, total INTEGER NOT NULL, currency TEXT NOT NULL, aired TEXT NOT NULL,
    at INTEGER NOT NULL, UNIQUE(viewer, key));
CREATE TABLE IF NOT EXISTS order_line(
    orders INTEGER NOT NULL REFERENCES orders(id), line INTEGER NOT NULL, sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK(quantity > 0), unit INTEGER NOT NULL, PRIMARY KEY(orders, line)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS buyer(
    orders INTEGER PRIMARY KEY REFERENCES orders(id), name TEXT NOT NULL, contact TEXT NOT NULL);
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
)sql";

} // namespace vitrina::server
