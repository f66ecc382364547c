// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statements.hpp"

#include <algorithm>

/// The part of the writer that lets go of buyers when their time is over.
namespace vitrina::server {

namespace {

constexpr std::int64_t dayMs = 24 * 3'600'000;
/// How far apart two looks at the clock have to be before what can't be undone is done: a machine that starts
/// with a wrong clock has had it put right by then.
constexpr std::int64_t agreeAfterMs = 3'600'000;

std::vector<RunId> runsWithBuyers(Database& database) {
    Statement rows(database, "SELECT DISTINCT orders.run FROM sealed_buyer JOIN orders ON orders.id = "
                             "sealed_buyer.orders");
    std::vector<RunId> runs;
    while (rows.row())
        runs.push_back({rows.text(0)});
    return runs;
}

/// When something last happened with the orders of a run. Files of before know it by orders and words only.
std::int64_t lifeMs(Database& database, const RunId& run) {
    Statement row(database, "SELECT coalesce((SELECT at FROM kept WHERE run=?1), max("
                            "coalesce((SELECT max(at) FROM orders WHERE run=?1), 0), "
                            "coalesce((SELECT max(buyer_word.at) FROM buyer_word JOIN orders ON orders.id = "
                            "buyer_word.orders WHERE orders.run=?1), 0)))");
    return row.bind(1, run.value).row() ? row.integer(0) : 0;
}

void keepFrom(Database& database, const RunId& run, std::int64_t atMs) {
    Statement row(database, "INSERT INTO kept(run, at) VALUES(?1,?2) ON CONFLICT(run) DO UPDATE SET at=?2");
    row.bind(1, run.value).bind(2, atMs).run();
}

} // namespace

void Writer::noteLife(const RunId& run) {
    if (run == state_.run)
        lively_ = true;
    else
        keepFrom(*database_, run, now_.wallMs);
}

void Writer::writeLife() {
    if (std::exchange(lively_, false))
        keepFrom(*database_, state_.run, now_.wallMs);
}

bool Writer::buyersDue(const RunId& run, std::int64_t keepMs) {
    // A run that nobody has ended is over when nothing has happened in it for as long, a day at least.
    const bool open = run == state_.run && state_.phase != Phase::Ended;
    const std::int64_t life = lifeMs(*database_, run);
    if (life > now_.wallMs + dayMs)
        keepFrom(*database_, run, now_.wallMs); // by a clock that was wrong then: from now, not for years
    return now_.wallMs - life >= (open ? std::max(keepMs, dayMs) : keepMs);
}

/// True when an earlier look found the same; else this one is noted.
bool Writer::secondVerdict(const RunId& run) {
    Statement row(*database_, "SELECT wall, mono, boot FROM sweep_verdict WHERE run=?1");
    if (!row.bind(1, run.value).row()) {
        Statement note(*database_, "INSERT INTO sweep_verdict(run, wall, mono, boot) VALUES(?1,?2,?3,?4)");
        note.bind(1, run.value).bind(2, now_.wallMs).bind(3, now_.monoMs).bind(4, boot_).run();
        return false;
    }
    const bool sameBoot = row.text(2) == boot_;
    const std::int64_t since = sameBoot ? now_.monoMs - row.integer(1) : now_.wallMs - row.integer(0);
    return since >= agreeAfterMs;
}

void Writer::work(SweepBuyers& job) {
    forgetNetworks();
    for (const RunId& run : runsWithBuyers(*database_)) {
        const bool due = buyersDue(run, job.keepMs);
        if (due && !secondVerdict(run))
            continue;
        Statement forget(*database_, "DELETE FROM sweep_verdict WHERE run=?1");
        forget.bind(1, run.value).run();
        if (due)
            eraseAll(buyers_->ordersOf(run));
    }
}

} // namespace vitrina::server
