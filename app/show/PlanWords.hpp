// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "show/Show.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The words of a rundown in a table: English and Latvian are understood, and written in the language of the
/// show.
namespace vitrina::show {

/// What a column of a table holds.
enum class PlanColumn {
    None, ///< not used
    Segment,
    Title,
    Kind,
    Planned,
    Scene,
    Product,
    TalkingPoints,
    Note,
    Disclosure,
    Standby,
    Skipped,
    Mark,
    // written only: how it went on air
    PlannedStart,
    AiredStart,
    AiredLength,
    Difference,
};

/// The same for "Laiks", "laiks " and "LAIKS"; quotation marks and doubled blanks are left out.
std::string folded(std::string_view text);

std::optional<PlanColumn> columnOf(std::string_view word);
std::optional<ItemKind> kindOf(std::string_view word);
std::optional<SceneRole> roleOf(std::string_view word);
std::optional<ItemMark> markOf(std::string_view word);
std::optional<bool> yesOrNo(std::string_view word);

/// The word to write for it; `latvian` or else English.
std::string wordOf(PlanColumn column, bool latvian);
std::string wordOf(ItemKind kind, bool latvian);
std::string wordOf(SceneRole role, bool latvian);
std::string wordOf(ItemMark mark, bool latvian);
std::string yesWord(bool latvian);

} // namespace vitrina::show
