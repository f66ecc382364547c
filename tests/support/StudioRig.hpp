// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "support/ManualClock.hpp"
#include "support/SmallShow.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// A dispatcher between sinks that remember, with time and ids that a test can foretell ("id-1", "id-2" …).
namespace vitrina::test {

template <class... Ts>
struct Cases : Ts... {
    using Ts::operator()...;
};

inline std::string money(std::int64_t minor) {
    return std::to_string(minor / 100) + "." + (minor % 100 < 10 ? "0" : "") + std::to_string(minor % 100);
}

inline std::string describe(const control::CardContent& card) {
    constexpr const char* words[] = {"unknown", "available", "checkouts", "sold-out", "stopped"};
    return card.name + (card.pricesDiffer ? " from " : " ") + money(card.fromMinor) + " " +
           words[static_cast<int>(card.stock)] + " " + std::to_string(card.available) +
           (card.wasMinor ? " was " + money(*card.wasMinor) : "") +
           (card.countdownSeconds ? " counts " + std::to_string(*card.countdownSeconds) : "");
}

inline std::string describe(const engine::EngineCommand& command) {
    return std::visit(
        Cases{
            [](const engine::ShowScene& show) {
                const bool fade = show.transition.kind == stage::TransitionKind::Fade;
                return "scene " + show.scene.value + " " + show.token + (fade ? " fade" : " cut");
            },
            [](const engine::SetPreviewScene& set) { return "preview " + set.scene.value; },
            [](const engine::SetOverlay& set) { return "overlay " + set.layer; },
            [](const engine::SetSourceMuted& set) {
                return std::string(set.muted ? "mute " : "unmute ") + set.source.value;
            },
            [](const engine::SetSourceVolume& set) {
                return "volume " + set.source.value + " " + std::to_string(static_cast<int>(set.db));
            },
            [](const engine::StartWebVideo& start) { return "start web video " + start.output.value; },
            [](const engine::StartRecording& start) { return "start recording " + start.output.value; },
            [](const engine::StartRtmp& start) {
                return "start rtmp " + start.output.value + " " + start.url;
            },
            [](const engine::PutSource& put) { return "put source " + put.source.id.value; },
            [](const engine::DropSource& drop) { return "drop source " + drop.source.value; },
            [](const engine::PutScene& put) { return "put scene " + put.scene.id.value; },
            [](const engine::DropScene& drop) { return "drop scene " + drop.scene.value; },
            [](const engine::SetSourceDelay& set) {
                return "delay " + set.source.value + " " + std::to_string(set.ms);
            },
            [](const engine::SetSolo& set) {
                std::string said = "solo";
                for (const SourceId& source : set.sources)
                    said += " " + source.value;
                return said;
            },
            [](const engine::SetLimiter& set) { return std::string(set.on ? "limiter on" : "limiter off"); },
            [](const engine::SetSlidePicture& set) { return "slide " + set.source.value; },
            [](const engine::ListenForClaps& set) {
                return std::string(set.on ? "listen" : "listen no more");
            },
            [](const engine::StopOutput& stop) { return "stop " + stop.output.value; },
        },
        command);
}

inline std::string describe(const control::Effect& effect) {
    return std::visit(Cases{
                          [](const engine::EngineCommand& command) { return describe(command); },
                          [](const control::DrawCard& draw) {
                              return draw.content ? "card " + describe(*draw.content) : "card off";
                          },
                          [](const control::DrawLabel& draw) {
                              return draw.text.empty() ? "label off" : "label " + draw.text;
                          },
                          [](const control::DrawSlate& draw) {
                              return draw.content ? "slate " + draw.content->shopName : "slate off";
                          },
                          [](const control::DrawLowerThird& draw) {
                              return draw.content ? "lower third " + draw.content->title + " / " +
                                                        draw.content->subtitle
                                                  : "lower third off";
                          },
                          [](const control::DrawCountdown& draw) {
                              return draw.content ? "countdown " + draw.content->title + " " +
                                                        std::to_string(draw.content->seconds)
                                                  : "countdown off";
                          },
                          [](const control::PlaceOverlays& place) {
                              return "places " + std::to_string(int(place.places.card)) +
                                     std::to_string(int(place.places.label)) +
                                     std::to_string(int(place.places.lowerThird)) +
                                     std::to_string(int(place.places.countdown));
                          },
                          [](const control::CloseShow&) { return std::string("close show"); },
                      },
                      effect);
}

/// The world outside as the effects have made it.
struct Outside {
    std::string scene;
    std::string token;
    std::string preview;
    std::optional<control::CardContent> card;
    std::string label;
    std::optional<control::DrawSlate::Content> slate;
    std::optional<control::DrawLowerThird::Content> lowerThird;
    std::optional<control::DrawCountdown::Content> countdown;
    stage::OverlayPlaces places;
    std::map<std::string, bool> muted;
    std::map<std::string, double> volume;
    std::set<std::string> outputs;
    std::map<std::string, int> delay;
    std::vector<SourceId> solo;
    bool limiter = true;
    std::set<std::string> sources; ///< put since the start
    std::set<std::string> scenes;
    int closed = 0;

