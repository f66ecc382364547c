// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Selling.hpp"
#include "support/StudioRig.hpp"

#include <QTest>

#include <algorithm>

using namespace vitrina;
using namespace vitrina::control;
using test::StudioRig;

namespace {

commerce::Offer flash(const std::string& id, std::int64_t unitMinor, const std::string& item = {}) {
    commerce::Offer offer;
    offer.id = OfferId{id};
    offer.kind = commerce::OfferKind::FlashPrice;
    offer.title = id;
    offer.lines = {{Sku{"MUG"}, 1, unitMinor}};
    offer.durationMs = 60'000;
    offer.item = ItemId{item};
    return offer;
}

State withOffer(const commerce::Offer& offer) {
    State state = test::smallState();
    state.catalogue.offers = {offer};
    return state;
}

commerce::RunningOffer running(const StudioRig& rig, const commerce::Offer& offer) {
    const std::int64_t now = rig.clock.now().wallMs;
    return {offer, now, offer.durationMs == 0 ? 0 : now + offer.durationMs, 0};
}

void started(StudioRig& rig, const commerce::Offer& offer) {
    rig.server(commerce::Fact{commerce::OfferStarted{running(rig, offer)}});
}

/// What was asked for since forget(), as words.
std::vector<std::string> asked(const StudioRig& rig) {
    std::vector<std::string> words;
    for (const auto& made : test::factsOf<record::RequestMade, record::OwnFact>(rig.records)) {
        if (const auto* start = std::get_if<commerce::StartOffer>(&made.body))
            words.push_back("start " + start->offer.id.value);
        else if (const auto* stop = std::get_if<commerce::StopOffer>(&made.body))
            words.push_back("stop " + stop->offer.value +
                            (stop->why == commerce::OfferEnd::ItemLeft ? " left" : ""));
        else
            words.push_back("other");
    }
    return words;
}
using Words = std::vector<std::string>;

Command change(const std::string& number, commerce::OrderState to, std::int64_t refundMinor = 0) {
    return Ask{commerce::ChangeOrder{OrderNumber{number}, to, refundMinor, false, {}}};
}

void takeItem(StudioRig& rig, const std::string& item) {
    QCOMPARE(rig.tryTo(show::SetNext{ItemId{item}}), ErrorCode::None);
    rig.advance(1000);
    QCOMPARE(rig.take(), ErrorCode::None);
    rig.forget();
    rig.confirm();
}

/// The request that waits is answered: done.
void answer(StudioRig& rig) {
    const RequestId first = rig.dispatcher.state().pending.at(0).id;
    rig.server(commerce::Fact{commerce::RequestAnswered{first, ErrorCode::None, {}, {}}});
}

} // namespace

/// Offers and orders in the studio: who starts and stops them, what a price is, what the totals come to.
class SellingTest : public QObject {
    Q_OBJECT

  private slots:
    void anOfferStartsAndStopsWithItsItem() {
        StudioRig rig(withOffer(flash("o", 900, "mug")));
        rig.startLive();
        takeItem(rig, "mug");
        QCOMPARE(asked(rig), (Words{"start o"}));
        QVERIFY(willRun(rig.dispatcher.state(), OfferId{"o"}));
        started(rig, rig.dispatcher.state().catalogue.offers[0]);
        answer(rig);
        takeItem(rig, "bye");
        QCOMPARE(asked(rig), (Words{"stop o left"}));
        QVERIFY(!willRun(rig.dispatcher.state(), OfferId{"o"}));
        takeItem(rig, "hello"); // still unanswered: no second stop
        QCOMPARE(asked(rig), Words{});
    }

    /// The list has gone up since it was planned: the item comes on air, the price waits for two presses.
    void anOfferInDoubtDoesNotStartByItself() {
        StudioRig rig(withOffer(flash("o", 1500, "mug")));
        rig.startLive();
        commerce::Product dearer = rig.dispatcher.state().catalogue.products[0];
        dearer.variants[0].price.minor = 6000;
        rig.server(commerce::Fact{commerce::ProductPut{dearer, {}}});
        QVERIFY(!waitingForPress(rig.dispatcher.state()));
        rig.forget();
        takeItem(rig, "mug");
        QCOMPARE(asked(rig), Words{});
        QVERIFY(waitingForPress(rig.dispatcher.state()));
        QCOMPARE(waitingForPress(rig.dispatcher.state())->id, OfferId{"o"});
        started(rig, rig.dispatcher.state().catalogue.offers[0]);
        QVERIFY(!waitingForPress(rig.dispatcher.state()));
    }

