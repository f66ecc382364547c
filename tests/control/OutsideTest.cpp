// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StudioRig.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;
using Words = std::vector<std::string>;

/// What comes from outside: server, link, engine, time; and the way back after a kill.
class OutsideTest : public QObject {
    Q_OBJECT

  private slots:
    void aPriceNobodyCanPayLeavesTheCard();
    void anOrderLowersTheStockOnTheCard();
    void serverRecordsAreAppliedOnce();
    void aHoleInTheServersRecordsIsAFault();
    void recordsOfAnotherRunAreLeftOut();
    void numbersLeaveThePictureWhenTheLinkIsLost();
    void theStaleCardLeavesByItself();
    void aConnectingLinkDoesNotStartTheSpanAnew();
    void theServerIsNotedWhenItChanges();
    void chatIsKeptShort();
    void aLostCameraIsAFaultUntilItIsLive();
    void jitterIsNoNews();
    void outputsHaveFaultsToo();
    void aNewEngineIsToldEverything();
    void wishesExpireAndComeBack();
    void stopSellingNeverExpires();
    void aRefusedWishComesBack();
    void aStopIsShownFromTheKeyOn();
    void oneVariantStoppedLeavesTheOthers();
    void theSlateOutlivesAKill();
    void resumeStandsWhereItStood();
    void resumeDoesNothingTwice();
    void resumeKeepsWhatIsPending();
    void resumeCarriesTimeOverABoot();
    void anEndedRunIsNotResumed();
};

namespace {

const Ask addMugs{commerce::CorrectStock{Sku{"MUG"}, 2, "found a box"}};
const Ask stopSelling{commerce::SwitchSales{false}};

/// On air: the mug, with its card.
void startWithMug(StudioRig& rig) {
    rig.startLive();
    rig.tryTo(show::SetNext{ItemId{"mug"}});
    rig.take();
    rig.confirm();
    rig.forget();
}

State settled(State state) {
    forgetOutside(state);
    return state;
}

} // namespace

void OutsideTest::aPriceNobodyCanPayLeavesTheCard() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(show::SetNext{ItemId{"towel"}});
    rig.advance(1000);
    rig.take();
    rig.confirm();
    QCOMPARE(test::describe(*rig.outside.card), std::string("Linen towel from 24.00 available 8"));
    rig.server(commerce::Fact{test::order("1", "TOWEL-S", 5, 2400, {5, 0, 5})});
    QCOMPARE(rig.effects.back(), "card Linen towel 29.00 available 3");
    rig.server(commerce::Fact{test::order("2", "TOWEL-L", 3, 2900, {3, 0, 3})});
    QCOMPARE(rig.effects.back(), "card Linen towel from 24.00 sold-out 0");
}

void OutsideTest::anOrderLowersTheStockOnTheCard() {
    StudioRig rig;
    startWithMug(rig);
    rig.server(commerce::Fact{test::order("1", "MUG", 2, 1800, {10, 1, 2})});
    QCOMPARE(rig.effects, (Words{"card Clay mug 18.00 available 7"}));
    rig.server(commerce::Fact{test::order("2", "MUG", 7, 1800, {10, 1, 9})});
    QCOMPARE(rig.effects.back(), "card Clay mug 18.00 checkouts 0");
    rig.server(commerce::Fact{test::order("3", "MUG", 1, 1800, {10, 0, 10})});
    QCOMPARE(rig.effects.back(), "card Clay mug 18.00 sold-out 0");
    const AudienceTotals& totals = rig.dispatcher.state().audience;
    QCOMPARE(totals.orders, 3);
    QCOMPARE(totals.units, 10);
    QCOMPARE(totals.gmv, (Money{18000, "EUR"}));
    QVERIFY(rig.records.empty()); // the server's facts are not the studio's to record
}

