// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/obs/Handles.hpp"

#include <vector>

namespace vitrina::engine::obs {

/// Once after obs_startup.
void registerAudioBus();

/// A source without a picture that sums the sound of all cameras. Sound doesn't follow the picture: the host
/// must be heard while the close-up is seen; what is heard is decided by mute and volume. What it gives to
/// meters and encoders has gone through a limiter, on and at -1 dB from the start. Executor thread.
SourceHandle makeAudioBus(std::vector<SourceHandle> sources);
/// Other sources from the next block of samples on; those in both lists go on without a gap. Executor thread.
void setAudioBusSources(const SourceHandle& bus, std::vector<SourceHandle> sources);

/// From the next block of samples on, without a seam. Executor thread.
void setAudioBusLimiter(const SourceHandle& bus, bool on, double ceilingDb);

} // namespace vitrina::engine::obs
