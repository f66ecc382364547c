// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Commands.hpp"

#include "base/Overloaded.hpp"
#include "control/EditDecision.hpp"
#include "control/OfferDecision.hpp"
#include "control/Selling.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::control {
namespace {

using Facts = Result<std::vector<record::Fact>>;

template <class Fact>
void append(std::vector<record::Fact>& facts, std::vector<Fact> more) {
    for (Fact& fact : more)
        facts.emplace_back(std::move(fact));
}

Facts onStage(const State& state, const stage::Command& command) {
    Result<std::vector<stage::Fact>> decided = stage::decide(state.setUp, state.stage, command);
    if (!decided)
        return decided.error();
    std::vector<record::Fact> facts;
    append(facts, std::move(*decided));
    return facts;
}

SceneId sceneOf(const State& state, const ItemId& item) {
    const show::Item* found = show::findItem(state.show.rundown, item);
    const stage::Scene* scene = found ? stage::sceneForRole(state.setUp, found->role) : nullptr;
    return scene ? scene->id : SceneId{};
}

/// What stands on program before the first take: a scene made for waiting, else the first there is.
const stage::Scene* holdingScene(const stage::SetUp& setUp) {
    for (const SceneRole role : {SceneRole::StartingSoon, SceneRole::Standby}) {
        const auto found = std::ranges::find(setUp.scenes, role, &stage::Scene::role);
        if (found != setUp.scenes.end())
            return &*found;
    }
    return setUp.scenes.empty() ? nullptr : &setUp.scenes.front();
}

/// One key, one decision: the item, its scene, the following preview and the card are facts of the same
/// moment.
Facts take(const State& state, const Take& command, const Moment& moment, const IdSource& ids) {
    const std::string token = ids();
    Result<std::vector<show::Fact>> decided = show::decide(
        state.show, state.run, show::TakeNext{command.expectedCurrent, command.expectedNext, AiredId{token}},
        moment.now);
    if (!decided)
        return decided.error();
    const auto& taken = std::get<show::ItemTaken>(decided->front());
    const show::Item& item = taken.aired.item;
    const stage::Scene* scene = stage::sceneForRole(state.setUp, item.role);
    if (!scene)
        return fail(ErrorCode::NoSceneForRole, item.title);
    const stage::Transition transition =
        command.cut ? stage::Transition{stage::TransitionKind::Cut, 0} : state.stage.transition;
    Facts staged =
        onStage(state, stage::ShowOnProgram{token, scene->id, transition, sceneOf(state, taken.next)});
    if (!staged)
        return staged.error();
    const bool card = item.kind == show::ItemKind::Product;
    std::vector<record::Fact> facts;
    append(facts, std::move(*decided));
    append(facts, std::move(*staged));
    if (card != state.stage.cardOn)
        facts.emplace_back(stage::Fact{stage::CardSet{card}});
    return facts;
}

commerce::ShopOpened shopOf(const State& state, bool rehearsal) {
    const show::Show& show = state.show;
    return {show.title,    show.shopName,       show.hostName, show.locale,
            show.currency, show.disclosureText, rehearsal,     state.catalogue};
}

void restateCountdown(std::vector<record::Fact>& facts, const State& state, Instant now) {
    if (!state.stage.countdown)
        return;
    const stage::Countdown& running = *state.stage.countdown;
    const std::int64_t left = stage::remainingMs(running, now);
    if (left <= 0)
        facts.emplace_back(stage::Fact{stage::CountdownStopped{}});
    else
        facts.emplace_back(
            stage::Fact{stage::CountdownStarted{running.title, running.byClock ? 0 : left,
                                                running.byClock ? running.ends.wallMs : 0, running.aired}});
}

/// What was heard and set before there was a run to write it into.
void restate(std::vector<record::Fact>& facts, const State& state, Instant now) {
    for (const auto& [subject, fault] : state.faults)
        facts.emplace_back(record::OwnFact{record::FaultRaised{subject, fault.error, fault.detail}});
    if (!state.pageUrl.empty())
        facts.emplace_back(record::OwnFact{record::ServerAttached{state.pageUrl, state.clockOffsetMs}});
    if (state.stage.transition != state.setUp.transition)
        facts.emplace_back(stage::Fact{stage::TransitionSet{state.stage.transition}});
    if (!state.stage.preview.empty())
        facts.emplace_back(
            stage::Fact{stage::PreviewSet{state.stage.preview, state.stage.previewChosenByHost}});
    if (state.stage.slateOn)
        facts.emplace_back(stage::Fact{stage::SlateSet{true}});
    if (state.stage.allMuted)
        facts.emplace_back(stage::Fact{stage::AllMutedSet{true}});
    if (state.stage.lowerThird != stage::LowerThird{})
        facts.emplace_back(stage::Fact{stage::LowerThirdSet{state.stage.lowerThird}});
    restateCountdown(facts, state, now);
    for (const auto& [source, muted] : state.stage.muted)
        facts.emplace_back(stage::Fact{stage::MutedSet{source, muted}});
    for (const auto& [source, db] : state.stage.volumeDb)
        facts.emplace_back(stage::Fact{stage::VolumeSet{source, db}});
}

Facts startStandby(const State& state, const StartStandby& command, const Moment& moment,
                   const IdSource& ids) {
    Result<std::vector<show::Fact>> decided =
        show::decide(state.show, state.run, show::StartRun{RunId{ids()}, command.rehearsal}, moment.now);
    if (!decided)
        return decided.error();
    const ItemId next = std::get<show::RunStarted>(decided->front()).next;
    std::vector<record::Fact> facts;
    append(facts, std::move(*decided));
    facts.emplace_back(commerce::Fact{shopOf(state, command.rehearsal)});
    restate(facts, state, moment.now);
    if (const stage::Scene* holding = holdingScene(state.setUp)) {
        const stage::Transition cut{stage::TransitionKind::Cut, 0};
        Facts staged = onStage(state, stage::ShowOnProgram{ids(), holding->id, cut, sceneOf(state, next)});
        if (!staged)
            return staged.error();
        append(facts, std::move(*staged));
    }
    return facts;
}

/// Preview follows the pointer unless the host has put a scene there himself.
Facts movePointer(const State& state, const show::Command& command, Instant now) {
    Result<std::vector<show::Fact>> decided = show::decide(state.show, state.run, command, now);
    if (!decided)
        return decided.error();
    std::vector<record::Fact> facts;
    for (const show::Fact& fact : *decided) {
        const SceneId scene = sceneOf(state, std::get<show::NextSet>(fact).item);
        facts.emplace_back(fact);
        if (!scene.empty() && scene != state.stage.preview && !state.stage.previewChosenByHost)
            facts.emplace_back(stage::Fact{stage::PreviewSet{scene, false}});
    }
    return facts;
}

Facts inShow(const State& state, const show::Command& command, Instant now) {
    Result<std::vector<show::Fact>> decided = show::decide(state.show, state.run, command, now);
    if (!decided)
        return decided.error();
    std::vector<record::Fact> facts;
    append(facts, std::move(*decided));
    return facts;
}

Facts endShow(const State& state, Instant now) {
    Facts facts = inShow(state, show::EndShow{}, now);
    if (facts && state.stage.cardOn)
        facts->emplace_back(stage::Fact{stage::CardSet{false}});
    return facts;
}

Facts setCard(const State& state, const stage::SetCard& command) {
    if (command.on && !currentProduct(state))
        return fail(ErrorCode::WrongPhase, "no product is on air");
    return onStage(state, command);
}

Facts sendCue(const State& state, show::SendCue command, const Moment& moment, const IdSource& ids) {
    if (command.newId.empty())
        command.newId = CueId{ids()};
    return inShow(state, command, moment.now);
}

/// On a card it is the time of the item that is on air, and of no other.
Facts startCountdown(const State& state, const stage::StartCountdown& command, Instant now) {
    const show::AiredItem* current = state.run.current();
    if (!command.aired.empty() && (!current || current->id != command.aired))
        return fail(ErrorCode::StaleCommand);
    if (!command.aired.empty() && !currentProduct(state))
        return fail(ErrorCode::WrongPhase, "no product is on air");
    const std::int64_t ahead = command.untilWallMs - now.wallMs;
    if (command.untilWallMs != 0 && (ahead <= 0 || ahead > stage::longestCountdownMs))
        return fail(ErrorCode::BadDuration);
    return onStage(state, command);
}

/// Packing, sending and paying back is work for after the show as well: the server stays as long as the
/// studio.
bool ofOrders(const commerce::Request& request) {
    return std::holds_alternative<commerce::ChangeOrder>(request) ||
           std::holds_alternative<commerce::VoidSince>(request) ||
           std::holds_alternative<commerce::EraseBuyer>(request);
}

Facts ask(const State& state, const Ask& command, const Moment& moment, const IdSource& ids) {
    const show::RunPhase phase = state.run.phase;
    const bool onGoing = phase == show::RunPhase::Standby || phase == show::RunPhase::Live;
    if (!onGoing && !(phase == show::RunPhase::Ended && ofOrders(command.request)))
        return fail(ErrorCode::WrongPhase);
    if (const Result<void> right = checkRequest(state, command.request); !right)
        return right.error();
    return std::vector<record::Fact>{requestMade(command.request, moment, ids)};
}

/// With studio mode off there is nothing between a press and the picture; preview goes on showing what comes.
Facts chooseScene(const State& state, const stage::SetPreview& chosen, const IdSource& ids) {
    if (state.setUp.studioMode)
        return onStage(state, chosen);
    if (chosen.scene == state.stage.requested.scene)
        return std::vector<record::Fact>{};
    return onStage(state, stage::ShowOnProgram{ids(), chosen.scene, state.stage.transition, {}});
}

std::string tokenOr(const std::string& given, const IdSource& ids) {
    return given.empty() ? ids() : given;
}

} // namespace

