// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/Selling.hpp"
#include "ui/dialogs/OfferDialog.hpp"
#include "ui/dialogs/OffersDialog.hpp"
#include "ui/models/Amounts.hpp"
#include "ui/models/HostContent.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/panels/InfoStrip.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/OffersPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/support/Surfaces.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

namespace vitrina::test {
namespace {

commerce::Offer honey(std::int64_t unitMinor) {
    commerce::Offer offer;
    offer.id = OfferId{"honey"};
    offer.kind = commerce::OfferKind::FlashPrice;
    offer.title = "Honey hour";
    offer.lines = {{Sku{"LM-500"}, 1, unitMinor}};
    offer.durationMs = 300'000;
    offer.pieceLimit = 20;
    return offer;
}

struct Desk {
    explicit Desk(std::int64_t unitMinor) : rig(QStringLiteral("en"), ui::ThemeKind::Dark, false) {
        rig.open(1280, 720);
        rig.goLive();
        if (!rig.dispatcher->dispatch(control::PlanOffer{honey(unitMinor)}))
            qFatal("not planned");
        rig.settle();
    }
    ui::OffersPanel& panel() { return rig.window->stageBody().offers(); }
    /// Ctrl and a function key, as pressed.
    void press(int key) {
        QTest::keyClick(rig.window.get(), Qt::Key(key), Qt::ControlModifier);
        rig.settle();
    }
    void started() {
        const std::int64_t now = rig.clock.now().wallMs;
        rig.server(commerce::Fact{
            commerce::OfferStarted{{rig.state().catalogue.offers.at(0), now, now + 300'000, 0}}});
        rig.server(
            commerce::Fact{commerce::RequestAnswered{rig.state().pending.at(0).id, ErrorCode::None, {}, {}}});
        rig.settle();
    }

    WindowRig rig;
};

template <class Wish>
int pendingOf(const control::State& state) {
    return int(std::ranges::count_if(state.pending, [](const control::PendingRequest& pending) {
        return std::holds_alternative<Wish>(pending.request);
    }));
}

} // namespace

/// Offers in the window: keys and clicks, what runs with what is left, and the price guard.
class OffersTest final : public QObject {
    Q_OBJECT

  private slots:
    void aKeyEachStartsExtendsAndStops() {
        Desk desk(780);
        QCOMPARE(desk.panel().shownCount(), 1);
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 1);
        QCOMPARE(desk.panel().rows()[0]->detail(), QStringLiteral("start on its way"));
        QVERIFY(!desk.panel().rows()[0]->startButton().isVisible());
        desk.started();
        QVERIFY(desk.panel().rows()[0]->detail().contains(QStringLiteral("left")));
        QVERIFY(desk.panel().rows()[0]->detail().contains(QStringLiteral("20 of 20 pieces")));
        desk.press(Qt::Key_F6);
        QCOMPARE(pendingOf<commerce::ExtendOffer>(desk.rig.state()), 1);
        desk.press(Qt::Key_F7);
        QCOMPARE(pendingOf<commerce::StopOffer>(desk.rig.state()), 1);
        QCOMPARE(desk.panel().rows()[0]->detail(), QStringLiteral("stop on its way"));
        desk.press(Qt::Key_F7); // nothing is stopped twice
        QCOMPARE(pendingOf<commerce::StopOffer>(desk.rig.state()), 1);
    }

    void whatIsLeftIsLiveAndLeavesWithTheLink() {
        Desk desk(780);
        desk.press(Qt::Key_F5);
        desk.started();
        desk.rig.server(commerce::Fact{commerce::Reserved{
            {ReservationId{"r"}, ViewerId{"v"}, {{Sku{"LM-500"}, 4, 780, OfferId{"honey"}}}, 1, false}, {}}});
        desk.rig.advance(60'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.panel().rows()[0]->detail(),
                                  QStringLiteral("4:00 left · 16 of 20 pieces left"), 5000);
        desk.rig.dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
        desk.rig.advance(4000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.panel().rows()[0]->detail(),
                                  QStringLiteral("what is left is not known"), 5000);
    }

    void theLastTenSecondsAreRedAndNothingIsLaidOutAnew() {
        Desk desk(780);
        desk.press(Qt::Key_F5);
        desk.started();
        ui::OfferRow& row = *desk.panel().rows()[0];
        struct Counter final : QObject {
            int laidOut = 0;
            bool eventFilter(QObject*, QEvent* event) override {
                laidOut += event->type() == QEvent::LayoutRequest ? 1 : 0;
                return false;
            }
        } counter;
        row.installEventFilter(&counter);
        desk.rig.advance(200'500);
        QTRY_VERIFY_WITH_TIMEOUT(row.detail().startsWith(QStringLiteral("1:40 left")), 5000);
        QVERIFY(row.detailColor() != desk.rig.appearance->theme().air.text);
        counter.laidOut = 0;
        desk.rig.advance(89'500);
        QTRY_VERIFY_WITH_TIMEOUT(row.detail().startsWith(QStringLiteral("0:10 left")), 5000);
        QCOMPARE(row.detailColor(), desk.rig.appearance->theme().air.text);
        desk.rig.advance(1'000);
        QTRY_VERIFY_WITH_TIMEOUT(row.detail().startsWith(QStringLiteral("0:09 left")), 5000);
        QCOMPARE(counter.laidOut, 0);
    }

    /// Time and pieces of the price that is on air stand under the program and on the host's own screen.
    void theItemOnAirCountsItsOfferDown() {
        Desk desk(780);
        const auto isHoney = [](const show::Item& item) {
            return item.product.value == "linden-honey";
        };
        ItemId honeys;
        for (const show::Segment& segment : desk.rig.state().show.rundown.segments)
            for (const show::Item& item : segment.items)
                if (isHoney(item))
                    honeys = item.id;
        QVERIFY(!honeys.empty());
        QVERIFY(bool(desk.rig.dispatcher->dispatch(show::SetNext{honeys})));
        desk.rig.airNext(1000);
        desk.press(Qt::Key_F5);
        desk.started();
        const auto strip = [&] {
            return ui::airStrip(desk.rig.state(), desk.rig.clock.now(), QLocale(QLocale::English), true, 30);
        };
        const auto host = [&] {
            return ui::hostContent(desk.rig.state(), desk.rig.clock.now(), QLocale(QLocale::English), 30);
        };
        QCOMPARE(strip().offer.both(), QStringLiteral("5:00 · 20 left"));
        QVERIFY(!strip().offer.ending);
        desk.rig.server(commerce::Fact{commerce::Reserved{
            {ReservationId{"r"}, ViewerId{"v"}, {{Sku{"LM-500"}, 4, 780, OfferId{"honey"}}}, 1, false}, {}}});
        desk.rig.advance(291'000);
        QCOMPARE(host().air.offer.both(), QStringLiteral("0:09 · 16 left"));
        QVERIFY(host().air.offer.ending);
        QVERIFY2(host().spoken().contains(QStringLiteral("0:09")), qPrintable(host().spoken()));
        desk.rig.dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
        desk.rig.advance(2900);
        QVERIFY(!host().air.offer.empty());
        desk.rig.advance(200); // design rule 2: within 3 s
        QVERIFY(host().air.offer.empty());
        QVERIFY(strip().offer.empty());
        QVERIFY(!strip().position.isEmpty());
    }

    /// While a start is on its way the panel shows that one: the key means no other.
    void oneKeyOneOffer() {
        Desk desk(780);
        commerce::Offer second = honey(700);
        second.id = OfferId{"second"};
        QVERIFY(bool(desk.rig.dispatcher->dispatch(control::PlanOffer{second})));
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 1);
        desk.started();
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 1);
        const std::int64_t now = desk.rig.clock.now().wallMs;
        desk.rig.server(commerce::Fact{commerce::OfferStarted{{second, now + 1, now + 300'000, 0}}});
        desk.rig.server(commerce::Fact{
            commerce::RequestAnswered{desk.rig.state().pending.at(0).id, ErrorCode::None, {}, {}}});
        desk.press(Qt::Key_F7);
        desk.press(Qt::Key_F7);
        QCOMPARE(pendingOf<commerce::StopOffer>(desk.rig.state()), 1);
    }

    void anOfferIsRemovedWithASecondPress() {
        Desk desk(780);
        desk.rig.window->sellingDesk().showOffers();
        desk.rig.settle();
        auto* list = desk.rig.window->sellingDesk().offersDialog();
        QTest::keyClick(&list->list(), Qt::Key_Delete);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(&list->list(), &held);
        QCOMPARE(desk.rig.state().catalogue.offers.size(), std::size_t(1)); // held is one press
        QTest::keyClick(list, Qt::Key_Escape); // disarms, and closes only the next time
        QVERIFY(list->isVisible());
        QTest::keyClick(&list->list(), Qt::Key_Delete);
        QCOMPARE(desk.rig.state().catalogue.offers.size(), std::size_t(1));
        QTest::keyClick(&list->list(), Qt::Key_Delete);
        QVERIFY(desk.rig.state().catalogue.offers.empty());
    }

    void aProductThatIsGoneIsNotReplacedByAnother() {
        Desk desk(780);
        commerce::Offer gone = honey(780);
        gone.lines[0].sku = Sku{"GONE"};
        const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
        bool sent = false;
        ui::OfferDialog dialog(theme, desk.rig.state(), QLocale(QLocale::English), gone,
                               [&](const control::Command&) {
                                   sent = true;
                                   return Result<void>();
                               });
        dialog.show();
        dialog.save();
        QVERIFY(!sent);
        QVERIFY(dialog.sku(0).currentText().contains(QStringLiteral("GONE")));
        QVERIFY(dialog.note().contains(QStringLiteral("product")));
    }

    /// The list's price is the one of the moment it is saved.
    void theGuardLooksAtTheListAsItIsNow() {
        Desk desk(780);
        const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
        int sent = 0;
        ui::OfferDialog dialog(theme, desk.rig.state(), QLocale(QLocale::English), honey(780),
                               [&](const control::Command&) {
                                   ++sent;
                                   return Result<void>();
                               });
        dialog.show();
        commerce::Product dearer = *commerce::productOf(desk.rig.state().catalogue, Sku{"LM-500"});
        dearer.variants[0].price.minor = 3000;
        desk.rig.server(commerce::Fact{commerce::ProductPut{dearer, {}}});
        dialog.save();
        QCOMPARE(sent, 0);
        QVERIFY(dialog.note().contains(QStringLiteral("30.00")));
        dearer.variants[0].price.minor = 4000; // what was agreed to was something else
        desk.rig.server(commerce::Fact{commerce::ProductPut{dearer, {}}});
        dialog.save();
        QCOMPARE(sent, 0);
        dialog.save();
        QCOMPARE(sent, 1);
    }

    void aPriceInDoubtWantsASecondPress() {
        Desk desk(400);
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 0);
        const ui::OfferRow& row = *desk.panel().rows()[0];
        QVERIFY2(row.title().startsWith(QStringLiteral("9.80 → ")), qPrintable(row.title()));
        QVERIFY(row.detail().contains(QStringLiteral("less than half")));
        QVERIFY(desk.rig.window->sellingDesk().guard().isArmed(OfferId{"honey"}));
        QTest::keyClick(desk.rig.window.get(), Qt::Key_Escape);
        QVERIFY(!desk.rig.window->sellingDesk().guard().isArmed());
        desk.press(Qt::Key_F5);
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 1);
    }

    void whatWasArmedAndHasChangedIsDisarmed() {
        Desk desk(400);
        desk.press(Qt::Key_F5);
        commerce::Offer lower = honey(300);
        QVERIFY(bool(desk.rig.dispatcher->dispatch(control::PlanOffer{lower})));
        desk.rig.settle();
        QVERIFY(!desk.rig.window->sellingDesk().guard().isArmed());
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 0);
    }

    void anOfferThatIsOverIsNotStarted() {
        Desk desk(780);
        desk.press(Qt::Key_F5);
        desk.started();
        desk.rig.server(commerce::Fact{commerce::OfferEnded{OfferId{"honey"}, commerce::OfferEnd::Time, 3}});
        desk.rig.settle();
        // For some seconds it says how it ended, then the panel is gone.
        QCOMPARE(desk.panel().shownCount(), 1);
        QCOMPARE(desk.panel().rows()[0]->detail(), QStringLiteral("Ended: its time is over · 0 taken"));
        QVERIFY(!desk.panel().rows()[0]->stopButton().isVisible());
        QVERIFY(!desk.panel().rows()[0]->startButton().isVisible());
        desk.press(Qt::Key_F5);
        QCOMPARE(pendingOf<commerce::StartOffer>(desk.rig.state()), 0);
        desk.rig.advance(10'000);
        desk.rig.settle();
        QTRY_COMPARE_WITH_TIMEOUT(desk.panel().shownCount(), 0, 5000);
        desk.rig.window->sellingDesk().showOffers();
        desk.rig.settle();
        auto* list = desk.rig.window->sellingDesk().offersDialog();
        QVERIFY(!list->startButton().isEnabled());
        QCOMPARE(list->list().topLevelItem(0)->text(3), QStringLiteral("over"));
    }

    void aRefusalStandsInItsDialog() {
        Desk desk(780);
        desk.rig.window->sellingDesk().showOffers();
        desk.press(Qt::Key_F5);
        desk.rig.server(commerce::Fact{
            commerce::RequestAnswered{desk.rig.state().pending.at(0).id, ErrorCode::OfferNotLower, {}, {}}});
        QVERIFY(!desk.rig.window->sellingDesk().offersDialog()->note().isEmpty());
    }

    void anOfferIsPlannedWithItsClaimAndItsGuard() {
        control::State state = demoState();
        for (commerce::Product& product : state.catalogue.products) {
            for (commerce::Variant& variant : product.variants) {
                if (variant.sku.value == "LM-500")
                    variant.priorLowest = Money{900, "EUR"};
            }
        }
        const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
        std::vector<commerce::Offer> sent;
        ui::OfferDialog dialog(theme, state, QLocale(QLocale::English), {},
                               [&](const control::Command& command) {
                                   sent.push_back(std::get<control::PlanOffer>(command).offer);
                                   return Result<void>();
                               });
        dialog.show();
        dialog.save();
        QVERIFY(!dialog.note().isEmpty()); // no name
        dialog.title().setText(QStringLiteral("Honey hour"));
        dialog.sku(0).setCurrentIndex(dialog.sku(0).findData(QStringLiteral("LM-500")));
        dialog.save();
        QVERIFY(sent.empty()); // no price
        dialog.price(0).setText(QStringLiteral("9,50"));
        QVERIFY(dialog.claim(0).startsWith(QStringLiteral("No “was”")));
        dialog.price(0).setText(QStringLiteral("7,20"));
        QVERIFY(dialog.claim(0).contains(QStringLiteral("−20")));
        dialog.price(0).setText(QStringLiteral("4"));
        dialog.duration().setText(QStringLiteral("5"));
        dialog.save();
        QVERIFY(sent.empty());
        QVERIFY(dialog.note().contains(QStringLiteral("less than half")));
        dialog.save();
        QCOMPARE(sent.size(), std::size_t(1));
        QCOMPARE(sent[0].lines[0].unitMinor, 400);
        QCOMPARE(sent[0].durationMs, 300'000);
    }

    void amountsAreReadAsTheyAreTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("minor"); // -1: none
        QTest::newRow("whole") << QStringLiteral("7") << 700;
        QTest::newRow("comma") << QStringLiteral("7,5") << 750;
        QTest::newRow("point and sign") << QStringLiteral("€ 1 234.05") << 123'405;
        QTest::newRow("three decimals") << QStringLiteral("7.505") << -1;
        QTest::newRow("two separators") << QStringLiteral("1.234,50") << -1;
        QTest::newRow("negative") << QStringLiteral("-7") << -1;
        QTest::newRow("nothing") << QString() << -1;
        QTest::newRow("huge") << QStringLiteral("99999999999999999999") << -1;
    }
    void amountsAreReadAsTheyAreTyped() {
        QFETCH(QString, typed);
        QFETCH(int, minor);
        QCOMPARE(int(ui::minorOf(typed, "EUR").value_or(-1)), minor);
    }
};

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::OffersTest)
#include "OffersTest.moc"
