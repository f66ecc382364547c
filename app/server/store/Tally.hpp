// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"

#include <cstdint>
#include <string>

namespace vitrina::server {

class Database;

/// What the tables themselves hold of one run, summed over the orders and messages, not read off any rollup:
/// the second of three counts after an unattended show.
struct Tally {
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;
    std::int64_t oversold = 0; ///< pieces sold and not put back beyond the allocation, over all SKUs
};

/// Reads only; may run beside a serving server. FileMissing, NotFound (no such run), Internal.
Result<Tally> tallyRun(const std::string& dataFolder, const RunId& run);
/// The same of a store that is open.
Result<Tally> tallyOf(Database& database, const RunId& run);
std::string tallyJson(const Tally& tally);

} // namespace vitrina::server
