// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "server/Options.hpp"

namespace vitrina::server {

/// Erases the buyers whose time is over in a folder that no server serves any more, as one that serves does
/// by itself: a look that finds them over, and another an hour later at the earliest. Blocks. PortInUse: a
/// server does.
Result<void> sweepFolder(const Options& options);

} // namespace vitrina::server
