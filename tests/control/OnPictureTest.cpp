// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StudioRig.hpp"

#include <QTest>

#include <algorithm>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;

namespace {

/// The mug was 24.00 and costs 18.00.
State reduced() {
    State state = test::smallState();
    state.catalogue.products[0].variants[0].priorLowest = Money{2400, "EUR"};
    return state;
}

void takeTheMug(StudioRig& rig) {
    rig.startLive();
    rig.tryTo(show::SetNext{ItemId{"mug"}});
    QCOMPARE(rig.take(), ErrorCode::None);
    rig.confirm();
}

} // namespace

/// What stands on the picture: "was", the item's countdown, the label's words, and that all of it comes back
/// after a kill.
class OnPictureTest : public QObject {
    Q_OBJECT

  private slots:
    void wasIsTheLowestPriceOfBefore() {
        StudioRig rig(reduced());
        takeTheMug(rig);
        QCOMPARE(*rig.outside.card->wasMinor, 2400);
        rig.link(LinkHealth::Down);
        rig.advance(stockStaleAfterMs);
        rig.dispatcher.tick();
        QVERIFY(!rig.outside.card->wasMinor); // design rule 2
        rig.link(LinkHealth::Up);
        QCOMPARE(*rig.outside.card->wasMinor, 2400);
        rig.server(commerce::Fact{test::order("1", "MUG", 10, 1800, {10, 0, 10})});
        QVERIFY(!rig.outside.card->wasMinor);
    }

    void noWasThatIsNotAbove_data() {
        QTest::addColumn<int>("prior");
        QTest::newRow("the same") << 1800;
        QTest::newRow("below") << 1700;
    }
    void noWasThatIsNotAbove() {
        QFETCH(int, prior);
        State state = reduced();
        state.catalogue.products[0].variants[0].priorLowest->minor = prior;
        QVERIFY(!wasMinor(state, state.catalogue.products[0], true));
    }

    /// "from 24.00, was 30.00" would say of one variant what is true of another.
    void oneWasForAllVariantsOrNone() {
        State state = reduced();
        state.stock = openingStock(state.catalogue);
        commerce::Product& towel = state.catalogue.products[1];
        towel.variants[0].priorLowest = Money{3000, "EUR"};
        QVERIFY(!wasMinor(state, towel, true));
        towel.variants[1].priorLowest = Money{3000, "EUR"};
        QVERIFY(!wasMinor(state, towel, true)); // 24 and 29 now
        towel.variants[1].price = towel.variants[0].price;
        QCOMPARE(*wasMinor(state, towel, true), 3000);
        towel.variants[1].priorLowest = Money{3100, "EUR"};
        QVERIFY(!wasMinor(state, towel, true));
        state.stock[Sku{"TOWEL-L"}].sold = 3; // and what can't be bought does not count
        QCOMPARE(*wasMinor(state, towel, true), 3000);
        QVERIFY(!wasMinor(state, towel, false));
    }

