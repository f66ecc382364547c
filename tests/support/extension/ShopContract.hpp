// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/extension/ShopWorld.hpp"

#include <QTest>

#include <functional>
#include <memory>
#include <utility>

/// What every connector of a shop has to do (extension/ShopConnector.hpp), run against a world the test can
/// look into. A further connector is put behind a ShopRig and passed to each of shopContract().
namespace vitrina::test {

struct ShopRig {
    virtual ~ShopRig() = default;
    virtual extension::ShopConnector& shop() = 0;
    /// As after a restart of the server: nothing is remembered but what the caller has kept.
    virtual void restart() = 0;
    ShopWorld world;
};

inline extension::ShopOrder shopOrder(const std::string& number, std::vector<commerce::OrderLine> lines) {
    extension::ShopOrder order;
    order.number = OrderNumber{number};
    for (const auto& line : lines)
        order.total.minor += line.quantity * line.unitMinor;
    order.total.currency = "EUR";
    order.lines = std::move(lines);
    order.delivery = {"courier", "LV", 350, commerce::PaymentWay::OnDelivery};
    order.deliveryTitle = "Kurjers";
    order.name = "Anna Kalniņa";
    order.contact = "anna@example.lv";
    order.phone = "+37120000000";
    order.address = "Tirgus iela 1, Rīga";
    order.note = "Zvanīt \"pirms\" \\ tam";
    return order;
}

/// Both steps, as often as it takes, as the server does it. ShopUnreachable: not even then.
inline Result<std::string> place(ShopRig& rig, const extension::ShopOrder& order, int tries = 4) {
    std::string reference;
    Error last = fail(ErrorCode::ShopUnreachable);
    for (int i = 0; i < tries; ++i) {
        if (reference.empty()) {
            const auto begun = rig.shop().begin(order);
            if (!begun) {
                last = begun.error();
                continue;
            }
            reference = *begun;
        }
        const auto done = rig.shop().complete(reference, order);
        if (done)
            return reference;
        last = done.error();
        if (last.code == ErrorCode::ShopRefused)
            break;
    }
    return last;
}

inline void catalogueIsRead(ShopRig& rig) {
    rig.world.goods["GONE"] = {"Gone", "", 100, 5, 0, false, true};
    rig.world.goods["CARD"] = {"Gift card", "", 1000, 0, 0, true, false};
    const auto products = rig.shop().products();
    QVERIFY(products);
    QCOMPARE(products->size(), std::size_t(4)); // not what is not sold
    const auto mug = std::ranges::find(*products, Sku{"MUG-S"}, &extension::ShopVariant::sku);
    QVERIFY(mug != products->end());
    QCOMPARE(*mug, (extension::ShopVariant{Sku{"MUG-S"}, "Clay mug", "S", {1800, "EUR"}, 4}));
    const auto free =
        rig.shop().freeStock({Sku{"TOWEL"}, Sku{"MUG-L"}, Sku{"GONE"}, Sku{"CARD"}, Sku{"NONE"}});
    QVERIFY(free);
    QCOMPARE(*free, (std::map<Sku, std::int64_t>{
                        {Sku{"TOWEL"}, 10}, {Sku{"MUG-L"}, 0}, {Sku{"CARD"}, extension::withoutLimit}}));
}

inline void manySkusAreAsked(ShopRig& rig) {
    std::vector<Sku> skus;
    for (int i = 0; i < 260; ++i) {
        skus.push_back({"S" + std::to_string(i)});
        rig.world.goods[skus.back().value] = {"Many", "", 100, i, 0, true, true};
    }
    const auto free = rig.shop().freeStock(skus);
    QVERIFY(free);
    QCOMPARE(free->size(), skus.size());
    QCOMPARE(free->at(Sku{"S259"}), 259);
    const auto products = rig.shop().products();
    QVERIFY(products);
    QCOMPARE(products->size(), skus.size() + 3);
}

inline void anOrderIsOne(ShopRig& rig) {
    const auto order =
        shopOrder("N-1", {{Sku{"TOWEL"}, 2, 1450}, {Sku{"MUG-S"}, 1, 1800}, {Sku{"TOWEL"}, 1, 1450}});
    const auto begun = rig.shop().begin(order);
    QVERIFY(begun);
    QCOMPARE(rig.world.taken("TOWEL"), 0); // begun is not bought
    QVERIFY(rig.shop().complete(*begun, order));
    QCOMPARE(rig.world.taken("TOWEL"), 3);
    QCOMPARE(rig.world.taken("MUG-S"), 1);
    QVERIFY(rig.shop().complete(*begun, order)); // again: as it is
    rig.restart();
    QVERIFY(rig.shop().complete(*begun, order));
    QCOMPARE(rig.world.taken("TOWEL"), 3);
    QCOMPARE(rig.world.bought(), (std::map<std::string, int>{{"N-1", 1}}));
    const auto other = place(rig, shopOrder("N-2", {{Sku{"TOWEL"}, 1, 1450}}));
    QVERIFY(other);
    QVERIFY(*other != *begun);
    QCOMPARE(rig.world.taken("TOWEL"), 4);
}

inline void whatItHasNotIsRefused(ShopRig& rig) {
    const auto tooMany = place(rig, shopOrder("N-1", {{Sku{"TOWEL"}, 1, 1450}, {Sku{"MUG-S"}, 5, 1800}}));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, ErrorCode::ShopRefused);
    QVERIFY(tooMany.error().detail.find("MUG-S") != std::string::npos);
    QVERIFY(tooMany.error().detail.find("nna") == std::string::npos); // not a word of the buyer
    const auto unknown = place(rig, shopOrder("N-2", {{Sku{"NONE"}, 1, 100}}));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::ShopRefused);
    const auto never = rig.shop().complete("NEVER-BEGUN", shopOrder("N-3", {{Sku{"TOWEL"}, 1, 1450}}));
    QVERIFY(!never);
    QCOMPARE(never.error().code, ErrorCode::ShopRefused);
    QCOMPARE(rig.world.taken("TOWEL"), 0);
    QCOMPARE(rig.world.taken("MUG-S"), 0);
    QVERIFY(rig.world.bought().empty());
    QVERIFY(place(rig, shopOrder("N-4", {{Sku{"MUG-S"}, 4, 1800}}))); // all of them
    QCOMPARE(rig.shop().freeStock({Sku{"MUG-S"}})->at(Sku{"MUG-S"}), 0);
}

