// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "control/Effects.hpp"
#include "engine/Engine.hpp"
#include "studio/CardPainter.hpp"
#include "studio/SlatePainter.hpp"

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
        QString rtmpKey;           ///< secret; goes into the engine's command and nowhere else
        std::string recordingName; ///< file name without ending
    };

    EffectRunner(CardPainter painter, SlatePainter slate, Ports ports);
    void carryOut(const control::Effect& effect) override;

  private:
    void tellEngine(engine::EngineCommand command);
    void draw(const char* layer, int z, const Painted& painted);

    CardPainter painter_;
    SlatePainter slate_;
    Ports ports_;
};

} // namespace vitrina::studio
