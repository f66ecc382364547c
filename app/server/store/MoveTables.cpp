// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/MoveTables.hpp"

#include "server/store/RunState.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace vitrina::server {

namespace {

namespace json = boost::json;

constexpr std::size_t partBytes = 512u << 10;
constexpr std::int64_t buyersAtOnce = 500;
constexpr const char* buyersTable = "buyers"; ///< of no table's name: what is sealed, unsealed

/// What is no part of a run's ledger, or goes another way.
bool leftOut(const std::string& table) {
    return table == "meta" || table == "place" || table == "sweep_verdict" || table == "sealed_buyer" ||
           table == "buyer_word" || table.starts_with("sqlite_");
}

bool has(const std::vector<std::string>& columns, std::string_view name) {
    return std::ranges::find(columns, name) != columns.end();
}

std::size_t at(const std::vector<std::string>& columns, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(columns, name) - columns.begin());
}

std::string list(const std::vector<std::string>& columns) {
    std::string text;
    for (const std::string& column : columns)
        text += (text.empty() ? "\"" : ",\"") + column + "\"";
    return text;
}

json::value valueOf(const Statement& rows, int column) {
    switch (rows.kind(column)) {
    case Statement::Kind::Integer:
        return rows.integer(column);
    case Statement::Kind::Text:
        return json::string(rows.text(column));
    case Statement::Kind::None:
        break;
    }
    return nullptr;
}

/// Which columns hold a time that runs out: by the wall clock, and by the monotonic one of a boot.
struct TimeColumns {
    std::size_t wall = 0;
    std::size_t mono = 0;
    std::size_t boot = 0;
};
std::optional<TimeColumns> timeIn(const std::vector<std::string>& columns) {
    const char* wall = has(columns, "expires") ? "expires" : "ends";
    if (!has(columns, "mono") || !has(columns, "boot") || !has(columns, wall))
        return std::nullopt;
    return TimeColumns{at(columns, wall), at(columns, "mono"), at(columns, "boot")};
}

} // namespace

MoveTables::MoveTables(Database& database, BuyerTables& buyers, Instant now, std::string boot)
    : database_(database), buyers_(buyers), now_(now), boot_(std::move(boot)), tables_(tables()) {}

/// Runs first and orders next, as the others' rows point at them; the rest as they were made.
std::vector<MoveTables::Table> MoveTables::tables() {
    Statement names(database_,
                    "SELECT t.name, t.wr FROM pragma_table_list t JOIN sqlite_master m ON m.name = "
                    "t.name WHERE m.type = 'table' AND t.schema = 'main' "
                    "ORDER BY t.name <> 'run', t.name <> 'orders', m.rowid");
    std::vector<Table> all;
    while (names.row()) {
        Table table{names.text(0), {}, {}, names.integer(1) == 0};
        if (leftOut(table.name))
            continue;
        Statement info(database_, "SELECT name, type, pk FROM pragma_table_info(?1)");
        info.bind(1, table.name);
        while (info.row()) {
            const bool rowNumber = info.text(0) == "id" && info.text(1) == "INTEGER" && info.integer(2) == 1;
            table.moves = table.moves && info.text(1) != "BLOB";
            if (!rowNumber || table.name == "orders")
                table.columns.push_back(info.text(0));
        }
        table.ofOrders = !has(table.columns, "run") && has(table.columns, "orders");
        if (has(table.columns, "run"))
            table.of = "run = ?1";
        else if (table.ofOrders)
            table.of = "orders IN (SELECT id FROM orders WHERE run = ?1)";
        else if (has(table.columns, "reservation"))
            table.of = "reservation IN (SELECT id FROM reservation WHERE run = ?1)";
        if (!table.of.empty())
            all.push_back(std::move(table));
    }
    return all;
}

const MoveTables::Table* MoveTables::find(const std::string& name) {
    const auto found = std::ranges::find(tables_, name, &Table::name);
    return found == tables_.end() || !found->moves ? nullptr : &*found;
}

std::int64_t MoveTables::count(const RunId& run) {
    std::int64_t sum = 0;
    for (const Table& table : tables_) {
        if (!table.moves)
            continue;
        Statement rows(database_, ("SELECT count(*) FROM \"" + table.name + "\" WHERE " + table.of).c_str());
        sum += rows.bind(1, run.value).row() ? rows.integer(0) : 0;
    }
    return sum + static_cast<std::int64_t>(buyers_.ordersOf(run).size());
}

