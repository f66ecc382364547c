// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Upgrades.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace vitrina::record {
namespace {

boost::json::object* objectIn(boost::json::object& body, std::string_view name) {
    boost::json::value* found = body.if_contains(name);
    return found ? found->if_object() : nullptr;
}

/// An item can be struck out since version 2; none was before.
bool takenItemIsNotSkipped(boost::json::object& body) {
    boost::json::object* aired = objectIn(body, "aired");
    boost::json::object* item = aired ? objectIn(*aired, "item") : nullptr;
    if (!item)
        return false;
    (*item)["skipped"] = false;
    return true;
}

constexpr std::array steps{
    Upgrade{"show.item_taken", 1, &takenItemIsNotSkipped},
};

} // namespace

std::span<const Upgrade> upgrades() {
    return steps;
}

Result<void> upgrade(boost::json::object& body, std::string_view kind, int from, int to,
                     std::span<const Upgrade> steps) {
    for (int version = from; version < to; ++version) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const Upgrade& candidate) {
            return candidate.kind == kind && candidate.from == version;
        });
        if (step == steps.end() || !step->apply(body))
            return fail(ErrorCode::BadFormat,
                        std::string(kind) + ": no way from version " + std::to_string(version));
    }
    return {};
}

} // namespace vitrina::record
