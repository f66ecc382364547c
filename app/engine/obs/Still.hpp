// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Placement.hpp"

#include <obs.h>

#include <memory>

namespace vitrina::engine::obs {

/// Renders the source as it is looked at and reads it back. Null: it has no picture. Executor thread; the
/// graphics thread waits meanwhile, some milliseconds for a camera.
std::shared_ptr<const Picture> stillOf(obs_source_t* source, const Look& look);

} // namespace vitrina::engine::obs
