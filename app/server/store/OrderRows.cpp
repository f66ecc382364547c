// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderRows.hpp"

namespace vitrina::server {

std::optional<OrderRow> readOrder(Database& database, const OrderNumber& number) {
    Statement row(database,
                  "SELECT id, run, viewer, total, currency, at, state, refunded, restocked, way, region, "
                  "delivery, payment, paid FROM orders WHERE number=?1");
    if (!row.bind(1, number.value).row())
        return std::nullopt;
    OrderRow found;
    found.place = {row.integer(0), number};
    found.run.value = row.text(1);
    found.order = {number, ViewerId{row.text(2)}, {}, Money{row.integer(3), row.text(4)}};
    found.order.delivery = {row.text(9), row.text(10), row.integer(11),
                            static_cast<commerce::PaymentWay>(row.integer(12))};
    found.atMs = row.integer(5);
    found.standing = {static_cast<commerce::OrderState>(row.integer(6)), row.integer(7), row.integer(8) != 0,
                      row.integer(13) != 0};
    Statement lines(database,
                    "SELECT sku, quantity, unit, offer FROM order_line WHERE orders=?1 ORDER BY line");
    lines.bind(1, found.place.row);
    while (lines.row())
        found.order.lines.push_back(
            {Sku{lines.text(0)}, lines.integer(1), lines.integer(2), OfferId{lines.text(3)}});
    return found;
}

std::vector<OrderNumber> ordersUnder(Database& database, const RunId& run, const OfferId& offer,
                                     std::int64_t sinceMs) {
    Statement rows(
        database, "SELECT number FROM orders WHERE run=?1 AND id >= (SELECT min(id) FROM orders WHERE run=?1 "
                  "AND at>=?2) AND EXISTS (SELECT 1 FROM order_line WHERE orders = id AND offer=?3) "
                  "ORDER BY id");
    rows.bind(1, run.value).bind(2, sinceMs).bind(3, offer.value);
    std::vector<OrderNumber> numbers;
    while (rows.row())
        numbers.push_back({rows.text(0)});
    return numbers;
}

void writeStanding(Database& database, const OrderRow& order) {
    Statement row(database, "UPDATE orders SET state=?2, refunded=?3, restocked=?4, paid=?5 WHERE id=?1");
    row.bind(1, order.place.row)
        .bind(2, static_cast<std::int64_t>(order.standing.state))
        .bind(3, order.standing.refundedMinor)
        .bind(4, std::int64_t(order.standing.restocked))
        .bind(5, std::int64_t(order.standing.paid))
        .run();
}

} // namespace vitrina::server
