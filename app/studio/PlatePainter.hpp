// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "stage/SetUp.hpp"
#include "studio/Painted.hpp"

#include <string>

namespace vitrina::studio {

/// Draws the plates of a line or two: disclosure label, lower third, countdown. In parts of the canvas width,
/// as the card. On the thread of the overlays; 1 to 3 ms.
class PlatePainter {
  public:
    explicit PlatePainter(stage::Canvas canvas);

    /// "#reklāma · apmaksāta sadarbība": what stands before the first " · " is bold.
    Painted label(const std::string& text) const;
    Painted lowerThird(const control::DrawLowerThird::Content& content) const;
    Painted countdown(const control::DrawCountdown::Content& content) const;

  private:
    stage::Canvas canvas_;
    double unit_; ///< a hundredth of the canvas width, px
    bool portrait_;
};

} // namespace vitrina::studio
