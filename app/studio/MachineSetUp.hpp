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

/// What this machine's file says: the one given with --setup, else the one kept from earlier sessions, else
/// the demo's. An unattended show takes the demo's: it must not depend on the machine it runs on.
Result<stage::SetUp> readSetUp(const Options& options, const QString& dataFolder);

/// Where edits of the set-up are kept. Empty: they last for this session only, as it is unattended, the demo,
/// or its cameras came by the command line.
QString setUpKeptAt(const Options& options, const QString& dataFolder);

/// The set-up this session runs with: what was read, with the command line on top. Cameras given take the
/// places of its sources in order, and each one more gets a scene of its own; canvas, recording folder and
/// destination replace what is there. The page's web video is always among the outputs.
stage::SetUp withOptions(stage::SetUp setUp, const Options& options, const QString& dataFolder);

} // namespace vitrina::studio
