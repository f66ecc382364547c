// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"

#include <vector>

namespace vitrina::control {

/// What planning an offer comes to; pure. Nothing when nothing would change.
Result<std::vector<record::Fact>> decideOffer(const State& state, const PlanOffer& command,
                                              const IdSource& ids);
Result<std::vector<record::Fact>> decideOffer(const State& state, const DropOffer& command);

} // namespace vitrina::control