    bool operator==(const Outside&) const = default;

    void take(const engine::EngineCommand& command) {
        std::visit(Cases{
                       [&](const engine::ShowScene& show) {
                           scene = show.scene.value;
                           token = show.token;
                       },
                       [&](const engine::SetPreviewScene& set) { preview = set.scene.value; },
                       [&](const engine::SetOverlay&) {},
                       [&](const engine::SetSourceMuted& set) { muted[set.source.value] = set.muted; },
                       [&](const engine::SetSourceVolume& set) { volume[set.source.value] = set.db; },
                       [&](const engine::StopOutput& stop) { outputs.erase(stop.output.value); },
                       [&](const engine::SetSourceDelay& set) { delay[set.source.value] = set.ms; },
                       [&](const engine::SetSolo& set) { solo = set.sources; },
                       [&](const engine::SetLimiter& set) { limiter = set.on; },
                       [&](const engine::SetSlidePicture&) {},
                       [&](const engine::ListenForClaps&) {},
                       [&](const engine::PutSource& put) { sources.insert(put.source.id.value); },
                       [&](const engine::DropSource& drop) { sources.erase(drop.source.value); },
                       [&](const engine::PutScene& put) { scenes.insert(put.scene.id.value); },
                       [&](const engine::DropScene& drop) { scenes.erase(drop.scene.value); },
                       [&](const auto& start) { outputs.insert(start.output.value); },
                   },
                   command);
    }
    void take(const control::Effect& effect) {
        std::visit(Cases{
                       [&](const engine::EngineCommand& command) { take(command); },
                       [&](const control::DrawCard& draw) { card = draw.content; },
                       [&](const control::DrawLabel& draw) { label = draw.text; },
                       [&](const control::DrawSlate& draw) { slate = draw.content; },
                       [&](const control::DrawLowerThird& draw) { lowerThird = draw.content; },
                       [&](const control::DrawCountdown& draw) { countdown = draw.content; },
                       [&](const control::PlaceOverlays& place) { places = place.places; },
                       [&](const control::CloseShow&) { ++closed; },
                   },
                   effect);
    }
};

inline control::State smallState() {
    control::State state;
    state.show = smallShow();
    state.catalogue = smallCatalogue();
    state.setUp = smallSetUp();
    return state;
}

class StudioRig final : public control::RecordSink, public control::EffectSink {
  public:
    explicit StudioRig(control::State initial = smallState(), const std::string& boot = "boot-1")
        : clock(boot), dispatcher(std::move(initial), clock, *this, *this) {
        dispatcher.setIdSource([this] { return "id-" + std::to_string(++ids); });
        QObject::connect(&dispatcher, &control::Dispatcher::patched,
                         [this](const control::Patch& patch) { patches.push_back(patch); });
        QObject::connect(
            &dispatcher, &control::Dispatcher::refused,
            [this](const Error& error, const control::Command&) { refusals.push_back(error.code); });
    }

