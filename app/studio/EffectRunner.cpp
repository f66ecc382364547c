// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/EffectRunner.hpp"

#include "base/Log.hpp"

#include <QDir>
#include <QFile>

namespace vitrina::studio {
namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// The label stands above the card: it can't be covered (design, "Overlays").
constexpr int cardLayer = 10;
constexpr int labelLayer = 20;

} // namespace

EffectRunner::EffectRunner(CardPainter painter, Ports ports)
    : painter_(std::move(painter)), ports_(std::move(ports)) {}

void EffectRunner::carryOut(const control::Effect& effect) {
    std::visit(
        Overloaded{
            [this](const engine::EngineCommand& command) { tellEngine(command); },
            [this](const control::DrawCard& card) {
                draw("card", cardLayer, card.content ? painter_.card(*card.content) : Painted{});
            },
            [this](const control::DrawLabel& label) {
                draw("label", labelLayer,
                     label.text.empty() ? Painted{} : painter_.label(QString::fromStdString(label.text)));
            },
            // The link asks what is in the journal (RequestMade): written first, asked again after a kill.
            [](const control::SendRequest&) {},
            [this](const control::CloseShow&) { ports_.closeShow(); },
        },
        effect);
}

void EffectRunner::tellEngine(engine::EngineCommand command) {
    if (!ports_.engine)
        return;
    if (auto* recording = std::get_if<engine::StartRecording>(&command)) {
        // A folder that can't be made comes back from the engine as FileUnwritable, in its place on screen.
        QDir().mkpath(QString::fromStdString(recording->path));
        recording->path = recordingPath_ = freePath(recording->path);
        logInfo("studio", "recording to " + recordingPath_);
    } else if (auto* rtmp = std::get_if<engine::StartRtmp>(&command)) {
        rtmp->key = ports_.rtmpKey.toStdString();
    }
    ports_.engine->post(std::move(command));
}

void EffectRunner::draw(const char* layer, int z, const Painted& painted) {
    if (ports_.engine)
        ports_.engine->post(engine::SetOverlay{layer, z, painted.area, painted.picture});
}

std::string EffectRunner::freePath(const std::string& folder) const {
    // A resumed show must not write over the recording it began with.
    for (int part = 1;; ++part) {
        const std::string path = folder + "/" + ports_.recordingName +
                                 (part > 1 ? "-" + std::to_string(part) : std::string()) + ".mkv";
        if (!QFile::exists(QString::fromStdString(path)))
            return path;
    }
}

} // namespace vitrina::studio
