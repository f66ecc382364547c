// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "engine/Engine.hpp"

namespace vitrina::engine::obs {

/// libobs itself: made with picture, sound and the modules we use, gone with the last of its memory. At most
/// one at a time. Executor thread.
class Library {
  public:
    static Result<void> start(const stage::Canvas& canvas, void* nativeDisplay);
    /// After everything made with libobs has been released. Returns the allocations it still holds.
    static long stop();
    static long allocations();
};

} // namespace vitrina::engine::obs
