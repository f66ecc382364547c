// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/Placement.hpp"

#include <obs.h>

namespace vitrina::engine::obs {

/// Renders the source as it is looked at, its seen part at 0,0. What is cut off lies outside of that: the
/// caller's projection clips it. Graphics thread.
void drawLook(obs_source_t* source, const Turn& turn);

} // namespace vitrina::engine::obs
