// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Edit.hpp"

namespace vitrina::show {

/// The rows of an import as one step; its revision is given by who applies it.
Result<RundownEdited> wantedImport(const Rundown& rundown, const Run& run, const ImportRows& import);

} // namespace vitrina::show