std::string MoveTables::head(const RunId& run) {
    return json::serialize(
        json::object{{"rows", count(run)}, {"tokenKey", readMeta(database_, "token_key")}});
}

/// Table 0 is the head, then the tables, then the buyers.
std::string MoveTables::part(const RunId& run, ExportAt at, ExportAt& next, bool& last) {
    last = false;
    next = {at.table + 1, 0};
    if (at.table == 0)
        return head(run);
    if (at.table <= tables_.size() && !tables_[at.table - 1].moves)
        return part(run, next, next, last);
    if (at.table <= tables_.size())
        return rows(tables_[at.table - 1], run, at, next);
    std::string text = buyerRows(run, at, next);
    last = next.table > at.table;
    return text;
}

std::string MoveTables::rows(const Table& table, const RunId& run, ExportAt at, ExportAt& next) {
    const std::string sql = "SELECT " + list(table.columns) + " FROM \"" + table.name + "\" WHERE " +
                            table.of + (table.rowIds ? " ORDER BY rowid" : "") + " LIMIT -1 OFFSET ?2";
    Statement found(database_, sql.c_str());
    found.bind(1, run.value).bind(2, at.row);
    const auto time = timeIn(table.columns);
    json::array all;
    std::size_t bytes = 0;
    bool more = false;
    while (found.row()) {
        if (bytes >= partBytes) {
            more = true;
            break;
        }
        json::array row;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            row.push_back(valueOf(found, static_cast<int>(i)));
            bytes += row.back().is_string() ? row.back().get_string().size() + 3 : 12;
        }
        if (time && row[time->mono].to_number<std::int64_t>() != 0) {
            const std::int64_t left = row[time->wall].to_number<std::int64_t>() - now_.wallMs;
            const bool sameBoot = row[time->boot].get_string() == boot_;
            row[time->mono] = sameBoot ? row[time->mono].to_number<std::int64_t>() - now_.monoMs : left;
            row[time->wall] = row[time->mono];
            row[time->boot] = "left";
        }
        all.push_back(std::move(row));
    }
    if (more)
        next = {at.table, at.row + static_cast<std::int64_t>(all.size())};
    return json::serialize(json::object{
        {"table", table.name}, {"columns", json::value_from(table.columns)}, {"rows", std::move(all)}});
}

std::string MoveTables::buyerRows(const RunId& run, ExportAt at, ExportAt& next) {
    const auto orders = buyers_.ordersOf(run);
    const auto end = std::min<std::int64_t>(at.row + buyersAtOnce, static_cast<std::int64_t>(orders.size()));
    json::array all;
    for (std::int64_t i = at.row; i < end; ++i) {
        const OrderPlace& place = orders[static_cast<std::size_t>(i)];
        all.push_back(json::array{place.row, buyers_.give(place)});
    }
    if (end < static_cast<std::int64_t>(orders.size()))
        next = {at.table, end};
    return json::serialize(json::object{{"table", buyersTable}, {"rows", std::move(all)}});
}

Result<std::string> MoveTables::take(const RunId& run, const std::vector<std::string>& parts) {
    database_.execute("SAVEPOINT moving");
    erase(run);
    Result<void> done{};
    for (std::size_t i = 0; i < parts.size() && done; ++i)
        done = takePart(run, parts[i]);
    if (done && taken_ != wanted_)
        done = fail(ErrorCode::BadFormat, std::to_string(taken_) + " rows of " + std::to_string(wanted_));
    if (done && !database_.ok())
        done = fail(ErrorCode::BadFormat, database_.problem());
    if (!done) {
        database_.forget(); // of the rows that were refused; the savepoint undoes them
        database_.execute("ROLLBACK TO moving");
    }
    database_.execute("RELEASE moving");
    if (!done)
        return done.error();
    return tokenKey_;
}

Result<void> MoveTables::takePart(const RunId& run, const std::string& text) {
    json::error_code error;
    const json::value value = json::parse(text, error);
    const json::object* part = error ? nullptr : value.if_object();
    const json::value* count = part ? part->if_contains("rows") : nullptr;
    if (count && count->is_int64() && wanted_ < 0) {
        wanted_ = count->get_int64();
        const json::value* key = part->if_contains("tokenKey");
        tokenKey_ = key && key->is_string() ? std::string(key->get_string()) : std::string();
        return {};
    }
    const json::array* all = count ? count->if_array() : nullptr;
    const json::value* named = all ? part->if_contains("table") : nullptr;
    if (!named || !named->is_string())
        return fail(ErrorCode::BadFormat, "a part of a run");
    const std::string name(named->get_string());
    if (name == buyersTable)
        return takeBuyers(*all);
    const Table* table = find(name);
    const json::value* columnsIn = part->if_contains("columns");
    if (!table || !columnsIn || *columnsIn != json::value_from(table->columns))
        return fail(ErrorCode::VersionMismatch, "this server has no such table: " + name);
    return takeRows(*table, run, *all);
}

