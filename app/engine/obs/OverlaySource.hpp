// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

#include <functional>

namespace vitrina::engine::obs {

/// Once after obs_startup.
void registerOverlaySource();

/// The source above the program transition that draws all overlay layers. afterDraw is called on the graphics
/// thread each time it has been drawn, which is when everything below it has been drawn too; see Program.
SourceHandle makeOverlay(const stage::Canvas& canvas, std::function<void()> afterDraw);

/// Any thread. The picture is uploaded by the next frame, and only when it is another one than before.
void setOverlayLayer(const SourceHandle& overlay, const SetOverlay& layer);

} // namespace vitrina::engine::obs
