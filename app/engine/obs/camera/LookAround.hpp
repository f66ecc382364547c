// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Surroundings.hpp"

namespace vitrina::engine::obs {

/// Looks at devices, display, networks and ports. A webcam that sleeps takes its time to answer: not for the
/// GUI thread.
Surroundings lookAround();

} // namespace vitrina::engine::obs
