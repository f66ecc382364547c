// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::test;
using commerce::OrderState;

namespace {

std::string checkoutJson(const std::string& key, const std::string& lines, const std::string& more = {}) {
    return "{\"key\":\"" + key + "\",\"lines\":[" + lines + "]" + more + ",\"mediaMs\":12}";
}

std::string line(const std::string& sku, int quantity, int price) {
    return "{\"sku\":\"" + sku + "\",\"quantity\":" + std::to_string(quantity) +
           ",\"price\":" + std::to_string(price) + "}";
}

constexpr const char* byCourier =
    "\"delivery\":{\"way\":\"courier\",\"region\":\"LV\",\"address\":\"Brīvības iela 1, Rīga\"},"
    "\"payment\":\"on_delivery\"";
constexpr const char* atMarket = "\"delivery\":{\"way\":\"market\"},\"payment\":\"at_collection\"";
constexpr const char* transferTo =
    "\"delivery\":{\"way\":\"courier\",\"region\":\"EE\",\"address\":\"Tallinn\"},\"payment\":\"transfer\"";

std::string confirmJson(const std::string& key, const std::string& checkout, const std::string& how,
                        const std::string& contact = "anna@example.lv") {
    return "{\"key\":\"" + key + "\",\"checkout\":\"" + checkout +
           "\",\"name\":\"Anna Ozola\",\"contact\":\"" + contact +
           "\",\"phone\":\"+371 2600 0001\",\"note\":\"Zvanīt pirms\"," + how + ",\"mediaMs\":12}";
}

std::string error(const HttpAnswer& answer) {
    return jsonField(answer.body, "error");
}

} // namespace