Result<void> MoveTables::takeRows(const Table& table, const RunId& run, const json::array& all) {
    std::vector<std::string> columns = table.columns;
    const bool orders = table.name == "orders";
    if (orders)
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(at(columns, "id")));
    std::string places;
    for (std::size_t i = 0; i < columns.size(); ++i)
        places += (i == 0 ? "?" : ",?") + std::to_string(i + 1);
    Statement insert(
        database_,
        ("INSERT INTO \"" + table.name + "\"(" + list(columns) + ") VALUES(" + places + ")").c_str());
    for (const json::value& one : all) {
        const json::array* row = one.if_array();
        if (!row || row->size() != table.columns.size())
            return fail(ErrorCode::BadFormat, table.name);
        auto values = ours(table, run, *row);
        if (!values)
            return values.error();
        const std::int64_t before =
            orders ? values->at(at(table.columns, "id")).to_number<std::int64_t>() : 0;
        int place = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (!orders || table.columns[i] != "id")
                bind(insert, ++place, values->at(i));
        }
        insert.run();
        if (orders)
            orders_[before] = {database_.lastRow(),
                               OrderNumber{std::string(values->at(at(table.columns, "number")).as_string())}};
        ++taken_;
    }
    return {};
}

/// A row as it stands in this store: its own order rows, its own clock.
Result<json::array> MoveTables::ours(const Table& table, const RunId& run, json::array row) {
    if (has(table.columns, "run") && row[at(table.columns, "run")] != json::value(run.value))
        return fail(ErrorCode::BadFormat, table.name + ": of another run");
    if (table.ofOrders) {
        json::value& order = row[at(table.columns, "orders")];
        const auto found = order.is_int64() ? orders_.find(order.get_int64()) : orders_.end();
        if (found == orders_.end())
            return fail(ErrorCode::BadFormat, table.name + ": of no order");
        order = found->second.row;
    }
    const auto time = timeIn(table.columns);
    if (time && row[time->boot] == json::value("left") && row[time->mono].is_int64()) {
        const std::int64_t left = row[time->mono].get_int64();
        row[time->wall] = now_.wallMs + left;
        row[time->mono] = now_.monoMs + left;
        row[time->boot] = json::string(boot_);
    }
    return row;
}

void MoveTables::bind(Statement& statement, int place, const json::value& value) {
    if (value.is_int64())
        statement.bind(place, value.get_int64());
    else if (value.is_string())
        statement.bind(place, std::string_view(value.get_string().data(), value.get_string().size()));
    else
        statement.null(place);
}

Result<void> MoveTables::takeBuyers(const json::array& all) {
    for (const json::value& one : all) {
        const json::array* row = one.if_array();
        const bool whole = row && row->size() == 2 && (*row)[0].is_int64() && (*row)[1].is_string();
        const auto order = whole ? orders_.find((*row)[0].get_int64()) : orders_.end();
        if (order == orders_.end() || !buyers_.take(order->second, std::string((*row)[1].get_string())))
            return fail(ErrorCode::BadFormat, "a buyer");
        ++taken_;
    }
    return {};
}

void MoveTables::erase(const RunId& run) {
    eraseBuyers(run);
    const auto remove = [&](const Table& table) {
        Statement(database_, ("DELETE FROM \"" + table.name + "\" WHERE " + table.of).c_str())
            .bind(1, run.value)
            .run();
    };
    Statement(database_, "DELETE FROM place WHERE run=?1").bind(1, run.value).run();
    // What points at rows goes before them.
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
        if (!has(table->columns, "run"))
            remove(*table);
    }
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
        if (has(table->columns, "run"))
            remove(*table);
    }
}

void MoveTables::eraseBuyers(const RunId& run) {
    for (const OrderPlace& place : buyers_.ordersOf(run))
        buyers_.erase(place);
}

} // namespace vitrina::server
