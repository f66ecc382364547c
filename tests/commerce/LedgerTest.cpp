// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "commerce/Ledger.hpp"

#include <QTest>
#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

Terms fullTerms() {
    Terms terms;
    terms.trader = {"SIA Dzintars", "40001234567", "", "Rīga", "+371 20000000", "shop@example.lv", true};
    terms.delivery = {{"omniva", DeliveryKind::Delivery, "Omniva", "", {{"LV", 300}, {"*", 900}}, 5'000},
                      {"shop", DeliveryKind::Collection, "Shop", "", {}, {}}};
    terms.payment = {PaymentWay::OnDelivery, PaymentWay::AtCollection};
    terms.conditions = "…";
    terms.withdrawal = "…";
    return terms;
}

Catalogue catalogue() {
    return {{{ProductId{"p1"},
              "12",
              "Amber earrings",
              "",
              "",
              {{Sku{"A"}, "S", {1890, "EUR"}, 3}, {Sku{"B"}, "M", {2090, "EUR"}, 5}}},
             {ProductId{"p2"}, "13", "Linen towel", "", "", {{Sku{"C"}, "", {900, "EUR"}, 2}}}},
            {},
            fullTerms()};
}

Ledger opened() {
    return openLedger(catalogue(), "EUR");
}

OrderRequest wish(const std::string& key, std::vector<OrderLine> lines, const std::string& viewer = "v") {
    return {key, ViewerId{viewer}, std::move(lines)};
}

ReserveRequest keep(const std::string& key, std::vector<OrderLine> lines, const std::string& viewer = "v",
                    const std::string& word = {}) {
    return {key, ViewerId{viewer}, std::move(lines), word};
}

OrderRequest buy(const std::string& key, const ReservationId& checkout, const std::string& viewer = "v") {
    OrderRequest request{key, ViewerId{viewer}, {}};
    request.reservation = checkout;
    request.delivery = {"omniva", "LV", 0, PaymentWay::OnDelivery};
    request.addressed = true;
    return request;
}

constexpr Instant start{1'792'000'000'000, 1'000'000};

Instant after(std::int64_t ms) {
    return {start.wallMs + ms, start.monoMs + ms};
}

Offer flash(const std::string& id, const std::string& sku, std::int64_t price) {
    Offer offer;
    offer.id = OfferId{id};
    offer.kind = OfferKind::FlashPrice;
    offer.title = id;
    offer.lines = {{Sku{sku}, 1, price}};
    return offer;
}

ErrorCode ordered(Ledger& ledger, const OrderRequest& request, const std::string& number = "n") {
    return placeOrder(ledger, request, OrderNumber{number}, start).refusal.code;
}

ErrorCode refused(Ledger ledger, const OrderRequest& request) {
    return ordered(ledger, request);
}

ErrorCode reserved(Ledger& ledger, const ReserveRequest& request, const std::string& id) {
    return reserve(ledger, request, ReservationId{id}, start).refusal.code;
}

void begin(Ledger& ledger, const Offer& offer, Instant now = start) {
    const auto running = startOffer(ledger.shelf, offer, now);
    QVERIFY2(bool(running), running ? "" : errorName(running.error().code).data());
    reprice(ledger.shelf);
}

StockLevel level(const Ledger& ledger, const std::string& sku) {
    return ledger.shelf.goods.at(Sku{sku}).level;
}

} // namespace

class LedgerTest final : public QObject {
    Q_OBJECT
  private slots:
    void findsProductsAndVariants() {
        const Catalogue all = catalogue();
        QVERIFY(findProduct(all, ProductId{"p2"}));
        QVERIFY(!findProduct(all, ProductId{"p9"}));
        QCOMPARE(findVariant(all, Sku{"B"})->price.minor, 2090);
        QCOMPARE(productOf(all, Sku{"C"})->id.value, std::string("p2"));
        QVERIFY(!productOf(all, Sku{"Z"}));
    }

