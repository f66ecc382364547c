// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vitrina::studio {

/// Where things are on this machine: what is installed with the program, and what belongs to the person.
/// VITRINA_RESOURCES and VITRINA_WEB override the two folders; else they are looked for beside the program
/// (../share/vitrina) and then in the source tree it was built from.
QString resourceFolder();
QString webFolder();
QString serverProgram();
QString userDataFolder();

} // namespace vitrina::studio
