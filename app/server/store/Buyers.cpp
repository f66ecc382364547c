// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BuyerExport.hpp"
#include "server/store/OrderRows.hpp"
#include "server/store/PhoneForms.hpp"
#include "server/store/Statements.hpp"

#include <algorithm>

/// The part of the writer that keeps personal data, tells the studio of it, and erases it.
namespace vitrina::server {

namespace {

/// More than a page of any list; the studio asks for what it shows.
constexpr std::size_t mostAsked = 500;

} // namespace

void Writer::work(AskBuyers& job) {
    for (std::size_t i = 0; i < std::min(job.orders.size(), mostAsked); ++i) {
        const auto order = readOrder(*database_, job.orders[i]);
        auto buyer = order ? buyers_->find(order->place) : std::nullopt;
        if (!buyer)
            continue;
        protocol::BuyerOf told{order->place.number,
                               std::move(buyer->name),
                               std::move(buyer->contact),
                               std::move(buyer->phone),
                               std::move(buyer->address),
                               std::move(buyer->note),
                               {},
                               {}};
        if (order->order.delivery.payment == commerce::PaymentWay::Transfer)
            told.reference = order->place.number.value;
        for (OrderNote& note : buyers_->words(order->place))
            told.words.push_back({note.atMs, note.shop ? "shop" : "buyer", std::move(note.text)});
        job.answer.push_back(std::move(told));
    }
}

void Writer::work(ExportBuyer& job) {
    job.answer = exportBuyer(*database_, *buyers_, job.order);
}

/// A receipt for each run that had orders of the buyer, in that run's own journal.
void Writer::eraseAll(const std::vector<OrderPlace>& orders) {
    std::map<RunId, commerce::BuyerErased> receipts;
    for (const OrderPlace& place : orders) {
        buyers_->erase(place);
        if (const auto order = readOrder(*database_, place.number))
            receipts[order->run].orders.push_back(place.number);
    }
    for (auto& [run, receipt] : receipts)
        writeInto(run, commerce::Fact(std::move(receipt)));
    wipe_ = wipe_ || !orders.empty();
}

ErrorCode Writer::perform(const commerce::EraseBuyer& wish, Answered&) {
    const auto order = readOrder(*database_, wish.number);
    if (!order)
        return ErrorCode::NotFound;
    eraseAll(buyers_->ordersLike(
        order->place,
        callingCode(state_.shelf.catalogue.terms))); // None: erased before, and its receipt is written.
    return ErrorCode::None;
}

void Writer::writeInto(const RunId& run, record::Fact fact) {
    if (run == state_.run) {
        write(std::move(fact));
        return;
    }
    Statement row(*database_, "SELECT show, server_seq, studio_seq FROM run WHERE run=?1");
    if (!row.bind(1, run.value).row())
        return;
    const auto seq = static_cast<std::uint64_t>(row.integer(1)) + 1;
    const record::Record record{ShowId{row.text(0)},
                                run,
                                record::Origin::Server,
                                seq,
                                static_cast<std::uint64_t>(row.integer(2)),
                                now_,
                                boot_,
                                std::move(fact)};
    const std::string json = record::encodeRecord(record);
    statements_->insertRecord.bind(1, run.value)
        .bind(2, std::int64_t(record::Origin::Server))
        .bind(3, static_cast<std::int64_t>(seq))
        .bind(4, json)
        .run();
    Statement count(*database_, "UPDATE run SET server_seq=?2 WHERE run=?1");
    count.bind(1, run.value).bind(2, static_cast<std::int64_t>(seq)).run();
}

} // namespace vitrina::server
