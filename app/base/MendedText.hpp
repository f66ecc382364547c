// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitrina {

/// U+FFFD in UTF-8: what stood there means nothing.
inline constexpr std::string_view unreadable = "\xEF\xBF\xBD";

/// Text that was put together from several files: UTF-8 but for some bytes, each of which becomes
/// `unreadable`. Nothing: there are none, or so many that it is not UTF-8 at all.
std::optional<std::string> mendedUtf8(std::string_view bytes);

} // namespace vitrina
