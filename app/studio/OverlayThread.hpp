// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Effects.hpp"
#include "engine/Engine.hpp"
#include "stage/SetUp.hpp"

#include <functional>
#include <memory>
#include <string>

namespace vitrina::studio {

class ShowWords;

/// Draws what stands above the scenes, on a thread of its own: a card takes longer than a GUI frame can wait,
/// and the render thread must never draw type. Of two things for one layer that come while another is drawn
/// only the newer one is. Where each stands follows from the sizes of all (stage::arranged), so a new
/// one may move another; one that only moves is not drawn or uploaded again.
class OverlayThread {
  public:
    struct Ports {
        /// On the thread of the overlays, as is `missing`: the engine takes commands from any.
        std::function<void(engine::SetOverlay)> send;
        /// What no font of this machine has, in all that is shown now; empty again when it is gone.
        std::function<void(std::string)> missing;
    };

    /// Begins with OverlayPlaces{}. `words` is used on the thread only, from here on.
    OverlayThread(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Ports ports);
    /// Draws what is still waiting, then ends.
    ~OverlayThread();
    OverlayThread(const OverlayThread&) = delete;
    OverlayThread& operator=(const OverlayThread&) = delete;

    // From any thread; none waits.
    void draw(control::DrawCard card);
    void draw(control::DrawLabel label);
    void draw(control::DrawLowerThird lowerThird);
    void draw(control::DrawCountdown countdown);
    void draw(control::DrawSlate slate);
    void place(const stage::OverlayPlaces& places);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vitrina::studio
