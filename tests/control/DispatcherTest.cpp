// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StudioRig.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;
using Words = std::vector<std::string>;

/// Commands: what they record and what they have carried out.
class DispatcherTest : public QObject {
    Q_OBJECT

  private slots:
    void standbyOpensTheShop();
    void whatWasHeardBeforeTheRunIsRestated();
    void goingLiveStartsOutputs();
    void aRehearsalNeverReachesAPlatform();
    void aTakeIsOneDecision();
    void aTakeIsRefusedBeforeLive();
    void onAirWhenTheEngineSaysSo();
    void aTakeByCutIsACut();
    void previewFollowsTheNextItem();
    void cutLeavesTheItem();
    void cardIsToggledByHand();
    void aPaidItemHasItsLabel();
    void endingClosesOnce();
    void aRefusalChangesNothing();
    void recordsAreNumberedAndStamped();
    void patchesNameWhatChanged();
    void takeTimeIsTold();
    void anEngineThatConfirmsAtOnce();
    void aCutThatOvertakesATakeAirsTheItem();
    void aTakeOfABigShowIsQuick();
};

void DispatcherTest::standbyOpensTheShop() {
    StudioRig rig;
    QCOMPARE(rig.tryTo(StartStandby{}), ErrorCode::None);
    const auto shops = test::factsOf<commerce::ShopOpened, commerce::Fact>(rig.records);
    QCOMPARE(shops.size(), std::size_t(1));
    QCOMPARE(shops[0].catalogue, test::smallCatalogue());
    QCOMPARE(shops[0].disclosureText, "#reklāma");
    QCOMPARE(rig.dispatcher.state().run.id.value, "id-1");
    QCOMPARE(rig.dispatcher.state().stock.at(Sku{"MUG"}), (commerce::StockLevel{10, 0, 0}));
    QCOMPARE(rig.outside.scene, "full");
    QCOMPARE(rig.outside.preview, "full");
    QVERIFY(rig.outside.outputs.empty());
    QCOMPARE(rig.tryTo(StartStandby{}), ErrorCode::WrongPhase);
}

void DispatcherTest::whatWasHeardBeforeTheRunIsRestated() {
    StudioRig rig;
    rig.camera("host", stage::SourceHealth::Lost);
    rig.link(LinkHealth::Up);
    rig.tryTo(stage::SetMuted{SourceId{"table"}, true});
    QVERIFY(rig.records.empty()); // there is no run to write into
    QVERIFY(rig.dispatcher.state().faults.contains("source:host"));
    rig.tryTo(StartStandby{});
    QCOMPARE((test::factsOf<record::FaultRaised, record::OwnFact>(rig.records)),
             (std::vector{record::FaultRaised{"source:host", ErrorCode::CameraLost, ""}}));
    QCOMPARE((test::factsOf<record::ServerAttached, record::OwnFact>(rig.records).size()), std::size_t(1));
    QCOMPARE((test::factsOf<stage::MutedSet, stage::Fact>(rig.records).size()), std::size_t(1));
}

void DispatcherTest::goingLiveStartsOutputs() {
    StudioRig rig;
    rig.tryTo(StartStandby{});
    rig.forget();
    QCOMPARE(rig.tryTo(show::GoLive{}), ErrorCode::None);
    QCOMPARE(rig.effects, (Words{"start rtmp rtmp rtmp://example/app", "start web video web"}));
}

void DispatcherTest::aRehearsalNeverReachesAPlatform() {
    StudioRig rig;
    rig.tryTo(StartStandby{true});
    rig.forget();
    rig.tryTo(show::GoLive{});
    QCOMPARE(rig.effects, (Words{"start web video web"}));
    QVERIFY(rig.dispatcher.state().run.rehearsal);
}

