// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "protocol/ServerLock.hpp"

#include <string>

namespace vitrina::link {

/// Reads DIR/server.lock. FileMissing: no server has run here; BadFormat, FileUnreadable. Refused
/// (NotAuthorised) when others than its owner may read it, for then its secret is none.
Result<protocol::ServerLock> readServerLock(const std::string& dataFolder);

} // namespace vitrina::link
