// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "stage/SetUp.hpp"
#include "studio/Painted.hpp"

#include <QString>

#include <memory>

namespace vitrina::studio {

class ShowWords;

/// Draws the product card and the disclosure label at the size of the canvas, in parts of its width (web.md:
/// smallest type 3.3 % of the width on 16:9, 3.9 % on 9:16). GUI thread; a card takes about 2 ms.
class CardPainter {
  public:
    CardPainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words);

    Painted card(const control::CardContent& content) const;
    Painted label(const QString& text) const;

  private:
    stage::Canvas canvas_;
    double unit_; ///< a hundredth of the canvas width, px
    bool portrait_;
    std::shared_ptr<const ShowWords> words_;
};

} // namespace vitrina::studio
