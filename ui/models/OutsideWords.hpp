// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/OutsidePort.hpp"

#include <QString>

/// How mail, webhooks and the shop behind the server do, in words.
namespace vitrina::ui {

struct DoesText {
    QString words;
    bool trouble = false;

    bool operator==(const DoesText&) const = default;
};

enum class OutsideHow {
    Used,
    Rehearsal, ///< nothing of it is
    Silent     ///< the server does not answer
};

DoesText mailText(const control::Outside& outside, OutsideHow how);
DoesText hooksText(const control::Outside& outside, OutsideHow how);
DoesText shopText(const control::Outside& outside, OutsideHow how);

} // namespace vitrina::ui
