// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/State.hpp"
#include "engine/Engine.hpp"
#include "studio/SlidePainter.hpp"

#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>

namespace vitrina::studio {

class ShowWords;

/// Keeps the pictures of the set-up's slides as the state says. Drawn on a thread of its own and handed to
/// the engine only when one says something else than before; a countdown runs only where it can be seen, in
/// program or preview. GUI thread.
class Slides {
  public:
    /// Called on the drawing thread.
    using Post = std::function<void(engine::SetSlidePicture)>;

    Slides(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Post post);
    /// Waits for what is being drawn: a few ms. Before the engine goes.
    ~Slides();
    Slides(const Slides&) = delete;
    Slides& operator=(const Slides&) = delete;

    /// On every patch and once a second. `utcOffsetMs`: local time less UTC, now.
    void present(const control::State& state, Instant now, std::int64_t utcOffsetMs);

  private:
    std::shared_ptr<const SlidePainter> painter_;
    Post post_;
    std::map<SourceId, SlideContent> drawn_;
    QThreadPool thread_; ///< one thread: pictures come in their order. Last: ends before what it uses
};

/// What a slide says at a moment. A countdown that can't be seen stands still at what it was in `before`.
SlideContent contentOf(const control::State& state, const stage::Source& source, const SlideContent* before,
                       Instant now, std::int64_t utcOffsetMs);

} // namespace vitrina::studio
