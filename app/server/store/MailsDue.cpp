// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderRows.hpp"
#include "server/store/Writer.hpp"

#include <map>

/// The part of the writer that remembers which orders are to be confirmed by mail.
namespace vitrina::server {

namespace {

void forget(Database& database, std::int64_t row) {
    Statement gone(database, "DELETE FROM mail_due WHERE orders=?1");
    gone.bind(1, row).run();
}

} // namespace

void Writer::noteMailDue(const OrderNumber& order, const std::string& contact) {
    if (!confirmByMail_ || contact.find('@') == std::string::npos)
        return;
    Statement row(*database_, "INSERT INTO mail_due(orders) SELECT id FROM orders WHERE number=?1");
    row.bind(1, order.value).run();
}

/// An order whose buyer is erased is due no more.
void Writer::work(AskMailsDue& job) {
    std::vector<std::pair<std::int64_t, OrderNumber>> due;
    {
        Statement rows(*database_, "SELECT orders.id, orders.number FROM mail_due JOIN orders ON orders.id = "
                                   "mail_due.orders ORDER BY orders.id LIMIT ?1");
        rows.bind(1, static_cast<std::int64_t>(job.most));
        while (rows.row())
            due.emplace_back(rows.integer(0), OrderNumber{rows.text(1)});
    }
    std::map<RunId, std::shared_ptr<const commerce::ShopOpened>> shops;
    for (const auto& [row, number] : due) {
        const auto order = readOrder(*database_, number);
        const auto buyer = order ? buyers_->find(order->place) : std::nullopt;
        if (!buyer) {
            forget(*database_, row);
            continue;
        }
        auto& shop = shops[order->run];
        if (!shop) {
            const auto other =
                order->run == state_.run ? std::nullopt : loadRun(*database_, order->run, clock_);
            shop = std::make_shared<commerce::ShopOpened>(loadView(*database_, other ? *other : state_).shop);
        }
        job.answer.push_back({order->order, buyer->contact, shop});
    }
}

void Writer::work(MailTaken& job) {
    if (const auto order = readOrder(*database_, job.order))
        forget(*database_, order->place.row);
}

} // namespace vitrina::server