void DispatcherTest::aTakeIsOneDecision() {
    StudioRig rig;
    rig.startLive();
    rig.take();
    rig.advance(1000);
    rig.forget();
    QCOMPARE(rig.take(), ErrorCode::None); // the mug
    const std::string token = rig.dispatcher.state().run.current()->id.value;
    QCOMPARE(rig.records.size(), std::size_t(4));
    QVERIFY(std::holds_alternative<show::ItemTaken>(std::get<show::Fact>(rig.records[0].fact)));
    QVERIFY(std::holds_alternative<stage::ProgramRequested>(std::get<stage::Fact>(rig.records[1].fact)));
    QVERIFY(std::holds_alternative<stage::PreviewSet>(std::get<stage::Fact>(rig.records[2].fact)));
    QVERIFY(std::holds_alternative<stage::CardSet>(std::get<stage::Fact>(rig.records[3].fact)));
    QCOMPARE(rig.effects,
             (Words{"scene close " + token + " fade", "preview both", "card Clay mug 18.00 available 10"}));
    QCOMPARE(rig.patches.size(), std::size_t(1));
    rig.advance(1000);
    rig.forget();
    rig.take(); // the towel: another product, the card stays on
    QVERIFY((test::factsOf<stage::CardSet, stage::Fact>(rig.records).empty()));
    QCOMPARE(rig.outside.card->name, "Linen towel");
    QVERIFY(rig.outside.card->pricesDiffer);
    QCOMPARE(rig.outside.card->available, 8);
    rig.advance(1000);
    rig.take(); // bye: no product
    QVERIFY(!rig.outside.card);
}

void DispatcherTest::aTakeIsRefusedBeforeLive() {
    StudioRig rig;
    QCOMPARE(rig.take(), ErrorCode::WrongPhase);
    rig.tryTo(StartStandby{});
    QCOMPARE(rig.take(), ErrorCode::WrongPhase);
    QCOMPARE(rig.refusals.size(), std::size_t(2));
}

void DispatcherTest::onAirWhenTheEngineSaysSo() {
    StudioRig rig;
    rig.startLive();
    rig.take();
    const std::string token = rig.dispatcher.state().run.current()->id.value;
    QVERIFY(!rig.dispatcher.state().run.current()->onAir);
    rig.confirm("strange", 5);
    QVERIFY(!rig.dispatcher.state().run.current()->onAir);
    rig.forget();
    rig.advance(30);
    rig.confirm(token, 1234);
    QCOMPARE(rig.dispatcher.state().run.current()->onAir, std::optional(rig.clock.now()));
    QCOMPARE((test::factsOf<show::ItemAired, show::Fact>(rig.records)),
             (std::vector{show::ItemAired{AiredId{token}, 1234}}));
    rig.confirm(token, 1300);
    QCOMPARE(rig.records.size(), std::size_t(2)); // each once
    QVERIFY(rig.effects.empty());
}

void DispatcherTest::aTakeByCutIsACut() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(rig.take(true), ErrorCode::None);
    QVERIFY(rig.effects.front().ends_with(" cut"));
}

void DispatcherTest::previewFollowsTheNextItem() {
    StudioRig rig;
    rig.startLive();
    rig.tryTo(show::SetNext{ItemId{"mug"}});
    QCOMPARE(rig.outside.preview, "close");
    rig.tryTo(stage::SetPreview{SceneId{"full"}});
    rig.tryTo(show::MoveNext{1});
    QCOMPARE(rig.outside.preview, "full"); // the host chose it
    rig.take();                            // towel; bye is next
    QCOMPARE(rig.outside.preview, "full");
    QVERIFY(!rig.dispatcher.state().stage.previewChosenByHost);
}

void DispatcherTest::cutLeavesTheItem() {
    StudioRig rig;
    rig.startLive();
    rig.take();
    rig.confirm();
    const show::Run before = rig.dispatcher.state().run;
    rig.forget();
    QCOMPARE(rig.tryTo(stage::Cut{}), ErrorCode::None); // an empty token gets one
    rig.confirm();
    QCOMPARE(rig.dispatcher.state().run, before);
    QCOMPARE(rig.outside.scene, "close");
    QCOMPARE(rig.dispatcher.state().stage.program.value, "close");
}

void DispatcherTest::cardIsToggledByHand() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(rig.tryTo(stage::SetCard{true}), ErrorCode::WrongPhase);
    rig.take();
    QCOMPARE(rig.tryTo(stage::SetCard{true}), ErrorCode::WrongPhase); // nothing to show
    rig.advance(1000);
    rig.take();
    QVERIFY(rig.outside.card);
    rig.tryTo(stage::SetCard{false});
    QVERIFY(!rig.outside.card);
    rig.tryTo(stage::SetCard{true});
    QVERIFY(rig.outside.card);
}

