// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.hpp"
#include "stage/SetUp.hpp"
#include "stage/Slide.hpp"

#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace vitrina::studio {

class ShowWords;

/// What a slide says. Two that are equal look the same.
struct SlideContent {
    stage::SlideKind kind = stage::SlideKind::None;
    std::string shopName;
    std::string showTitle;
    std::string text; ///< the host's own words; empty: the usual ones
    std::optional<std::int64_t> secondsLeft;

    bool operator==(const SlideContent&) const = default;
};

/// Draws "Starting soon", "Break", "Thanks" and the standby slate at the size of the canvas: shop, words, and
/// the time that is left. Any one thread; about 10 ms for a canvas of 1920x1080.
class SlidePainter {
  public:
    SlidePainter(stage::Canvas canvas, std::shared_ptr<const ShowWords> words);

    std::shared_ptr<const engine::Picture> slide(const SlideContent& content) const;

  private:
    QString headline(const SlideContent& content) const;
    QString below(const SlideContent& content) const;

    stage::Canvas canvas_;
    std::shared_ptr<const ShowWords> words_;
};

} // namespace vitrina::studio
