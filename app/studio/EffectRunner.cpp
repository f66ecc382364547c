// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/EffectRunner.hpp"

#include "base/Overloaded.hpp"

namespace vitrina::studio {

EffectRunner::EffectRunner(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Ports ports)
    : ports_(std::move(ports)), overlays_(canvas, std::move(words),
                                          {[engine = ports_.engine](engine::SetOverlay overlay) {
                                               if (engine)
                                                   engine->post(std::move(overlay));
                                           },
                                           ports_.missingGlyphs}) {}

void EffectRunner::carryOut(const control::Effect& effect) {
    std::visit(Overloaded{
                   [this](const engine::EngineCommand& command) { tellEngine(command); },
                   [this](const control::PlaceOverlays& place) { overlays_.place(place.places); },
                   [this](const control::CloseShow&) { ports_.closeShow(); },
                   [this](const auto& drawing) { overlays_.draw(drawing); },
               },
               effect);
}

void EffectRunner::tellEngine(engine::EngineCommand command) {
    if (!ports_.engine)
        return;
    if (auto* recording = std::get_if<engine::StartRecording>(&command))
        recording->name = ports_.recordingName;
    else if (auto* rtmp = std::get_if<engine::StartRtmp>(&command))
        rtmp->key = ports_.rtmpKey.toStdString();
    ports_.engine->post(std::move(command));
}

} // namespace vitrina::studio
