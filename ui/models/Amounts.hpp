// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace vitrina::ui {

/// An amount as typed, in minor units: "7", "7.5", "7,50" with a comma or a point, spaces and the currency's
/// sign passed over. Nothing when it is no amount of at least zero, or has more decimals than the currency.
std::optional<std::int64_t> minorOf(const QString& typed, const std::string& currency);

} // namespace vitrina::ui
