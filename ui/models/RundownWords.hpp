// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SceneRole.hpp"
#include "commerce/Catalogue.hpp"
#include "show/PlanCsv.hpp"
#include "show/Show.hpp"

#include <QString>

#include <array>
#include <vector>

/// Words for what a row can be; menus, dialogs and lists say the same.
namespace vitrina::ui {

inline constexpr std::array itemKinds{show::ItemKind::Product, show::ItemKind::Talk, show::ItemKind::Video,
                                      show::ItemKind::Break};
inline constexpr std::array itemMarks{show::ItemMark::None, show::ItemMark::Highlight, show::ItemMark::Care,
                                      show::ItemMark::Guest, show::ItemMark::Technical};
inline constexpr std::array sceneRoles{
    SceneRole::Full,       SceneRole::CloseUp,         SceneRole::PictureInPicture,
    SceneRole::SideBySide, SceneRole::CloseUpWithHost, SceneRole::StartingSoon,
    SceneRole::Break,      SceneRole::Thanks,          SceneRole::Standby};
inline constexpr std::array planColumns{
    show::PlanColumn::None,       show::PlanColumn::Segment,       show::PlanColumn::Title,
    show::PlanColumn::Kind,       show::PlanColumn::Planned,       show::PlanColumn::Scene,
    show::PlanColumn::Product,    show::PlanColumn::TalkingPoints, show::PlanColumn::Note,
    show::PlanColumn::Disclosure, show::PlanColumn::Standby,       show::PlanColumn::Skipped,
    show::PlanColumn::Mark};

QString kindWord(show::ItemKind kind);
QString roleWord(SceneRole role);
QString planColumnWord(show::PlanColumn column);
/// "“soon” is not a time": what is wrong with a row of a table.
QString issueSentence(const show::RowReport& report);
/// What a table may call the products by.
std::vector<show::ProductName> productNames(const commerce::Catalogue& catalogue);

} // namespace vitrina::ui
