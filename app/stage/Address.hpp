// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

/// The parts camera addresses are made of, for the set-up that checks them and the engine that opens them.
/// The views point into the text that was given.
namespace vitrina::stage {

struct HostPort {
    std::string_view host; ///< without the brackets of an IPv6 address; may be empty
    std::optional<int> port;
};

/// 1…65535, digits only.
std::optional<int> parsePort(std::string_view digits);
/// "host:port", "host", ":port", "[::1]:port". Nothing when the port is none, or an IPv6 address has no
/// brackets: where its port begins is not known then.
std::optional<HostPort> parseHostPort(std::string_view text);
/// The value of `key` in "a=1&b=2"; empty when it is missing.
std::string_view queryValue(std::string_view query, std::string_view key);
/// Takes `prefix` off the front; false, and nothing changed, when it is not there.
bool takePrefix(std::string_view& text, std::string_view prefix);

} // namespace vitrina::stage
