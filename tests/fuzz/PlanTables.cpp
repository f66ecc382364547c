// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/Edit.hpp"
#include "show/PlanCsv.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Tables that somebody has sent by mail. What can be read must be what an import takes, whatever it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina;
    using namespace vitrina::show;
    const auto table = readCsv({reinterpret_cast<const char*>(data), size});
    if (!table)
        return 0;
    const std::vector<ProductName> shop{{ProductId{"p"}, "Mug", "M1", {"M1-S"}}};
    PlanTable plan = readPlan(*table, guessMapping(*table), shop, "Imported");
    if (plan.badRows > plan.rows || plan.reports.size() > plan.issues)
        std::abort();
    int made = 0;
    for (Segment& segment : plan.segments) {
        segment.id = SegmentId{std::to_string(made++)};
        for (Item& item : segment.items)
            item.id = ItemId{std::to_string(made++)};
    }
    if (!plan.segments.empty() && plan.rows <= maxPlanItems &&
        !decide(Show{}, Run{}, ImportRows{plan.segments, false}))
        std::abort();
    return 0;
}
