// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

namespace vitrina::engine::obs {

/// The one pair of encoders that all outputs share: the picture is encoded once, however many places it goes
/// to.
struct Encoders {
    EncoderHandle video;
    EncoderHandle audio;
};

/// Executor thread, after video and audio have been set up. No frame is encoded until an output starts.
Result<Encoders> makeEncoders(const EngineConfig& config);

/// Once after obs_startup: the service type that hands an RTMP output its address and key.
void registerKeyService();
ServiceHandle makeKeyService(const std::string& url, const std::string& key);

} // namespace vitrina::engine::obs