    void itStartsOnlyOnAirAndOnlyOnce() {
        StudioRig rig(withOffer(flash("o", 900, "mug")));
        rig.startLive();
        rig.tryTo(show::SetNext{ItemId{"mug"}});
        rig.forget();
        rig.take();
        QCOMPARE(asked(rig), Words{}); // taken, not on air yet
        rig.confirm();
        QCOMPARE(asked(rig), (Words{"start o"}));
        rig.confirm();
        rig.tryTo(stage::Cut{});
        rig.confirm();
        QCOMPARE(asked(rig), (Words{"start o"}));
    }

    void aStartThatIsNotAnsweredYetIsStoppedToo() {
        StudioRig rig(withOffer(flash("o", 900, "mug")));
        rig.startLive();
        takeItem(rig, "mug");
        takeItem(rig, "bye");
        QCOMPARE(asked(rig), (Words{"stop o left"}));
    }

    void aResumeStartsNothing() {
        StudioRig rig(withOffer(flash("o", 900, "mug")));
        rig.startLive();
        takeItem(rig, "mug");
        answer(rig);
        StudioRig again(withOffer(flash("o", 900, "mug")), "boot-2");
        QVERIFY(again.dispatcher.resume(rig.journal));
        again.confirm();
        QCOMPARE(asked(again), Words{});
    }

    void aRefusedStartAtTheItemIsSaid() {
        StudioRig rig(withOffer(flash("o", 1800, "mug"))); // the list's price
        rig.startLive();
        rig.tryTo(show::SetNext{ItemId{"mug"}});
        rig.take();
        rig.forget();
        rig.confirm();
        QCOMPARE(asked(rig), Words{});
        QCOMPARE(rig.refusals, (std::vector{ErrorCode::OfferNotLower}));
    }

