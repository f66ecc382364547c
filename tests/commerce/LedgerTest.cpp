// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "commerce/Ledger.hpp"

#include <QTest>
#include <rapidcheck.h>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

Catalogue catalogue() {
    return {{{ProductId{"p1"},
              "12",
              "Amber earrings",
              "",
              "",
              {{Sku{"A"}, "S", {1890, "EUR"}, 3}, {Sku{"B"}, "M", {2090, "EUR"}, 5}}},
             {ProductId{"p2"}, "13", "Linen towel", "", "", {{Sku{"C"}, "", {900, "EUR"}, 2}}}}};
}

OrderRequest wish(const std::string& key, std::vector<OrderLine> lines, const std::string& viewer = "v") {
    return {key, ViewerId{viewer}, std::move(lines), -1};
}

ErrorCode refused(const Ledger& ledger, const OrderRequest& request) {
    const auto placed = placeOrder(ledger, request, OrderNumber{"n"});
    return placed ? ErrorCode::None : placed.error().code;
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
        const Ledger ledger = openLedger(catalogue(), "EUR");
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}, {Sku{"C"}, 3, 900}})), ErrorCode::SoldOut);
        const auto placed =
            placeOrder(ledger, wish("k", {{Sku{"A"}, 1, 1890}, {Sku{"C"}, 2, 900}}), OrderNumber{"1"});
        QVERIFY(bool(placed));
        QCOMPARE(placed->order.total.minor, 3690);
        QCOMPARE(placed->ledger.stock.at(Sku{"A"}).available(), 2);
        QCOMPARE(placed->ledger.stock.at(Sku{"C"}).word(), StockWord::SoldOut);
    }

    void aStoppedSkuIsNotSold() {
        Ledger ledger = *switchSkus(openLedger(catalogue(), "EUR"), {Sku{"A"}, Sku{"B"}}, false);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"C"}, 1, 900}, {Sku{"A"}, 1, 1890}})),
                 ErrorCode::SkuStopped);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"C"}, 1, 900}})), ErrorCode::None);
        ledger = *switchSkus(ledger, {Sku{"A"}}, true);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::None);
        QCOMPARE(switchSkus(ledger, {Sku{"Z"}}, false).error().code, ErrorCode::UnknownSku);
        QCOMPARE(switchSkus(ledger, {}, false).error().code, ErrorCode::BadRequest);
    }

    void sumsDemandOverLines() {
        const Ledger ledger = openLedger(catalogue(), "EUR");
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 2, 1890}, {Sku{"A"}, 2, 1890}})), ErrorCode::SoldOut);
    }

    void refusesEachWithItsWord() {
        Ledger ledger = openLedger(catalogue(), "EUR");
        QCOMPARE(refused(ledger, wish("k", {})), ErrorCode::BadQuantity);
        for (const std::int64_t quantity :
             {std::int64_t(0), std::int64_t(-1), std::int64_t(100), std::int64_t(1'000'000'000)})
            QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, quantity, 1890}})), ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", std::vector<OrderLine>(21, {Sku{"A"}, 1, 1890}))),
                 ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 99, INT64_MAX}})), ErrorCode::BadQuantity);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"Z"}, 1, 1890}})), ErrorCode::UnknownSku);
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1889}})), ErrorCode::PriceChanged);
        ledger.stock.at(Sku{"A"}).reserved = 3;
        QCOMPARE(refused(ledger, wish("k", {{Sku{"A"}, 1, 1890}})), ErrorCode::AllInCheckouts);
        ledger.open = false;
        QCOMPARE(refused(ledger, wish("k", {{Sku{"B"}, 1, 2090}})), ErrorCode::SalesClosed);
    }

    void aKeyIsAnsweredOnce() {
        const auto first =
            placeOrder(openLedger(catalogue(), "EUR"), wish("k", {{Sku{"A"}, 1, 1890}}), OrderNumber{"1"});
        Ledger after = first->ledger;
        after.open = false; // A repetition is answered even after selling has closed.
        const auto again = placeOrder(after, wish("k", {{Sku{"A"}, 1, 1890}}), OrderNumber{"2"});
        QVERIFY(bool(again));
        QVERIFY(again->replayed);
        QCOMPARE(again->order, first->order);
        QCOMPARE(again->ledger, after);
        QCOMPARE(refused(after, wish("k", {{Sku{"A"}, 2, 1890}})), ErrorCode::KeyReused);
    }

    void correctionsAreDifferences() {
        auto placed =
            placeOrder(openLedger(catalogue(), "EUR"), wish("k", {{Sku{"A"}, 2, 1890}}), OrderNumber{"1"});
        QCOMPARE(correctStock(placed->ledger, Sku{"A"}, -1)->stock.at(Sku{"A"}).available(), 0);
        QCOMPARE(correctStock(placed->ledger, Sku{"A"}, -2).error().code, ErrorCode::BelowSold);
        QCOMPARE(correctStock(placed->ledger, Sku{"Z"}, 1).error().code, ErrorCode::UnknownSku);
        QCOMPARE(correctStock(placed->ledger, Sku{"A"}, INT64_MAX).error().code, ErrorCode::BadQuantity);
    }

    void neverOversold() {
        QVERIFY(rc::check("sold is the sum of the orders and never more than was allocated", [] {
            Ledger ledger = openLedger(catalogue(), "EUR");
            const auto steps = *rc::gen::inRange(1, 60);
            for (int step = 0; step < steps; ++step) {
                const std::string sku(1, static_cast<char>('A' + *rc::gen::inRange(0, 3)));
                if (*rc::gen::inRange(0, 4) == 0) {
                    if (auto next = correctStock(ledger, Sku{sku}, *rc::gen::inRange(-3, 4)))
                        ledger = *next;
                    continue;
                }
                const auto request =
                    wish("k" + std::to_string(*rc::gen::inRange(0, 20)),
                         {{Sku{sku}, *rc::gen::inRange(0, 4), ledger.priceMinor.at(Sku{sku})}});
                if (auto placed = placeOrder(ledger, request, OrderNumber{std::to_string(step)}))
                    ledger = placed->ledger;
            }
            std::map<Sku, std::int64_t> sold;
            for (const auto& [number, order] : ledger.orders) {
                for (const OrderLine& line : order.lines)
                    sold[line.sku] += line.quantity;
            }
            for (const auto& [sku, level] : ledger.stock) {
                RC_ASSERT(level.sold == sold[sku]);
                RC_ASSERT(level.available() >= 0);
            }
            RC_ASSERT(ledger.orders.size() == ledger.keys.size());
        }));
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "LedgerTest.moc"
