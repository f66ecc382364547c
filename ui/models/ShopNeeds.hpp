// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Needs.hpp"

#include <vector>

namespace vitrina::ui {

/// The lines of what stands between the show and the shop behind its server: orders the shop does not take,
/// and pieces it has not got.
std::vector<Need> shopNeeds(const control::State& state);

} // namespace vitrina::ui
