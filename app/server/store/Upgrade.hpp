// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Database.hpp"

namespace vitrina::server {

/// Brings the tables of a file of version `from` to the present one (Schema.hpp), in one transaction; a new
/// file gets them. What fails is the database's problem(), and nothing is changed.
void upgradeStore(Database& database, int from);

} // namespace vitrina::server
