// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "ui/models/Keys.hpp"

#include <QLocale>

namespace vitrina::ui {

/// What a panel is shown: the state at a moment. Panels keep none of it; they compare what they draw and
/// repaint what differs. GUI thread only.
struct View {
    const control::State& state;
    Instant now;
    const QLocale& locale;
    const Keys& keys; ///< for tool tips and the keys drawn on buttons
};

} // namespace vitrina::ui
