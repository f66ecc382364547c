// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Overloaded.hpp"
#include "control/Commands.hpp"
#include "control/Dispatcher.hpp"
#include "control/Touched.hpp"

#include <utility>

/// Changes of the machine's set-up on their way through the studio (app/stage/setup.md).
namespace vitrina::control {
namespace {

void fillId(stage::SetUpEdit& edit, const IdSource& ids) {
    if (auto* source = std::get_if<stage::AddSource>(&edit); source && source->source.id.empty())
        source->source.id = SourceId{ids()};
    if (auto* scene = std::get_if<stage::AddScene>(&edit); scene && scene->scene.id.empty())
        scene->scene.id = SceneId{ids()};
}

} // namespace

Result<SetUpDecision> decideSetUp(const State& state, stage::SetUpEdit edit, const IdSource& ids) {
    fillId(edit, ids);
    Result<stage::SetUpChange> change = stage::decide(state.setUp, state.stage, edit);
    if (!change)
        return change.error();
    SetUpDecision decision{std::move(change->setUp), {}};
    for (stage::Fact& fact : change->facts)
        decision.facts.emplace_back(std::move(fact));
    for (const stage::Source& source : state.setUp.sources) {
        const std::string subject = "source:" + source.id.value;
        if (!stage::findSource(decision.setUp, source.id) && state.faults.contains(subject))
            decision.facts.emplace_back(record::OwnFact{record::FaultCleared{subject}});
    }
    return decision;
}

Result<void> Dispatcher::editSetUp(const stage::SetUpEdit& edit, Instant now) {
    Result<SetUpDecision> decision = decideSetUp(state_, edit, ids_);
    if (!decision) {
        emit refused(decision.error(), Command{edit});
        return decision.error();
    }
    if (decision->setUp == state_.setUp)
        return {};
    state_.setUp = std::move(decision->setUp);
    std::erase_if(state_.stage.sources,
                  [&](const auto& held) { return !stage::findSource(state_.setUp, held.first); });
    if (decision->facts.empty())
        replan(now);
    else
        commit(decision->facts, now);
    tell({Change{PatchKind::SetUp, {}}});
    emit setUpEdited();
    return {};
}

void keepToSetUp(State& state) {
    const show::AiredItem* current = state.run.current();
    const stage::Scene* scene =
        stage::sceneForRole(state.setUp, current ? current->item.role : SceneRole::None);
    if (!scene)
        return;
    stage::ProgramRequest& requested = state.stage.requested;
    if (!stage::findScene(state.setUp, requested.scene) && !requested.token.empty()) {
        requested.scene = scene->id;
        requested.insteadOf = {}; // it stands in for nothing any more
    }
    if (!stage::findScene(state.setUp, state.stage.preview) && !state.stage.preview.empty())
        state.stage.preview = scene->id;
}

} // namespace vitrina::control
