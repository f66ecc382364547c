// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/SoundNeeds.hpp"

#include "ui/models/Words.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace vitrina::ui {
namespace {

struct SoundWords {
    Q_DECLARE_TR_FUNCTIONS(SoundNeeds)

  public:
    static Need silent(const QString& name, std::int64_t forMs) {
        Need need;
        need.urgency = Urgency::Danger;
        need.icon = QStringLiteral("muted");
        need.title = tr("“%1” is silent for %2").arg(name, waitText(forMs));
        need.detail = tr("Open, but nothing comes from it");
        return need;
    }
    static Need clipping(const QString& name) {
        Need need;
        need.urgency = Urgency::Warning;
        need.icon = QStringLiteral("speaker");
        need.title = tr("“%1” is too loud").arg(name);
        need.detail = tr("It distorts: turn the microphone down");
        return need;
    }
    static Need programClipping(const stage::SetUp& setUp) {
        Need need;
        need.urgency = Urgency::Warning;
        need.icon = QStringLiteral("speaker");
        need.title = tr("The program's sound is too loud");
        need.detail = setUp.limiter ? tr("It distorts: turn the faders down") : tr("The limiter is off");
        if (!setUp.limiter) {
            need.action = tr("Limiter on");
            need.command = control::Command(stage::SetUpEdit{stage::SetLimiter{true, setUp.limiterDb}});
        }
        return need;
    }
};

/// The top of what a source sends, before its fader: a microphone that distorts does so at any volume.
float topOf(const engine::Meter& meter, double faderDb) {
    const float peak = std::max(meter.peakDb[0], meter.peakDb[1]);
    return peak > -96.0F ? std::max(peak, float(double(peak) - faderDb)) : peak;
}

} // namespace

std::vector<stage::SoundReading> readingsOf(const control::State& state,
                                            const engine::MetersMeasured& meters) {
    std::vector<stage::SoundReading> readings;
    const SourceId host = hostSource(state.setUp);
    for (const engine::Meter& meter : meters.meters) {
        stage::SoundReading reading{meter.source, topOf(meter, 0.0), true, false};
        if (!meter.source.empty()) {
            const stage::Source* source = stage::findSource(state.setUp, meter.source);
            if (!source)
                continue;
            const auto status = state.stage.sources.find(source->id);
            const bool there =
                status != state.stage.sources.end() && status->second.health == stage::SourceHealth::Live;
            reading.open = there && !stage::mutedOf(state.stage, *source);
            reading.host = source->id == host;
            reading.peakDb = topOf(meter, stage::volumeOf(state.stage, *source));
        }
        readings.push_back(reading);
    }
    return readings;
}

bool somebodyIsDue(const control::State& state) {
    if (state.run.phase != show::RunPhase::Live || state.stage.slateOn)
        return false;
    const stage::Scene* scene = stage::findScene(state.setUp, state.stage.program);
    const SceneRole role = scene ? scene->role : SceneRole::None;
    return role != SceneRole::Break && role != SceneRole::StartingSoon && role != SceneRole::Thanks &&
           role != SceneRole::Standby;
}

std::vector<Need> soundNeeds(const control::State& state, const stage::SoundWarnings& warnings,
                             std::int64_t nowMs) {
    std::vector<Need> needs;
    for (const auto& [source, sinceMs] : warnings.silentSinceMs) {
        needs.push_back(SoundWords::silent(sourceName(state.setUp, source), nowMs - sinceMs));
        needs.back().id = "silent:" + source.value;
    }
    for (const SourceId& source : warnings.clipping) {
        needs.push_back(source.empty() ? SoundWords::programClipping(state.setUp)
                                       : SoundWords::clipping(sourceName(state.setUp, source)));
        needs.back().id = "clipping:" + source.value;
    }
    return needs;
}

} // namespace vitrina::ui
