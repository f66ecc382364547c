// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"

#include <boost/json/object.hpp>

#include <span>
#include <string_view>

/// Old bodies brought up to date, one version at a time, before they are read.
namespace vitrina::record {

struct Upgrade {
    std::string_view kind;
    int from = 0; ///< makes version from + 1
    /// Changes the body in place; false when it isn't a body of that version.
    bool (*apply)(boost::json::object& body) = nullptr;
};

/// All upgrades there are. A line is never taken out: journals keep every version ever written.
std::span<const Upgrade> upgrades();

/// BadFormat: a step is missing or can't be made of this body.
Result<void> upgrade(boost::json::object& body, std::string_view kind, int from, int to,
                     std::span<const Upgrade> steps);

} // namespace vitrina::record