void OutsideTest::serverRecordsAreAppliedOnce() {
    StudioRig rig;
    startWithMug(rig);
    rig.server(commerce::Fact{test::order("1", "MUG", 1, 1800, {10, 0, 1})});
    const State before = rig.dispatcher.state();
    rig.forget();
    rig.dispatcher.serverSaid({rig.journal.back(), rig.journal.back()});
    QVERIFY(rig.dispatcher.state() == before);
    QVERIFY(rig.patches.empty());
    QCOMPARE(rig.dispatcher.serverSeq(), std::uint64_t(1));
}

void OutsideTest::aHoleInTheServersRecordsIsAFault() {
    StudioRig rig;
    startWithMug(rig);
    rig.server(audience::Fact{audience::ViewersCounted{3, 3}});
    record::Record late = rig.journal.back();
    late.seq = 5;
    late.fact = audience::Fact{audience::ViewersCounted{9, 9}};
    rig.dispatcher.serverSaid({late});
    QCOMPARE(rig.dispatcher.state().audience.watching, 9);
    QVERIFY(rig.dispatcher.state().faults.contains("records"));
    QCOMPARE((test::factsOf<record::FaultRaised, record::OwnFact>(rig.records).size()), std::size_t(1));
}

void OutsideTest::recordsOfAnotherRunAreLeftOut() {
    StudioRig rig;
    startWithMug(rig);
    rig.server(audience::Fact{audience::ViewersCounted{3, 3}});
    record::Record strange = rig.journal.back();
    strange.seq = 2;
    strange.run = RunId{"other"};
    rig.dispatcher.serverSaid({strange});
    strange.run = rig.dispatcher.state().run.id;
    strange.origin = record::Origin::Studio;
    rig.dispatcher.serverSaid({strange});
    QCOMPARE(rig.dispatcher.serverSeq(), std::uint64_t(1));
}

void OutsideTest::numbersLeaveThePictureWhenTheLinkIsLost() {
    StudioRig rig;
    startWithMug(rig);
    rig.link(LinkHealth::Down);
    QVERIFY(rig.dispatcher.state().faults.contains("link"));
    rig.advance(stockStaleAfterMs - 1);
    rig.dispatcher.tick();
    QVERIFY(rig.effects.empty()); // still true enough
    rig.advance(1);
    rig.forget();
    rig.dispatcher.tick();                                           // no fact has come: time alone does it
    QCOMPARE(rig.effects, (Words{"card Clay mug 18.00 unknown 0"})); // the last confirmed price stays
    QVERIFY(rig.records.empty());
    QVERIFY(rig.patches.at(0) == (Patch{{PatchKind::Product, ""}}));
    rig.forget();
    rig.link(LinkHealth::Up);
    QCOMPARE(rig.effects, (Words{"card Clay mug 18.00 available 10"}));
    QVERIFY(!rig.dispatcher.state().faults.contains("link"));
}

