// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/SetUp.hpp"
#include "studio/Painted.hpp"

#include <QString>

#include <memory>

namespace vitrina::studio {

class ShowWords;

/// Draws the standby slate: the shop's name and "we'll be right back" on a ground that lets nothing of the
/// picture through. On the thread of the overlays; about 10 ms for a canvas of 1920x1080.
class SlatePainter {
  public:
    SlatePainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words);

    Painted slate(const QString& shopName) const;

  private:
    stage::Canvas canvas_;
    std::shared_ptr<const ShowWords> words_;
};

} // namespace vitrina::studio
