// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"

#include <vector>

/// The part of decide() that edits the plan.
namespace vitrina::control {

Result<std::vector<record::Fact>> decideEdit(const State& state, show::Edit edit, const IdSource& ids);
Result<std::vector<record::Fact>> decideUndo(const State& state, const Moment& moment);
Result<std::vector<record::Fact>> decideRedo(const State& state, const Moment& moment);

} // namespace vitrina::control
