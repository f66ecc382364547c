// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/State.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace vitrina::ui {

enum class Urgency { None, Waiting, Warning, Danger };

/// One line of what waits for a person, with at most one thing to press.
struct Need {
    std::string id; ///< stable while the trouble lasts
    Urgency urgency = Urgency::None;
    QString icon;
    QString title;
    QString detail;
    QString action; ///< words of the button; empty: nothing can be pressed
    std::optional<control::Command> command;
    /// Instead of a command: the id of the command of the window that opens what helps.
    QString opens = {};

    bool operator==(const Need&) const = default;
};

/// Why a command was refused, said for this command at this moment; the error's own sentence where that says
/// enough.
QString refusalSentence(const Error& error, const control::Command& command, show::RunPhase phase);

/// Most urgent first, oldest first among equals.
std::vector<Need> needsOf(const control::State& state, const Instant& now);

} // namespace vitrina::ui