    void whatRunsIsNotStartedAgainAndWhatIsOverNever() {
        const commerce::Offer offer = flash("o", 900);
        StudioRig rig(withOffer(offer));
        rig.startLive();
        QCOMPARE(rig.tryTo(Ask{commerce::StopOffer{offer.id}}), ErrorCode::UnknownOffer);
        QCOMPARE(rig.tryTo(Ask{commerce::ExtendOffer{offer.id, 60'000}}), ErrorCode::UnknownOffer);
        QCOMPARE(rig.tryTo(Ask{commerce::StartOffer{offer}}), ErrorCode::None);
        QCOMPARE(rig.tryTo(Ask{commerce::StartOffer{offer}}), ErrorCode::WrongPhase);
        started(rig, offer);
        answer(rig);
        QCOMPARE(rig.tryTo(Ask{commerce::StartOffer{offer}}), ErrorCode::WrongPhase);
        QCOMPARE(rig.tryTo(DropOffer{offer.id}), ErrorCode::WrongPhase);
        QCOMPARE(rig.tryTo(Ask{commerce::ExtendOffer{offer.id, 0}}), ErrorCode::BadDuration);
        QCOMPARE(rig.tryTo(Ask{commerce::ExtendOffer{offer.id, 60'000}}), ErrorCode::None);
        QCOMPARE(rig.tryTo(Ask{commerce::StopOffer{offer.id}}), ErrorCode::None);
        QCOMPARE(rig.tryTo(Ask{commerce::StopOffer{offer.id}}), ErrorCode::UnknownOffer);
        rig.server(commerce::Fact{commerce::OfferEnded{offer.id, commerce::OfferEnd::Stopped, 0}});
        answer(rig);
        answer(rig);
        QCOMPARE(rig.tryTo(Ask{commerce::StartOffer{offer}}), ErrorCode::OfferOver);
    }

    void withoutACountdownItCanStartAgain() {
        commerce::Offer offer = flash("o", 900);
        offer.durationMs = 0;
        StudioRig rig(withOffer(offer));
        rig.startLive();
        started(rig, offer);
        QCOMPARE(rig.tryTo(Ask{commerce::ExtendOffer{offer.id, 60'000}}), ErrorCode::BadDuration);
        rig.server(commerce::Fact{commerce::OfferEnded{offer.id, commerce::OfferEnd::Stopped, 0}});
        QVERIFY(!isOver(rig.dispatcher.state(), offer));
        started(rig, offer);
        rig.server(commerce::Fact{commerce::OfferEnded{offer.id, commerce::OfferEnd::Pieces, 0}});
        QVERIFY(isOver(rig.dispatcher.state(), offer));
    }

    void theFlashPriceStandsOnTheCardWithItsTime() {
        State state = withOffer(flash("o", 900));
        state.catalogue.products[0].variants[0].priorLowest = Money{1800, "EUR"};
        StudioRig rig(std::move(state));
        rig.startLive();
        takeItem(rig, "mug");
        QCOMPARE(rig.outside.card->fromMinor, 1800);
        QVERIFY(!rig.outside.card->wasMinor); // not below what it was
        started(rig, rig.dispatcher.state().catalogue.offers[0]);
        QCOMPARE(rig.outside.card->fromMinor, 900);
        QCOMPARE(*rig.outside.card->wasMinor, 1800);
        QCOMPARE(*rig.outside.card->countdownSeconds, 60);
        QCOMPARE(*nextSecondMs(rig.dispatcher.state(), rig.clock.now()), 1000);
        rig.advance(1500);
        rig.dispatcher.tick();
        QCOMPARE(*rig.outside.card->countdownSeconds, 59);
        rig.link(LinkHealth::Down);
        rig.advance(stockStaleAfterMs);
        rig.dispatcher.tick();
        QVERIFY(!rig.outside.card->countdownSeconds); // design rule 2: the price stays, the rest goes
        QVERIFY(!rig.outside.card->wasMinor);
        QCOMPARE(rig.outside.card->fromMinor, 900);
        rig.link(LinkHealth::Up);
        rig.server(commerce::Fact{commerce::OfferEnded{OfferId{"o"}, commerce::OfferEnd::Time, 0}});
        QCOMPARE(rig.outside.card->fromMinor, 1800);
        QVERIFY(!rig.outside.card->countdownSeconds);
    }

    void theTimeLeftIsByTheServersClock() {
        const commerce::Offer offer = flash("o", 900);
        StudioRig rig(withOffer(offer));
        rig.startLive();
        rig.dispatcher.linkChanged(LinkHealth::Up, "http://page/", 20'000);
        started(rig, offer);
        const State& state = rig.dispatcher.state();
        QCOMPARE(*remainingMs(state, state.running.at(offer.id), rig.clock.now()), 40'000);
        rig.advance(50'000);
        QCOMPARE(*remainingMs(state, state.running.at(offer.id), rig.clock.now()), 0);
        rig.server(
            commerce::Fact{commerce::OfferExtended{offer.id, state.running.at(offer.id).endsMs + 60'000}});
        QCOMPARE(*remainingMs(state, state.running.at(offer.id), rig.clock.now()), 50'000);
    }

    void piecesAreTakenByCheckoutsAndOrders() {
        commerce::Offer offer = flash("o", 900);
        offer.pieceLimit = 5;
        StudioRig rig(withOffer(offer));
        rig.startLive();
        started(rig, offer);
        const auto left = [&] {
            return *piecesLeft(rig.dispatcher.state().running.at(offer.id));
        };
        const std::vector<commerce::OrderLine> two{{Sku{"MUG"}, 2, 900, offer.id}};
        rig.server(
            commerce::Fact{commerce::Reserved{{ReservationId{"r1"}, ViewerId{"v"}, two, 1, false}, {}}});
        QCOMPARE(left(), 3);
        rig.server(
            commerce::Fact{commerce::Reserved{{ReservationId{"r2"}, ViewerId{"v"}, two, 1, false}, {}}});
        QCOMPARE(left(), 1);
        rig.server(commerce::Fact{
            commerce::Reserved{{ReservationId{"r2"}, ViewerId{"v"}, two, 2, true}, {}}}); // extended
        QCOMPARE(left(), 1);
        rig.server(commerce::Fact{
            commerce::ReservationEnded{ReservationId{"r2"}, commerce::ReservationEnd::Expired, {}}});
        QCOMPARE(left(), 3);
        commerce::OrderPlaced placed = test::order("1", "MUG", 2, 900, {10, 0, 2});
        placed.order.lines[0].offer = offer.id;
        placed.reservation = ReservationId{"r1"};
        rig.server(commerce::Fact{placed});
        QCOMPARE(left(), 3);
        rig.server(
            commerce::Fact{commerce::OrderChanged{OrderNumber{"1"}, commerce::OrderState::Cancelled, 0, {}}});
        QCOMPARE(left(), 5);
    }

    void piecesThatCameBackWithARefundAreLeftAgain() {
        commerce::Offer offer = flash("o", 900);
        offer.pieceLimit = 20;
        StudioRig rig(withOffer(offer));
        rig.startLive();
        started(rig, offer);
        const auto left = [&] {
            return *piecesLeft(rig.dispatcher.state().running.at(offer.id));
        };
        for (const char* number : {"1", "2"}) {
            commerce::OrderPlaced placed = test::order(number, "MUG", 4, 900, {20, 0, 8});
            placed.order.lines[0].offer = offer.id;
            rig.server(commerce::Fact{placed});
        }
        QCOMPARE(left(), 12);
        using commerce::OrderState;
        rig.server(commerce::Fact{commerce::OrderChanged{OrderNumber{"1"}, OrderState::Refunded, 3600, {}}});
        QCOMPARE(left(), 12); // the buyer keeps them
        rig.server(commerce::Fact{commerce::OrderChanged{
            OrderNumber{"2"}, OrderState::Refunded, 3600, {{Sku{"MUG"}, {20, 0, 4}}}}});
        QCOMPARE(left(), 16);
    }

    void ordersAreWorkForAfterTheShow() {
        StudioRig rig(withOffer(flash("o", 900)));
        rig.startLive();
        rig.server(commerce::Fact{test::order("1", "MUG", 2, 1800, {10, 0, 2})});
        QCOMPARE(rig.tryTo(show::EndShow{}), ErrorCode::None);
        const State& state = rig.dispatcher.state();
        QVERIFY(state.orders.contains(OrderNumber{"1"}));
        rig.forget();
        for (const Command& wish :
             {change("1", commerce::OrderState::Packed), change("1", commerce::OrderState::None, 500),
              Command(Ask{commerce::VoidSince{OfferId{"o"}, 0, {}}}),
              Command(Ask{commerce::EraseBuyer{OrderNumber{"1"}}})})
            QCOMPARE(rig.tryTo(wish), ErrorCode::None);
        QCOMPARE(state.pending.size(), std::size_t(4));
        rig.server(
            commerce::Fact{commerce::OrderChanged{OrderNumber{"1"}, commerce::OrderState::Packed, 0, {}}});
        QCOMPARE(state.orders.at(OrderNumber{"1"}).state, commerce::OrderState::Packed);
        for (const Command& wish :
             {Command(Ask{commerce::SwitchSales{true}}), Command(Ask{commerce::StartOffer{flash("o", 900)}}),
              Command(Ask{commerce::CorrectStock{Sku{"MUG"}, 1, {}}})})
            QCOMPARE(rig.tryTo(wish), ErrorCode::WrongPhase);
    }

    void whatIsWrongWithAnOrderIsSaidBeforeTheServerIsAsked() {
        StudioRig rig;
        rig.startLive();
        using commerce::OrderState;
        QCOMPARE(rig.tryTo(change("9", OrderState::Paid)), ErrorCode::NotFound);
        rig.server(commerce::Fact{test::order("1", "MUG", 2, 1800, {10, 0, 2})});
        const OrderNumber one{"1"};
        QCOMPARE(rig.tryTo(change("1", OrderState::None)), ErrorCode::BadRequest);
        QCOMPARE(rig.tryTo(change("1", OrderState::None, 3601)), ErrorCode::BadQuantity);
        QCOMPARE(rig.tryTo(change("1", OrderState::Paid)), ErrorCode::None);
        QVERIFY(rig.patches.back() == (Patch{{PatchKind::Link, ""}, {PatchKind::Order, "1"}}));
        rig.server(commerce::Fact{commerce::OrderChanged{one, OrderState::Cancelled, 0, {}}});
        QCOMPARE(rig.tryTo(change("1", OrderState::Paid)), ErrorCode::OrderFixed);
        QCOMPARE(rig.tryTo(Ask{commerce::VoidSince{OfferId{"none"}, 0, {}}}), ErrorCode::UnknownOffer);
    }
};

QTEST_GUILESS_MAIN(SellingTest)
#include "SellingTest.moc"
