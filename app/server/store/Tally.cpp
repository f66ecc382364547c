// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Tally.hpp"

#include "server/store/Database.hpp"

#include <boost/json.hpp>

namespace vitrina::server {

Result<Tally> tallyRun(const std::string& dataFolder, const RunId& run) {
    auto opened = Database::open(dataFolder + "/store.sqlite", Database::Use::Read);
    if (!opened)
        return opened.error();
    return tallyOf(**opened, run);
}

Result<Tally> tallyOf(Database& database, const RunId& run) {
    const auto one = [&](const char* sql) {
        Statement statement(database, sql);
        statement.bind(1, std::string_view(run.value));
        return statement.row() ? statement.integer(0) : 0;
    };
    if (one("SELECT count(*) FROM run WHERE run = ?") == 0)
        return fail(database.ok() ? ErrorCode::NotFound : ErrorCode::Internal,
                    database.ok() ? "no such run: " + run.value : database.problem());
    Tally tally;
    tally.messages = one("SELECT count(*) FROM message WHERE run = ?");
    tally.orders = one("SELECT count(*) FROM orders WHERE run = ?");
    tally.units = one(
        "SELECT coalesce(sum(quantity), 0) FROM order_line JOIN orders ON orders.id = orders WHERE run = ?");
    tally.gmvMinor = one("SELECT coalesce(sum(quantity * unit), 0) FROM order_line JOIN orders ON orders.id "
                         "= orders WHERE run = ?");
    tally.oversold = one("SELECT coalesce(sum(max(0, pieces - allocated)), 0) FROM ("
                         "SELECT stock.allocated AS allocated, sum(quantity) AS pieces FROM order_line "
                         "JOIN orders ON orders.id = order_line.orders "
                         "JOIN stock ON stock.run = orders.run AND stock.sku = order_line.sku "
                         "WHERE orders.run = ? AND restocked = 0 GROUP BY stock.sku)");
    if (!database.ok())
        return fail(ErrorCode::Internal, database.problem());
    return tally;
}

std::string tallyJson(const Tally& tally) {
    return boost::json::serialize(boost::json::object{{"messages", tally.messages},
                                                      {"orders", tally.orders},
                                                      {"units", tally.units},
                                                      {"gmv_minor", tally.gmvMinor},
                                                      {"oversold", tally.oversold}});
}

} // namespace vitrina::server
