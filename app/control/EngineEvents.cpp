// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Overloaded.hpp"
#include "control/Dispatcher.hpp"
#include "control/Selling.hpp"
#include "control/Touched.hpp"

#include <cmath>
#include <utility>

/// What the engine says, made into facts.
namespace vitrina::control {
namespace {

/// The frame rate is measured and wanders, the detail is words for the log: neither is news. A rate that has
/// become known or is another altogether is.
bool news(const stage::SourceStatus& held, const stage::SourceStatus& said) {
    const bool rate = (held.fps > 0.0) != (said.fps > 0.0) || std::abs(held.fps - said.fps) > 0.25 * held.fps;
    return rate || held.health != said.health || held.width != said.width || held.height != said.height ||
           held.error != said.error;
}

bool news(const stage::OutputStatus& held, const stage::OutputStatus& said) {
    return held.health != said.health || held.error != said.error || held.path != said.path;
}

bool gone(stage::SourceHealth health) {
    return health == stage::SourceHealth::Lost || health == stage::SourceHealth::Failed;
}

ErrorCode errorOr(ErrorCode error, ErrorCode otherwise) {
    return error == ErrorCode::None ? otherwise : error;
}

} // namespace

void Dispatcher::engineSaid(const engine::EngineEvent& event) {
    std::visit(Overloaded{
                   [&](const engine::EngineStarted&) { engineStarted(); },
                   [&](const engine::SceneOnProgram& shown) { sceneOnProgram(shown); },
                   [&](const engine::SourceChanged& changed) { sourceChanged(changed); },
                   [&](const engine::OutputChanged& changed) { outputChanged(changed); },
                   [&](const engine::MetersMeasured& meters) { emit metersMeasured(meters); },
                   [&](const engine::StatsMeasured& stats) { emit statsMeasured(stats); },
                   [&](const engine::ClapHeard& clap) { emit clapHeard(clap); },
               },
               event);
}

void Dispatcher::engineStarted() {
    replan(clock_.now()); // whoever draws goes on: what time alone has taken off is told to it first
    // Nothing of the old picture is left: program is confirmed anew.
    state_.stage.program = {};
    state_.stage.programToken.clear();
    state_.stage.overtaken.clear();
    carried_ = {}; // A new engine knows nothing of what the one before was told.
    replan(clock_.now());
    tell({Change{PatchKind::Stage, {}}});
}

void Dispatcher::sceneOnProgram(const engine::SceneOnProgram& event) {
    if (!stage::awaits(state_.stage, event.token))
        return;
    std::vector<record::Fact> facts{
        stage::Fact{stage::ProgramConfirmed{event.token, event.scene, event.mediaMs}}};
    const show::AiredItem* current = state_.run.current();
    // Its own picture, or the host's cut that overtook it: the item stays, and is on air with what he chose.
    const bool its =
        current && (event.token == current->id.value || event.token == state_.stage.requested.token);
    const bool aired = its && !current->onAir;
    const Instant now = clock_.now();
    std::vector<std::pair<Error, Command>> refusals;
    if (aired) {
        facts.emplace_back(show::Fact{show::ItemAired{current->id, event.mediaMs}});
        // Here and nowhere else: this fact comes once for each take, and a resume does not bring it again.
        for (const commerce::Request& request : requestsOfAired(state_, current->item.id)) {
            if (const Result<void> right = checkRequest(state_, request); !right)
                refusals.emplace_back(right.error(), Ask{request});
            else
                facts.push_back(requestMade(request, Moment{now, serverSeq_}, ids_));
        }
    }
    commit(facts, now);
    for (const auto& [error, command] : refusals)
        emit refused(error, command);
    if (aired && openTake_.token == event.token)
        emit takeConfirmed(AiredId{event.token}, openTake_.toPostUs + event.requestToFrameUs);
}

void Dispatcher::sourceChanged(const engine::SourceChanged& event) {
    const auto held = state_.stage.sources.find(event.source);
    if (held != state_.stage.sources.end() && !news(held->second, event.status))
        return;
    std::vector<record::Fact> facts{stage::Fact{stage::SourceStatusChanged{event.source, event.status}}};
    const std::string subject = "source:" + event.source.value;
    switch (event.status.health) {
    case stage::SourceHealth::Lost:
    case stage::SourceHealth::Failed:
        setFault(facts, subject, errorOr(event.status.error, ErrorCode::CameraLost), event.status.detail);
        // Once for each loss: whoever goes back to the scene all the same keeps it.
        if (!state_.setUp.lostFallback.empty() &&
            (held == state_.stage.sources.end() || !gone(held->second.health))) {
            if (auto other = stage::standIn(state_.setUp, state_.stage, event.source, ids_()))
                facts.emplace_back(stage::Fact{std::move(*other)});
        }
        break;
    case stage::SourceHealth::Live:
        clearFault(facts, subject);
        break;
    case stage::SourceHealth::None:
    case stage::SourceHealth::Connecting: // Trying again is not being back.
        break;
    }
    commit(facts, clock_.now());
}

void Dispatcher::outputChanged(const engine::OutputChanged& event) {
    const auto held = state_.stage.outputs.find(event.output);
    if (held != state_.stage.outputs.end() && !news(held->second, event.status))
        return;
    std::vector<record::Fact> facts{stage::Fact{stage::OutputStatusChanged{event.output, event.status}}};
    const std::string subject = "output:" + event.output.value;
    switch (event.status.health) {
    case stage::OutputHealth::Reconnecting:
    case stage::OutputHealth::Failed:
        setFault(facts, subject, errorOr(event.status.error, ErrorCode::OutputLost), event.status.detail);
        break;
    case stage::OutputHealth::Active:
    case stage::OutputHealth::Stopped:
        clearFault(facts, subject);
        break;
    case stage::OutputHealth::None:
    case stage::OutputHealth::Starting:
        break;
    }
    commit(facts, clock_.now());
}

} // namespace vitrina::control
