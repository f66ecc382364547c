// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Commands whose key a panel names. The others' ids stand where they are entered (ui/shell/Menus.cpp).
namespace vitrina::ui::key {

inline constexpr QLatin1String goLive("show.go-live");
inline constexpr QLatin1String end("show.end");
inline constexpr QLatin1String take("rundown.take");
inline constexpr QLatin1String takeWithCut("rundown.take-cut");
inline constexpr QLatin1String automatic("picture.auto");
inline constexpr QLatin1String cut("picture.cut");
inline constexpr QLatin1String card("picture.card");
inline constexpr QLatin1String scene("picture.scene-%1"); ///< 1 to 9
inline constexpr QLatin1String muteHost("sound.mute-host");
inline constexpr QLatin1String muteAll("sound.mute-all");
inline constexpr QLatin1String cough("sound.cough");
inline constexpr QLatin1String panicRow("panic.row");
inline constexpr QLatin1String startOffer("selling.start-offer");
inline constexpr QLatin1String moreTime("selling.more-time");
inline constexpr QLatin1String stopOffer("selling.stop-offer");
inline constexpr QLatin1String offers("selling.offers");
inline constexpr QLatin1String orders("selling.orders");
inline constexpr QLatin1String terms("selling.terms");
inline constexpr QLatin1String outside("selling.outside");

} // namespace vitrina::ui::key
