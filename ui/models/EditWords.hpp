// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Edited.hpp"

#include <QString>

namespace vitrina::ui {

/// A step in the words of the Edit menu: move “Amber earrings”.
QString stepText(const show::RundownEdited& edited);

} // namespace vitrina::ui
