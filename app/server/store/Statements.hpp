// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Writer.hpp"

namespace vitrina::server {

/// Prepared once; a batch only binds and steps.
struct Writer::Statements {
    explicit Statements(Database& database)
        : orderByKey(database,
                     "SELECT id, number, hash, total, currency, state, way, region, delivery, payment "
                     "FROM orders WHERE wish=?3 AND viewer=?1 AND key=?2"),
          orderByNumber(database, "SELECT id FROM orders WHERE number=?1"),
          linesOfOrder(database,
                       "SELECT sku, quantity, unit, offer FROM order_line WHERE orders=?1 ORDER BY line"),
          move(database, "UPDATE stock SET reserved=reserved+?3, sold=sold+?4 WHERE run=?1 AND sku=?2 "
                         "AND reserved+?3>=0 AND sold+?4>=0 AND allocated-reserved-sold>=?3+?4"),
          insertOrder(database,
                      "INSERT INTO orders(run, number, viewer, key, hash, total, currency, aired, at, state, "
                      "way, region, delivery, payment, reservation, network, wish) "
                      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)"),
          insertLine(database, "INSERT INTO order_line(orders, line, sku, quantity, unit, offer) "
                               "VALUES(?1,?2,?3,?4,?5,?6)"),
          checkoutByKey(database, "SELECT id, hash FROM reservation WHERE viewer=?1 AND key=?2"),
          checkoutById(database, "SELECT 1 FROM reservation WHERE id=?1 AND viewer=?2"),
          insertCheckout(database, "INSERT INTO reservation(id, run, viewer, key, hash, expires, mono, boot, "
                                   "network, lasts) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)"),
          insertCheckoutLine(database,
                             "INSERT INTO reservation_line(reservation, line, sku, quantity, unit, offer) "
                             "VALUES(?1,?2,?3,?4,?5,?6)"),
          extendCheckout(database,
                         "UPDATE reservation SET expires=?2, mono=?3, boot=?4, lasts=?5, extended=1 "
                         "WHERE id=?1 AND ended=0 AND extended=0"),
          keepCheckoutDue(database, "UPDATE reservation SET mono=?2, boot=?3 WHERE id=?1 AND boot<>?3"),
          endCheckout(database, "UPDATE reservation SET ended=?2 WHERE id=?1 AND ended=0"),
          startOffer(database,
                     "INSERT INTO offer(run, offer, fact, ends, mono, boot, pieces, first) "
                     "VALUES(?1,?2,?3,?4,?5,?6,?7,?8) "
                     "ON CONFLICT(run, offer) DO UPDATE SET fact=?3, ends=?4, mono=?5, boot=?6, pieces=?7, "
                     "ended=0"),
          keepOfferDue(database, "UPDATE offer SET mono=?3, boot=?4 WHERE run=?1 AND offer=?2 AND boot<>?4 "
                                 "AND mono<>0 AND ended=0"),
          extendOffer(database, "UPDATE offer SET ends=?3, mono=?4, boot=?5 WHERE run=?1 AND offer=?2"),
          endOffer(database, "UPDATE offer SET ended=?3 WHERE run=?1 AND offer=?2 AND ended=0"),
          countOffer(database, "UPDATE offer SET taken=taken+?3, bought=bought+?4 WHERE run=?1 AND offer=?2"),
          useOffer(database, "INSERT INTO offer_use(run, offer, viewer, pieces) VALUES(?1,?2,?3,?4) "
                             "ON CONFLICT(run, offer, viewer) DO UPDATE SET pieces=?4"),
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
    Statement orderByNumber;
    Statement linesOfOrder;
    Statement move;
    Statement insertOrder;
    Statement insertLine;
    Statement checkoutByKey;
    Statement checkoutById;
    Statement insertCheckout;
    Statement insertCheckoutLine;
    Statement extendCheckout;
    Statement keepCheckoutDue;
    Statement endCheckout;
    Statement startOffer;
    Statement keepOfferDue;
    Statement extendOffer;
    Statement endOffer;
    Statement countOffer;
    Statement useOffer;
    Statement messageByKey;
    Statement insertMessage;
    Statement insertRecord;
    Statement insertRequest;
    Statement correct;
    Statement addMinute;
    Statement addSku;
};

} // namespace vitrina::server
