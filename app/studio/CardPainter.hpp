// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "stage/SetUp.hpp"
#include "studio/Painted.hpp"

#include <memory>

namespace vitrina::studio {

class ShowWords;

/// Draws the product card at the size of the canvas, in parts of its width (web.md: smallest type 3.3 % of
/// the width on 16:9, 3.9 % on 9:16). On the thread of the overlays: 10 ms at 960x540, 27 at 1920x1080
/// (CardTest measures it).
class CardPainter {
  public:
    CardPainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words);
    Painted card(const control::CardContent& content) const;

  private:
    stage::Canvas canvas_;
    std::shared_ptr<const ShowWords> words_;
};

} // namespace vitrina::studio
