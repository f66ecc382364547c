// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "support/StudioRig.hpp"

#include <rapidcheck.h>

#include <QTest>

#include <memory>
#include <optional>

using namespace vitrina;
using namespace vitrina::control;
using test::Outside;
using test::StudioRig;

namespace {

int upTo(int end) {
    return *rc::gen::resize(100, rc::gen::inRange(0, end));
}

template <class T>
T oneOf(std::vector<T> all) {
    return all[static_cast<std::size_t>(upTo(static_cast<int>(all.size())))];
}

Command anyStageCommand() {
    const SceneId scene{oneOf<std::string>({"full", "close", "both", "none"})};
    const SourceId source{oneOf<std::string>({"host", "table", "none"})};
    switch (upTo(11)) {
    case 8:
        return stage::SetLowerThird{upTo(2) == 0, oneOf<std::string>({"", "Ilze", "Anna"}), "host"};
    case 9:
        return stage::StartCountdown{"soon", upTo(4000), 0,
                                     AiredId{oneOf<std::string>({"", "id-3", "id-5"})}};
    case 10:
        return stage::StopCountdown{};
    case 0:
        return stage::SetPreview{scene};
    case 1:
        return stage::Cut{};
    case 2:
        return stage::Auto{};
    case 3:
        return stage::SetCard{upTo(2) == 0};
    case 4:
        return stage::SetMuted{source, upTo(2) == 0};
    case 5:
        return stage::SetVolume{source, double(upTo(120) - 100)};
    case 6:
        return stage::SetSlate{upTo(2) == 0};
    case 7:
        return stage::SetAllMuted{upTo(2) == 0};
    default:
        return stage::SetTransition{
            {oneOf<stage::TransitionKind>({stage::TransitionKind::Cut, stage::TransitionKind::Fade}),
             upTo(1000)}};
    }
}

Command anyShowCommand(const StudioRig& rig) {
    const show::Run& run = rig.dispatcher.state().run;
    switch (upTo(10)) {
    case 8:
        return show::SendCue{{}, oneOf<std::string>({"", "closer", "slower"}), "Ilze"};
    case 9:
        return upTo(2) == 0 ? Command(show::SeeCue{run.cue ? run.cue->id : CueId{"none"}})
                            : Command(show::ClearCue{run.cue ? run.cue->id : CueId{"none"}});
    case 0:
        return StartStandby{upTo(4) == 0};
    case 1:
        return upTo(25) == 0 ? Command(show::EndShow{}) : Command(show::GoLive{});
    case 2:
        return show::SetNext{ItemId{oneOf<std::string>({"hello", "mug", "spare", "towel", "bye", "none"})}};
    case 3:
        return show::MoveNext{upTo(5) - 2};
    case 4:
        return oneOf<Command>(
            {Ask{commerce::CorrectStock{Sku{"MUG"}, 1, "x"}}, Ask{commerce::SwitchSales{false}},
             Ask{commerce::SwitchSkus{{Sku{"MUG"}}, upTo(2) == 0}}, Ask{commerce::SwitchChat{upTo(2) == 0}}});
    default:
        return Take{run.current() ? run.current()->id : AiredId{}, run.next, upTo(2) == 0};
    }
}

void anythingFromOutside(StudioRig& rig) {
    const State& state = rig.dispatcher.state();
    switch (upTo(9)) {
    case 0:
        return rig.confirm();
    case 1:
        return state.stage.overtaken.empty() ? rig.confirm("strange")
                                             : rig.confirm(state.stage.overtaken.back().token);
    case 2:
        return rig.camera(oneOf<std::string>({"host", "table"}),
                          oneOf<stage::SourceHealth>({stage::SourceHealth::Live, stage::SourceHealth::Lost}));
    case 3:
        return rig.link(oneOf<LinkHealth>({LinkHealth::Up, LinkHealth::Down, LinkHealth::Connecting}));
    case 4:
        return rig.dispatcher.tick();
    case 5:
        return rig.advance(upTo(9000));
    case 6:
        return rig.dispatcher.engineSaid(engine::EngineStarted{"again", 0});
    default:
        break;
    }
    if (state.run.id.empty())
        return;
    if (!state.pending.empty() && upTo(2) == 0)
        return rig.server(
            commerce::Fact{commerce::RequestAnswered{state.pending.front().id, ErrorCode::None, "", {}}});
    if (upTo(4) == 0)
        return rig.server(commerce::Fact{commerce::SkusSwitched{{Sku{"MUG"}}, upTo(2) == 0}});
    if (upTo(8) == 0)
        return rig.server(audience::Fact{audience::ChatSwitched{upTo(2) == 0}});
    rig.server(commerce::Fact{test::order("n", "MUG", 1, 1800, {10, upTo(3), upTo(8)})});
}

void anyStep(StudioRig& rig) {
    rig.advance(upTo(500));
    switch (upTo(3)) {
    case 0:
        rig.tryTo(anyStageCommand());
        break;
    case 1:
        rig.tryTo(anyShowCommand(rig));
        break;
    default:
        anythingFromOutside(rig);
    }
}

/// What stands outside after all the steps.
Outside walked(const StudioRig& rig) {
    Outside outside = rig.outside;
    outside.closed = 0;
    return outside;
}

Outside jumped(const State& state, Instant now) {
    Outside outside;
    for (const Effect& effect : plan(State{}, state, now))
        outside.take(effect);
    return outside;
}

void assertSound(const StudioRig& rig) {
    const State& state = rig.dispatcher.state();
    int open = 0;
    for (const show::AiredItem& aired : state.run.aired)
        open += aired.ended ? 0 : 1;
    RC_ASSERT(open <= 1);
    // Each confirmation is recorded once, and only of an item that was taken before.
    std::set<std::string> taken;
    std::set<std::string> onAir;
    std::uint64_t seq = 0;
    for (const record::Record& one : rig.journal) {
        if (one.origin != record::Origin::Studio)
            continue;
        RC_ASSERT(one.seq == ++seq);
        if (const auto* fact = std::get_if<show::Fact>(&one.fact)) {
            if (const auto* item = std::get_if<show::ItemTaken>(fact))
                RC_ASSERT(taken.insert(item->aired.id.value).second);
            if (const auto* item = std::get_if<show::ItemAired>(fact)) {
                RC_ASSERT(taken.contains(item->aired.value));
                RC_ASSERT(onAir.insert(item->aired.value).second);
            }
        }
    }
    for (const show::AiredItem& aired : state.run.aired)
        RC_ASSERT(aired.onAir.has_value() == onAir.contains(aired.id.value));
    RC_ASSERT((state.stage.program.empty() || !state.stage.programToken.empty()));
}

bool jumpingEqualsWalking() {
    return rc::check("effects carried out step by step leave what a plan from nothing leaves", [] {
        StudioRig rig;
        for (int step = 0; step < 50; ++step)
            anyStep(rig);
        rig.dispatcher.tick();
        RC_ASSERT(walked(rig) == jumped(rig.dispatcher.state(), rig.clock.now()));
    });
}

std::string differences(const State& a, const State& b) {
    std::string names;
    const auto compare = [&](const char* name, bool same) {
        names += same ? "" : std::string(name) + " ";
    };
    compare("catalogue", a.catalogue == b.catalogue);
    compare("run", a.run == b.run);
    compare("stage", a.stage == b.stage);
    compare("sales", a.salesOpen == b.salesOpen && a.stopped == b.stopped && a.chatOpen == b.chatOpen);
    compare("stock", a.stock == b.stock);
    compare("audience", a.audience == b.audience && a.chat == b.chat);
    compare("page", a.pageUrl == b.pageUrl && a.clockOffsetMs == b.clockOffsetMs);
    compare("pending", a.pending == b.pending);
    return names;
}

bool stepsKeepTheStateSound() {
    return rc::check("any commands and events keep the run sound, and its records rebuild it", [] {
        StudioRig rig;
        for (int step = 0; step < 50; ++step)
            anyStep(rig);
        assertSound(rig);
        if (rig.dispatcher.state().run.phase == show::RunPhase::None ||
            rig.dispatcher.state().run.phase == show::RunPhase::Ended)
            return;
        rig.dispatcher.tick(); // what is over is over before the kill too
        StudioRig again;
        again.clock = rig.clock;
        RC_ASSERT(again.dispatcher.resume(rig.journal));
        State before = rig.dispatcher.state();
        State after = again.dispatcher.state();
        forgetOutside(before);
        forgetOutside(after);
        RC_LOG() << "differs in: " << differences(before, after);
        RC_ASSERT((before == after));
    });
}

/// How long the item taken last has been on, by the clock of the studio that is asked.
std::optional<std::int64_t> lasted(const StudioRig& rig) {
    const show::AiredItem* current = rig.dispatcher.state().run.current();
    return current ? std::optional(rig.clock.now().monoMs - current->taken.monoMs) : std::nullopt;
}

/// Another process reads what the ones before have written, some time later; the machine may have been
/// restarted too.
std::unique_ptr<StudioRig> killed(const StudioRig& rig, std::int64_t gapMs) {
    const bool reboot = upTo(3) == 0;
    auto again = std::make_unique<StudioRig>(test::smallState(), reboot ? "another boot" : rig.clock.boot);
    again->clock.at = {rig.clock.at.wallMs + gapMs, reboot ? upTo(1000) : rig.clock.at.monoMs + gapMs};
    again->ids = rig.ids;
    RC_ASSERT(again->dispatcher.resume(rig.journal));
    again->journal.insert(again->journal.begin(), rig.journal.begin(), rig.journal.end());
    return again;
}

bool aKillLeavesWhatStood() {
    return rc::check(
        "killed at any moment, the next studio brings about what stood, and its timers go on", [] {
            auto rig = std::make_unique<StudioRig>();
            for (int step = upTo(50); step > 0; --step)
                anyStep(*rig);
            const show::RunPhase phase = rig->dispatcher.state().run.phase;
            if (phase == show::RunPhase::None || phase == show::RunPhase::Ended)
                return;
            rig->link(LinkHealth::Up);
            rig->dispatcher.tick();
            for (int kills = upTo(3) + 1; kills > 0; --kills) {
                const std::int64_t gapMs = upTo(20'000);
                auto again = killed(*rig, gapMs);
                RC_ASSERT(again->outside.closed == 0);
                const auto before = lasted(*rig);
                RC_ASSERT(lasted(*again) == (before ? std::optional(*before + gapMs) : std::nullopt));
                if (upTo(2) == 0)
                    again->dispatcher.engineSaid(engine::EngineStarted{"again", 0});
                again->link(LinkHealth::Up);
                again->dispatcher.tick();
                rig->advance(gapMs); // had it lived on: a countdown goes on over the gap
                rig->dispatcher.tick();
                RC_ASSERT(walked(*again) == walked(*rig));
                RC_ASSERT(again->dispatcher.state().stage.transition ==
                          rig->dispatcher.state().stage.transition);
                rig = std::move(again);
            }
        });
}

bool aSplitPlanIsTheWholePlan() {
    return rc::check("plan(a, b) then plan(b, c) leaves what plan(a, c) leaves", [] {
        StudioRig rig;
        const auto walk = [&] {
            for (int step = 0; step < 20; ++step)
                anyStep(rig);
            return rig.dispatcher.state();
        };
        const State a = walk();
        const State b = walk();
        const State c = walk();
        const Instant now = rig.clock.now();
        Outside direct = jumped(a, now);
        Outside split = direct;
        for (const Effect& effect : plan(a, c, now))
            direct.take(effect);
        for (const Effect& effect : plan(a, b, now))
            split.take(effect);
        for (const Effect& effect : plan(b, c, now))
            split.take(effect);
        RC_ASSERT((direct == split));
    });
}

} // namespace

class StandingPropertyTest : public QObject {
    Q_OBJECT

  private slots:
    void jumping() { QVERIFY(jumpingEqualsWalking()); }
    void soundness() { QVERIFY(stepsKeepTheStateSound()); }
    void killing() { QVERIFY(aKillLeavesWhatStood()); }
    void splitting() { QVERIFY(aSplitPlanIsTheWholePlan()); }
};

QTEST_GUILESS_MAIN(StandingPropertyTest)
#include "StandingPropertyTest.moc"
