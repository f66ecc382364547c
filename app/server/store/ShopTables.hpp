// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrina::server {

/// What the store keeps for the shop behind the server; only ShopBehind.cpp reads and writes it. In `meta`,
/// shop_upto: the row of the newest order that was looked at.
inline constexpr const char* shopSchema = R"sql(
-- runs whose orders the shop gets: a shop stood behind the server, and it was no rehearsal
CREATE TABLE IF NOT EXISTS shop_run(run TEXT PRIMARY KEY REFERENCES run(run)) WITHOUT ROWID;
-- state: ForwardState; reference: the order's name there, once it is begun
CREATE TABLE IF NOT EXISTS shop_forward(
    orders INTEGER PRIMARY KEY REFERENCES orders(id), state INTEGER NOT NULL, reference TEXT NOT NULL DEFAULT '');
CREATE INDEX IF NOT EXISTS shop_forward_open ON shop_forward(state) WHERE state IN (1, 2, 4, 5);
CREATE TABLE IF NOT EXISTS shop_withheld(
    run TEXT NOT NULL REFERENCES run(run), sku TEXT NOT NULL, pieces INTEGER NOT NULL CHECK(pieces > 0),
    PRIMARY KEY(run, sku)) WITHOUT ROWID;
)sql";

} // namespace vitrina::server
