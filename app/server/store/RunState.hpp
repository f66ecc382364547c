// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "commerce/Shelf.hpp"
#include "server/store/Database.hpp"
#include "server/store/MoveJobs.hpp"
#include "server/store/PageView.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace vitrina::server {

/// The writer's picture of the run it serves, so that a decision needs no reading; the tables hold the same,
/// and a batch that fails throws this away and reads it again.
struct RunState {
    struct Checkout {
        commerce::Reservation reservation;
        std::int64_t dueMs = 0;   ///< on the monotonic clock of this boot
        std::int64_t network = 0; ///< its address's mark; 0: not known
        std::int64_t lastsMs = 0; ///< from its beginning to dueMs
    };

    ShowId show;
    RunId run;           ///< empty: no run yet
    std::string prefix;  ///< of its order numbers
    bool opened = false; ///< the shop is known
    bool rehearsal = false;
    Phase phase = Phase::Waiting;
    bool chatOpen = true;
    std::uint64_t serverSeq = 0;
    std::uint64_t studioSeq = 0;
    std::uint64_t studioAck = 0;
    std::int64_t orders = 0;
    std::int64_t peak = 0;
    AiredId onAir;
    Place place = Place::Here;
    std::uint64_t epoch = 0;
    std::string movedTo; ///< address of the pages where it has gone
    commerce::Shelf shelf;
    std::map<ReservationId, Checkout> checkouts;          ///< that are open
    std::map<ViewerId, ReservationId> checkoutOf;         ///< the same, by their viewers
    std::set<std::pair<std::int64_t, ReservationId>> due; ///< the same, the next to run out first
};

/// Nothing when the run is not in the tables. What runs out is due by the monotonic clock while the machine
/// has not been started anew, else by the wall clock, and never later than it could have been; the caller
/// writes that down, so that the next start does not ask the wall clock again.
std::optional<RunState> loadRun(Database& database, const RunId& run, const Clock& clock);
/// What a run sells, or sold, and under what terms.
commerce::Catalogue catalogueOf(Database& database, const RunId& run);
/// The columns that change with every batch.
void saveRun(Database& database, const RunState& state);
RunState beginRun(Database& database, const ShowId& show, const RunId& run);
/// What a page that joins is shown, from the tables.
PageView loadView(Database& database, const RunState& state);

std::string readMeta(Database& database, const char* key);
void writeMeta(Database& database, const char* key, const std::string& value);

/// `count` characters of an alphabet without look-alikes, from the kernel's randomness.
std::string randomLetters(std::size_t count);

} // namespace vitrina::server
