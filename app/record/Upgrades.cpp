// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Upgrades.hpp"

#include <algorithm>
#include <string>

namespace vitrina::record {

// Every kind is at its first version so far. A step reads, e.g.: {"show.item_taken", 1,
// &itemTakenGetsAnEpoch}.
std::span<const Upgrade> upgrades() {
    return {};
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
