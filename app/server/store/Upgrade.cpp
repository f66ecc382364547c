// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Upgrade.hpp"

#include "server/store/Hash.hpp"
#include "server/store/RunState.hpp"
#include "server/store/Schema.hpp"
#include "server/store/ShopTables.hpp"

#include <array>
#include <string>

namespace vitrina::server {

namespace {

/// A column that a table did not have from its beginning.
struct Added {
    std::string table;
    std::string column;
    std::string definition;
};

const std::array added{
    // version 2
    Added{"orders", "state", "INTEGER NOT NULL DEFAULT 2"},
    Added{"orders", "refunded", "INTEGER NOT NULL DEFAULT 0 CHECK(refunded >= 0)"},
    Added{"orders", "restocked", "INTEGER NOT NULL DEFAULT 0"},
    Added{"orders", "way", "TEXT NOT NULL DEFAULT ''"},
    Added{"orders", "region", "TEXT NOT NULL DEFAULT ''"},
    Added{"orders", "delivery", "INTEGER NOT NULL DEFAULT 0"},
    Added{"orders", "payment", "INTEGER NOT NULL DEFAULT 0"},
    Added{"orders", "reservation", "TEXT NOT NULL DEFAULT ''"},
    Added{"order_line", "offer", "TEXT NOT NULL DEFAULT ''"},
    // version 3
    Added{"orders", "paid", "INTEGER NOT NULL DEFAULT 0"},
    Added{"orders", "network", "INTEGER NOT NULL DEFAULT 0"},
    Added{"orders", "wish", "INTEGER NOT NULL DEFAULT 0"},
    Added{"reservation", "network", "INTEGER NOT NULL DEFAULT 0"},
    Added{"reservation", "lasts", "INTEGER NOT NULL DEFAULT 0"},
    Added{"offer", "first", "INTEGER NOT NULL DEFAULT 0"},
};

bool exists(Database& database, const char* sql, const std::string& table, const std::string& column = {}) {
    Statement found(database, sql);
    found.bind(1, table);
    if (!column.empty())
        found.bind(2, column);
    return found.row();
}

void addColumns(Database& database) {
    for (const Added& add : added) {
        if (exists(database, "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?1", add.table) &&
            !exists(database, "SELECT 1 FROM pragma_table_info(?1) WHERE name=?2", add.table, add.column))
            database.execute(
                ("ALTER TABLE " + add.table + " ADD COLUMN " + add.column + " " + add.definition).c_str());
    }
}

/// Orders of before are found as those of now are; that one was paid was told by its state alone (3:
/// commerce::OrderState::Paid).
void fillOrders(Database& database) {
    if (!exists(database, "SELECT 1 FROM sqlite_master WHERE type='table' AND name=?1", "orders"))
        return;
    database.execute("UPDATE orders SET paid = 1 WHERE state = 3");
    Statement rows(database, "SELECT id, viewer, key FROM orders");
    Statement fill(database, "UPDATE orders SET wish=?2 WHERE id=?1");
    while (rows.row())
        fill.bind(1, rows.integer(0)).bind(2, wishOf(rows.text(1), rows.text(2))).run();
}

} // namespace

void upgradeStore(Database& database, int from) {
    if (!database.begin())
        return;
    if (from < storeVersion)
        addColumns(database);
    if (from < 3)
        fillOrders(database);
    database.execute(storeSchema);
    database.execute(shopSchema);
    writeMeta(database, "version", std::to_string(storeVersion));
    if (!database.ok())
        database.rollBack();
    else
        database.commit();
}

} // namespace vitrina::server