void DispatcherTest::aPaidItemHasItsLabel() {
    StudioRig rig;
    rig.startLive();
    rig.tryTo(show::SetNext{ItemId{"towel"}});
    rig.take();
    QCOMPARE(rig.outside.label, "#reklāma");
    rig.advance(1000);
    rig.take();
    QCOMPARE(rig.outside.label, "");
    State without = test::smallState();
    without.show.disclosureText.clear();
    StudioRig other(without);
    other.startLive();
    other.tryTo(show::SetNext{ItemId{"towel"}});
    other.take();
    QCOMPARE(other.outside.label, "#reklāma"); // missing is put on
}

void DispatcherTest::endingClosesOnce() {
    StudioRig rig;
    rig.startLive();
    rig.tryTo(show::SetNext{ItemId{"towel"}});
    rig.take();
    rig.forget();
    QCOMPARE(rig.tryTo(show::EndShow{}), ErrorCode::None);
    QCOMPARE(rig.effects, (Words{"card off", "label off", "stop rtmp", "stop web", "close show"}));
    QVERIFY(!rig.dispatcher.state().stage.cardOn);
    rig.dispatcher.tick();
    QCOMPARE(rig.outside.closed, 1);
}

void DispatcherTest::aRefusalChangesNothing() {
    StudioRig rig;
    rig.startLive();
    const State before = rig.dispatcher.state();
    for (const Command& command :
         {Command(Take{AiredId{"x"}, ItemId{"hello"}, false}), Command(show::GoLive{}),
          Command(stage::SetPreview{SceneId{"x"}}), Command(show::SetNext{ItemId{"x"}}),
          Command(Ask{commerce::CorrectStock{Sku{"x"}, 1, ""}}),
          Command(Ask{commerce::CorrectStock{Sku{"MUG"}, 0, ""}})})
        QVERIFY(rig.tryTo(command) != ErrorCode::None);
    QCOMPARE(rig.refusals.size(), std::size_t(6));
    QVERIFY(rig.dispatcher.state() == before);
    QVERIFY(rig.records.empty() && rig.effects.empty() && rig.patches.empty());
    State noScenes = test::smallState();
    noScenes.setUp.scenes.clear();
    StudioRig blind(noScenes);
    blind.tryTo(StartStandby{});
    blind.tryTo(show::GoLive{});
    QCOMPARE(blind.take(), ErrorCode::NoSceneForRole);
    QVERIFY(blind.dispatcher.state().run.aired.empty());
}

void DispatcherTest::recordsAreNumberedAndStamped() {
    StudioRig rig;
    rig.startLive();
    rig.server(commerce::Fact{test::order("1", "MUG", 1, 1800, {10, 0, 1})});
    rig.advance(500);
    rig.take();
    std::uint64_t seq = 0;
    for (const record::Record& one : rig.journal) {
        if (one.origin == record::Origin::Server)
            continue;
        QCOMPARE(one.seq, ++seq);
        QCOMPARE(one.show.value, "show-1");
        QCOMPARE(one.run, rig.dispatcher.state().run.id);
        QCOMPARE(one.boot, "boot-1");
    }
    QCOMPARE(rig.journal.back().seenOther, std::uint64_t(1));
    QCOMPARE(rig.journal.back().at, rig.clock.now());
    QCOMPARE(rig.dispatcher.studioSeq(), seq);
}

void DispatcherTest::patchesNameWhatChanged() {
    StudioRig rig;
    rig.startLive();
    rig.take();
    rig.advance(1000);
    rig.forget();
    rig.take();
    const Patch expected{{PatchKind::Run, ""},
                         {PatchKind::Item, "mug"},
                         {PatchKind::Item, "hello"},
                         {PatchKind::Item, "towel"},
                         {PatchKind::Stage, ""}};
    QVERIFY(rig.patches.at(0) == expected);
    rig.forget();
    rig.server(commerce::Fact{test::order("1", "TOWEL-S", 1, 2400, {5, 0, 1})});
    const Patch ordered{{PatchKind::Product, "p-towel"}, {PatchKind::Audience, ""}, {PatchKind::Order, "1"}};
    QVERIFY(rig.patches.at(0) == ordered);
    rig.forget();
    rig.tryTo(stage::SetMuted{SourceId{"host"}, true});
    QVERIFY(rig.patches.at(0) == (Patch{{PatchKind::Source, "host"}}));
}

