// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "control/State.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::control {

/// What shall be true outside as long as the state says so (design rule 8), small enough to be kept and
/// compared: the dispatcher holds the one it has carried out last, so that even time alone (stale stock)
/// makes a difference.
struct Standing {
    /// What the picture is made of. Nothing: an engine has it already, as it was started with it.
    struct Parts {
        std::vector<stage::Source> sources;
        std::vector<stage::Scene> scenes;
        bool operator==(const Parts&) const = default;
    };
    std::optional<Parts> parts;
    stage::ProgramRequest program;
    SceneId preview;
    std::optional<CardContent> card;
    std::string label;
    std::optional<DrawSlate::Content> slate;
    std::optional<DrawLowerThird::Content> lowerThird;
    std::optional<DrawCountdown::Content> countdown;
    stage::OverlayPlaces places; ///< whoever draws begins with these same ones
    std::map<SourceId, bool> muted;
    std::map<SourceId, double> volumeDb;
    std::map<SourceId, int> delayMs;
    std::vector<SourceId> solo;
    std::string headphones;
    bool limiter = true;
    double limiterDb = -1.0;
    std::map<OutputId, stage::Destination> outputs; ///< those that shall run

    bool operator==(const Standing&) const = default;
};

Standing standing(const State& state, Instant now);
/// In how many ms a countdown that shows says another second; nothing when none does.
std::optional<std::int64_t> nextSecondMs(const State& state, Instant now);
/// Sources and scenes come before the picture that needs them, and go after it. The picture first: what comes
/// before ShowScene is time between the key and the frame. A slate that comes is before even that, and the
/// sound it cuts off before its picture.
std::vector<Effect> difference(const Standing& before, const Standing& after);

} // namespace vitrina::control
