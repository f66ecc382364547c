// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

#include <algorithm>
#include <vector>

/// The part of the writer that counts who is fast. The counts live in memory; what they are made of stands in
/// orders and reservations, so that a restart forgets nothing. An address is kept as a keyed mark, and that
/// only for as long as it counts.
namespace vitrina::server {

namespace {

struct Past {
    ViewerId viewer;
    std::int64_t network = 0;
    std::int64_t pieces = 0;
    std::int64_t atMs = 0; ///< by the wall clock
};

/// Orders since a moment, oldest first.
std::vector<Past> ordersSince(Database& database, std::int64_t sinceMs) {
    Statement rows(database, "SELECT viewer, network, at FROM orders ORDER BY id DESC");
    std::vector<Past> past;
    while (rows.row() && rows.integer(2) > sinceMs)
        past.push_back({ViewerId{rows.text(0)}, rows.integer(1), 0, rows.integer(2)});
    std::ranges::reverse(past);
    return past;
}

std::vector<Past> expiredSince(Database& database, std::int64_t sinceMs) {
    Statement rows(database, "SELECT viewer, network, expires, sum(quantity) FROM reservation JOIN "
                             "reservation_line ON reservation_line.reservation = reservation.id "
                             "WHERE ended=?1 AND expires>?2 GROUP BY reservation.id ORDER BY expires");
    rows.bind(1, static_cast<std::int64_t>(commerce::ReservationEnd::Expired)).bind(2, sinceMs);
    std::vector<Past> past;
    while (rows.row())
        past.push_back({ViewerId{rows.text(0)}, rows.integer(1), rows.integer(3), rows.integer(2)});
    return past;
}

} // namespace

std::int64_t Writer::networkMark(const std::string& address) {
    const commerce::VelocityLimits& limits = velocity_.limits();
    if (address.empty() || (limits.ordersPerNetwork == 0 && limits.expiredPieces == 0))
        return 0;
    if (network_.first != address)
        network_ = {address, std::max<std::int64_t>(1, buyers_->mark("network " + address) & INT64_MAX)};
    return network_.second;
}

std::string Writer::networkName(std::int64_t mark) {
    return mark == 0 ? std::string() : std::to_string(mark);
}

void Writer::noteExpired(const RunState::Checkout& checkout) {
    const commerce::Reservation& reservation = checkout.reservation;
    velocity_.expired(reservation.viewer, networkName(checkout.network),
                      commerce::piecesOf(reservation.lines), checkout.dueMs);
}

void Writer::recallVelocity() {
    velocity_.forget();
    const commerce::VelocityLimits& limits = velocity_.limits();
    const Instant now = clock_.now();
    // By the age they have on the wall clock; one that was set back makes them as young as can be.
    const auto monoMs = [&](std::int64_t wallMs) {
        return now.monoMs - std::max<std::int64_t>(0, now.wallMs - wallMs);
    };
    if (limits.ordersPerNetwork > 0 || limits.ordersPerViewer > 0) {
        for (const Past& order :
             ordersSince(*database_, now.wallMs - std::max(limits.networkMs, limits.viewerMs)))
            velocity_.order(order.viewer, networkName(order.network), monoMs(order.atMs));
    }
    if (limits.expiredMost > 0 || limits.expiredPieces > 0) {
        for (const Past& checkout : expiredSince(*database_, now.wallMs - limits.expiredMs))
            velocity_.expired(checkout.viewer, networkName(checkout.network), checkout.pieces,
                              monoMs(checkout.atMs));
    }
}

/// Within the hour after they have stopped to count.
void Writer::forgetNetworks() {
    const commerce::VelocityLimits& limits = velocity_.limits();
    const std::string upto = readMeta(*database_, "networks_upto");
    const std::int64_t from = upto.empty() ? 0 : std::stoll(upto);
    Statement last(*database_, "SELECT max(id) FROM orders WHERE id>?1 AND at<=?2");
    last.bind(1, from).bind(2, now_.wallMs - limits.networkMs);
    const std::int64_t to = last.row() ? last.integer(0) : 0;
    last.reset();
    if (to > from) {
        Statement orders(*database_, "UPDATE orders SET network=0 WHERE id>?1 AND id<=?2 AND network<>0");
        orders.bind(1, from).bind(2, to).run();
        writeMeta(*database_, "networks_upto", std::to_string(to));
    }
    Statement checkouts(*database_,
                        "UPDATE reservation SET network=0 WHERE network<>0 AND ended<>0 AND expires<=?1");
    checkouts.bind(1, now_.wallMs - limits.expiredMs).run();
}

} // namespace vitrina::server