Result<std::vector<record::Fact>> decide(const State& state, const Command& command, const Moment& moment,
                                         const IdSource& ids) {
    return std::visit(
        Overloaded{
            [&](const Take& wanted) { return take(state, wanted, moment, ids); },
            [&](const StartStandby& start) { return startStandby(state, start, moment, ids); },
            [&](const show::GoLive& go) { return inShow(state, go, moment.now); },
            [&](const show::EndShow&) { return endShow(state, moment.now); },
            [&](const show::SetNext& set) { return movePointer(state, set, moment.now); },
            [&](const show::MoveNext& move) { return movePointer(state, move, moment.now); },
            [&](const stage::SetCard& set) { return setCard(state, set); },
            [&](const stage::StartCountdown& start) { return startCountdown(state, start, moment.now); },
            [&](const show::SendCue& send) { return sendCue(state, send, moment, ids); },
            [&](const show::SeeCue& see) { return inShow(state, see, moment.now); },
            [&](const show::ClearCue& clear) { return inShow(state, clear, moment.now); },
            [&](const stage::SetPreview& chosen) { return chooseScene(state, chosen, ids); },
            [&](const stage::Cut& cut) { return onStage(state, stage::Cut{tokenOr(cut.token, ids)}); },
            [&](const stage::ReturnToScene& back) {
                return onStage(state, stage::ReturnToScene{tokenOr(back.token, ids)});
            },
            [&](const stage::Auto& automatic) {
                return onStage(state, stage::Auto{tokenOr(automatic.token, ids)});
            },
            [&](const Ask& wanted) { return ask(state, wanted, moment, ids); },
            [&](const PlanOffer& plan) { return decideOffer(state, plan, ids); },
            [&](const DropOffer& drop) { return decideOffer(state, drop); },
            [&](const show::Edit& edit) { return decideEdit(state, edit, ids); },
            [&](const Undo&) { return decideUndo(state, moment); },
            [&](const Redo&) { return decideRedo(state, moment); },
            [&](const stage::SetUpEdit&) -> Facts { return std::vector<record::Fact>{}; },
            [&](const auto& stageCommand) { return onStage(state, stageCommand); },
        },
        command);
}

} // namespace vitrina::control
