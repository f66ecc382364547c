// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "stage/SoundWatch.hpp"
#include "ui/models/Needs.hpp"

#include <vector>

namespace vitrina::ui {

/// What the watch is to know of each meter: whose it is, and whether viewers can hear it.
std::vector<stage::SoundReading> readingsOf(const control::State& state,
                                            const engine::MetersMeasured& meters);
/// Viewers expect to hear somebody: live, no slate, no break, no opening or closing picture.
bool somebodyIsDue(const control::State& state);
/// The lines of the warnings, for what needs the host.
std::vector<Need> soundNeeds(const control::State& state, const stage::SoundWarnings& warnings,
                             std::int64_t nowMs);

} // namespace vitrina::ui
