// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Writer.hpp"

namespace vitrina::server {

/// Prepared once; a batch only binds and steps.
struct Writer::Statements {
    explicit Statements(Database& database)
        : orderByKey(database,
                     "SELECT id, number, hash, total, currency FROM orders WHERE viewer=?1 AND key=?2"),
          linesOfOrder(database, "SELECT sku, quantity, unit FROM order_line WHERE orders=?1 ORDER BY line"),
          sell(database,
               "UPDATE stock SET sold=sold+?3 WHERE run=?1 AND sku=?2 AND allocated-reserved-sold>=?3"),
          insertOrder(database,
                      "INSERT INTO orders(run, number, viewer, key, hash, total, currency, aired, at) "
                      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)"),
          insertLine(database,
                     "INSERT INTO order_line(orders, line, sku, quantity, unit) VALUES(?1,?2,?3,?4,?5)"),
          insertBuyer(database, "INSERT INTO buyer(orders, name, contact) VALUES(?1,?2,?3)"),
          messageByKey(database, "SELECT message, name, text FROM message WHERE viewer=?1 AND key=?2"),
          insertMessage(database, "INSERT INTO message(run, name, text, viewer, key, message, at) "
                                  "VALUES(?1,?2,?3,?4,?5,?6,?7)"),
          insertRecord(database, "INSERT INTO record(run, origin, seq, json) VALUES(?1,?2,?3,?4)"),
          insertRequest(database, "INSERT OR IGNORE INTO request(run, request) VALUES(?1,?2)"),
          correct(database, "UPDATE stock SET allocated=allocated+?3 WHERE run=?1 AND sku=?2 "
                            "AND allocated+?3>=reserved+sold"),
          addMinute(database,
                    "INSERT INTO rollup_minute VALUES(?1,?2,?3,?4,?5,?6) ON CONFLICT(run, minute, kind) DO "
                    "UPDATE SET count=count+?4, units=units+?5, amount=amount+?6"),
          addSku(database, "INSERT INTO rollup_sku VALUES(?1,?2,?3,?4,?5) ON CONFLICT(run, sku) DO "
                           "UPDATE SET orders=orders+?3, units=units+?4, amount=amount+?5") {}

    Statement orderByKey;
    Statement linesOfOrder;
    Statement sell;
    Statement insertOrder;
    Statement insertLine;
    Statement insertBuyer;
    Statement messageByKey;
    Statement insertMessage;
    Statement insertRecord;
    Statement insertRequest;
    Statement correct;
    Statement addMinute;
    Statement addSku;
};

} // namespace vitrina::server
