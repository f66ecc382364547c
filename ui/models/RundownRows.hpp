// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/RundownRow.hpp"

#include <QLocale>

#include <vector>

namespace vitrina::ui {

struct RundownSegment {
    RundownRow head;
    std::vector<RundownRow> items;
};

/// The whole rundown as it is drawn at a moment.
std::vector<RundownSegment> rundownRows(const control::State& state, const Instant& now,
                                        const QLocale& locale);

} // namespace vitrina::ui
