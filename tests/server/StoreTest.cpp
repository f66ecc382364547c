// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Store.hpp"
#include "server/store/Schema.hpp"
#include "support/server/StoreBench.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using namespace vitrina::server;

namespace {

using Bench = test::StoreBench;
using test::number;

commerce::OrderRequest wish(const std::string& viewer, const std::string& key,
                            std::vector<commerce::OrderLine> lines) {
    return {key, ViewerId{viewer}, std::move(lines)};
}

} // namespace

class StoreTest final : public QObject {
    Q_OBJECT
  private slots:
    void anOrderIsOneTransaction() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        Bench bench(path);
        QVERIFY(bench.openShop(test::demoShop(3)));
        const auto first = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}}));
        QCOMPARE(first.refusal.code, ErrorCode::None);
        QCOMPARE(first.order.total, (Money{2900, "EUR"}));
        const auto again = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}}));
        QVERIFY(again.replayed);
        QCOMPARE(again.order, first.order);
        QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 1, 1450}})).refusal.code,
                 ErrorCode::KeyReused);
        const auto more = bench.order(wish("v", "key-0002", {{Sku{"TOWEL"}, 2, 1450}}));
        QCOMPARE(more.refusal.code, ErrorCode::SoldOut);
        QCOMPARE(more.refusal.available, 1);
        const auto dear = bench.order(wish("v", "key-0003", {{Sku{"TOWEL"}, 1, 1400}}));
        QCOMPARE(dear.refusal.code, ErrorCode::PriceChanged);
        QCOMPARE(dear.refusal.price, 1450);
        QCOMPARE(number(path, "SELECT count(*) FROM orders"), 1);
        QCOMPARE(number(path, "SELECT sold FROM stock WHERE sku='TOWEL'"), 2);
        QCOMPARE(number(path, "SELECT units FROM rollup_sku WHERE sku='TOWEL'"), 2);
        QCOMPARE(number(path, "SELECT sum(amount) FROM rollup_minute WHERE kind='order'"), 2900);
        // A buyer is in his table and in no record.
        QCOMPARE(number(path, "SELECT count(*) FROM sealed_buyer"), 1);
        QCOMPARE(number(path, "SELECT count(*) FROM record WHERE json LIKE '%Anna%' AND json LIKE '%order%'"),
                 0);
        QCOMPARE(number(path, "SELECT count(*) FROM record WHERE json LIKE '%anna@example%'"), 0);
    }

    /// As it was left by the version before: without what came since, and with what went.
    void aFileOfVersionTwoIsTakenAsItIs() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        commerce::OrderAnswer placed;
        commerce::CheckoutAnswer kept;
        commerce::Offer offer;
        offer.id = OfferId{"flash"};
        offer.kind = commerce::OfferKind::FlashPrice;
        offer.title = "Flash";
        offer.lines = {{Sku{"TOWEL"}, 1, 1000}};
        offer.perBuyer = 2;
        {
            Bench bench(path);
            QVERIFY(bench.openShop(test::demoShop(3)));
            QCOMPARE(bench.request("r1", commerce::StartOffer{offer}), ErrorCode::None);
            placed = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1000}}));
            kept = bench.reserve({"key-0002", ViewerId{"w"}, {{Sku{"TOWEL"}, 1, 1000}}});
            QCOMPARE(kept.refusal.code, ErrorCode::None);
        }
        {
            const auto database = Database::open(path, Database::Use::Write);
            for (const char* back :
                 {"DROP INDEX orders_wish", "ALTER TABLE orders DROP COLUMN wish",
                  "ALTER TABLE orders DROP COLUMN paid", "ALTER TABLE orders DROP COLUMN network",
                  "CREATE UNIQUE INDEX key ON orders(viewer, key)",
                  "CREATE INDEX sealed_buyer_mark ON sealed_buyer(mark)",
                  "ALTER TABLE reservation DROP COLUMN network", "ALTER TABLE reservation DROP COLUMN lasts",
                  "ALTER TABLE offer DROP COLUMN first", "DROP TABLE kept", "DROP TABLE sweep_verdict",
                  "UPDATE meta SET value='2' WHERE key='version'"})
                (*database)->execute(back);
            QVERIFY2((*database)->ok(), (*database)->problem().c_str());
        }
        Bench bench(path);
        QCOMPARE(number(path, "SELECT value FROM meta WHERE key='version'"), storeVersion);
        const auto again = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1000}}));
        QVERIFY(again.replayed);
        QCOMPARE(again.order, placed.order);
        QCOMPARE(bench.order(wish("v", "key-0003", {{Sku{"TOWEL"}, 1, 1000}})).refusal.code,
                 ErrorCode::AllInCheckouts);
        commerce::OrderRequest buy{"key-0004", ViewerId{"w"}, {}};
        buy.reservation = kept.reservation.id;
        buy.delivery = {"market", "", 0, commerce::PaymentWay::AtCollection};
        QCOMPARE(bench.order(buy).order.lines, kept.reservation.lines);
        QCOMPARE(bench.request("r2", commerce::CorrectStock{Sku{"TOWEL"}, 5, ""}), ErrorCode::None);
        QCOMPARE(bench.order(wish("v", "key-0005", {{Sku{"TOWEL"}, 1, 1000}})).refusal.code,
                 ErrorCode::LimitReached);
        QCOMPARE(bench.request("r3", commerce::ChangeOrder{placed.order.number,
                                                           commerce::OrderState::Cancelled, 0, false, ""}),
                 ErrorCode::None);
        QCOMPARE(bench.order(wish("v", "key-0006", {{Sku{"TOWEL"}, 2, 1000}})).refusal.code, ErrorCode::None);
        QCOMPARE(number(path, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QCOMPARE(number(path, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check<>'ok'"), 0);
    }

    void aRequestIsAnsweredOnce() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        Bench bench(path);
        QVERIFY(bench.openShop(test::demoShop(3)));
        const auto ask = [&](const std::string& id, commerce::Request body, std::int64_t until = 0) {
            bench.ask<RunAnswer>(TakeRequest{RequestId{id}, std::move(body), until, {}});
        };
        ask("r1", commerce::CorrectStock{Sku{"TOWEL"}, 5, "found a box"});
        ask("r1", commerce::CorrectStock{Sku{"TOWEL"}, 5, "found a box"});
        ask("r2", commerce::CorrectStock{Sku{"TOWEL"}, -9, "miscounted"});
        ask("r3", commerce::CorrectStock{Sku{"NONE"}, 1, ""});
        ask("r4", commerce::CorrectStock{Sku{"TOWEL"}, 1, ""}, 1);
        ask("r5", commerce::SwitchSales{false});
        QCOMPARE(number(path, "SELECT allocated FROM stock WHERE sku='TOWEL'"), 8);
        std::map<std::string, ErrorCode> answers;
        bool closed = false;
        for (const auto& record : bench.store->records(bench.run, 0, 100)) {
            if (const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact))
                QVERIFY(answers.emplace(answered->request.value, answered->error).second);
            if (const auto* sales = record::factAs<commerce::SalesSwitched>(record.fact))
                closed = !sales->open;
        }
        QCOMPARE(answers, (std::map<std::string, ErrorCode>{{"r1", ErrorCode::None},
                                                            {"r2", ErrorCode::BelowSold},
                                                            {"r3", ErrorCode::UnknownSku},
                                                            {"r4", ErrorCode::RequestExpired},
                                                            {"r5", ErrorCode::None}}));
        QVERIFY(closed);
        QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 1, 1450}})).refusal.code,
                 ErrorCode::SalesClosed);
    }

    void whatIsStoppedAndHiddenStaysSo() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        const auto say = [](Bench& bench, const std::string& key) {
            return bench.ask<MessageAnswer>(PostMessage{key, {{}, ViewerId{"v"}, "Anna", "Sveiki", -1}, {}})
                .refusal.code;
        };
        const std::vector<Sku> earrings{Sku{"EARRINGS-S"}, Sku{"EARRINGS-M"}};
        {
            Bench bench(path);
            QVERIFY(bench.openShop(test::demoShop(3)));
            QCOMPARE(bench.request("r0", commerce::SwitchSkus{{}, false}), ErrorCode::BadRequest);
            QCOMPARE(bench.request("r1", commerce::SwitchSkus{{Sku{"TOWEL"}, Sku{"NONE"}}, false}),
                     ErrorCode::UnknownSku); // all or none
            QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 1, 1450}})).refusal.code,
                     ErrorCode::None);
            QCOMPARE(bench.request("r2", commerce::SwitchSkus{earrings, false}), ErrorCode::None);
            QCOMPARE(bench.request("r3", commerce::SwitchSkus{earrings, false}), ErrorCode::None);
            QCOMPARE(say(bench, "key-m001"), ErrorCode::None);
            QCOMPARE(bench.request("r4", commerce::SwitchChat{false}), ErrorCode::None);
            QCOMPARE(bench.count<commerce::SkusSwitched>(), 1); // asked twice, told once
        }
        Bench bench(path);
        QCOMPARE(bench.view.stopped, (std::set<Sku>{Sku{"EARRINGS-M"}, Sku{"EARRINGS-S"}}));
        QVERIFY(!bench.view.chatOpen);
        const auto refused = bench.order(wish("v", "key-0002", {{Sku{"EARRINGS-S"}, 1, 1890}}));
        QCOMPARE(refused.refusal.code, ErrorCode::SkuStopped);
        QCOMPARE(refused.refusal.sku, Sku{"EARRINGS-S"});
        QCOMPARE(say(bench, "key-m002"), ErrorCode::ChatHidden);
        QCOMPARE(say(bench, "key-m001"), ErrorCode::None); // taken before; the first answer again
        QCOMPARE(bench.request("r5", commerce::SwitchSkus{{Sku{"EARRINGS-S"}}, true}), ErrorCode::None);
        QCOMPARE(bench.request("r6", commerce::SwitchChat{true}), ErrorCode::None);
        QCOMPARE(bench.order(wish("v", "key-0002", {{Sku{"EARRINGS-S"}, 1, 1890}})).refusal.code,
                 ErrorCode::None);
        QCOMPARE(say(bench, "key-m002"), ErrorCode::None);
    }

    void anOlderFileOpens() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        {
            Bench bench(path);
            QVERIFY(bench.openShop(test::demoShop(3)));
        }
        {
            const auto older = Database::open(path, Database::Use::Write);
            (*older)->execute("DROP TABLE stopped; DROP TABLE chat_hidden;");
            QVERIFY((*older)->ok());
        }
        Bench bench(path);
        QVERIFY(bench.view.chatOpen && bench.view.stopped.empty());
        QCOMPARE(bench.request("r1", commerce::SwitchSkus{{Sku{"TOWEL"}}, false}), ErrorCode::None);
        QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 1, 1450}})).refusal.code,
                 ErrorCode::SkuStopped);
    }

    void theStudiosRecordsComeOnceAndInOrder() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        Bench bench(path);
        QVERIFY(bench.openShop(test::demoShop(3)));
        QCOMPARE(bench.take(commerce::Fact(test::demoShop(99))).studioSeq,
                 2u); // opened before: the stock stays
        QCOMPARE(number(path, "SELECT max(allocated) FROM stock"), 3);
        --bench.seq;
        QCOMPARE(bench.take(show::Fact(show::WentLive{})).studioSeq, 2u); // held already
        bench.seq += 5;
        QCOMPARE(bench.take(show::Fact(show::WentLive{})).error, ErrorCode::BadRequest); // a gap
        bench.run = RunId{"run-2"};
        bench.seq = 2;
        QCOMPARE(bench.take(show::Fact(show::WentLive{})).error,
                 ErrorCode::BadRequest); // not the run that is on
    }

    void anotherStartFindsAllAsItWas() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        std::string order;
        {
            Bench bench(path);
            QVERIFY(bench.openShop(test::demoShop(3)));
            order = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}})).order.number.value;
            show::ItemTaken taken;
            taken.aired.id = AiredId{"a1"};
            taken.aired.item.kind = show::ItemKind::Product;
            taken.aired.item.title = "Towels";
            taken.aired.item.product = ProductId{"towel"};
            taken.aired.item.disclosure = true;
            bench.take(show::Fact(taken));
            bench.take(show::Fact(show::ItemAired{AiredId{"a1"}, 777}));
            bench.take(show::Fact(show::WentLive{}));
            bench.ask<MessageAnswer>(PostMessage{"key-m001", {{}, ViewerId{"v"}, "Anna", "Sveiki", -1}, {}});
        }
        Bench bench(path);
        QCOMPARE(bench.view.run.value, std::string("run-1"));
        QCOMPARE(bench.view.shop, test::demoShop(3));
        QCOMPARE(bench.view.stock.at(Sku{"TOWEL"}).available(), 1);
        QCOMPARE(bench.view.pin, (Pin{AiredId{"a1"}, ProductId{"towel"}, "Towels", true, 777}));
        QCOMPARE(bench.view.phase, Phase::Live);
        QVERIFY(bench.view.sales);
        QCOMPARE(bench.view.chat.at(0).message.text, std::string("Sveiki"));
        const auto again = bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}}));
        QVERIFY(again.replayed);
        QCOMPARE(again.order.number.value, order);
    }

    void aLockedFileRefusesAndRecovers() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s.sqlite";
        Bench bench(path);
        QVERIFY(bench.openShop(test::demoShop(3)));
        {
            const auto other = Database::open(path, Database::Use::Write);
            QVERIFY((*other)->begin());
            QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}})).refusal.code,
                     ErrorCode::Busy);
            (*other)->rollBack();
        }
        QCOMPARE(bench.order(wish("v", "key-0001", {{Sku{"TOWEL"}, 2, 1450}})).refusal.code, ErrorCode::None);
        QCOMPARE(number(path, "SELECT sold FROM stock WHERE sku='TOWEL'"), 2);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "StoreTest.moc"
