// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Times.hpp"

#include <algorithm>

namespace vitrina::ui {

std::int64_t spanMs(const Instant& from, const Instant& to) {
    return to.monoMs >= from.monoMs ? to.monoMs - from.monoMs
                                    : std::max<std::int64_t>(0, to.wallMs - from.wallMs);
}

std::int64_t airedMs(const show::AiredItem& aired, const Instant& now) {
    return aired.onAir ? spanMs(*aired.onAir, aired.ended ? *aired.ended : now) : 0;
}

const show::AiredItem* lastAired(const show::Run& run, const ItemId& item) {
    for (auto aired = run.aired.rbegin(); aired != run.aired.rend(); ++aired)
        if (aired->item.id == item)
            return &*aired;
    return nullptr;
}

bool onAir(const control::State& state) {
    return state.run.phase == show::RunPhase::Live && !state.stage.program.empty() &&
           std::any_of(state.run.aired.begin(), state.run.aired.end(),
                       [](const show::AiredItem& aired) { return aired.onAir.has_value(); });
}

RunTimes runTimes(const control::State& state, const Instant& now) {
    const show::Run& run = state.run;
    const std::int64_t planned = show::plannedLength(state.show.rundown);
    if (run.phase != show::RunPhase::Live || !run.wentLive) {
        const std::int64_t start = state.show.plannedStartMs != 0 ? state.show.plannedStartMs : now.wallMs;
        return {start + planned, 0};
    }
    std::int64_t left = 0;
    bool ahead = run.current() == nullptr;
    if (const show::AiredItem* current = run.current())
        left = std::max<std::int64_t>(0, current->item.plannedMs - airedMs(*current, now));
    for (const show::Segment& segment : state.show.rundown.segments)
        for (const show::Item& item : segment.items) {
            if (ahead && show::counts(item))
                left += item.plannedMs;
            if (run.current() && run.current()->item.id == item.id)
                ahead = true;
        }
    const std::int64_t sinceLive = spanMs(*run.wentLive, now);
    return {now.wallMs + left, sinceLive + left - planned};
}

} // namespace vitrina::ui
