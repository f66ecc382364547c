// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "control/Effects.hpp"
#include "engine/Engine.hpp"
#include "studio/OverlayThread.hpp"

#include <QString>

#include <functional>
#include <string>

namespace vitrina::studio {

/// Carries effects to where they work: engine, picture, link. GUI thread; nothing here waits.
class EffectRunner final : public control::EffectSink {
  public:
    struct Ports {
        engine::Engine* engine = nullptr; ///< may be null: the studio goes on without a picture
        std::function<void()> closeShow;
        /// On the thread of the overlays: characters on the picture that no font has; empty: none any more.
        std::function<void(std::string)> missingGlyphs;
        QString rtmpKey;           ///< secret; goes into the engine's command and nowhere else
        std::string recordingName; ///< file name without ending
    };

    EffectRunner(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Ports ports);
    void carryOut(const control::Effect& effect) override;

  private:
    void tellEngine(engine::EngineCommand command);

    Ports ports_;
    OverlayThread overlays_; ///< last: it uses the ports to its end
};

} // namespace vitrina::studio
