// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace vitrina::wire {

/// The IPv4 address at which others of this machine's network reach it: that of the way out when there is
/// one, else the first that is not the loopback's. Nothing is sent.
std::optional<std::string> networkAddress();

} // namespace vitrina::wire
