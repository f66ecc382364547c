// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Schema.hpp"
#include "server/store/Store.hpp"
#include "support/ManualClock.hpp"
#include "support/server/StoreBench.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using namespace vitrina::server;
using test::number;
using test::StoreBench;

namespace {

const commerce::OrderLine towel{Sku{"TOWEL"}, 1, 1450, {}};

commerce::ReserveRequest keep(const std::string& viewer, const std::string& key,
                              std::vector<commerce::OrderLine> lines = {towel}) {
    return {key, ViewerId{viewer}, std::move(lines)};
}

commerce::OrderRequest buy(const std::string& viewer, const std::string& key, const ReservationId& checkout) {
    commerce::OrderRequest request{key, ViewerId{viewer}, {}};
    request.reservation = checkout;
    request.delivery = {"market", "", 0, commerce::PaymentWay::AtCollection};
    return request;
}

commerce::Offer flash(std::int64_t price, std::int64_t durationMs = 60'000) {
    commerce::Offer offer;
    offer.id = OfferId{"flash"};
    offer.kind = commerce::OfferKind::FlashPrice;
    offer.title = "Flash";
    offer.lines = {{Sku{"TOWEL"}, 1, price}};
    offer.durationMs = durationMs;
    return offer;
}

struct Fixture {
    Fixture() { QVERIFY(open().openShop(test::demoShop(3))); }
    StoreBench& open() {
        bench.reset();
        bench = std::make_unique<StoreBench>(path, clock);
        return *bench;
    }

    QTemporaryDir folder;
    std::string path = folder.path().toStdString() + "/s.sqlite";
    test::ManualClock clock;
    std::unique_ptr<StoreBench> bench;
};

} // namespace