void DispatcherTest::takeTimeIsTold() {
    StudioRig rig;
    rig.startLive();
    std::vector<qint64> times;
    connect(&rig.dispatcher, &Dispatcher::takeConfirmed, this,
            [&](const AiredId&, qint64 us) { times.push_back(us); });
    rig.take();
    rig.confirm();
    rig.confirm();
    QCOMPARE(times.size(), std::size_t(1));
    QVERIFY(times[0] >= 20'000); // what the engine measured, and what came before
    rig.tryTo(stage::Cut{});
    rig.confirm();
    QCOMPARE(times.size(), std::size_t(1)); // a cut is no take
}

void DispatcherTest::anEngineThatConfirmsAtOnce() {
    // The confirmation comes while the take's own effects are still being carried out.
    struct AtOnce final : RecordSink, EffectSink {
        void append(std::vector<record::Record> more) override {
            records.insert(records.end(), more.begin(), more.end());
        }
        void carryOut(const Effect& effect) override {
            if (const auto* command = std::get_if<engine::EngineCommand>(&effect)) {
                if (const auto* scene = std::get_if<engine::ShowScene>(command))
                    dispatcher->engineSaid(engine::SceneOnProgram{scene->token, scene->scene, 0, 1});
            }
        }
        Dispatcher* dispatcher = nullptr;
        std::vector<record::Record> records;
    } sink;
    test::ManualClock clock;
    Dispatcher dispatcher(test::smallState(), clock, sink, sink);
    sink.dispatcher = &dispatcher;
    QVERIFY(dispatcher.dispatch(StartStandby{}));
    QVERIFY(dispatcher.dispatch(show::GoLive{}));
    QVERIFY(dispatcher.dispatch(Take{{}, ItemId{"hello"}, false}));
    QVERIFY(dispatcher.state().run.current()->onAir);
    for (std::size_t i = 0; i < sink.records.size(); ++i)
        QCOMPARE(sink.records[i].seq, std::uint64_t(i + 1));
}

void DispatcherTest::aCutThatOvertakesATakeAirsTheItem() {
    StudioRig rig;
    rig.startLive();
    rig.take();
    const std::string token = rig.dispatcher.state().run.current()->id.value;
    rig.tryTo(stage::Cut{});
    rig.confirm();
    QVERIFY(rig.dispatcher.state().run.current()->onAir);
    rig.confirm(token);
    QCOMPARE((test::factsOf<show::ItemAired, show::Fact>(rig.records).size()), std::size_t(1));
    QCOMPARE(rig.dispatcher.state().stage.program, rig.dispatcher.state().stage.requested.scene);
}

void DispatcherTest::aTakeOfABigShowIsQuick() {
    State state = test::smallState();
    state.show.rundown.segments.assign(1, show::Segment{SegmentId{"s"}, "", {}});
    for (int i = 0; i < 1000; ++i) {
        const std::string id = std::to_string(i);
        state.show.rundown.segments[0].items.push_back(
            test::item(id, show::ItemKind::Product, SceneRole::CloseUp, "p" + id));
        state.catalogue.products.push_back({ProductId{"p" + id}, id, "Product " + id, "", "", {}});
        for (const char* size : {"S", "M", "L"})
            state.catalogue.products.back().variants.push_back(
                {Sku{id + size}, size, Money{1000, "EUR"}, 10});
    }
    StudioRig rig(state);
    rig.startLive();
    std::vector<qint64> times;
    for (int i = 0; i < 301; ++i) {
        rig.advance(show::takeGuardMs);
        const auto before = std::chrono::steady_clock::now();
        QCOMPARE(rig.take(), ErrorCode::None);
        const auto took = std::chrono::steady_clock::now() - before;
        times.push_back(std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    }
    std::ranges::nth_element(times, times.begin() + 150);
    qInfo("a take among 1000 items and 3000 SKUs: median %lld us", times[150]);
    QVERIFY(times[150] < 1000);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "DispatcherTest.moc"