void OutsideTest::theStaleCardLeavesByItself() {
    StudioRig rig;
    startWithMug(rig);
    rig.link(LinkHealth::Down);
    rig.advance(stockStaleAfterMs);
    rig.forget();
    QTRY_COMPARE_WITH_TIMEOUT(rig.effects, (Words{"card Clay mug 18.00 unknown 0"}), 10'000);
}

void OutsideTest::aConnectingLinkDoesNotStartTheSpanAnew() {
    StudioRig rig;
    startWithMug(rig);
    rig.link(LinkHealth::Down);
    rig.advance(2000);
    rig.link(LinkHealth::Connecting);
    QCOMPARE(rig.dispatcher.state().linkSince, rig.clock.now());
    rig.advance(1000);
    QVERIFY(!rig.dispatcher.state().stockFresh(rig.clock.now()));
    StudioRig never;
    never.link(LinkHealth::Connecting);
    QVERIFY(!never.dispatcher.state().stockFresh(never.clock.now())); // nobody has confirmed anything yet
}

void OutsideTest::theServerIsNotedWhenItChanges() {
    StudioRig rig;
    rig.tryTo(StartStandby{});
    rig.forget();
    const auto noted = [&] {
        return test::factsOf<record::ServerAttached, record::OwnFact>(rig.records).size();
    };
    rig.dispatcher.linkChanged(LinkHealth::Up, "http://a/", 10);
    rig.dispatcher.linkChanged(LinkHealth::Up, "http://a/", 40); // the measure wanders
    QCOMPARE(noted(), std::size_t(1));
    rig.dispatcher.linkChanged(LinkHealth::Up, "http://a/", 500);
    rig.dispatcher.linkChanged(LinkHealth::Up, "http://b/", 500);
    QCOMPARE(noted(), std::size_t(3));
    rig.dispatcher.linkChanged(LinkHealth::Down, "", 0);
    QCOMPARE(rig.dispatcher.state().pageUrl, "http://b/"); // it serves on, the code on the picture stays
}

void OutsideTest::chatIsKeptShort() {
    StudioRig rig;
    rig.startLive();
    for (std::size_t i = 0; i < chatKept + 20; ++i)
        rig.server(audience::Fact{
            audience::MessagePosted{{MessageId{std::to_string(i)}, ViewerId{"v"}, "A", "b", -1}}});
    QCOMPARE(rig.dispatcher.state().chat.size(), chatKept);
    QCOMPARE(rig.dispatcher.state().chat.front().id.value, "20");
    QCOMPARE(rig.dispatcher.state().audience.messages, std::int64_t(chatKept + 20));
}

void OutsideTest::aLostCameraIsAFaultUntilItIsLive() {
    StudioRig rig;
    rig.startLive();
    rig.camera("host", stage::SourceHealth::Live);
    rig.advance(5000);
    rig.camera("host", stage::SourceHealth::Lost);
    QCOMPARE(rig.dispatcher.state().faults.at("source:host").error, ErrorCode::CameraLost);
    QCOMPARE(rig.dispatcher.state().faults.at("source:host").since, rig.clock.now());
    rig.camera("host", stage::SourceHealth::Connecting); // trying is not being back
    QVERIFY(rig.dispatcher.state().faults.contains("source:host"));
    rig.camera("host", stage::SourceHealth::Live);
    QVERIFY(rig.dispatcher.state().faults.empty());
    QCOMPARE((test::factsOf<record::FaultCleared, record::OwnFact>(rig.records).size()), std::size_t(1));
    QCOMPARE((test::factsOf<stage::SourceStatusChanged, stage::Fact>(rig.records).size()), std::size_t(4));
}

void OutsideTest::jitterIsNoNews() {
    StudioRig rig;
    rig.startLive();
    rig.camera("host", stage::SourceHealth::Live);
    rig.forget();
    for (int i = 0; i < 50; ++i)
        rig.camera("host", stage::SourceHealth::Live, 640, 29.0 + i * 0.05);
    QVERIFY(rig.records.empty());
    rig.camera("host", stage::SourceHealth::Live, 1280);
    QCOMPARE(rig.records.size(), std::size_t(1)); // another size is
}

void OutsideTest::outputsHaveFaultsToo() {
    StudioRig rig;
    rig.startLive();
    const auto say = [&](stage::OutputHealth health, ErrorCode error) {
        rig.dispatcher.engineSaid(engine::OutputChanged{OutputId{"rtmp"}, {health, {}, error, "", ""}});
    };
    say(stage::OutputHealth::Active, ErrorCode::None);
    say(stage::OutputHealth::Reconnecting, ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().faults.at("output:rtmp").error, ErrorCode::OutputLost);
    say(stage::OutputHealth::Failed, ErrorCode::OutputRefused);
    QCOMPARE(rig.dispatcher.state().faults.at("output:rtmp").error, ErrorCode::OutputRefused);
    say(stage::OutputHealth::Active, ErrorCode::None);
    QVERIFY(rig.dispatcher.state().faults.empty());
    rig.dispatcher.faultRaised("journal", ErrorCode::DiskFull, "");
    rig.dispatcher.faultRaised("journal", ErrorCode::DiskFull, "again");
    rig.dispatcher.faultCleared("journal");
    rig.dispatcher.faultCleared("journal");
    QCOMPARE((test::factsOf<record::FaultCleared, record::OwnFact>(rig.records).size()), std::size_t(2));
}

void OutsideTest::aNewEngineIsToldEverything() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(stage::SetMuted{SourceId{"host"}, true});
    rig.tryTo(addMugs);
    const std::string token = rig.dispatcher.state().run.current()->id.value;
    rig.forget();
    rig.dispatcher.engineSaid(engine::EngineStarted{"new", 0});
    QCOMPARE(rig.effects,
             (Words{"scene close " + token + " cut", "preview both", "card Clay mug 18.00 available 10",
                    "mute host", "unmute table", "volume host 0", "volume table 0",
                    "start rtmp rtmp rtmp://example/app", "start web video web"}));
    QVERIFY(rig.dispatcher.state().stage.program.empty()); // until it says so
    rig.confirm();
    QCOMPARE(rig.dispatcher.state().stage.program.value, "close");
    QVERIFY((test::factsOf<show::ItemAired, show::Fact>(rig.records).empty())); // it was on air before
}

