// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "stage/SetUp.hpp"
#include "studio/Options.hpp"

namespace vitrina::studio {

inline const OutputId webOutput{"web"};
inline const OutputId recordingOutput{"recording"};
inline const OutputId rtmpOutput{"rtmp"};

/// The set-up this session runs with: the document's, with the command line on top. Cameras given take the
/// places of its sources in order, and each one more gets a scene of its own; canvas, recording folder and
/// destination replace what is there. The page's web video is always among the outputs.
Result<stage::SetUp> machineSetUp(const Options& options, const QString& dataFolder);

/// The part that asks no file: for tests and for machineSetUp().
stage::SetUp withOptions(stage::SetUp setUp, const Options& options, const QString& dataFolder);

} // namespace vitrina::studio
