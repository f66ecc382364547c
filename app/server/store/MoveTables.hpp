// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "base/Result.hpp"
#include "server/store/BuyerTables.hpp"
#include "server/store/Database.hpp"
#include "server/store/MoveJobs.hpp"

#include <boost/json/array.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vitrina::server {

/// A run's rows as text that another store can take: every table with a column `run`, and what hangs on the
/// run's orders and checkouts, by the columns that the file has. Buyers' data are unsealed on the way out and
/// sealed with the other store's key on the way in; times that run out go as what is left of them. One
/// thread, within a transaction of the caller's.
class MoveTables {
  public:
    MoveTables(Database& database, BuyerTables& buyers, Instant now, std::string boot);

    std::int64_t count(const RunId& run);
    /// The first part says how many rows there are and with what key viewers' tokens are signed.
    std::string part(const RunId& run, ExportAt at, ExportAt& next, bool& last);

    /// Takes all parts; what was held of the run before is deleted. The rest of the transaction stands when
    /// this fails. Gives the key of the other's tokens.
    Result<std::string> take(const RunId& run, const std::vector<std::string>& parts);
    void erase(const RunId& run);
    /// Of a run that has gone.
    void eraseBuyers(const RunId& run);

  private:
    struct Table {
        std::string name;
        std::vector<std::string> columns; ///< without a row number of its own
        std::string of;                   ///< the rows of a run, with ?1 for it
        bool rowIds = true;
        bool moves = true;     ///< false: sealed for this store alone
        bool ofOrders = false; ///< its column `orders` is an order's row
    };

    std::vector<Table> tables();
    const Table* find(const std::string& name);
    std::string head(const RunId& run);
    std::string rows(const Table& table, const RunId& run, ExportAt at, ExportAt& next);
    std::string buyerRows(const RunId& run, ExportAt at, ExportAt& next);
    Result<void> takePart(const RunId& run, const std::string& text);
    Result<void> takeRows(const Table& table, const RunId& run, const boost::json::array& all);
    Result<void> takeBuyers(const boost::json::array& all);
    Result<boost::json::array> ours(const Table& table, const RunId& run, boost::json::array row);
    static void bind(Statement& statement, int place, const boost::json::value& value);

    Database& database_;
    BuyerTables& buyers_;
    Instant now_;
    std::string boot_;
    std::vector<Table> tables_;
    std::map<std::int64_t, OrderPlace> orders_; ///< of the other's rows: ours
    std::int64_t taken_ = 0;
    std::int64_t wanted_ = -1;
    std::string tokenKey_;
};

} // namespace vitrina::server