void OutsideTest::wishesExpireAndComeBack() {
    StudioRig rig;
    startWithMug(rig);
    rig.server(audience::Fact{audience::ViewersCounted{3, 3}});
    rig.forget();
    QCOMPARE(rig.tryTo(addMugs), ErrorCode::None);
    QCOMPARE(rig.dispatcher.state().pending.size(), std::size_t(1));
    QVERIFY(rig.effects.empty()); // it leaves by the journal
    const auto made = test::factsOf<record::RequestMade, record::OwnFact>(rig.records);
    QCOMPARE(made.back().basedOn, std::uint64_t{1});
    rig.advance(requestValidMs - 1);
    rig.dispatcher.tick();
    QCOMPARE(rig.dispatcher.state().pending.size(), std::size_t(1));
    rig.advance(1);
    rig.dispatcher.tick();
    QVERIFY(rig.dispatcher.state().pending.empty());
    QCOMPARE(rig.refusals, (std::vector{ErrorCode::RequestExpired}));
    rig.dispatcher.tick();
    QCOMPARE(rig.refusals.size(), std::size_t(1));
}

void OutsideTest::stopSellingNeverExpires() {
    StudioRig rig;
    startWithMug(rig);
    rig.link(LinkHealth::Down);
    rig.tryTo(stopSelling);
    rig.advance(3'600'000);
    rig.dispatcher.tick();
    QCOMPARE(rig.dispatcher.state().pending.size(), std::size_t(1));
    const RequestId asked = rig.dispatcher.state().pending[0].id;
    rig.link(LinkHealth::Up);
    rig.server(commerce::Fact{commerce::SalesSwitched{false}});
    rig.server(commerce::Fact{commerce::RequestAnswered{asked, ErrorCode::None, "", {}}});
    QVERIFY(rig.dispatcher.state().pending.empty());
    QVERIFY(!rig.dispatcher.state().salesOpen);
    QVERIFY(rig.refusals.empty());
}

