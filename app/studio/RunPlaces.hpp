// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "record/Record.hpp"

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vitrina::studio {

/// At which server a run has been at each of its epochs: the host, empty for this computer. Written before
/// the record that decides, so that after a kill the journal's epoch finds its server.
using RunPlaces = std::map<std::uint64_t, std::string>;

/// Of another run, or not there: empty.
RunPlaces readRunPlaces(const QString& path, const RunId& run);
/// FileUnwritable.
Result<void> writeRunPlaces(const QString& path, const RunId& run, const RunPlaces& places);
/// How often the run has moved, by its records.
std::uint64_t epochOf(const std::vector<record::Record>& records);

} // namespace vitrina::studio