    void append(std::vector<record::Record> more) override {
        for (record::Record& one : more) {
            journal.push_back(one);
            records.push_back(std::move(one));
        }
    }
    void carryOut(const control::Effect& effect) override {
        effects.push_back(describe(effect));
        outside.take(effect);
    }

    ErrorCode tryTo(const control::Command& command) {
        const Result<void> done = dispatcher.dispatch(command);
        return done ? ErrorCode::None : done.error().code;
    }
    /// With what the host sees at that moment.
    ErrorCode take(bool cut = false) {
        const show::Run& run = dispatcher.state().run;
        return tryTo(control::Take{run.current() ? run.current()->id : AiredId{}, run.next, cut});
    }
    void confirm(const std::string& token, std::int64_t mediaMs = 0) {
        const stage::Stage& stage = dispatcher.state().stage;
        SceneId scene = stage.requested.scene;
        for (const stage::ProgramRequest& open : stage.overtaken) {
            if (open.token == token)
                scene = open.scene;
        }
        dispatcher.engineSaid(engine::SceneOnProgram{token, scene, mediaMs, 20'000});
    }
    void confirm() { confirm(dispatcher.state().stage.requested.token); }
    void camera(const std::string& source, stage::SourceHealth health, int width = 640, double fps = 30) {
        const ErrorCode error = health == stage::SourceHealth::Lost ? ErrorCode::CameraLost : ErrorCode::None;
        dispatcher.engineSaid(engine::SourceChanged{
            SourceId{source}, stage::SourceStatus{health, width, width * 9 / 16, fps, {}, error, {}}});
    }
    void link(control::LinkHealth health) { dispatcher.linkChanged(health, "http://page/", 0); }
    /// The next record of the server.
    void server(record::Fact fact) {
        record::Record record{dispatcher.state().show.id,
                              dispatcher.state().run.id,
                              record::Origin::Server,
                              dispatcher.serverSeq() + 1,
                              dispatcher.studioSeq(),
                              clock.now(),
                              clock.bootId(),
                              std::move(fact)};
        journal.push_back(record);
        dispatcher.serverSaid({record});
    }
    void advance(std::int64_t ms) { clock.advance(ms); }
    void startLive() {
        tryTo(control::StartStandby{});
        link(control::LinkHealth::Up);
        confirm();
        tryTo(show::GoLive{});
        forget();
    }
    void forget() {
        effects.clear();
        records.clear();
        patches.clear();
        refusals.clear();
    }

    ManualClock clock;
    int ids = 0;
    std::vector<record::Record> journal; ///< both origins, in the order written
    std::vector<record::Record> records; ///< the studio's since forget()
    std::vector<std::string> effects;
    std::vector<control::Patch> patches;
    std::vector<ErrorCode> refusals;
    Outside outside;
    control::Dispatcher dispatcher; ///< last: it goes first
};

/// The facts of one kind among records, in order.
template <class Kind, class Group>
std::vector<Kind> factsOf(const std::vector<record::Record>& records) {
    std::vector<Kind> found;
    for (const record::Record& record : records) {
        if (const auto* group = std::get_if<Group>(&record.fact)) {
            if (const auto* fact = std::get_if<Kind>(group))
                found.push_back(*fact);
        }
    }
    return found;
}

inline commerce::OrderPlaced order(const std::string& number, const std::string& sku, std::int64_t quantity,
                                   std::int64_t unitMinor, commerce::StockLevel after) {
    commerce::OrderPlaced placed;
    placed.order = {OrderNumber{number},
                    ViewerId{"v"},
                    {{Sku{sku}, quantity, unitMinor}},
                    Money{quantity * unitMinor, "EUR"}};
    placed.levels[Sku{sku}] = after;
    return placed;
}

} // namespace vitrina::test