inline void aCancelGivesBack(ShopRig& rig) {
    const auto order = shopOrder("N-1", {{Sku{"TOWEL"}, 2, 1450}});
    const auto placed = place(rig, order);
    QVERIFY(placed);
    QVERIFY(rig.shop().cancel(*placed));
    QCOMPARE(rig.world.taken("TOWEL"), 0);
    QVERIFY(rig.shop().cancel(*placed));
    QCOMPARE(rig.world.taken("TOWEL"), 0);
    const auto late = rig.shop().complete(*placed, order);
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::ShopRefused);
    const auto begun = rig.shop().begin(order);
    QVERIFY(begun);
    QVERIFY(rig.shop().cancel(*begun)); // never complete
    QCOMPARE(rig.world.taken("TOWEL"), 0);
}

/// Whatever goes wrong at whatever moment, afterwards the order is there once.
inline void nothingTwiceNothingLost(ShopRig& rig) {
    int number = 0;
    int pieces = 0;
    for (const Fault fault : {Fault::Lost, Fault::Done, Fault::Fails, Fault::Garbage, Fault::Half,
                              Fault::Empty, Fault::SignedOut}) {
        bool reached = true;
        for (int at = 1; reached; ++at) {
            rig.world.setOnHand("TOWEL", pieces + 5);
            rig.restart();
            rig.world.planFault(fault, at);
            const int first = rig.world.asked();
            const auto order = shopOrder("N-" + std::to_string(++number), {{Sku{"TOWEL"}, 1, 1450}});
            const auto placed = place(rig, order);
            reached = rig.world.asked() >= first + at;
            const std::string where =
                "fault " + std::to_string(static_cast<int>(fault)) + " at " + std::to_string(at);
            QVERIFY2(placed, (where + ": " + (placed ? "" : placed.error().detail)).c_str());
            rig.world.planFault(Fault::None, 0);
            const auto bought = rig.world.bought();
            QVERIFY2(bought.contains(order.number.value) && bought.at(order.number.value) == 1,
                     where.c_str());
            ++pieces;
            QVERIFY2(rig.world.taken("TOWEL") == pieces, where.c_str());
        }
    }
    qInfo("%d orders, each once, with a fault at every question", number);
}

/// And while it does not come back, an error of the right kind.
inline void faultsAreNamed(ShopRig& rig) {
    const auto order = shopOrder("N-1", {{Sku{"TOWEL"}, 1, 1450}});
    const auto code = [&](Fault fault) {
        rig.restart();
        rig.world.planFault(fault, 1, 1'000);
        const auto placed = place(rig, order, 1);
        const auto stock = rig.shop().freeStock({Sku{"TOWEL"}});
        rig.world.planFault(Fault::None, 0);
        return placed || stock || placed.error().code != stock.error().code ? ErrorCode::None
                                                                            : placed.error().code;
    };
    QCOMPARE(code(Fault::Lost), ErrorCode::ShopUnreachable);
    QCOMPARE(code(Fault::Garbage), ErrorCode::ShopUnreachable);
    QCOMPARE(code(Fault::Half), ErrorCode::ShopUnreachable);
    QCOMPARE(code(Fault::Fails), ErrorCode::Internal);
    QCOMPARE(rig.world.taken("TOWEL"), 0);
}

using ShopCheck = std::pair<const char*, std::function<void(ShopRig&)>>;
inline std::vector<ShopCheck> shopContract() {
    return {
        {"catalogue is read", catalogueIsRead},    {"many SKUs are asked", manySkusAreAsked},
        {"an order is one", anOrderIsOne},         {"what it has not is refused", whatItHasNotIsRefused},
        {"a cancel gives back", aCancelGivesBack}, {"nothing twice, nothing lost", nothingTwiceNothingLost},
        {"faults are named", faultsAreNamed}};
}

/// For a test's two functions: rows, and the check of the present row.
inline void addShopRows() {
    QTest::addColumn<int>("check");
    int index = 0;
    for (const auto& [name, check] : shopContract())
        QTest::newRow(name) << index++;
}
inline void checkShop(std::unique_ptr<ShopRig> rig) {
    QFETCH(int, check);
    fill(rig->world);
    shopContract()[static_cast<std::size_t>(check)].second(*rig);
}

} // namespace vitrina::test
