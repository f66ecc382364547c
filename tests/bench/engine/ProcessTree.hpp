// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace vitrina::bench {

struct TreeUse {
    double cpuSeconds = 0.0; ///< of this process and its children that live, since each began
    std::int64_t pssKb = 0;
};

/// This process and all below it, except the subtrees of the two helpers (a virtual display, a server to
/// publish to) that stand for somebody else's machine.
TreeUse measureTree(int exceptPid, int exceptPid2);

} // namespace vitrina::bench
