// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// Amounts and times as machines of shops write them; those that people write are in PlainText.hpp.
namespace vitrina::commerce {

/// Minor units of one: 100 for EUR, 1 for JPY, 1000 for KWD (ISO 4217).
std::int64_t minorUnits(std::string_view currency);
/// "199.00", "-8", "5.2083" in minor units, rounded half away from zero; up to 10^12 either way.
std::optional<std::int64_t> minorOf(std::string_view decimal, std::string_view currency);
/// "2026-11-25T19:47:09+02:00", "2026-11-25 19:47:09 +0200", "…Z", with or without a fraction of a second, in
/// ms since 1970. Without a zone it is `offsetMs` ahead of UTC. Years 1970 to 9999.
std::optional<std::int64_t> instantOf(std::string_view text, std::int64_t offsetMs = 0);

} // namespace vitrina::commerce
