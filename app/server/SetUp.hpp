// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Options.hpp"

#include <string>
#include <vector>

namespace vitrina::server {

inline constexpr int publicPort = 443;
inline constexpr int proxiedPort = 8'080;
inline constexpr int studioPort = 8'444;
inline constexpr const char* publicDataFolder = "/var/lib/vitrina";

/// `vitrina-server setup …`: writes what a server that stands elsewhere is called and where it listens
/// (DIR/setup.json), makes its key, and gives the pairing code for a studio. May be called again for a new
/// code; a server that runs on the folder takes it at once. BadRequest, FileUnwritable.
Result<std::string> setUpServer(const std::vector<std::string>& arguments, std::int64_t wallMs);

/// Puts what setup.json says into the options; nothing when there is none. FileDamaged.
Result<void> readSetUp(Options& options);

} // namespace vitrina::server
