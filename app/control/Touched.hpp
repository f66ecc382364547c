// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Patch.hpp"
#include "control/State.hpp"
#include "record/Record.hpp"

namespace vitrina::control {

/// Adds each change once. Called before and after a fact is applied, as a take touches the rows it leaves and
/// those it comes to.
void addTouched(Patch& patch, const State& state, const record::Fact& fact);
void addChange(Patch& patch, PatchKind kind, const std::string& id = {});
/// Every kind, each as a whole: after a resume.
Patch everything();

} // namespace vitrina::control
