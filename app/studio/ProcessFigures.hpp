// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitrina::studio {

/// This process in figures, from /proc. 0 where the kernel does not tell.
std::int64_t residentMb();
std::int64_t msSinceProcessStart();

} // namespace vitrina::studio
