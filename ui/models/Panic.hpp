// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Commands.hpp"
#include "control/State.hpp"

#include <QString>

#include <array>

namespace vitrina::ui {

enum class PanicKind { None, Slate, Product, Sales, Chat };
inline constexpr std::array panicKinds{PanicKind::Slate, PanicKind::Product, PanicKind::Sales,
                                       PanicKind::Chat};

/// One panic key as it stands: what the next press does. Done already, that is the way back, and it wants one
/// press only.
struct PanicAction {
    PanicKind kind = PanicKind::None;
    bool stands = false;   ///< done: the command is the way back
    bool possible = false; ///< the command can be given now
    QString words;         ///< of menu and button
    QString hint;          ///< what it does, for the tool tip
    control::Command command;

    bool operator==(const PanicAction&) const = default;
};

PanicAction panicAction(PanicKind kind, const control::State& state);
/// Its command among the keys.
QLatin1String panicId(PanicKind kind);
/// All variants, on or off sale.
control::Command switchProduct(const commerce::Product& product, bool open);

} // namespace vitrina::ui
