// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Selling.hpp"
#include "control/Standing.hpp"
#include "stage/Overlays.hpp"

#include <algorithm>
#include <utility>

namespace vitrina::control {
namespace {

/// The time left of a running offer by the server's clock; at its end 0 stands for a moment, as the server's
/// word that it is over is on its way.
std::optional<std::int64_t> offerLeftMs(const State& state, const commerce::RunningOffer* running,
                                        Instant now) {
    if (!running || running->endsMs == 0)
        return std::nullopt;
    const std::int64_t left = running->endsMs - (now.wallMs + state.clockOffsetMs);
    return left > -stage::countdownLingersMs ? std::optional(left) : std::nullopt;
}

std::optional<std::int64_t> secondsOf(std::optional<std::int64_t> leftMs) {
    return leftMs ? std::optional(*leftMs > 0 ? (*leftMs + 999) / 1000 : 0) : std::nullopt;
}

/// What is left of this second; at 0:00, of the time it lingers.
std::int64_t restOfSecond(std::int64_t leftMs) {
    return leftMs > 0 ? (leftMs - 1) % 1000 + 1 : leftMs + stage::countdownLingersMs;
}

std::optional<CardContent> cardOf(const State& state, Instant now) {
    const commerce::Product* product = state.stage.cardOn ? currentProduct(state) : nullptr;
    if (!product || state.run.phase != show::RunPhase::Live)
        return std::nullopt;
    CardContent card;
    card.name = product->name;
    card.code = product->code;
    card.image = product->image;
    card.currency = state.show.currency;
    card.locale = state.show.locale;
    card.pageUrl = state.pageUrl;
    const PriceRange price = priceRange(state, *product);
    card.fromMinor = price.fromMinor;
    card.pricesDiffer = price.several;
    const ProductStock stock = productStock(state, *product, state.stockFresh(now));
    card.stock = stock.word;
    card.available = stock.available;
    card.wasMinor = wasMinor(state, *product, state.stockFresh(now));
    // A countdown beside a price is a promise about it: it leaves with the link (design rule 2).
    // The price's own end goes before one that the host has set.
    const auto& countdown = state.stage.countdown;
    if (!state.stockFresh(now))
        return card;
    card.countdownSeconds = secondsOf(offerLeftMs(state, flashShown(state, *product), now));
    if (!card.countdownSeconds && countdown && !countdown->aired.empty() &&
        countdown->aired == state.run.current()->id)
        card.countdownSeconds = stage::countdownSeconds(state.stage, now);
    return card;
}

bool hasPicture(const State& state) {
    return state.run.phase == show::RunPhase::Standby || state.run.phase == show::RunPhase::Live;
}

std::optional<DrawLowerThird::Content> lowerThirdOf(const State& state) {
    const stage::LowerThird& line = state.stage.lowerThird;
    if (!line.on || !hasPicture(state))
        return std::nullopt;
    return DrawLowerThird::Content{line.title, line.subtitle};
}

std::optional<DrawCountdown::Content> countdownOf(const State& state, Instant now) {
    const std::optional<std::int64_t> seconds = stage::countdownSeconds(state.stage, now);
    if (!seconds || !hasPicture(state) || !state.stage.countdown->aired.empty())
        return std::nullopt;
    return DrawCountdown::Content{state.stage.countdown->title, *seconds};
}

/// A paid item never goes without its label: an item and a show that have no words for it get the usual ones.
std::string labelOf(const State& state) {
    const show::AiredItem* current = state.run.current();
    if (!current || !current->item.disclosure)
        return {};
    if (!current->item.disclosureText.empty())
        return current->item.disclosureText;
    if (!state.show.disclosureText.empty())
        return state.show.disclosureText;
    return state.show.locale.starts_with("lv") ? "#reklāma" : "Paid partnership";
}

std::map<OutputId, stage::Destination> outputsOf(const State& state) {
    std::map<OutputId, stage::Destination> outputs;
    if (state.run.phase != show::RunPhase::Live)
        return outputs;
    for (const stage::Destination& destination : state.setUp.destinations) {
        // A rehearsal has no way to a platform at all.
        if (destination.kind != stage::OutputKind::Rtmp || !state.run.rehearsal)
            outputs.emplace(destination.id, destination);
    }
    return outputs;
}

std::optional<Effect> start(const stage::Destination& destination) {
    switch (destination.kind) {
    case stage::OutputKind::None:
        return std::nullopt;
    case stage::OutputKind::WebVideo:
        return engine::EngineCommand{engine::StartWebVideo{destination.id}};
    case stage::OutputKind::Recording:
        return engine::EngineCommand{engine::StartRecording{destination.id, destination.address, {}}};
    case stage::OutputKind::Rtmp:
        return engine::EngineCommand{engine::StartRtmp{destination.id, destination.address, {}}};
    }
    return std::nullopt;
}

void planPicture(std::vector<Effect>& effects, const Standing& before, const Standing& after) {
    if (after.program != before.program && !after.program.token.empty()) {
        // From nothing there is no picture to come from.
        const stage::Transition transition = before.program.token.empty()
                                                 ? stage::Transition{stage::TransitionKind::Cut, 0}
                                                 : after.program.transition;
        effects.emplace_back(
            engine::EngineCommand{engine::ShowScene{after.program.token, after.program.scene, transition}});
    }
    if (after.preview != before.preview)
        effects.emplace_back(engine::EngineCommand{engine::SetPreviewScene{after.preview}});
    if (after.places != before.places)
        effects.emplace_back(PlaceOverlays{after.places});
    if (after.card != before.card)
        effects.emplace_back(DrawCard{after.card});
    if (after.label != before.label)
        effects.emplace_back(DrawLabel{after.label});
    if (after.lowerThird != before.lowerThird)
        effects.emplace_back(DrawLowerThird{after.lowerThird});
    if (after.countdown != before.countdown)
        effects.emplace_back(DrawCountdown{after.countdown});
    if (!after.slate && before.slate)
        effects.emplace_back(DrawSlate{});
}

template <class List>
const auto* byId(const List& list, const auto& id) {
    const auto found = std::ranges::find_if(list, [&](const auto& one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

void planNewParts(std::vector<Effect>& effects, const Standing::Parts& before, const Standing::Parts& after) {
    for (const stage::Source& source : after.sources) {
        const stage::Source* held = byId(before.sources, source.id);
        if (!held || *held != source)
            effects.emplace_back(engine::EngineCommand{engine::PutSource{source}});
    }
    for (const stage::Scene& scene : after.scenes) {
        const stage::Scene* held = byId(before.scenes, scene.id);
        if (!held || *held != scene)
            effects.emplace_back(engine::EngineCommand{engine::PutScene{scene}});
    }
}

void planGoneParts(std::vector<Effect>& effects, const Standing::Parts& before,
                   const Standing::Parts& after) {
    for (const stage::Scene& scene : before.scenes) {
        if (!byId(after.scenes, scene.id))
            effects.emplace_back(engine::EngineCommand{engine::DropScene{scene.id}});
    }
    for (const stage::Source& source : before.sources) {
        if (!byId(after.sources, source.id))
            effects.emplace_back(engine::EngineCommand{engine::DropSource{source.id}});
    }
}

void planSound(std::vector<Effect>& effects, const Standing& before, const Standing& after) {
    for (const auto& [source, muted] : after.muted) {
        const auto held = before.muted.find(source);
        if (held == before.muted.end() || held->second != muted)
            effects.emplace_back(engine::EngineCommand{engine::SetSourceMuted{source, muted}});
    }
    for (const auto& [source, db] : after.volumeDb) {
        const auto held = before.volumeDb.find(source);
        if (held == before.volumeDb.end() || held->second != db)
            effects.emplace_back(engine::EngineCommand{engine::SetSourceVolume{source, db}});
    }
}

void planHearing(std::vector<Effect>& effects, const Standing& before, const Standing& after) {
    for (const auto& [source, ms] : after.delayMs) {
        const auto held = before.delayMs.find(source);
        if ((held == before.delayMs.end() ? 0 : held->second) != ms)
            effects.emplace_back(engine::EngineCommand{engine::SetSourceDelay{source, ms}});
    }
    if (after.solo != before.solo || (!after.solo.empty() && after.headphones != before.headphones))
        effects.emplace_back(engine::EngineCommand{engine::SetSolo{after.solo, after.headphones}});
    if (after.limiter != before.limiter || after.limiterDb != before.limiterDb)
        effects.emplace_back(engine::EngineCommand{engine::SetLimiter{after.limiter, after.limiterDb}});
}

void planOutputs(std::vector<Effect>& effects, const Standing& before, const Standing& after) {
    for (const auto& [id, destination] : before.outputs) {
        const auto kept = after.outputs.find(id);
        if (kept == after.outputs.end() || kept->second != destination)
            effects.emplace_back(engine::EngineCommand{engine::StopOutput{id}});
    }
    // Streams first: the others begin with the key frame of the one that has connected (engine.md, Outputs).
    for (const bool streams : {true, false}) {
        for (const auto& [id, destination] : after.outputs) {
            const auto held = before.outputs.find(id);
            if ((destination.kind == stage::OutputKind::Rtmp) != streams ||
                (held != before.outputs.end() && held->second == destination))
                continue;
            if (std::optional<Effect> effect = start(destination))
                effects.push_back(std::move(*effect));
        }
    }
}

} // namespace

Standing standing(const State& state, Instant now) {
    Standing result;
    result.parts = Standing::Parts{state.setUp.sources, state.setUp.scenes};
    result.program = state.stage.requested;
    result.preview = state.stage.preview;
    result.card = cardOf(state, now);
    result.label = labelOf(state);
    result.lowerThird = lowerThirdOf(state);
    result.countdown = countdownOf(state, now);
    result.places = stage::placesOf(state.setUp);
    if (state.stage.slateOn && !state.run.id.empty()) // before a run there is no picture to cover
        result.slate = DrawSlate::Content{state.show.shopName};
    for (const stage::Source& source : state.setUp.sources) {
        result.muted[source.id] = stage::mutedOf(state.stage, source);
        result.volumeDb[source.id] = stage::volumeOf(state.stage, source);
        result.delayMs[source.id] = stage::delayOf(state.setUp, state.stage, source);
        if (state.stage.solo.contains(source.id))
            result.solo.push_back(source.id);
    }
    result.headphones = state.setUp.headphones;
    result.limiter = state.setUp.limiter;
    result.limiterDb = state.setUp.limiterDb;
    result.outputs = outputsOf(state);
    return result;
}

std::optional<std::int64_t> nextSecondMs(const State& state, Instant now) {
    if (!hasPicture(state))
        return std::nullopt;
    std::optional<std::int64_t> next;
    if (stage::countdownSeconds(state.stage, now))
        next = restOfSecond(stage::remainingMs(*state.stage.countdown, now));
    const commerce::Product* product = state.stage.cardOn ? currentProduct(state) : nullptr;
    const commerce::RunningOffer* flash = product ? flashShown(state, *product) : nullptr;
    if (const std::optional<std::int64_t> left = offerLeftMs(state, flash, now)) {
        const std::int64_t rest = restOfSecond(*left);
        next = next ? std::min(*next, rest) : rest;
    }
    return next;
}

std::vector<Effect> difference(const Standing& before, const Standing& after) {
    std::vector<Effect> effects;
    const bool covers = after.slate && after.slate != before.slate;
    if (covers) {
        planSound(effects, before, after);
        effects.emplace_back(DrawSlate{after.slate});
    }
    const bool partsKnown = before.parts && after.parts && *before.parts != *after.parts;
    if (partsKnown)
        planNewParts(effects, *before.parts, *after.parts);
    planPicture(effects, before, after);
    if (!covers)
        planSound(effects, before, after);
    planHearing(effects, before, after);
    planOutputs(effects, before, after);
    if (partsKnown)
        planGoneParts(effects, *before.parts, *after.parts);
    return effects;
}

std::vector<Effect> plan(const State& before, const State& after, Instant now) {
    const Standing from = before.run.id.empty() ? Standing{} : standing(before, now);
    return difference(from, standing(after, now));
}

std::vector<Effect> planOnce(const State&, const record::Fact& fact) {
    const auto* inShow = std::get_if<show::Fact>(&fact);
    if (inShow && std::holds_alternative<show::RunEnded>(*inShow))
        return {CloseShow{}};
    return {};
}

} // namespace vitrina::control
