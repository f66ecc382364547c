// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ErrorCode.hpp"
#include "base/Id.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// A run's moving to another server (link.md), as jobs of the store's writer; see Store.hpp.
namespace vitrina::server {

/// Where a run is served, as this store knows it.
enum class Place {
    None,
    Here,
    Leaving, ///< closed, but this ledger is the truth
    Gone,    ///< served elsewhere: this is an old copy
    Arrived, ///< a whole copy, which sells nothing until the studio greets it
};

/// A place in a run's tables; the next part begins there.
struct ExportAt {
    std::size_t table = 0;
    std::int64_t row = 0;
};

struct MoveAnswer {
    ErrorCode error = ErrorCode::None;
    std::string detail;
    std::int64_t rows = 0; ///< of the run, in all
    std::string part;
    ExportAt next;
    bool last = false;
};

/// Closes the run. ShowMoved: it is not here at this epoch. Closed already: the same again.
struct LeaveRun {
    RunId run;
    std::uint64_t epoch = 0;
    std::function<void(const MoveAnswer&)> done;
    MoveAnswer answer{};
};
/// WrongPhase: it is not leaving.
struct ExportRun {
    RunId run;
    ExportAt at;
    std::function<void(const MoveAnswer&)> done;
    MoveAnswer answer{};
};
/// All of it or nothing. ShowMoved: the run is here, or gone, at that epoch or a higher one. BadFormat,
/// VersionMismatch: parts that are none, are not all of them, or of a store that this one does not know.
struct ImportRun {
    RunId run;
    std::uint64_t epoch = 0;
    std::vector<std::string> parts;
    std::function<void(const MoveAnswer&)> done;
    MoveAnswer answer{};
};
/// The run is served at `url` from now on; what is held of its buyers is wiped.
struct NoteMoved {
    RunId run;
    std::uint64_t epoch = 0;
    std::string url;
    std::function<void(const MoveAnswer&)> done;
    MoveAnswer answer{};
};

} // namespace vitrina::server