void OutsideTest::aStopIsShownFromTheKeyOn() {
    StudioRig rig;
    startWithMug(rig);
    const auto word = [&] {
        return rig.outside.card->stock;
    };
    rig.link(LinkHealth::Down);
    rig.tryTo(Ask{commerce::SwitchSkus{{Sku{"MUG"}}, false}});
    QCOMPARE(word(), commerce::StockWord::Stopped); // the server has not heard yet
    rig.advance(3'600'000);
    rig.dispatcher.tick();
    QCOMPARE(rig.dispatcher.state().pending.size(), std::size_t(1)); // and it never goes away
    QCOMPARE(word(), commerce::StockWord::Stopped);
    rig.link(LinkHealth::Up);
    rig.server(commerce::Fact{commerce::SkusSwitched{{Sku{"MUG"}}, false}});
    rig.server(commerce::Fact{
        commerce::RequestAnswered{rig.dispatcher.state().pending[0].id, ErrorCode::None, "", {}}});
    QCOMPARE(word(), commerce::StockWord::Stopped);
    // The way back counts when the server says so.
    rig.tryTo(Ask{commerce::SwitchSkus{{Sku{"MUG"}}, true}});
    QCOMPARE(word(), commerce::StockWord::Stopped);
    rig.server(commerce::Fact{commerce::SkusSwitched{{Sku{"MUG"}}, true}});
    QCOMPARE(word(), commerce::StockWord::Available);

    QCOMPARE(rig.tryTo(Ask{commerce::SwitchSkus{{Sku{"NONE"}}, false}}), ErrorCode::UnknownSku);
    QCOMPARE(rig.tryTo(Ask{commerce::SwitchSkus{{}, false}}), ErrorCode::BadRequest);
}

void OutsideTest::oneVariantStoppedLeavesTheOthers() {
    State state = test::smallState();
    const commerce::Product& towel = *commerce::findProduct(state.catalogue, ProductId{"p-towel"});
    QVERIFY(towel.variants.size() > 1);
    state.stock = openingStock(state.catalogue);
    const std::int64_t all = productStock(state, towel, true).available;
    state.stopped.insert(towel.variants.front().sku);
    QCOMPARE(productStock(state, towel, true).word, commerce::StockWord::Available);
    QCOMPARE(productStock(state, towel, true).available, all - towel.variants.front().allocated);
    for (const commerce::Variant& variant : towel.variants)
        state.stopped.insert(variant.sku);
    QVERIFY(offSale(state, towel));
    QCOMPARE(productStock(state, towel, false).word, commerce::StockWord::Stopped);
}

void OutsideTest::theSlateOutlivesAKill() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(stage::SetMuted{SourceId{"table"}, true});
    rig.forget();
    rig.tryTo(stage::SetSlate{true});
    QVERIFY(!rig.effects.empty());
    QCOMPARE(rig.effects.front(), "mute host"); // no word more, then the picture
    QVERIFY(rig.outside.slate && rig.outside.muted.at("host") && rig.outside.muted.at("table"));
    QVERIFY(rig.outside.outputs.contains("rtmp")); // the stream carries on
    StudioRig again;
    again.clock = rig.clock;
    QVERIFY(again.dispatcher.resume(rig.journal));
    QVERIFY(again.outside.slate && again.outside.muted.at("host"));
    again.tryTo(stage::SetSlate{false});
    QVERIFY(!again.outside.slate && !again.outside.muted.at("host") && again.outside.muted.at("table"));
}

void OutsideTest::aRefusedWishComesBack() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(Ask{commerce::CorrectStock{Sku{"MUG"}, -20, ""}});
    const RequestId asked = rig.dispatcher.state().pending[0].id;
    rig.server(commerce::Fact{
        commerce::RequestAnswered{asked, ErrorCode::BelowSold, "1 at risk", {{Sku{"MUG"}, {10, 0, 1}}}}});
    QCOMPARE(rig.refusals, (std::vector{ErrorCode::BelowSold}));
    QVERIFY(rig.dispatcher.state().pending.empty());
    QCOMPARE(rig.outside.card->available, 9);
}

