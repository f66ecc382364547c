// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace vitrina::test {

/// How many times to do what a test does many times over: VITRINA_ROUNDS with packaging/test --long.
inline int rounds(int usual) {
    const char* wanted = std::getenv("VITRINA_ROUNDS");
    return wanted ? std::atoi(wanted) : usual;
}

} // namespace vitrina::test
