// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/WindowRig.hpp"

#include <functional>
#include <initializer_list>
#include <memory>

namespace vitrina::test {

/// One thing to look at: the window in a state, or a dialog. What FitTest measures, ScreenshotTest pictures
/// and AccessTest walks by keyboard: a new dialog is one line in Surfaces.cpp.
struct Surface {
    const char* name;
    bool window = false; ///< looked at in each of the window's sizes; a dialog has one of its own
    /// Brings it up on a rig whose window is open. What it returns is on the screen; the rig or the window
    /// owns it.
    std::function<QWidget*(WindowRig& rig)> show;
};
const std::vector<Surface>& surfaces();

/// One row for each surface, language and (`withThemes`) theme, and size where it has several: columns
/// "surface" (its index), "language", "theme", "size".
void addSurfaceRows(bool withThemes, std::initializer_list<const char*> languages = {"en", "lv"});

/// A rig with its window open, and on it the surface of the current row.
struct ShownSurface {
    ShownSurface();

    std::unique_ptr<WindowRig> rig;
    QWidget* widget = nullptr;
};

/// A show in full swing: on air, orders, chat, a lost camera, a destination that reconnects.
void makeBusy(WindowRig& rig);

} // namespace vitrina::test