void OutsideTest::resumeStandsWhereItStood() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(stage::SetVolume{SourceId{"host"}, -6});
    rig.camera("table", stage::SourceHealth::Lost);
    rig.server(commerce::Fact{test::order("1", "MUG", 1, 1800, {10, 0, 1})});
    rig.advance(2000);

    StudioRig again;
    again.clock = rig.clock;
    again.ids = 100;
    QVERIFY(again.dispatcher.resume(rig.journal));
    QVERIFY(settled(again.dispatcher.state()) == settled(rig.dispatcher.state()));
    QCOMPARE(again.dispatcher.state().run.current()->item.id.value, "mug");
    QVERIFY(again.dispatcher.state().productOnAir());
    QVERIFY(again.dispatcher.state().stage.program.empty()); // the new engine has confirmed nothing
    QCOMPARE(again.outside.scene, "close");
    QCOMPARE(again.outside.card->stock, commerce::StockWord::Unknown); // no server heard yet
    QCOMPARE(again.outside.card->pageUrl, "http://page/");
    QVERIFY(again.outside.outputs.contains("rtmp"));
    QCOMPARE(again.outside.volume.at("host"), -6.0);
    again.link(LinkHealth::Up);
    QCOMPARE(again.outside.card->available, 9);
    QCOMPARE(again.dispatcher.serverSeq(), std::uint64_t(1));
    // The fault was the old process's; the numbers go on where they were.
    QCOMPARE(again.journal.front().seq, rig.dispatcher.studioSeq() + 1);
    QVERIFY(again.dispatcher.state().faults.empty());
    again.confirm();
    QVERIFY((test::factsOf<show::ItemAired, show::Fact>(again.journal).empty()));
    again.advance(1000);
    QCOMPARE(again.take(), ErrorCode::None);
}

void OutsideTest::resumeDoesNothingTwice() {
    StudioRig rig;
    startWithMug(rig);
    std::vector<record::Record> twice = rig.journal;
    twice.insert(twice.end(), rig.journal.begin(), rig.journal.end());
    StudioRig again;
    QVERIFY(again.dispatcher.resume(twice));
    QCOMPARE(again.dispatcher.state().run.aired.size(), std::size_t(1));
    QVERIFY(!again.dispatcher.resume(rig.journal)); // there is a run
    QCOMPARE(again.outside.closed, 0);
    QVERIFY(!StudioRig().dispatcher.resume({}));
}

void OutsideTest::resumeKeepsWhatIsPending() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(stopSelling);
    rig.tryTo(addMugs);
    const RequestId kept = rig.dispatcher.state().pending[0].id;
    StudioRig soon;
    soon.clock = rig.clock;
    QVERIFY(soon.dispatcher.resume(rig.journal));
    QCOMPARE(soon.dispatcher.state().pending.size(), std::size_t(2)); // under the same ids
    StudioRig late;
    late.clock = rig.clock;
    late.advance(requestValidMs);
    QVERIFY(late.dispatcher.resume(rig.journal));
    QCOMPARE(late.dispatcher.state().pending.size(), std::size_t(1));
    QCOMPARE(late.dispatcher.state().pending[0].id, kept);
    QCOMPARE(late.refusals, (std::vector{ErrorCode::RequestExpired}));
    QCOMPARE((test::factsOf<record::RequestLapsed, record::OwnFact>(late.records).size()), std::size_t(1));
}

void OutsideTest::resumeCarriesTimeOverABoot() {
    StudioRig rig;
    startWithMug(rig);
    StudioRig again(test::smallState(), "boot-2");
    again.clock.at = {rig.clock.at.wallMs + 60'000, 5'000};
    QVERIFY(again.dispatcher.resume(rig.journal));
    const show::AiredItem& current = *again.dispatcher.state().run.current();
    QCOMPARE(again.clock.now().monoMs - current.onAir->monoMs, 60'000);
    QCOMPARE(current.taken.wallMs, rig.clock.at.wallMs);
}

void OutsideTest::anEndedRunIsNotResumed() {
    StudioRig rig;
    startWithMug(rig);
    rig.tryTo(show::EndShow{});
    StudioRig again;
    QVERIFY(!again.dispatcher.resume(rig.journal));
    QVERIFY(again.effects.empty() && again.records.empty());
    QCOMPARE(again.dispatcher.state().run.phase, show::RunPhase::None);
    QCOMPARE(again.tryTo(StartStandby{}), ErrorCode::None);
}

QTEST_GUILESS_MAIN(OutsideTest)
#include "OutsideTest.moc"
