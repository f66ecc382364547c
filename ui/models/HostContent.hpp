// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Strips.hpp"

#include <QString>
#include <QStringList>

namespace vitrina::ui {

/// What the host reads from two metres off: the strips under the monitors, with what there is to say.
struct HostContent {
    StripContent air;
    StripContent next;
    QStringList points; ///< of the item on air; of the next one before the first take
    QString cueMore;    ///< whose the cue is, and how old: "Anna · 12 s"
    bool rehearsal = false;
    bool pointsOfNext = false; ///< the points are those of the item that is coming

    bool operator==(const HostContent&) const = default;
    QString spoken() const;
};

HostContent hostContent(const control::State& state, const Instant& now, const QLocale& locale,
                        int warningSeconds);

} // namespace vitrina::ui