    void allLinesOrNone() {
        Ledger ledger = opened();
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}, {Sku{"C"}, 3, 900}})), ErrorCode::SoldOut);
        const auto placed =
            placeOrder(ledger, wish("k", {{Sku{"A"}, 1, 1890}, {Sku{"C"}, 2, 900}}), OrderNumber{"1"}, start);
        QCOMPARE(placed.refusal.code, ErrorCode::None);
        QCOMPARE(placed.order.total.minor, 3690);
        QCOMPARE(level(ledger, "A").available(), 2);
        QCOMPARE(level(ledger, "C").word(), StockWord::SoldOut);
    }

    void aStoppedSkuIsNotSold() {
        Ledger ledger = opened();
        QVERIFY(bool(switchSkus(ledger.shelf, {Sku{"A"}, Sku{"B"}}, false)));
        QCOMPARE(refused(ledger, wish("k", {{Sku{"C"}, 1, 900}, {Sku{"A"}, 1, 1890}})),
                 ErrorCode::SkuStopped);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"C"}, 1, 900}})), ErrorCode::None);
        QVERIFY(bool(switchSkus(ledger.shelf, {Sku{"A"}}, true)));
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::None);
        QCOMPARE(switchSkus(ledger.shelf, {Sku{"Z"}}, false).error().code, ErrorCode::UnknownSku);
        QCOMPARE(switchSkus(ledger.shelf, {}, false).error().code, ErrorCode::BadRequest);
    }

    void sumsDemandOverLines() {
        QCOMPARE(refused(opened(), wish("k", {{Sku{"A"}, 2, 1890}, {Sku{"A"}, 2, 1890}})),
                 ErrorCode::SoldOut);
    }

    void refusesEachWithItsWord() {
        Ledger ledger = opened();
        QCOMPARE(refused(ledger, wish("k", {})), ErrorCode::BadQuantity);
        for (const std::int64_t quantity :
             {std::int64_t(0), std::int64_t(-1), std::int64_t(100), std::int64_t(1'000'000'000)})
            QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, quantity, 1890}})), ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", std::vector<OrderLine>(21, {Sku{"A"}, 1, 1890}))),
                 ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 99, INT64_MAX}})), ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"Z"}, 1, 1890}})), ErrorCode::UnknownSku);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1889}})), ErrorCode::PriceChanged);
        ledger.shelf.goods.at(Sku{"A"}).level.reserved = 3;
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::AllInCheckouts);
        ledger.shelf.open = false;
        QCOMPARE(refused(ledger, wish("k", {{Sku{"B"}, 1, 2090}})), ErrorCode::SalesClosed);
    }

    void aKeyIsAnsweredOnce() {
        Ledger ledger = opened();
        const auto first = placeOrder(ledger, wish("k", {{Sku{"A"}, 1, 1890}}), OrderNumber{"1"}, start);
        ledger.shelf.open = false; // A repetition is answered even after selling has closed.
        const Ledger before = ledger;
        const auto again = placeOrder(ledger, wish("k", {{Sku{"A"}, 1, 1890}}), OrderNumber{"2"}, start);
        QVERIFY(again.replayed);
        QCOMPARE(again.order, first.order);
        QVERIFY(ledger == before);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 2, 1890}})), ErrorCode::KeyReused);
    }

    void correctionsAreDifferences() {
        Ledger ledger = opened();
        QCOMPARE(ordered(ledger, wish("k", {{Sku{"A"}, 2, 1890}})), ErrorCode::None);
        Shelf shelf = ledger.shelf;
        QCOMPARE(correctStock(shelf, Sku{"A"}, -1)->available(), 0);
        shelf = ledger.shelf;
        QCOMPARE(correctStock(shelf, Sku{"A"}, -2).error().code, ErrorCode::BelowSold);
        QCOMPARE(correctStock(shelf, Sku{"Z"}, 1).error().code, ErrorCode::UnknownSku);
        QCOMPARE(correctStock(shelf, Sku{"A"}, INT64_MAX).error().code, ErrorCode::BadQuantity);
        QVERIFY(shelf == ledger.shelf);
    }

    void aCheckoutKeepsItsPiecesAndPrices() {
        Ledger ledger = opened();
        const auto kept = reserve(ledger, keep("k", {{Sku{"A"}, 2, 1890}}), ReservationId{"r"}, start);
        QCOMPARE(kept.refusal.code, ErrorCode::None);
        QCOMPARE(kept.total.minor, 3780);
        QCOMPARE(kept.reservation.expiresMs, start.wallMs + 600'000);
        QCOMPARE(level(ledger, "A"), (StockLevel{3, 2, 0}));
        QCOMPARE(reserved(ledger, keep("k2", {{Sku{"A"}, 2, 1890}}, "w"), "r2"), ErrorCode::AllInCheckouts);

        Product dearer = ledger.shelf.catalogue.products.front();
        dearer.variants.front().price.minor = 2500;
        QVERIFY(bool(putProduct(ledger.shelf, dearer)));
        reprice(ledger.shelf);
        const auto placed =
            placeOrder(ledger, buy("o", ReservationId{"r"}), OrderNumber{"1"}, after(599'999));
        QCOMPARE(placed.refusal.code, ErrorCode::None);
        QCOMPARE(placed.order.total.minor, 3780); // the price of when it was reserved
        QCOMPARE(placed.order.delivery.minor, 300);
        QCOMPARE(level(ledger, "A"), (StockLevel{3, 0, 2}));
        QCOMPARE(ordered(ledger, buy("o2", ReservationId{"r"})), ErrorCode::ReservationOver);
        QCOMPARE(gmvMinor(ledger), 3780);
    }

    void aCheckoutRunsOut() {
        Ledger ledger = opened();
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 2, 1890}}), "r"), ErrorCode::None);
        QCOMPARE(reserve(ledger, keep("k", {{Sku{"A"}, 2, 1890}}), ReservationId{"x"}, start).replayed, true);
        QCOMPARE(extend(ledger, ReservationId{"r"}, ViewerId{"v"}).reservation.expiresMs,
                 start.wallMs + 1'200'000);
        const auto twice = extend(ledger, ReservationId{"r"}, ViewerId{"v"});
        QVERIFY(twice.replayed);
        QCOMPARE(twice.reservation.expiresMs, start.wallMs + 1'200'000);
        advance(ledger, after(1'199'999));
        QCOMPARE(level(ledger, "A").reserved, 2);
        advance(ledger, after(1'200'000));
        QCOMPARE(level(ledger, "A").reserved, 0);
        QCOMPARE(ordered(ledger, buy("o", ReservationId{"r"})), ErrorCode::ReservationOver);
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 2, 1890}}), "y"), ErrorCode::ReservationOver);
        QCOMPARE(release(ledger, ReservationId{"r"}, ViewerId{"v"}).refusal.code, ErrorCode::None);
        QCOMPARE(extend(ledger, ReservationId{"r"}, ViewerId{"w"}).refusal.code, ErrorCode::NotFound);
    }

    void theOwnCheckoutStandsInNobodysWay() {
        Ledger ledger = opened();
        QCOMPARE(reserved(ledger, keep("k1", {{Sku{"A"}, 3, 1890}}), "r1"), ErrorCode::None);
        QCOMPARE(reserved(ledger, keep("k2", {{Sku{"A"}, 4, 1890}}), "r2"), ErrorCode::SoldOut);
        QCOMPARE(level(ledger, "A").reserved, 3); // what was refused takes nothing away
        QCOMPARE(reserved(ledger, keep("k3", {{Sku{"A"}, 2, 1890}, {Sku{"C"}, 1, 900}}), "r3"),
                 ErrorCode::None);
        QCOMPARE(level(ledger, "A").reserved, 2);
        QCOMPARE(ledger.checkouts.at(ReservationId{"r1"}).ended, ReservationEnd::Released);
    }

    void howItGoesToItsBuyerIsJudged() {
        Ledger ledger = opened();
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 1, 1890}}), "r"), ErrorCode::None);
        const auto with = [&](OrderDelivery delivery, bool addressed = true) {
            OrderRequest request = buy("o", ReservationId{"r"});
            request.delivery = std::move(delivery);
            request.addressed = addressed;
            return placeOrder(ledger, request, OrderNumber{"1"}, start).refusal.code;
        };
        QCOMPARE(with({"pigeon", "LV", 0, PaymentWay::OnDelivery}), ErrorCode::BadDelivery);
        QCOMPARE(with({"omniva", "", 0, PaymentWay::OnDelivery}), ErrorCode::BadDelivery);
        QCOMPARE(with({"omniva", "LV", 0, PaymentWay::AtCollection}), ErrorCode::BadDelivery);
        QCOMPARE(with({"omniva", "LV", 0, PaymentWay::Transfer}), ErrorCode::BadDelivery); // not offered
        QCOMPARE(with({"omniva", "LV", 0, PaymentWay::OnDelivery}, false), ErrorCode::BadDelivery);
        ledger.shelf.catalogue.products.front().collectionOnly = true;
        QCOMPARE(with({"omniva", "LV", 0, PaymentWay::OnDelivery}), ErrorCode::BadDelivery);
        QCOMPARE(with({"shop", "", 0, PaymentWay::AtCollection}, false), ErrorCode::None);
    }

    void aFlashPriceIsThePresentPrice() {
        Ledger ledger = opened();
        Offer offer = flash("f", "A", 1500);
        offer.durationMs = 60'000;
        offer.pieceLimit = 2;
        begin(ledger, offer);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::PriceChanged);
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 1, 1500}}), "r"), ErrorCode::None);
        QCOMPARE(ledger.checkouts.at(ReservationId{"r"}).reservation.lines.front().offer, OfferId{"f"});
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 2, 1500}}, "w")), ErrorCode::AllInCheckouts);
        QCOMPARE(ordered(ledger, wish("k", {{Sku{"A"}, 1, 1500}}, "w"), "1"), ErrorCode::None);
        advance(ledger, after(60'000)); // by time, with a piece of it in a checkout
        QCOMPARE(ledger.shelf.offers.at(OfferId{"f"}).ended, OfferEnd::Time);
        QCOMPARE(refused(ledger, wish("k2", {{Sku{"A"}, 1, 1500}}, "w")), ErrorCode::PriceChanged);
        QCOMPARE(startOffer(ledger.shelf, offer, after(61'000)).error().code, ErrorCode::OfferOver);
        const auto placed = placeOrder(ledger, buy("o", ReservationId{"r"}), OrderNumber{"2"}, after(61'000));
        QCOMPARE(placed.order.total.minor, 1500);
        QCOMPARE(ledger.shelf.offers.at(OfferId{"f"}).bought, 2);
    }

    void anOfferEndsWithItsLastPiece() {
        Ledger ledger = opened();
        Offer offer = flash("f", "A", 1500);
        offer.pieceLimit = 2;
        offer.perBuyer = 1;
        begin(ledger, offer);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 2, 1500}})), ErrorCode::LimitReached);
        QCOMPARE(ordered(ledger, wish("k1", {{Sku{"A"}, 1, 1500}}), "1"), ErrorCode::None);
        QCOMPARE(refused(ledger, wish("k2", {{Sku{"A"}, 1, 1500}})), ErrorCode::LimitReached);
        QCOMPARE(changeOrder(ledger, OrderNumber{"1"}, OrderState::Cancelled, 0, false), ErrorCode::None);
        QCOMPARE(ordered(ledger, wish("k3", {{Sku{"A"}, 1, 1500}}), "2"), ErrorCode::None);
        QCOMPARE(ordered(ledger, wish("k4", {{Sku{"A"}, 1, 1500}}, "w"), "3"), ErrorCode::None);
        QCOMPARE(ledger.shelf.offers.at(OfferId{"f"}).ended, OfferEnd::Pieces);
        QCOMPARE(ledger.shelf.goods.at(Sku{"A"}).presentMinor, 1890);
        QCOMPARE(startOffer(ledger.shelf, offer, after(1)).error().code, ErrorCode::OfferOver);
    }

    void aStoppedOfferKeepsItsFirstEnd() {
        Ledger ledger = opened();
        Offer offer = flash("f", "A", 1500);
        offer.durationMs = 60'000;
        begin(ledger, offer);
        QVERIFY(endOffer(ledger.shelf, offer.id, OfferEnd::Stopped));
        QVERIFY(!endOffer(ledger.shelf, offer.id, OfferEnd::Stopped));
        const auto again = startOffer(ledger.shelf, offer, after(20'000));
        QCOMPARE(again->endsMs, start.wallMs + 60'000);
        QCOMPARE(*extendOffer(ledger.shelf, offer.id, 30'000), start.wallMs + 90'000);
        QCOMPARE(extendOffer(ledger.shelf, offer.id, longestOfferMs).error().code, ErrorCode::BadDuration);
        QVERIFY(endOffer(ledger.shelf, offer.id, OfferEnd::Stopped));
        QCOMPARE(startOffer(ledger.shelf, offer, after(90'000)).error().code, ErrorCode::OfferOver);
        QCOMPARE(extendOffer(ledger.shelf, offer.id, 1).error().code, ErrorCode::UnknownOffer);
    }

    void aBundleIsBoughtWhole() {
        Ledger ledger = opened();
        Offer bundle = flash("b", "A", 1000);
        bundle.kind = OfferKind::Bundle;
        bundle.lines = {{Sku{"A"}, 1, 1000}, {Sku{"B"}, 2, 1000}};
        begin(ledger, bundle);
        const auto of = [](const char* sku, std::int64_t quantity, std::int64_t price = 1000) {
            return OrderLine{Sku{sku}, quantity, price, OfferId{"b"}};
        };
        QCOMPARE(reserved(ledger, keep("k1", {of("A", 1)}), "r"), ErrorCode::BadQuantity);
        QCOMPARE(reserved(ledger, keep("k2", {of("A", 1), of("B", 3)}), "r"), ErrorCode::BadQuantity);
        QCOMPARE(reserved(ledger, keep("k3", {of("A", 2), of("B", 2)}), "r"), ErrorCode::BadQuantity);
        QCOMPARE(reserved(ledger, keep("k4", {of("C", 1)}), "r"), ErrorCode::UnknownOffer);
        QCOMPARE(reserved(ledger, keep("k5", {of("A", 1, 999), of("B", 2)}), "r"), ErrorCode::PriceChanged);
        QCOMPARE(reserved(ledger, keep("k6", {of("A", 3), of("B", 6)}), "r"), ErrorCode::SoldOut);
        QCOMPARE(reserved(ledger, keep("k7", {of("A", 2), of("B", 4), {Sku{"C"}, 1, 900, {}}}), "r"),
                 ErrorCode::None);
        QCOMPARE(ledger.shelf.offers.at(OfferId{"b"}).running.taken, 6);
        endShow(ledger);
        QCOMPARE(ledger.shelf.offers.at(OfferId{"b"}).ended, OfferEnd::ShowEnded);
        QCOMPARE(reserved(ledger, keep("k8", {{Sku{"C"}, 1, 900}}, "w"), "s"), ErrorCode::SalesClosed);
        QCOMPARE(ordered(ledger, buy("o", ReservationId{"r"})), ErrorCode::None); // begun before the end
    }

    void aCouponIsForWhoSaysItsWord() {
        Ledger ledger = opened();
        Offer coupon = flash("c", "A", 1700);
        coupon.kind = OfferKind::Coupon;
        coupon.word = "Rudens";
        begin(ledger, coupon);
        QCOMPARE(reserved(ledger, keep("k1", {{Sku{"A"}, 1, 1890}}, "v", "salna"), "r"),
                 ErrorCode::WrongWord);
        QCOMPARE(reserved(ledger, keep("k2", {{Sku{"A"}, 1, 1700, OfferId{"c"}}}), "r"),
                 ErrorCode::WrongWord);
        const auto kept =
            reserve(ledger, keep("k3", {{Sku{"A"}, 1, 1890}, {Sku{"C"}, 1, 900}}, "v", " RUDENS "),
                    ReservationId{"r"}, start);
        QCOMPARE(kept.refusal.code, ErrorCode::None);
        QCOMPARE(kept.total.minor, 2600);
        begin(ledger, flash("f", "A", 1500)); // lower than the coupon's: the lower one is charged
        const auto lower =
            reserve(ledger, keep("k4", {{Sku{"A"}, 1, 1500}}, "v", "rudens"), ReservationId{"s"}, start);
        QCOMPARE(lower.reservation.lines.front().offer, OfferId{"f"});
        QCOMPARE(lower.total.minor, 1500);
    }

    void aProductChangesWhole() {
        Ledger ledger = opened();
        begin(ledger, flash("f", "A", 1500));
        Product product = ledger.shelf.catalogue.products.front();
        product.variants.front().price.minor = 1500; // no longer above the flash price
        product.variants.back() = {Sku{"D"}, "L", {2000, "EUR"}, 4};
        const auto added = putProduct(ledger.shelf, product);
        QCOMPARE(*added, (std::map<Sku, StockLevel>{{Sku{"D"}, {4, 0, 0}}}));
        QCOMPARE(brokenOffers(ledger.shelf), std::vector<OfferId>{OfferId{"f"}});
        QCOMPARE(refused(ledger, wish("k", {{Sku{"B"}, 1, 2090}})),
                 ErrorCode::UnknownSku);         // it has it no more
        product.variants.front().sku = Sku{"C"}; // another product's
        QCOMPARE(putProduct(ledger.shelf, product).error().code, ErrorCode::BadRequest);
        product.variants.front() = {Sku{"A"}, "S", {1500, "USD"}, 3};
        QCOMPARE(putProduct(ledger.shelf, product).error().code, ErrorCode::BadRequest);
        product.variants.front() = {Sku{"A"}, "S", {-1, "EUR"}, 3};
        QCOMPARE(putProduct(ledger.shelf, product).error().code, ErrorCode::BadQuantity);
        product.variants.clear();
        QCOMPARE(putProduct(ledger.shelf, product).error().code, ErrorCode::BadRequest);
    }

    void withoutWholeTermsNothingIsSold() {
        Ledger ledger = opened();
        Terms terms = fullTerms();
        terms.trader.selfCertified = false;
        QVERIFY(bool(setTerms(ledger.shelf, terms)));
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 1, 1890}}), "r"), ErrorCode::CheckoutClosed);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::CheckoutClosed);
        terms = fullTerms();
        terms.handOver = {HandOverKind::Shopify, "https://shop.example"}; // its own checkout sells
        QVERIFY(bool(setTerms(ledger.shelf, terms)));
        QCOMPARE(reserved(ledger, keep("k", {{Sku{"A"}, 1, 1890}}), "r"), ErrorCode::CheckoutClosed);
        terms.reserveMs = shortestReserveMs - 1;
        QCOMPARE(setTerms(ledger.shelf, terms).error().code, ErrorCode::BadDuration);
    }

    void tooFastIsLookedAtAndTooManyWait() {
        Ledger ledger = opened();
        const auto state = [&](const std::string& key, Instant now, const std::string& viewer = "v") {
            OrderRequest request = wish(key, {{Sku{"B"}, 1, 2090}}, viewer);
            return placeOrder(ledger, request, OrderNumber{key + viewer}, now).state;
        };
        for (const char* key : {"1", "2", "3"})
            QCOMPARE(state(key, start), OrderState::Placed);
        QCOMPARE(state("4", after(119'999)), OrderState::Review);
        QCOMPARE(state("5", after(240'000)), OrderState::Placed);

        for (int i = 0; i < 3; ++i) {
            const Instant now = after(i * 60'000);
            QCOMPARE(reserve(ledger, keep("k" + std::to_string(i), {{Sku{"A"}, 1, 1890}}),
                             ReservationId{std::to_string(i)}, now)
                         .refusal.code,
                     ErrorCode::None);
            ledger.checkouts.at(ReservationId{std::to_string(i)}).dueMs = now.monoMs + 30'000;
            advance(ledger, after(i * 60'000 + 30'000));
        }
        const auto held =
            reserve(ledger, keep("k9", {{Sku{"A"}, 1, 1890}}), ReservationId{"9"}, after(150'000));
        QCOMPARE(held.refusal.code, ErrorCode::OnHold);
        QCOMPARE(held.refusal.retryAfterMs, 30'000 + 900'000 - 150'000);
        QCOMPARE(reserve(ledger, keep("k9", {{Sku{"A"}, 1, 1890}}), ReservationId{"9"}, after(930'000))
                     .refusal.code,
                 ErrorCode::None);
    }

    void addressesAreCountedToo() {
        Velocity velocity({.ordersPerNetwork = 2, .networkMs = 1'000, .ordersPerViewer = 0});
        QVERIFY(!velocity.order(ViewerId{"a"}, "net", 0));
        QVERIFY(!velocity.order(ViewerId{"b"}, "net", 10));
        QVERIFY(velocity.order(ViewerId{"c"}, "net", 20));
        QVERIFY(!velocity.order(ViewerId{"c"}, "other", 20));
        QVERIFY(!velocity.order(ViewerId{"d"}, "", 20)); // not known
        QVERIFY(!velocity.order(ViewerId{"a"}, "net", 1'021));
    }

    void anAddressThatLetsMuchRunOutWaits() {
        Velocity velocity({.expiredMost = 0, .expiredMs = 1'000, .expiredPieces = 10});
        velocity.expired(ViewerId{"a"}, "net", 6, 100);
        QCOMPARE(velocity.waitMs(ViewerId{"b"}, "net", 100), 0);
        velocity.expired(ViewerId{"b"}, "net", 3, 300);
        velocity.expired(ViewerId{"c"}, "net", 2, 200); // told late
        QCOMPARE(velocity.waitMs(ViewerId{"d"}, "net", 400), 700);
        QCOMPARE(velocity.waitMs(ViewerId{"d"}, "other", 400), 0);
        QCOMPARE(velocity.waitMs(ViewerId{"d"}, "", 400), 0);
        QCOMPARE(velocity.waitMs(ViewerId{"d"}, "net", 1'100), 0);
    }

    void whatTheHostHaltedStaysHaltedAfterTheShow() {
        Ledger ledger = opened();
        reserve(ledger, keep("k", {{Sku{"A"}, 1, 1890}}), ReservationId{"r"}, start);
        const OrderRequest request = buy("o", ReservationId{"r"});
        QVERIFY(bool(switchSales(ledger.shelf, false)));
        endShow(ledger);
        QCOMPARE(ordered(ledger, request), ErrorCode::SalesClosed);
        QVERIFY(bool(switchSales(ledger.shelf, true))); // lets go what was kept, and opens nothing
        QVERIFY(!ledger.shelf.open);
        QCOMPARE(switchSales(ledger.shelf, true).error().code, ErrorCode::WrongPhase);
        QCOMPARE(ordered(ledger, request), ErrorCode::None);
    }

    void theSumOnTheButtonIsTheSumOfTheOrder() {
        Ledger ledger = opened();
        reserve(ledger, keep("k", {{Sku{"A"}, 1, 1890}}), ReservationId{"r"}, start);
        OrderRequest request = buy("o", ReservationId{"r"});
        request.toPayMinor = 1890 + 300;
        ledger.shelf.catalogue.terms.delivery.front().prices.front().minor = 990; // after the page was shown
        const auto no = placeOrder(ledger, request, OrderNumber{"1"}, start);
        QVERIFY((no.refusal == Refusal{ErrorCode::PriceChanged, {}, 1890 + 990}));
        request.toPayMinor = 1890 + 990;
        const auto placed = placeOrder(ledger, request, OrderNumber{"1"}, start);
        QCOMPARE(placed.refusal.code, ErrorCode::None);
        QCOMPARE(placed.order.delivery.minor, 990);
    }

    void theOfferThatWasStartedLastWinsWhateverTheClockSaid() {
        Ledger ledger = opened();
        QVERIFY(bool(startOffer(ledger.shelf, flash("b", "A", 1500), after(0))));
        // The wall clock was put right meanwhile.
        QVERIFY(bool(
            startOffer(ledger.shelf, flash("a", "A", 1400), {start.wallMs - 600'000, start.monoMs + 1})));
        reprice(ledger.shelf);
        QCOMPARE(ledger.shelf.goods.at(Sku{"A"}).presentMinor, 1400);
    }

    void anOfferThatStartsAgainIsNotAnotherDay() {
        Ledger ledger = opened();
        Offer offer = flash("a", "A", 1400);
        offer.durationMs = longestOfferMs - 1'000;
        QVERIFY(bool(startOffer(ledger.shelf, offer, start)));
        QVERIFY(endOffer(ledger.shelf, offer.id, OfferEnd::Stopped));
        QVERIFY(bool(startOffer(ledger.shelf, offer, after(longestOfferMs / 2))));
        QVERIFY(bool(extendOffer(ledger.shelf, offer.id, 1'000)));
        QCOMPARE(extendOffer(ledger.shelf, offer.id, 1).error().code, ErrorCode::BadDuration);
    }

    void aKeptProductIsNotJudgedAgain() {
        Ledger ledger = opened();
        const Product p1 = ledger.shelf.catalogue.products[0];
        Product p2 = ledger.shelf.catalogue.products[1];
        p2.variants.push_back({Sku{"A"}, "S", {1890, "EUR"}, 3});
        QCOMPARE(putProduct(ledger.shelf, p2).error().code, ErrorCode::BadRequest); // p1 has it
        restoreProduct(ledger.shelf, p2); // as it was accepted once, when p1 had it no more
        QCOMPARE(productOf(ledger.shelf.catalogue, Sku{"A"})->id, p2.id);
        QVERIFY(ledger.shelf.goods.at(Sku{"A"}).listed);
        QCOMPARE(ledger.shelf.catalogue.products[0].variants.size(), p1.variants.size() - 1);
    }

    void aCancelPutsEverythingBack() {
        Ledger ledger = opened();
        QCOMPARE(ordered(ledger, wish("k", {{Sku{"A"}, 3, 1890}}), "1"), ErrorCode::None);
        QCOMPARE(changeOrder(ledger, OrderNumber{"1"}, OrderState::Paid, 0, false), ErrorCode::None);
        QCOMPARE(changeOrder(ledger, OrderNumber{"1"}, OrderState::Cancelled, 0, false), ErrorCode::None);
        QCOMPARE(level(ledger, "A"), (StockLevel{3, 0, 0}));
        QCOMPARE(changeOrder(ledger, OrderNumber{"1"}, OrderState::None, 5'670, false), ErrorCode::None);
        QCOMPARE(level(ledger, "A"), (StockLevel{3, 0, 0})); // once
        QCOMPARE(changeOrder(ledger, OrderNumber{"2"}, OrderState::Paid, 0, false), ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "LedgerTest.moc"
