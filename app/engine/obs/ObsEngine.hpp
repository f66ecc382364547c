// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"

#include <memory>

namespace vitrina::engine::obs {

struct ObsEngineOptions {
    /// The GUI's X connection (Display*), which must outlive shutdown(). Null: libobs opens $DISPLAY itself;
    /// the variable must be set in both cases.
    void* nativeDisplay = nullptr;
    /// Windows are drawn less often when frames come late. Off only where a bench shows what that is worth.
    bool easesWindows = true;
};

/// The libobs engine. Only one may be started at a time in a process: libobs is one per process. Its threads
/// and the order of its shutdown are described in app/engine/engine.md.
std::unique_ptr<Engine> makeObsEngine(ObsEngineOptions options = {});

} // namespace vitrina::engine::obs