/// From a checkout to an order, and what happens to it afterwards: as the page, the buyer and the studio see
/// it.
class OrdersTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<StudioPeer> peer_;
    std::string token_;
    int keys_ = 0;

    std::string key() { return "orders-key-" + std::to_string(++keys_); }
    HttpAnswer post(const std::string& path, const std::string& json) {
        HttpClient client(server_->port());
        return client.post(path, json, token_);
    }
    std::string checkout(const std::string& lines) {
        return jsonField(post("/api/checkouts", checkoutJson(key(), lines)).body, "checkout");
    }
    std::string placed(const std::string& lines, const std::string& how = byCourier,
                       const std::string& contact = "anna@example.lv") {
        const auto answer = post("/api/orders", confirmJson(key(), checkout(lines), how, contact));
        return answer.status == 201 ? jsonField(answer.body, "number") : std::string();
    }
    HttpAnswer find(const std::string& number, const std::string& contact = "anna@example.lv") {
        return post("/api/orders/find", "{\"number\":\"" + number + "\",\"contact\":\"" + contact + "\"}");
    }
    HttpAnswer writeTo(const std::string& number, const std::string& wish, const std::string& text,
                       std::string as = {}) {
        if (as.empty())
            as = key();
        return post("/api/orders/write", "{\"number\":\"" + number +
                                             "\",\"contact\":\"anna@example.lv\",\"key\":\"" + as +
                                             "\",\"wish\":\"" + wish + "\",\"text\":\"" + text + "\"}");
    }
    ErrorCode ask(commerce::Request request) {
        const auto answer = peer_->answerTo(peer_->ask(std::move(request)));
        return answer ? answer->error : ErrorCode::Internal;
    }
    std::string available(const std::string& sku) {
        HttpClient client(server_->port());
        const std::string show = client.get("/api/show").body;
        return jsonField(show.substr(show.find("{\"sku\":\"" + sku + "\"")), "available");
    }
    bool changedTo(const std::string& number, OrderState state, std::int64_t refunded = 0) {
        return peer_->waitFor([&](const auto& record) {
            const auto* changed = record::factAs<commerce::OrderChanged>(record.fact);
            return changed && changed->number.value == number && changed->state == state &&
                   changed->refundedMinor == refunded;
        });
    }

  private slots:
    void init() {
        server_ = std::make_unique<ServerProcess>(ServerProcess::Options{.benchLimits = true});
        QVERIFY2(server_->start(), server_->log().c_str());
        peer_ = std::make_unique<StudioPeer>();
        QVERIFY(peer_->attach(server_->lock()));
        commerce::ShopOpened shop = demoShop(5);
        shop.catalogue.terms = demoTerms();
        shop.catalogue.products[3].collectionOnly = true; // honey
        peer_->openShop(shop);
        QVERIFY(peer_->waitForAck());
        HttpClient client(server_->port());
        token_ = openSession(client);
    }
    void cleanup() {
        peer_.reset();
        server_.reset();
    }

    void aCheckoutKeepsItsPiecesAndItsPrices() {
        const std::string as = key();
        const auto first = post("/api/checkouts", checkoutJson(as, line("TOWEL", 2, 1450)));
        QCOMPARE(first.status, 201);
        QCOMPARE(jsonField(first.body, "total"), std::string("2900"));
        QCOMPARE(jsonField(first.body, "extendable"), std::string("true"));
        QCOMPARE(jsonField(first.body, "replayed"), std::string("false"));
        QCOMPARE(available("TOWEL"), std::string("3"));
        const auto again = post("/api/checkouts", checkoutJson(as, line("TOWEL", 2, 1450)));
        QCOMPARE(jsonField(again.body, "checkout"), jsonField(first.body, "checkout"));
        QCOMPARE(jsonField(again.body, "replayed"), std::string("true"));
        const std::string id = jsonField(first.body, "checkout");
        const auto longer = post("/api/checkouts/extend", "{\"checkout\":\"" + id + "\"}");
        QCOMPARE(longer.status, 200);
        QCOMPARE(jsonField(longer.body, "extendable"), std::string("false"));
        QVERIFY(std::stoll(jsonField(longer.body, "expires")) > std::stoll(jsonField(first.body, "expires")));
        for (int i = 0; i < 2; ++i) // also once it is over
            QCOMPARE(post("/api/checkouts/release", "{\"checkout\":\"" + id + "\"}").status, 200);
        QCOMPARE(available("TOWEL"), std::string("5"));
        const auto late = post("/api/orders", confirmJson(key(), id, byCourier));
        QCOMPARE(late.status, 409);
        QCOMPARE(error(late), std::string("reservation_over"));
        QCOMPARE(post("/api/checkouts/extend", "{\"checkout\":\"" + id + "\"}").status, 409);
    }

    void anOrderIsPricedWithItsDelivery() {
        const std::string as = key();
        const std::string json = confirmJson(as, checkout(line("TOWEL", 2, 1450)), byCourier);
        const auto order = post("/api/orders", json);
        QCOMPARE(order.status, 201);
        QCOMPARE(jsonField(order.body, "total"), std::string("2900"));
        QCOMPARE(jsonField(order.body, "delivery"), std::string("350"));
        QCOMPARE(jsonField(order.body, "toPay"), std::string("3250"));
        QCOMPARE(jsonField(order.body, "payment"), std::string("on_delivery"));
        QVERIFY(order.body.find("reference") == std::string::npos);
        const auto again = post("/api/orders", json);
        QCOMPARE(jsonField(again.body, "number"), jsonField(order.body, "number"));
        QCOMPARE(jsonField(again.body, "toPay"), std::string("3250"));
        QCOMPARE(jsonField(again.body, "replayed"), std::string("true"));
        // Free from 50.00.
        const auto free =
            post("/api/orders", confirmJson(key(), checkout(line("EARRINGS-S", 3, 1890)), byCourier));
        QCOMPARE(jsonField(free.body, "delivery"), std::string("0"));
        const auto transfer =
            post("/api/orders", confirmJson(key(), checkout(line("TOWEL", 1, 1450)), transferTo));
        QCOMPARE(jsonField(transfer.body, "delivery"), std::string("900"));
        QCOMPARE(jsonField(transfer.body, "reference"), jsonField(transfer.body, "number"));
        QCOMPARE(available("TOWEL"), std::string("2"));
    }

    void deliveriesThatCanNotBe_data() {
        QTest::addColumn<QByteArray>("sku");
        QTest::addColumn<int>("price");
        QTest::addColumn<QByteArray>("how");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* how, int status = 400,
                            const char* word = "bad_delivery", const char* sku = "TOWEL", int price = 1450) {
            QTest::newRow(name) << QByteArray(sku) << price << QByteArray(how) << status << QByteArray(word);
        };
        row("unknown way", "\"delivery\":{\"way\":\"drone\"},\"payment\":\"transfer\"");
        row("no region", "\"delivery\":{\"way\":\"courier\",\"address\":\"x\"},\"payment\":\"on_delivery\"");
        row("no address", "\"delivery\":{\"way\":\"courier\",\"region\":\"LV\"},\"payment\":\"on_delivery\"");
        row("pays at a collection that is none", "\"delivery\":{\"way\":\"courier\",\"region\":\"LV\","
                                                 "\"address\":\"x\"},\"payment\":\"at_collection\"");
        row("pays a delivery that is none", "\"delivery\":{\"way\":\"market\"},\"payment\":\"on_delivery\"");
        row("pays by card", "\"delivery\":{\"way\":\"market\"},\"payment\":\"card\"");
        row("long region", "\"delivery\":{\"way\":\"courier\",\"region\":\"Latvia\",\"address\":\"x\"},"
                           "\"payment\":\"on_delivery\"");
        row("only collected", byCourier, 400, "bad_delivery", "HONEY", 850);
        row("collected", atMarket, 201, "", "HONEY", 850);
        row("no delivery", "\"payment\":\"transfer\"", 400, "bad_request");
        row("no payment", "\"delivery\":{\"way\":\"market\"}", 400, "bad_request");
        row("delivery is a word", "\"delivery\":\"market\",\"payment\":\"transfer\"", 400, "bad_request");
    }
    void deliveriesThatCanNotBe() {
        QFETCH(QByteArray, sku);
        QFETCH(int, price);
        QFETCH(QByteArray, how);
        QFETCH(int, status);
        QFETCH(QByteArray, word);
        const std::string id = checkout(line(sku.toStdString(), 1, price));
        QVERIFY(!id.empty());
        const auto answer = post("/api/orders", confirmJson(key(), id, how.toStdString()));
        QCOMPARE(error(answer), word.toStdString());
        QCOMPARE(answer.status, status);
        if (status == 201)
            return;
        // Nothing is lost by it: the same checkout can be ordered as it should.
        const auto right = post("/api/orders", confirmJson(key(), id, price == 850 ? atMarket : byCourier));
        QCOMPARE(right.status, 201);
    }

    void itsBuyerFindsItByNumberAndContact() {
        const std::string number = placed(line("EARRINGS-M", 1, 2190), transferTo);
        QVERIFY(!number.empty());
        const auto found = find(number, "ANNA@example.LV");
        QCOMPARE(found.status, 200);
        QCOMPARE(jsonField(found.body, "state"), std::string("placed"));
        QCOMPARE(jsonField(found.body, "name"), std::string("Amber earrings"));
        QCOMPARE(jsonField(found.body, "label"), std::string("M"));
        QCOMPARE(jsonField(found.body, "toPay"), std::string("3090"));
        QCOMPARE(jsonField(found.body, "deliveryTitle"), std::string("Kurjers"));
        QCOMPARE(jsonField(found.body, "reference"), number);
        QCOMPARE(jsonField(found.body, "transferTo"), demoTerms().transferTo);
        QVERIFY(found.body.find("\"can\":{\"cancel\":true,\"return\":false}") != std::string::npos);
        QVERIFY(found.body.find("Ozola") == std::string::npos);
        const auto wrongNumber = find(number + "X");
        const auto wrongContact = find(number, "berta@example.lv");
        QCOMPARE(wrongNumber.status, 404);
        QCOMPARE(wrongContact.status, 404);
        QCOMPARE(wrongNumber.body, wrongContact.body);
        const std::string byPhone = placed(line("TOWEL", 1, 1450), byCourier, "+371 2912-3456");
        QCOMPARE(find(byPhone, "0037129123456").status, 200);
        QCOMPARE(find(byPhone, "29123456").status, 200); // the shop is in Latvia
        QCOMPARE(find(byPhone, "9123456").status, 404);
        QCOMPARE(find(byPhone, "+37029123456").status, 404);
    }

    void itsBuyerAsksAndCancelsInTime() {
        const std::string number = placed(line("TOWEL", 2, 1450));
        QCOMPARE(available("TOWEL"), std::string("3"));
        const std::string as = key();
        QCOMPARE(writeTo(number, "question", "Kad būs?", as).status, 200);
        const auto again = writeTo(number, "question", "Kad būs?", as);
        QCOMPARE(again.status, 200);
        QCOMPARE(error(writeTo(number, "question", "Cits", as)), std::string("key_reused"));
        QCOMPARE(error(writeTo(number, "question", "")), std::string("bad_text"));
        QCOMPARE(error(writeTo(number, "poem", "x")), std::string("bad_request"));
        QCOMPARE(error(writeTo(number, "return", "")), std::string("order_fixed"));
        QCOMPARE(ask(commerce::ChangeOrder{OrderNumber{number}, OrderState::None, 0, false, "Rīt."}),
                 ErrorCode::None);
        const auto cancelled = writeTo(number, "cancel", "");
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(jsonField(cancelled.body, "state"), std::string("cancelled"));
        const auto at = [&](const char* text) {
            return cancelled.body.find(text);
        };
        QVERIFY(at("\"wish\":\"question\",\"text\":\"Kad būs?\"") <
                at("\"from\":\"shop\",\"text\":\"Rīt.\""));
        QVERIFY(at("\"from\":\"shop\",\"text\":\"Rīt.\"") < at("\"wish\":\"cancel\",\"text\":\"\""));
        QVERIFY(changedTo(number, OrderState::Cancelled));
        QVERIFY(eventually([&] { return available("TOWEL") == "5"; }));
        QCOMPARE(error(writeTo(number, "cancel", "")), std::string("order_fixed"));
        int asked = 0;
        for (const auto& record : peer_->received()) {
            const auto* wrote = record::factAs<commerce::BuyerWrote>(record.fact);
            asked += wrote && wrote->wish == commerce::BuyerWish::Question ? 1 : 0;
        }
        QCOMPARE(asked, 1);
    }

    void itIsTooLateToCancelOnceItIsPacked() {
        const std::string number = placed(line("TOWEL", 1, 1450));
        const OrderNumber id{number};
        for (const OrderState state : {OrderState::Paid, OrderState::Packed}) {
            QCOMPARE(ask(commerce::ChangeOrder{id, state, 0, false, {}}), ErrorCode::None);
            QVERIFY(changedTo(number, state));
        }
        QCOMPARE(error(writeTo(number, "cancel", "")), std::string("order_fixed"));
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::Sent, 0, false, {}}), ErrorCode::None);
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::Cancelled, 0, false, {}}), ErrorCode::OrderFixed);
        const auto sent = find(number);
        QVERIFY(sent.body.find("\"can\":{\"cancel\":false,\"return\":true}") != std::string::npos);
        const auto back = writeTo(number, "return", "Par mazu");
        QCOMPARE(back.status, 200);
        QVERIFY(back.body.find("\"return\":false}") != std::string::npos);
        QVERIFY(peer_->waitFor([&](const auto& record) {
            const auto* wrote = record::factAs<commerce::BuyerWrote>(record.fact);
            return wrote && wrote->wish == commerce::BuyerWish::Return && wrote->number == id;
        }));
        QCOMPARE(error(writeTo(number, "return", "Vēlreiz")), std::string("order_fixed"));
    }

    /// Who was in a checkout when the show ended keeps it until its time is over.
    void aCheckoutOutlivesItsShow() {
        const std::string open = checkout(line("TOWEL", 1, 1450));
        peer_->endShow();
        peer_->close();
        QVERIFY(eventually([&] {
            const auto late = post("/api/checkouts", checkoutJson(key(), line("HONEY", 1, 850)));
            return late.status == 409 && error(late) == "sales_closed";
        }));
        const auto longer = post("/api/checkouts/extend", "{\"checkout\":\"" + open + "\"}");
        QCOMPARE(longer.status, 200);
        const auto order = post("/api/orders", confirmJson(key(), open, byCourier));
        QCOMPARE(order.status, 201);
        const std::string number = jsonField(order.body, "number");
        QVERIFY(peer_->waitFor([&](const auto& record) {
            const auto* placed = record::factAs<commerce::OrderPlaced>(record.fact);
            return placed && placed->order.number.value == number;
        }));
        QCOMPARE(find(number).status, 200);
    }

    void moneyGoesBackInPartAndWhole() {
        const std::string number = placed(line("TOWEL", 2, 1450)); // 2900 + 350
        const OrderNumber id{number};
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::Sent, 0, false, {}}), ErrorCode::None);
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::None, 3'251, false, {}}), ErrorCode::BadQuantity);
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::None, 1'000, true, {}}), ErrorCode::BadRequest);
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::None, 1'000, false, {}}), ErrorCode::None);
        QVERIFY(changedTo(number, OrderState::Sent, 1'000));
        QCOMPARE(jsonField(find(number).body, "refunded"), std::string("1000"));
        QCOMPARE(available("TOWEL"), std::string("3"));
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::Refunded, 0, true, "Atvainojiet"}),
                 ErrorCode::None);
        QVERIFY(changedTo(number, OrderState::Refunded, 3'250));
        QVERIFY(eventually([&] { return available("TOWEL") == "5"; }));
        QCOMPARE(ask(commerce::ChangeOrder{id, OrderState::None, 1, false, {}}), ErrorCode::BadQuantity);
        QCOMPARE(ask(commerce::ChangeOrder{OrderNumber{"NONE-1-AAA"}, OrderState::Paid, 0, false, {}}),
                 ErrorCode::NotFound);
    }

    void allOrdersOfAnOfferAreVoidSinceAMoment() {
        commerce::Offer offer;
        offer.id = OfferId{"flash-1"};
        offer.kind = commerce::OfferKind::FlashPrice;
        offer.title = "Dvielis";
        offer.lines = {{Sku{"TOWEL"}, 1, 990}};
        const std::string before = placed(line("TOWEL", 1, 1450));
        QCOMPARE(ask(commerce::StartOffer{offer}), ErrorCode::None);
        const std::string one = placed(line("TOWEL", 1, 990));
        const std::string two = placed(line("TOWEL", 1, 990), atMarket);
        const std::string gone = placed(line("TOWEL", 1, 990));
        QVERIFY(!one.empty() && !two.empty() && !gone.empty());
        QCOMPARE(ask(commerce::ChangeOrder{OrderNumber{gone}, OrderState::Sent, 0, false, {}}),
                 ErrorCode::None);
        QCOMPARE(available("TOWEL"), std::string("1"));
        const auto answer = peer_->answerTo(peer_->ask(commerce::VoidSince{offer.id, 0, "Kļūda cenā"}));
        QVERIFY(answer);
        QCOMPARE(answer->error, ErrorCode::None);
        QCOMPARE(answer->detail, std::string("2"));
        QVERIFY(changedTo(one, OrderState::Cancelled) && changedTo(two, OrderState::Cancelled));
        QCOMPARE(jsonField(find(before).body, "state"), std::string("placed"));
        QCOMPARE(jsonField(find(gone).body, "state"), std::string("sent"));
        const auto told = find(two);
        QCOMPARE(jsonField(told.body, "state"), std::string("cancelled"));
        QVERIFY(told.body.find("Kļūda cenā") != std::string::npos);
        QCOMPARE(available("TOWEL"), std::string("3"));
        const auto later = peer_->answerTo(
            peer_->ask(commerce::VoidSince{offer.id, SystemClock().now().wallMs + 60'000, {}}));
        QVERIFY(later && later->detail == "0");
    }

    void allOfItIsThereAfterAKill() {
        const std::string number = placed(line("TOWEL", 2, 1450));
        QCOMPARE(writeTo(number, "question", "Kad?").status, 200);
        QCOMPARE(ask(commerce::ChangeOrder{OrderNumber{number}, OrderState::Paid, 500, false, {}}),
                 ErrorCode::None);
        peer_->vanish();
        server_->kill9();
        QVERIFY2(server_->start(), server_->log().c_str());
        QVERIFY(peer_->attach(server_->lock()));
        const auto found = find(number);
        QCOMPARE(jsonField(found.body, "state"), std::string("paid"));
        QCOMPARE(jsonField(found.body, "refunded"), std::string("500"));
        QVERIFY(found.body.find("Kad?") != std::string::npos);
        QCOMPARE(available("TOWEL"), std::string("3"));
        const auto buyers = peer_->askBuyers({OrderNumber{number}}, 1);
        QCOMPARE(buyers.size(), std::size_t(1));
        QCOMPARE(buyers[0].name, std::string("Anna Ozola"));
    }

    void theStudioIsToldWhoseAnOrderIs() {
        const std::string number = placed(line("TOWEL", 1, 1450), transferTo);
        QCOMPARE(writeTo(number, "question", "Kad?").status, 200);
        const auto buyers = peer_->askBuyers({OrderNumber{number}, OrderNumber{"NONE-1-AAA"}}, 1);
        QCOMPARE(buyers.size(), std::size_t(1));
        const protocol::BuyerOf& anna = buyers[0];
        QCOMPARE(anna.order.value, number);
        QCOMPARE(anna.contact, std::string("anna@example.lv"));
        QCOMPARE(anna.phone, std::string("+37126000001"));
        QCOMPARE(anna.address, std::string("Tallinn"));
        QCOMPARE(anna.note, std::string("Zvanīt pirms"));
        QCOMPARE(anna.reference, number);
        QCOMPARE(anna.words.size(), std::size_t(1));
        QCOMPARE(anna.words[0].from, std::string("buyer"));
        QCOMPARE(anna.words[0].text, std::string("Kad?"));
    }

    /// What the shop writes reaches the buyer and no record.
    void wordsToABuyerStandInNoRecord() {
        const std::string number = placed(line("TOWEL", 1, 1450), transferTo);
        peer_->say(protocol::ShopWords{"k1", "Dear Anna of Tallinn"});
        const auto noted =
            peer_->answerTo(peer_->ask(commerce::ChangeOrder{OrderNumber{number}, {}, 0, false, "words:k1"}));
        QVERIFY(noted && noted->error == ErrorCode::None);
        const auto buyers = peer_->askBuyers({OrderNumber{number}}, 1);
        QCOMPARE(buyers.at(0).words.at(0).text, std::string("Dear Anna of Tallinn"));
        for (const auto& record : peer_->received())
            QVERIFY(record::encodeRecord(record).find("Dear Anna") == std::string::npos);
        // Words that are lost hold nothing up but themselves.
        const auto lost =
            peer_->answerTo(peer_->ask(commerce::ChangeOrder{OrderNumber{number}, {}, 0, false, "words:k2"}));
        QVERIFY(lost && lost->error == ErrorCode::NotFound);
        const auto packed = peer_->answerTo(peer_->ask(
            commerce::ChangeOrder{OrderNumber{number}, commerce::OrderState::Packed, 0, false, "words:k2"}));
        QVERIFY(packed && packed->error == ErrorCode::None);
        QCOMPARE(peer_->askBuyers({OrderNumber{number}}, 1).at(0).words.size(), std::size_t(1));
    }

    void whatIsHeldOfABuyerIsExported() {
        const std::string number = placed(line("TOWEL", 1, 1450), transferTo);
        QCOMPARE(writeTo(number, "question", "Kad?").status, 200);
        const auto exported = [&] {
            peer_->say(protocol::ExportAsk{OrderNumber{number}});
        };
        exported();
        const auto held =
            peer_->told<protocol::Exported>([](const auto& one) { return one.error == ErrorCode::None; });
        QVERIFY(held);
        for (const char* part : {"Anna Ozola", "anna@example.lv", "Kad?", "Tallinn"})
            QVERIFY2(held->json.find(part) != std::string::npos, part);
        const auto erased = peer_->answerTo(peer_->ask(commerce::EraseBuyer{OrderNumber{number}}));
        QVERIFY(erased && erased->error == ErrorCode::None);
        exported();
        QVERIFY(peer_->told<protocol::Exported>(
            [](const auto& one) { return one.error == ErrorCode::NotFound; }));
    }

    /// A few buyers who write as much as they can would make a frame that no studio takes.
    void longWordsAreToldInSeveralParts() {
        std::vector<OrderNumber> numbers;
        std::string text;
        for (int i = 0; i < 1'000; ++i)
            text += "🕯";
        peer_->say(protocol::ShopWords{"long", text});
        for (int i = 0; i < 5; ++i) {
            numbers.push_back(OrderNumber{placed(line("CANDLE", 1, 690), transferTo)});
            for (int word = 0; word < 80; ++word)
                peer_->ask(commerce::ChangeOrder{numbers.back(), {}, 0, false, "words:long"});
        }
        const auto last = peer_->answerTo(
            peer_->ask(commerce::ChangeOrder{numbers.back(), {}, 0, false, "words:long"}), 30'000);
        QVERIFY(last && last->error == ErrorCode::None);
        QCOMPARE(peer_->askBuyers(numbers, numbers.size(), 20'000).size(), numbers.size());
        QVERIFY(peer_->buyersParts() > 1);
    }
};

QTEST_GUILESS_MAIN(OrdersTest)
#include "OrdersTest.moc"
