// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/EffectRunner.hpp"

#include "base/Overloaded.hpp"

namespace vitrina::studio {
namespace {

// The label stands above the card: it can't be covered (design, "Overlays"). The slate is no advertisement:
// it covers all.
constexpr int cardLayer = 10;
constexpr int labelLayer = 20;
constexpr int slateLayer = 100;

} // namespace

EffectRunner::EffectRunner(CardPainter painter, SlatePainter slate, Ports ports)
    : painter_(std::move(painter)), slate_(std::move(slate)), ports_(std::move(ports)) {}

void EffectRunner::carryOut(const control::Effect& effect) {
    std::visit(Overloaded{
                   [this](const engine::EngineCommand& command) { tellEngine(command); },
                   [this](const control::DrawCard& card) {
                       draw("card", cardLayer, card.content ? painter_.card(*card.content) : Painted{});
                   },
                   [this](const control::DrawLabel& label) {
                       draw("label", labelLayer,
                            label.text.empty() ? Painted{}
                                               : painter_.label(QString::fromStdString(label.text)));
                   },
                   [this](const control::DrawSlate& slate) {
                       draw("slate", slateLayer,
                            slate.content ? slate_.slate(QString::fromStdString(slate.content->shopName))
                                          : Painted{});
                   },
                   [this](const control::CloseShow&) { ports_.closeShow(); },
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

void EffectRunner::draw(const char* layer, int z, const Painted& painted) {
    if (ports_.engine)
        ports_.engine->post(engine::SetOverlay{layer, z, painted.area, painted.picture});
}

} // namespace vitrina::studio
