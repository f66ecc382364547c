// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "control/Dispatcher.hpp"

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace vitrina::studio {

/// Orders, units, messages and money, as one of three parties counted them.
struct Count {
    std::int64_t messages = 0;
    std::int64_t orders = 0;
    std::int64_t units = 0;
    std::int64_t gmvMinor = 0;

    bool operator==(const Count&) const = default;
};

/// What was measured of one show, for summary.json. Everything in it is read off somewhere; nothing is
/// assumed.
struct ShowFigures {
    engine::StatsMeasured atStart; ///< the engine's counters when the show went live
    engine::StatsMeasured atEnd;   ///< and when the measured part was over
    stage::Canvas canvas;
    double fps = 0.0; ///< frames rendered on time in the measured part, per second
    std::vector<std::int64_t> takesUs;
    std::int64_t viewersPeak = 0;
    Count byClients;           ///< what the simulated viewers were answered
    Count byServer;            ///< the server's tables
    Count byReport;            ///< the fold over the studio's journal
    std::int64_t oversold = 0; ///< pieces sold beyond the allocation, by the server's tables
    QString currency;
    QString viewerUrl;
    QString recording;
    std::int64_t rssMb = 0;
    std::int64_t startMs = 0; ///< process start to program, page and window ready
    double stallP99Ms = 0.0;
    double stallMaxMs = 0.0;
    int refusals = 0; ///< steps of the script that were refused

    /// What is wrong with the show, in words for a log; empty when it is right.
    QStringList contradictions() const;
    QJsonObject toJson() const;
};

std::optional<double> medianMs(std::vector<std::int64_t> microseconds);

} // namespace vitrina::studio
