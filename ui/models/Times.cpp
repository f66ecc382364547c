// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Times.hpp"

#include <algorithm>

namespace vitrina::ui {

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
    const show::ShowTimes times = show::timesOf(state.show, state.run, now);
    return {times.endsAtMs, state.run.phase == show::RunPhase::Live ? times.overMs() : 0};
}

} // namespace vitrina::ui