    void anItemsCountdownStandsOnItsCardAndLeavesWithIt() {
        StudioRig rig;
        takeTheMug(rig);
        const AiredId mug = rig.dispatcher.state().run.current()->id;
        QCOMPARE(rig.tryTo(stage::StartCountdown{"", 60'000, 0, AiredId{"other"}}), ErrorCode::StaleCommand);
        QCOMPARE(rig.tryTo(stage::StartCountdown{"", 60'000, 0, mug}), ErrorCode::None);
        QCOMPARE(*rig.outside.card->countdownSeconds, 60);
        QVERIFY(!rig.outside.countdown);
        rig.advance(1500);
        rig.dispatcher.tick();
        QCOMPARE(*rig.outside.card->countdownSeconds, 59);
        rig.link(LinkHealth::Down);
        rig.advance(stockStaleAfterMs);
        rig.dispatcher.tick();
        QVERIFY(!rig.outside.card->countdownSeconds);
        rig.link(LinkHealth::Up);
        rig.tryTo(show::SetNext{ItemId{"towel"}});
        rig.take();
        rig.confirm();
        QVERIFY(rig.outside.card);
        QVERIFY(!rig.outside.card->countdownSeconds);
    }

    void aCountdownNeedsATimeAhead() {
        StudioRig rig;
        rig.startLive();
        const std::int64_t wall = rig.clock.now().wallMs;
        QCOMPARE(rig.tryTo(stage::StartCountdown{"", 0, wall, {}}), ErrorCode::BadDuration);
        QCOMPARE(rig.tryTo(stage::StartCountdown{"", 0, wall + stage::longestCountdownMs + 1, {}}),
                 ErrorCode::BadDuration);
        QCOMPARE(rig.tryTo(stage::StartCountdown{"Soon", 0, wall + 90'000, {}}), ErrorCode::None);
        QCOMPARE(*rig.outside.countdown, (DrawCountdown::Content{"Soon", 90}));
    }

    /// Not on the second of the studio's own tick but on its own.
    void theNextSecondComesByItself() {
        StudioRig rig;
        rig.startLive();
        rig.tryTo(stage::StartCountdown{"", 5000, 0, {}});
        const auto ms = nextSecondMs(rig.dispatcher.state(), rig.clock.now());
        QCOMPARE(*ms, 1000);
        rig.advance(1000);
        QTRY_COMPARE_WITH_TIMEOUT(rig.outside.countdown->seconds, 4, 5000);
        rig.advance(4200);
        QCOMPARE(*nextSecondMs(rig.dispatcher.state(), rig.clock.now()), stage::countdownLingersMs - 200);
        rig.advance(3000);
        rig.dispatcher.tick();
        QVERIFY(!rig.outside.countdown);
        QVERIFY(!nextSecondMs(rig.dispatcher.state(), rig.clock.now()));
    }

    void theLabelSaysTheItemsOwnWords() {
        State state = test::smallState();
        state.show.rundown.segments[1].items[1].disclosureText = "#dāvana";
        StudioRig rig(std::move(state));
        rig.startLive();
        rig.tryTo(show::SetNext{ItemId{"towel"}});
        rig.take();
        QCOMPARE(rig.outside.label, "#dāvana");
    }

    void allOfItComesBackAfterAKill() {
        StudioRig rig;
        rig.startLive();
        rig.tryTo(stage::SetLowerThird{true, "Ilze", "Amber & linen"});
        rig.tryTo(stage::StartCountdown{"Soon", 60'000, 0, {}});
        rig.tryTo(show::SendCue{{}, "Slower", ""});
        rig.advance(10'000);
        StudioRig again(test::smallState(), "boot-2");
        again.clock.at = {rig.clock.at.wallMs, 77}; // another boot: another monotonic time
        QVERIFY(again.dispatcher.resume(rig.journal));
        QCOMPARE(*again.outside.lowerThird, (DrawLowerThird::Content{"Ilze", "Amber & linen"}));
        QCOMPARE(*again.outside.countdown, (DrawCountdown::Content{"Soon", 50}));
        QCOMPARE(again.dispatcher.state().run.cue->text, "Slower");
    }

    /// What was set while no run had begun is told to the run that begins.
    void whatStoodBeforeTheRunIsRestated() {
        StudioRig rig;
        rig.tryTo(stage::SetLowerThird{true, "Ilze", ""});
        rig.tryTo(stage::StartCountdown{"Soon", 60'000, 0, {}});
        QVERIFY(!rig.outside.lowerThird);
        rig.advance(20'000);
        rig.tryTo(StartStandby{});
        QCOMPARE(rig.outside.countdown->seconds, 40);
        StudioRig again;
        again.clock.at = rig.clock.at;
        QVERIFY(again.dispatcher.resume(rig.journal));
        QCOMPARE(again.outside.lowerThird->title, "Ilze");
        QCOMPARE(again.outside.countdown->seconds, 40);
    }

    void theEndTakesThemOff() {
        StudioRig rig;
        rig.startLive();
        rig.tryTo(stage::SetLowerThird{true, "Ilze", ""});
        rig.tryTo(stage::StartCountdown{"Soon", 60'000, 0, {}});
        rig.tryTo(show::EndShow{});
        QVERIFY(!rig.outside.lowerThird);
        QVERIFY(!rig.outside.countdown);
    }

    void placesAreThoseOfTheCanvas() {
        State state = test::smallState();
        state.setUp.overlays[stage::CanvasShape::Landscape].card = stage::Place::TopRight;
        StudioRig rig(std::move(state));
        rig.startLive();
        QCOMPARE(rig.outside.places.card, stage::Place::TopRight);
    }
};

QTEST_GUILESS_MAIN(OnPictureTest)
#include "OnPictureTest.moc"
