// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rehearsal/Shelf.hpp"
#include "audience/Message.hpp"
#include "rehearsal/People.hpp"

#include <QTest>

#include <algorithm>
#include <set>

using namespace vitrina;
using namespace vitrina::rehearsal;

namespace {

const std::string hello = R"({"t":"hello","v":1,"run":"r","seq":1,"now":0,
 "show":{"title":"T","shop":"S","host":"H","locale":"lv-LV","currency":"EUR","disclosure":""},
 "state":"live","sales":true,
 "products":[{"id":"bowl","code":"4","name":"Bowl","description":"","image":"",
              "variants":[{"sku":"B-22","label":"","price":3200,"available":3,"word":"available"}]},
             {"id":"socks","code":"8","name":"Socks","description":"","image":"",
              "variants":[{"sku":"S-36","label":"36","price":1280,"available":9,"word":"available"},
                          {"sku":"S-42","label":"42","price":1380,"available":0,"word":"sold_out"}]}],
 "pin":{"aired":"a","product":"bowl","title":"Bowl","disclosure":false,"mediaMs":-1},
 "viewers":1,"messages":[]})";

Shelf greetedShelf() {
    Shelf shelf;
    if (!shelf.heard(hello))
        qFatal("the hello of page.md is not understood");
    return shelf;
}

/// Everything somebody wishes for in many tries.
std::vector<Wish> wishes(const Shelf& shelf, int tries = 300) {
    std::mt19937_64 random(7);
    std::vector<Wish> all;
    for (int i = 0; i < tries; ++i) {
        const auto some = shelf.wish(random);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

bool wishesFor(const Shelf& shelf, const std::string& sku) {
    const auto all = wishes(shelf);
    return std::any_of(all.begin(), all.end(), [&](const Wish& wish) { return wish.sku == sku; });
}

} // namespace

class ShelfTest : public QObject {
    Q_OBJECT

  private slots:
    void mostBuyWhatIsShown() {
        const auto all = wishes(greetedShelf());
        const auto bowls =
            std::count_if(all.begin(), all.end(), [](const Wish& wish) { return wish.sku == "B-22"; });
        QVERIFY(bowls * 2 > static_cast<long>(all.size()));
        QVERIFY(bowls < static_cast<long>(all.size()));
    }

    void nobodyWishesForMoreThanThereIs() {
        for (const Wish& wish : wishes(greetedShelf())) {
            QVERIFY(wish.sku != "S-42");
            QVERIFY(wish.quantity >= 1 && wish.quantity <= 3);
            QCOMPARE(wish.priceMinor, wish.sku == "B-22" ? 3200 : 1280);
        }
    }

    void anOrderNamesEachSkuOnce() {
        const Shelf shelf = greetedShelf();
        std::mt19937_64 random(3);
        for (int i = 0; i < 300; ++i) {
            std::set<std::string> skus;
            for (const Wish& wish : shelf.wish(random))
                QVERIFY(skus.insert(wish.sku).second);
        }
    }

    void stockPinAndSalesAreFollowed() {
        Shelf shelf = greetedShelf();
        QVERIFY(shelf.heard(R"({"t":"stock","seq":2,"levels":[{"sku":"B-22","available":0,"word":"sold_out"},
                                {"sku":"S-42","available":2,"word":"available"}]})"));
        QVERIFY(!wishesFor(shelf, "B-22"));
        QVERIFY(wishesFor(shelf, "S-42"));
        QVERIFY(shelf.heard(R"({"t":"pin","seq":3,"pin":null})"));
        QVERIFY(wishesFor(shelf, "S-36"));
        QVERIFY(shelf.heard(R"({"t":"sales","open":false})"));
        QVERIFY(wishes(shelf).empty());
        QVERIFY(shelf.heard(R"({"t":"sales","open":true})"));
        QVERIFY(!wishes(shelf).empty());
        QVERIFY(shelf.heard(R"({"t":"state","state":"ended"})"));
        QVERIFY(wishes(shelf).empty() && shelf.ended());
    }

    void aRefusalIsLearntFrom() {
        Shelf shelf = greetedShelf();
        shelf.priceIs("B-22", 2900);
        shelf.availableIs("S-36", 0);
        for (const Wish& wish : wishes(shelf))
            QCOMPARE(wish, (Wish{"B-22", wish.quantity, 2900}));
    }

    void unknownKindsArePassedOverAndBrokenOnesAreNot() {
        Shelf shelf;
        QVERIFY(shelf.heard(R"({"t":"confetti","amount":"much"})"));
        QVERIFY(!shelf.greeted());
        for (const char* broken : {"", "[]", "{}", R"({"t":"stock"})", R"({"t":"pin","pin":{}})",
                                   R"({"t":"hello","products":3})"}) {
            const auto outcome = shelf.heard(broken);
            QVERIFY2(!outcome && outcome.error().code == ErrorCode::BadFormat, broken);
        }
    }

    void theSameSeedMakesTheSamePeople() {
        std::mt19937_64 one(5);
        std::mt19937_64 other(5);
        for (int i = 0; i < 50; ++i) {
            const Person person = makePerson(i, "lv", one);
            QCOMPARE(makePerson(i, "lv", other).name, person.name);
            QCOMPARE(chatLine(person, one), chatLine(person, other));
        }
    }

    void whatTheyWriteIsFitToBeSent() {
        std::mt19937_64 random(1);
        for (int i = 0; i < 400; ++i) {
            const Person person = makePerson(i, i % 2 ? "lv" : "en", random);
            QVERIFY(audience::cleanText(person.name, audience::maxNameCharacters));
            QVERIFY(audience::cleanText(chatLine(person, random), audience::maxMessageCharacters));
            QVERIFY(audience::cleanContact(person.contact));
        }
    }
};

QTEST_GUILESS_MAIN(ShelfTest)
#include "ShelfTest.moc"
