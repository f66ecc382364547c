// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "engine/obs/Handles.hpp"

#include <memory>
#include <string>

namespace vitrina::engine::obs {

/// Once after obs_startup.
void registerSlideSource();

/// A source that shows the last picture it was given, and nothing before the first. Executor thread.
SourceHandle makeSlide(const std::string& name);
/// Any thread. Uploaded by the next frame that draws it. A picture that is not whole is left out.
void setSlidePicture(const SourceHandle& slide, std::shared_ptr<const Picture> picture);

} // namespace vitrina::engine::obs