/// What the store does with time, restarts and pages; its rules are in SellingTest and commerce/LedgerTest.
class CheckoutTest final : public QObject {
    Q_OBJECT
  private slots:
    void aJumpOfTheWallClockEndsNothing() {
        Fixture f;
        const auto kept = f.bench->reserve(keep("v", "key-0001"));
        QCOMPARE(kept.refusal.code, ErrorCode::None);
        f.clock.at.wallMs += 86'400'000;
        f.bench->sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 0);
        f.clock.at.wallMs -= 2 * 86'400'000LL;
        f.clock.at.monoMs += 599'999;
        QCOMPARE(f.open().order(buy("v", "key-o001", kept.reservation.id)).refusal.code, ErrorCode::None);
    }

    void aRestartKeepsTheMoment() {
        Fixture f;
        const auto kept = f.bench->reserve(keep("v", "key-0001"));
        f.clock.advance(599'999);
        f.open().sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 0);
        QCOMPARE(f.bench->reserve(keep("v", "key-0001")).reservation, kept.reservation);
        f.clock.advance(1);
        f.open().sweep();
        const auto ended = f.bench->facts<commerce::ReservationEnded>();
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().how, commerce::ReservationEnd::Expired);
        QCOMPARE(ended.front().levels.at(Sku{"TOWEL"}), (commerce::StockLevel{3, 0, 0}));
    }

    void anotherBootGoesByTheWallClock() {
        Fixture f;
        const auto kept = f.bench->reserve(keep("v", "key-0001"));
        QCOMPARE(f.bench->request("r1", commerce::StartOffer{flash(1000, 300'000)}), ErrorCode::None);
        f.clock.boot = "boot-2";
        f.clock.at = {f.clock.at.wallMs + 400'000, 7'000}; // off for a while
        f.open().sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 0);
        QCOMPARE(f.bench->facts<commerce::OfferEnded>().at(0).why, commerce::OfferEnd::Time);
        f.clock.advance(199'999);
        f.bench->sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 0);
        f.clock.advance(1);
        QCOMPARE(f.bench->order(buy("v", "key-o001", kept.reservation.id)).refusal.code,
                 ErrorCode::ReservationOver);
        // A clock set back years while the machine was off keeps nobody's pieces for years.
        QCOMPARE(f.bench->reserve(keep("w", "key-0002")).refusal.code, ErrorCode::None);
        f.clock.boot = "boot-3";
        f.clock.at = {1'000'000'000'000, 7'000};
        f.open();
        f.clock.advance(500'000);
        f.clock.at.wallMs = 1'000'000'000'000; // and again, when the server is started once more
        f.open();
        f.clock.advance(99'999);
        f.bench->sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 1);
        f.clock.advance(1);
        f.bench->sweep();
        QCOMPARE(f.bench->count<commerce::ReservationEnded>(), 2);
    }

    void anotherRunEndsWhatIsOpenInTheOneBefore() {
        Fixture f;
        QCOMPARE(f.bench->reserve(keep("v", "key-0001")).refusal.code, ErrorCode::None);
        QCOMPARE(f.bench->ask<RunAnswer>(OpenRun{ShowId{"show"}, RunId{"run-2"}, {}}).error, ErrorCode::None);
        const auto ended = f.bench->facts<commerce::ReservationEnded>(); // of the first run
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().how, commerce::ReservationEnd::Released);
        QCOMPARE(number(f.path, "SELECT sum(reserved) FROM stock"), 0);
        QCOMPARE(number(f.path, "SELECT count(*) FROM reservation WHERE ended=0"), 0);
        QVERIFY(f.bench->told.back().levels.empty()); // pages are shown the new run and nothing of the old
    }

    void aVariantThatWanderedIsThereAfterARestart() {
        Fixture f;
        const commerce::Catalogue shop = test::demoShop(3).catalogue;
        commerce::Product from = shop.products[0];
        commerce::Product to = shop.products[1];
        const commerce::Variant wanders{Sku{"WANDERER"}, "w", {700, "EUR"}, 3};
        from.variants.push_back(wanders);
        to.variants.push_back(wanders);
        int asked = 0;
        const auto put = [&](const commerce::Product& product) {
            return f.bench->request("r" + std::to_string(++asked), commerce::PutProduct{product});
        };
        QCOMPARE(put(from), ErrorCode::None);
        QCOMPARE(put(to), ErrorCode::BadRequest);
        QCOMPARE(put(shop.products[0]), ErrorCode::None);
        QCOMPARE(put(to), ErrorCode::None);
        QCOMPARE(put(shop.products[0]), ErrorCode::None); // its record is the last one now
        f.open();
        const auto order = f.bench->order({"key-o001", ViewerId{"v"}, {{Sku{"WANDERER"}, 1, 700, {}}}});
        QCOMPARE(order.refusal.code, ErrorCode::None);
    }

    void theHostsStopHoldsOverTheShowsEndAndARestart() {
        Fixture f;
        const auto kept = f.bench->reserve(keep("v", "key-0001"));
        QCOMPARE(f.bench->request("r1", commerce::SwitchSales{false}), ErrorCode::None);
        f.bench->take(show::Fact(show::RunEnded{}));
        f.open();
        const auto request = buy("v", "key-o001", kept.reservation.id);
        QCOMPARE(f.bench->order(request).refusal.code, ErrorCode::SalesClosed);
        QCOMPARE(f.bench->request("r2", commerce::SwitchSales{true}), ErrorCode::None);
        QCOMPARE(f.bench->order(request).refusal.code, ErrorCode::None);
    }

    void voidSinceGoesByTheOrderOfOrders() {
        Fixture f;
        QCOMPARE(f.bench->request("r1", commerce::StartOffer{flash(1000)}), ErrorCode::None);
        const commerce::OrderLine cheap{Sku{"TOWEL"}, 1, 1000, {}};
        QCOMPARE(f.bench->order({"key-0001", ViewerId{"v"}, {cheap}}).refusal.code, ErrorCode::None);
        f.clock.advance(1'000);
        const std::int64_t since = f.clock.at.wallMs;
        QCOMPARE(f.bench->order({"key-0002", ViewerId{"v"}, {cheap}}).refusal.code, ErrorCode::None);
        f.clock.at.wallMs -= 600'000; // the clock is put right
        QCOMPARE(f.bench->order({"key-0003", ViewerId{"v"}, {cheap}}).refusal.code, ErrorCode::None);
        QCOMPARE(f.bench->request("r2", commerce::VoidSince{OfferId{"flash"}, since, ""}), ErrorCode::None);
        QCOMPARE(number(f.path, "SELECT count(*) FROM orders WHERE state=7"), 2);
    }

    void whoWasFastIsFastAfterARestart() {
        Fixture f;
        const auto order = [&](const std::string& viewer, const std::string& key) {
            commerce::OrderRequest request{key, ViewerId{viewer}, {towel}};
            request.network = "192.0.2.1";
            return f.bench->order(request).state;
        };
        QCOMPARE(f.bench->request("r1", commerce::CorrectStock{Sku{"TOWEL"}, 20, ""}), ErrorCode::None);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(order("v" + std::to_string(i), "key-000" + std::to_string(i)),
                     commerce::OrderState::Placed);
        f.open();
        QCOMPARE(order("v5", "key-0005"), commerce::OrderState::Review);
        // The address is not in the file, and its mark goes when it counts no more.
        QCOMPARE(number(f.path, "SELECT count(*) FROM orders WHERE network<>0"), 6);
        f.clock.advance(3'600'000);
        f.bench->store->add(SweepBuyers{90LL * 86'400'000});
        f.bench->sweep();
        QCOMPARE(number(f.path, "SELECT count(*) FROM orders WHERE network<>0"), 0);
        QCOMPARE(order("v6", "key-0006"), commerce::OrderState::Placed);
    }

    void anAddressThatKeepsEverythingInCheckoutsWaits() {
        Fixture f;
        QCOMPARE(f.bench->request("r1", commerce::CorrectStock{Sku{"TOWEL"}, 197, ""}), ErrorCode::None);
        const auto reserve = [&](const std::string& viewer, const std::string& network) {
            auto request = keep(viewer, "key-0001", {{Sku{"TOWEL"}, 99, 1450, {}}});
            request.network = network;
            return f.bench->reserve(request).refusal.code;
        };
        QCOMPARE(reserve("a", "192.0.2.1"), ErrorCode::None);
        QCOMPARE(reserve("b", "192.0.2.1"), ErrorCode::None);
        f.clock.advance(600'000);
        f.bench->sweep();
        QCOMPARE(reserve("c", "192.0.2.1"), ErrorCode::OnHold); // another viewer each time
        f.open();
        QCOMPARE(reserve("d", "192.0.2.1"), ErrorCode::OnHold);
        QCOMPARE(reserve("e", "192.0.2.2"), ErrorCode::None);
        f.clock.advance(900'000);
        f.bench->sweep();
        QCOMPARE(reserve("f", "192.0.2.1"), ErrorCode::None);
    }

    void theSweepIsAskedForOnlyWhenSomethingIsDue() {
        Fixture f;
        f.bench->reserve(keep("v", "key-0001"));
        QTRY_COMPARE(f.bench->store->waiting(), std::size_t{0});
        f.bench->store->sweep(f.clock.now().monoMs);
        QCOMPARE(f.bench->store->waiting(), std::size_t{0});
        f.clock.advance(600'000);
        f.bench->store->sweep(f.clock.now().monoMs);
        f.bench->pump([&] { return f.bench->levels.at(Sku{"TOWEL"}).reserved == 0; });
        QTRY_COMPARE(f.bench->store->waiting(), std::size_t{0});
        f.bench->store->sweep(f.clock.now().monoMs);
        QCOMPARE(f.bench->store->waiting(), std::size_t{0});
    }

    void pagesAreToldAtOnce() {
        Fixture f;
        const auto last = [&] {
            return f.bench->told.back();
        };
        QCOMPARE(f.bench->request("r1", commerce::StartOffer{flash(1000)}), ErrorCode::None);
        QCOMPARE(last().prices, (std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 1000}}));
        QCOMPARE(last().offers->at(OfferId{"flash"}).endsMs, f.clock.now().wallMs + 60'000);
        QCOMPARE(f.bench->request("r2", commerce::ExtendOffer{OfferId{"flash"}, 5'000}), ErrorCode::None);
        QCOMPARE(last().offers->at(OfferId{"flash"}).endsMs, f.clock.now().wallMs + 65'000);
        f.clock.advance(65'000);
        f.bench->sweep();
        const auto swept = std::ranges::find_if(
            f.bench->told, [](const Changes& told) { return told.offers && told.offers->empty(); });
        QVERIFY(swept != f.bench->told.end());
        QCOMPARE(swept->prices, (std::map<Sku, std::int64_t>{{Sku{"TOWEL"}, 1450}}));

        commerce::Product product = test::demoShop(3).catalogue.products.at(1);
        product.name = "Linen towel, large";
        product.variants.front().price.minor = 1600;
        QCOMPARE(f.bench->request("r3", commerce::PutProduct{product}), ErrorCode::None);
        QCOMPARE(last().products, std::vector<commerce::Product>{product});
        QCOMPARE(last().prices.at(Sku{"TOWEL"}), 1600);
        commerce::Terms terms = test::demoShop(3).catalogue.terms;
        terms.conditions = "Others.";
        QCOMPARE(f.bench->request("r4", commerce::SetTerms{terms}), ErrorCode::None);
        QCOMPARE(last().terms->conditions, std::string("Others."));
        QCOMPARE(f.bench->count<commerce::TermsSet>() + f.bench->count<commerce::ProductPut>(), 2);

        // And who comes after a restart finds all of it.
        f.open();
        QCOMPARE(f.bench->view.shop.catalogue.products.at(1), product);
        QCOMPARE(f.bench->view.shop.catalogue.terms, terms);
        QVERIFY(f.bench->view.running.empty());
        QCOMPARE(f.bench->request("r5", commerce::StartOffer{flash(1000)}), ErrorCode::OfferOver);
    }

    void tooManyThatRanOutWait() {
        Fixture f;
        for (const char* key : {"key-0001", "key-0002", "key-0003"}) {
            QCOMPARE(f.bench->reserve(keep("v", key)).refusal.code, ErrorCode::None);
            commerce::Terms terms = test::demoShop(3).catalogue.terms;
            terms.reserveMs = 60'000;
            f.bench->request(key, commerce::SetTerms{terms}); // from the second on
            f.clock.advance(*key && std::string(key) == "key-0001" ? 600'000 : 60'000);
            f.bench->sweep();
        }
        const auto refused = f.bench->reserve(keep("v", "key-0004"));
        QCOMPARE(refused.refusal.code, ErrorCode::OnHold);
        QCOMPARE(refused.refusal.retryAfterMs, 900'000 - 120'000);
        QCOMPARE(f.bench->reserve(keep("w", "key-0005")).refusal.code, ErrorCode::None);
    }

    void tooFastIsLookedAt() {
        Fixture f;
        QCOMPARE(f.bench->request("r", commerce::CorrectStock{Sku{"TOWEL"}, 10, "box"}), ErrorCode::None);
        for (int i = 0; i < 6; ++i) {
            commerce::OrderRequest request{
                "key-000" + std::to_string(i), ViewerId{std::to_string(i)}, {towel}};
            request.network = "10.0.0.7";
            const auto answer = f.bench->order(request);
            QCOMPARE(answer.state, i < 5 ? commerce::OrderState::Placed : commerce::OrderState::Review);
        }
        const auto placed = f.bench->facts<commerce::OrderPlaced>();
        QVERIFY(placed.back().review && !placed.front().review);
        QCOMPARE(number(f.path, "SELECT count(*) FROM orders WHERE state=1"), 1);
        // Whose address it was is nowhere in the file.
        QCOMPARE(number(f.path, "SELECT count(*) FROM record WHERE json LIKE '%10.0.0.7%'"), 0);
    }

    void aFileOfVersionOneOpens() {
        Fixture f;
        QCOMPARE(f.bench->order({"key-0001", ViewerId{"v"}, {towel}}).refusal.code, ErrorCode::None);
        f.bench.reset();
        {
            const auto older = Database::open(f.path, Database::Use::Write);
            (*older)->execute(
                "DROP TABLE reservation_line; DROP TABLE reservation; DROP TABLE offer; DROP TABLE "
                "offer_use; "
                "DROP TABLE product; DROP TABLE terms; UPDATE meta SET value='1' WHERE key='version';");
            for (const char* column : {"state", "refunded", "restocked", "way", "region", "delivery",
                                       "payment", "reservation", "paid"})
                (*older)->execute((std::string("ALTER TABLE orders DROP COLUMN ") + column).c_str());
            (*older)->execute("ALTER TABLE order_line DROP COLUMN offer");
            QVERIFY2((*older)->ok(), (*older)->problem().c_str());
        }
        f.open();
        const auto again = f.bench->order({"key-0001", ViewerId{"v"}, {towel}});
        QVERIFY(again.replayed);
        QCOMPARE(again.state, commerce::OrderState::Placed);
        QCOMPARE(f.bench->reserve(keep("w", "key-0002")).refusal.code, ErrorCode::None);
        QCOMPARE(number(f.path, "SELECT value FROM meta WHERE key='version'"), storeVersion);
        f.open(); // and once more
        QCOMPARE(f.bench->view.stock.at(Sku{"TOWEL"}), (commerce::StockLevel{3, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(CheckoutTest)
#include "CheckoutTest.moc"
