// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "server/store/BuyerExport.hpp"
#include "server/store/BuyerKey.hpp"
#include "server/store/Database.hpp"
#include "server/store/Store.hpp"
#include "support/ManualClock.hpp"
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <fstream>
#include <mutex>
#include <sstream>

#include <sys/stat.h>

using namespace vitrina;
using namespace vitrina::server;
using test::demoShop;

namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool holds(const std::string& path, const std::string& text) {
    return bytesOf(path).find(text) != std::string::npos ||
           bytesOf(path + "-wal").find(text) != std::string::npos;
}

/// A store with an io thread's part played by the test, and its own time.
class Bench {
  public:
    explicit Bench(std::string folder) : path(folder + "/store.sqlite") {
        auto opened = Store::open(
            path, clock,
            [this](std::function<void()> what) {
                const std::lock_guard lock(mutex_);
                queue_.push_back(std::move(what));
                changed_.notify_all();
            },
            [](const Changes&) {});
        if (!opened)
            qFatal("%s", opened.error().detail.c_str());
        store = std::move(opened->store);
    }

    template <class Answer, class JobType>
    Answer ask(JobType job) {
        std::optional<Answer> answer;
        job.done = [&answer](const Answer& given) {
            answer = given;
        };
        store->add(std::move(job));
        while (!answer) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait_for(lock, std::chrono::seconds(20), [this] { return !queue_.empty(); }))
                qFatal("the store did not answer");
            const auto what = std::move(queue_.front());
            queue_.pop_front();
            lock.unlock();
            what();
        }
        return *answer;
    }
    void open(const RunId& which) {
        run = which;
        seq = 0;
        ask<RunAnswer>(OpenRun{ShowId{"show"}, run, {}});
        commerce::ShopOpened shop = demoShop(100);
        shop.catalogue.terms = test::demoTerms();
        take(commerce::Fact(shop));
    }
    void take(record::Fact fact) {
        record::Record record{ShowId{"show"}, run,        record::Origin::Studio, ++seq, 0,
                              clock.now(),    clock.boot, std::move(fact)};
        ask<RunAnswer>(TakeRecords{{record}, {}});
    }
    OrderNumber order(const Buyer& buyer) {
        commerce::OrderRequest request;
        request.key = randomHex128();
        request.viewer = ViewerId{"viewer"};
        request.lines = {{Sku{"TOWEL"}, 1, 1450}};
        return ask<OrderAnswer>(PlaceOrder{request, buyer, {}}).order.number;
    }
    ErrorCode request(commerce::Request body) {
        const RequestId id = newId<RequestId>();
        ask<RunAnswer>(TakeRequest{id, std::move(body), 0, {}});
        for (const auto& record : store->records(run, 0, 10'000)) {
            const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact);
            if (answered && answered->request == id)
                return answered->error;
        }
        return ErrorCode::Internal;
    }
    std::vector<protocol::BuyerOf> whose(const std::vector<OrderNumber>& numbers) {
        return ask<std::vector<protocol::BuyerOf>>(AskBuyers{numbers, {}});
    }
    /// Those that were erased, in the order of their receipts.
    std::vector<OrderNumber> erased(const RunId& of) {
        std::vector<OrderNumber> numbers;
        for (const auto& record : store->records(of, 0, 10'000)) {
            if (const auto* receipt = record::factAs<commerce::BuyerErased>(record.fact))
                numbers.insert(numbers.end(), receipt->orders.begin(), receipt->orders.end());
        }
        return numbers;
    }
    /// All that is queued is written: nothing is answered before.
    void settle() { whose({}); }

    test::ManualClock clock;
    std::string path;
    RunId run;
    std::uint64_t seq = 0;
    std::unique_ptr<Store> store;

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
};

const Buyer anna{"Anna Planted", "anna.planted@example.lv", "+37120000001", "Planted iela 7", "Planted note"};
const Buyer berta{"Berta Other", "+37129999999", "", "", ""};

/// A store as version 1 left it: names and contacts in the open.
void makeOldStore(const std::string& path) {
    auto database = Database::open(path, Database::Use::Write);
    (*database)->execute(R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('version', '1');
CREATE TABLE run(
    run TEXT PRIMARY KEY, show TEXT NOT NULL, shop TEXT NOT NULL DEFAULT '', prefix TEXT NOT NULL,
    phase INTEGER NOT NULL DEFAULT 0, sales INTEGER NOT NULL DEFAULT 0,
    server_seq INTEGER NOT NULL DEFAULT 0, studio_seq INTEGER NOT NULL DEFAULT 0, studio_ack INTEGER NOT NULL DEFAULT 0,
    orders INTEGER NOT NULL DEFAULT 0, peak INTEGER NOT NULL DEFAULT 0,
    pin_aired TEXT NOT NULL DEFAULT '', pin_media INTEGER NOT NULL DEFAULT -1);
INSERT INTO run(run, show, prefix, orders) VALUES('old-run', 'show', 'OLDS', 300);
CREATE TABLE orders(
    id INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES run(run), number TEXT NOT NULL UNIQUE, viewer TEXT NOT NULL,
    key TEXT NOT NULL, hash INTEGER NOT NULL, total INTEGER NOT NULL, currency TEXT NOT NULL, aired TEXT NOT NULL,
    at INTEGER NOT NULL, UNIQUE(viewer, key));
CREATE TABLE order_line(
    orders INTEGER NOT NULL REFERENCES orders(id), line INTEGER NOT NULL, sku TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK(quantity > 0), unit INTEGER NOT NULL, PRIMARY KEY(orders, line)) WITHOUT ROWID;
CREATE TABLE buyer(orders INTEGER PRIMARY KEY REFERENCES orders(id), name TEXT NOT NULL, contact TEXT NOT NULL);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<300)
INSERT INTO orders SELECT i, 'old-run', 'OLDS-'||i||'-AAA', 'viewer', 'key-'||i, 77, 1450, 'EUR', '', 1 FROM n;
INSERT INTO order_line SELECT id, 1, 'TOWEL', 1, 1450 FROM orders;
INSERT INTO buyer SELECT id, 'Planted Name '||id, 'planted'||id||'@example.lv' FROM orders;
)sql");
    if (!(*database)->ok())
        qFatal("%s", (*database)->problem().c_str());
}

} // namespace

/// Personal data at rest: sealed, found again, told, erased, and nowhere else.
class BuyersTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::string at(const std::string& name) const { return data() + "/" + name; }
    std::string data() const { return folder_->path().toStdString(); }

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aKeyIsMadeOnceForItsOwner() {
        const std::string path = at("buyers.key");
        const auto first = BuyerKey::open(path);
        QVERIFY(first);
        struct stat status {};
        QCOMPARE(::stat(path.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        const std::string bytes = bytesOf(path);
        const std::string sealed = (*first)->seal("secret", "here");
        QVERIFY(sealed.find("secret") == std::string::npos);
        const auto second = BuyerKey::open(path);
        QVERIFY(second);
        QCOMPARE(bytesOf(path), bytes);
        QCOMPARE((*second)->unseal(sealed, "here").value_or(""), std::string("secret"));
        QCOMPARE((*second)->mark("x"), (*first)->mark("x"));
        std::ofstream(path) << "no key at all";
        QCOMPARE(BuyerKey::open(path).error().code, ErrorCode::FileDamaged);
        QCOMPARE(BuyerKey::open(data() + "/no/such/folder/buyers.key").error().code,
                 ErrorCode::FileUnwritable);
    }

    void whatIsSealedIsBoundToItsPlace() {
        const auto key = BuyerKey::open(at("buyers.key"));
        const auto other = BuyerKey::open(at("other.key"));
        const std::string sealed = (*key)->seal("Anna", "buyer 1");
        QVERIFY(sealed != (*key)->seal("Anna", "buyer 1")); // a nonce for each
        QVERIFY(!(*key)->unseal(sealed, "buyer 2"));
        QVERIFY(!(*other)->unseal(sealed, "buyer 1"));
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string spoilt = sealed;
            spoilt[i] = static_cast<char>(spoilt[i] ^ 1);
            QVERIFY(!(*key)->unseal(spoilt, "buyer 1"));
            QVERIFY(!(*key)->unseal(sealed.substr(0, i), "buyer 1"));
        }
        QCOMPARE((*key)->unseal((*key)->seal("", ""), "").value_or("x"), std::string());
        QCOMPARE((*key)->contactMark("Anna@Example.LV"), (*key)->contactMark("anna@example.lv"));
        QCOMPARE((*key)->contactMark("+371 2600-0000"), (*key)->contactMark("0037126000000"));
        QVERIFY((*key)->contactMark("+37126000000") != (*key)->contactMark("+37126000001"));
        QVERIFY((*key)->contactMark("anna@example.lv") != (*other)->contactMark("anna@example.lv"));
    }

    void nothingIsInTheOpen() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber number = bench.order(anna);
        QCOMPARE(
            bench
                .ask<KnownAnswer>(WriteToShop{
                    number, anna.contact, "word-key", commerce::BuyerWish::Question, "Planted words", {}})
                .error,
            ErrorCode::None);
        QCOMPARE(bench.request(
                     commerce::ChangeOrder{number, commerce::OrderState::Paid, 0, false, "Planted reply"}),
                 ErrorCode::None);
        for (const char* text : {"Planted", "planted", "+37120000001", "anna"})
            QVERIFY2(!holds(bench.path, text), text);
        for (const auto& record : bench.store->records(bench.run, 0, 1'000))
            QVERIFY(record::encodeRecord(record).find("lanted") == std::string::npos);
        const auto told = bench.whose({number});
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].name, anna.name);
        QCOMPARE(told[0].address, anna.address);
        QCOMPARE(told[0].words.size(), std::size_t(2));
        bench.store.reset();
        for (const char* text : {"Planted", "planted", "+37120000001", "anna"})
            QVERIFY2(!holds(bench.path, text), text);
    }

    void rowsThatWereSwappedAreNotBelieved() {
        OrderNumber one;
        OrderNumber two;
        {
            Bench bench(data());
            bench.open(RunId{"run-1"});
            one = bench.order(anna);
            two = bench.order(berta);
        }
        {
            auto database = Database::open(at("store.sqlite"), Database::Use::Write);
            std::vector<std::string> sealed;
            Statement rows(**database, "SELECT sealed FROM sealed_buyer ORDER BY orders");
            while (rows.row())
                sealed.push_back(rows.blob(0));
            QCOMPARE(sealed.size(), std::size_t(2));
            Statement swap(**database, "UPDATE sealed_buyer SET sealed=?2 WHERE orders=?1");
            swap.bind(1, 1).blob(2, sealed[1]).run();
            swap.bind(1, 2).blob(2, sealed[0]).run();
        }
        Bench bench(data());
        QVERIFY(bench.whose({one, two}).empty());
    }

    void erasingLeavesOrdersAmountsAndAReceipt() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber before = bench.order(anna);
        bench.open(RunId{"run-2"});
        Buyer again = anna;
        again.contact = "ANNA.Planted@example.lv";
        const OrderNumber number = bench.order(again);
        const OrderNumber other = bench.order(berta);
        bench.ask<KnownAnswer>(WriteToShop{
            number, anna.contact, "word-key", commerce::BuyerWish::Question, "Planted words", {}});
        const std::string key = bytesOf(at("buyers.key"));
        QCOMPARE(bench.whose({before, number, other}).size(), std::size_t(3));
        QCOMPARE(bench.request(commerce::EraseBuyer{number}), ErrorCode::None);
        bench.settle();
        const auto left = bench.whose({before, number, other});
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left[0].order, other);
        QCOMPARE(bench.erased(RunId{"run-2"}), (std::vector{number}));
        QCOMPARE(bench.erased(RunId{"run-1"}), (std::vector{before}));
        QCOMPARE(bench.ask<KnownAnswer>(FindOrder{number, anna.contact, {}}).error, ErrorCode::NotFound);
        QCOMPARE(bench.ask<KnownAnswer>(FindOrder{other, berta.contact, {}}).error, ErrorCode::None);
        QCOMPARE(bench.request(commerce::EraseBuyer{number}), ErrorCode::None); // once is enough
        QCOMPARE(bench.erased(RunId{"run-2"}).size(), std::size_t(1));
        QCOMPARE(bench.request(commerce::EraseBuyer{OrderNumber{"NONE-1-AAA"}}), ErrorCode::NotFound);
        // The order can still be paid back; a note has no reader any more.
        QCOMPARE(
            bench.request(commerce::ChangeOrder{number, commerce::OrderState::Refunded, 0, true, "Planted"}),
            ErrorCode::None);
        bench.store.reset();
        const auto database = Database::open(at("store.sqlite"), Database::Use::Read);
        Statement rows(**database, "SELECT count(*), sum(total), sum(hash <> 0) FROM orders");
        QVERIFY(rows.row());
        QCOMPARE(rows.integer(0), 3);
        QCOMPARE(rows.integer(1), 3 * 1450);
        QCOMPARE(rows.integer(2), 1);
        Statement words(**database, "SELECT count(*) FROM buyer_word");
        QVERIFY(words.row());
        QCOMPARE(words.integer(0), 0);
    }

    /// What was sealed is gone from the bytes too, the write-ahead log with it: a key that leaks later opens
    /// nothing.
    void whatIsErasedIsWiped() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber number = bench.order(anna);
        std::string sealed;
        {
            const auto database = Database::open(at("store.sqlite"), Database::Use::Read);
            Statement row(**database, "SELECT sealed FROM sealed_buyer");
            QVERIFY(row.row());
            sealed = row.blob(0);
        }
        QVERIFY(sealed.size() > 100);
        QVERIFY(holds(bench.path, sealed));
        QCOMPARE(bench.request(commerce::EraseBuyer{number}), ErrorCode::None);
        bench.settle();
        QVERIFY(!holds(bench.path, sealed));
        QVERIFY(!holds(bench.path, sealed.substr(12, 40)));
    }

    void buyersAreForgottenInTime() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber first = bench.order(anna);
        bench.take(show::Fact(show::RunEnded{}));
        bench.clock.advance(50 * dayMs);
        bench.open(RunId{"run-2"});
        const OrderNumber second = bench.order(anna);
        const auto sweep = [&] {
            bench.store->add(SweepBuyers{90 * dayMs});
            bench.settle();
        };
        bench.clock.advance(40 * dayMs - 1);
        sweep();
        bench.clock.advance(1);
        sweep(); // the first look that finds it over
        bench.clock.advance(3'600'000 - 1);
        sweep();
        QCOMPARE(bench.whose({first, second}).size(), std::size_t(2));
        bench.clock.advance(1);
        sweep();
        const auto left = bench.whose({first, second});
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left[0].order, second);
        QCOMPARE(bench.erased(RunId{"run-1"}), (std::vector{first}));
        // The run that is on keeps its buyers for a day at least, whatever was set.
        const OrderNumber now = bench.order(berta);
        bench.store->add(SweepBuyers{0});
        bench.settle();
        QCOMPARE(bench.whose({now}).size(), std::size_t(1));
    }

    void aPhoneNumberIsKnownHoweverItIsTyped_data() {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("same");
        QTest::newRow("as it was") << QByteArray("+37129123456") << QByteArray("+37129123456") << true;
        QTest::newRow("zeros") << QByteArray("+37129123456") << QByteArray("0037129123456") << true;
        QTest::newRow("national") << QByteArray("+37129123456") << QByteArray("29123456") << true;
        QTest::newRow("international") << QByteArray("29123456") << QByteArray("+37129123456") << true;
        QTest::newRow("trunk") << QByteArray("29123456") << QByteArray("029123456") << true;
        QTest::newRow("another") << QByteArray("+37129123456") << QByteArray("29123457") << false;
        QTest::newRow("of another country") << QByteArray("+37029123456") << QByteArray("29123456") << false;
        QTest::newRow("only its end") << QByteArray("+37129123456") << QByteArray("9123456") << false;
    }
    void aPhoneNumberIsKnownHoweverItIsTyped() {
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, typed);
        QFETCH(bool, same);
        Bench bench(data()); // the shop is in Latvia, by its VAT number
        bench.open(RunId{"run-1"});
        Buyer buyer = anna;
        buyer.contact = given.toStdString();
        const OrderNumber number = bench.order(buyer);
        const auto found = bench.ask<KnownAnswer>(FindOrder{number, typed.toStdString(), {}});
        QCOMPARE(found.error, same ? ErrorCode::None : ErrorCode::NotFound);
        buyer.contact = typed.toStdString();
        const OrderNumber second = bench.order(buyer);
        QCOMPARE(bench.request(commerce::EraseBuyer{number}), ErrorCode::None);
        QCOMPARE(bench.whose({second}).empty(), same);
    }

    /// A machine that starts with its clock a year ahead, until that is put right.
    void aWrongClockErasesNobody() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber order = bench.order(anna);
        bench.take(show::Fact(show::RunEnded{}));
        const auto sweep = [&] {
            bench.store->add(SweepBuyers{90 * dayMs});
            bench.settle();
        };
        bench.clock.at.wallMs += 365 * dayMs;
        sweep();
        bench.clock.at.wallMs -= 365 * dayMs;
        bench.clock.advance(3'600'000);
        sweep();
        bench.clock.at.wallMs += 365 * dayMs; // and once more
        sweep();
        QCOMPARE(bench.whose({order}).size(), std::size_t(1));
    }

    /// What has nothing to do with them: pages that are opened, others' erasures.
    void nothingElseKeepsBuyersLonger() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber first = bench.order(anna);
        const OrderNumber second = bench.order(berta);
        bench.take(show::Fact(show::RunEnded{}));
        bench.clock.advance(89 * dayMs);
        bench.store->add(CountViewers{1});
        QCOMPARE(bench.request(commerce::EraseBuyer{second}), ErrorCode::None);
        for (int look = 0; look < 2; ++look) {
            bench.clock.advance(dayMs);
            bench.store->add(SweepBuyers{90 * dayMs});
            bench.settle();
        }
        QVERIFY(bench.whose({first}).empty());
    }

    /// What has: it is packed, asked about, paid back.
    void whatHappensWithOrdersKeepsTheirBuyers() {
        Bench bench(data());
        bench.open(RunId{"run-1"});
        const OrderNumber order = bench.order(anna);
        bench.take(show::Fact(show::RunEnded{}));
        bench.clock.advance(89 * dayMs);
        QCOMPARE(bench.request(commerce::ChangeOrder{order, commerce::OrderState::Sent, 0, false, {}}),
                 ErrorCode::None);
        for (int look = 0; look < 2; ++look) {
            bench.clock.advance(44 * dayMs);
            bench.store->add(SweepBuyers{90 * dayMs});
            bench.settle();
        }
        QCOMPARE(bench.whose({order}).size(), std::size_t(1));
    }

    void anOldStoreIsSealedAsItIsOpened() {
        makeOldStore(at("store.sqlite"));
        QVERIFY(holds(at("store.sqlite"), "Planted Name 7"));
        {
            Bench bench(data());
            const auto told = bench.whose({OrderNumber{"OLDS-7-AAA"}, OrderNumber{"OLDS-300-AAA"}});
            QCOMPARE(told.size(), std::size_t(2));
            QCOMPARE(told[0].name, std::string("Planted Name 7"));
            QCOMPARE(told[1].contact, std::string("planted300@example.lv"));
            const auto found =
                bench.ask<KnownAnswer>(FindOrder{OrderNumber{"OLDS-7-AAA"}, "planted7@example.lv", {}});
            QCOMPARE(found.error, ErrorCode::None);
            QCOMPARE(found.order.order.total.minor, 1450);
            QVERIFY(!holds(at("store.sqlite"), "lanted"));
        }
        QVERIFY(!holds(at("store.sqlite"), "lanted"));
        Bench again(data());
        QCOMPARE(again.whose({OrderNumber{"OLDS-7-AAA"}}).size(), std::size_t(1));
    }

    void theShopGoesOnWithoutItsKey() {
        OrderNumber number;
        {
            Bench bench(data());
            bench.open(RunId{"run-1"});
            number = bench.order(anna);
        }
        QVERIFY(::unlink(at("buyers.key").c_str()) == 0);
        Bench bench(data());
        QVERIFY(bench.whose({number}).empty());
        bench.run = RunId{"run-1"};
        const OrderNumber next = bench.order(berta);
        QCOMPARE(bench.whose({next}).size(), std::size_t(1));
    }

    void oneBuyerIsExportedWhole() {
        OrderNumber number;
        OrderNumber other;
        {
            Bench bench(data());
            bench.open(RunId{"run-1"});
            number = bench.order(anna);
            bench.order(anna);
            other = bench.order(berta);
            bench.ask<KnownAnswer>(WriteToShop{
                number, anna.contact, "word-key", commerce::BuyerWish::Question, "Planted words", {}});
        }
        const auto json = exportBuyer(data(), number);
        QVERIFY2(json, json ? "" : json.error().detail.c_str());
        for (const std::string& text :
             {anna.name, anna.contact, anna.phone, anna.address, anna.note, std::string("Planted words"),
              number.value, std::string("\"total\": 1450")})
            QVERIFY2(json->find(text) != std::string::npos, text.c_str());
        std::size_t orders = 0;
        for (std::size_t from = 0; (from = json->find("\"number\"", from)) != std::string::npos; ++from)
            ++orders;
        QCOMPARE(orders, std::size_t(2));
        QVERIFY(json->find(other.value) == std::string::npos);
        QVERIFY(json->find(berta.name) == std::string::npos);
        QCOMPARE(exportBuyer(data(), OrderNumber{"NONE-1-AAA"}).error().code, ErrorCode::NotFound);
    }

    /// The whole server: neither its log, nor its records, nor its files tell who has bought.
    void nothingPersonalLeavesTheServer() {
        test::ServerProcess process(test::ServerProcess::Options{.benchLimits = true});
        QVERIFY2(process.start(), process.log().c_str());
        test::StudioPeer peer;
        QVERIFY(peer.attach(process.lock()));
        commerce::ShopOpened shop = demoShop(5);
        shop.catalogue.terms = test::demoTerms();
        peer.openShop(shop);
        QVERIFY(peer.waitForAck());
        test::HttpClient client(process.port());
        const std::string token = test::openSession(client);
        const auto checkout = client.post(
            "/api/checkouts",
            "{\"key\":\"some-key-0\",\"lines\":[{\"sku\":\"TOWEL\",\"quantity\":1,\"price\":1450}]}", token);
        const std::string body =
            "{\"key\":\"some-key-1\",\"checkout\":\"" + test::jsonField(checkout.body, "checkout") +
            "\",\"name\":\"Zelma "
            "Plantedname\",\"contact\":\"zelma.planted@example.lv\",\"phone\":\"+37127777777\","
            "\"note\":\"plantednote\",\"delivery\":{\"way\":\"courier\",\"region\":\"LV\",\"address\":"
            "\"Plantedstreet "
            "5\"},\"payment\":\"transfer\"}";
        const auto placed = client.post("/api/orders", body, token);
        QCOMPARE(placed.status, 201);
        const std::string number = test::jsonField(placed.body, "number");
        const std::string who = "{\"number\":\"" + number + "\",\"contact\":\"zelma.planted@example.lv\"";
        QCOMPARE(client.post("/api/orders/find", who + "}", token).status, 200);
        QCOMPARE(client
                     .post("/api/orders/write",
                           who + ",\"key\":\"some-key-2\",\"wish\":\"question\",\"text\":\"plantedwords\"}",
                           token)
                     .status,
                 200);
        client.post("/api/orders", body.substr(0, body.size() - 5), token); // broken, with all of it inside
        QCOMPARE(peer.askBuyers({OrderNumber{number}}, 1).size(), std::size_t(1));
        const auto clean = [&](const std::string& text, const char* where) {
            for (const char* word : {"lanted", "Zelma", "zelma", "27777777"})
                QVERIFY2(text.find(word) == std::string::npos, where);
        };
        clean(process.log(), "log");
        for (const auto& record : peer.received())
            clean(record::encodeRecord(record), "record");
        for (const char* file : {"/store.sqlite", "/store.sqlite-wal", "/server.lock", "/buyers.key"})
            clean(bytesOf(process.dataFolder() + file), file);
        process.terminate();
        for (const char* file : {"/store.sqlite", "/store.sqlite-wal", "/server.log"})
            clean(bytesOf(process.dataFolder() + file), file);
    }

    /// A past show's folder: no server runs on it, and its buyers go all the same.
    void aFolderThatNobodyServesIsSwept() {
        QTemporaryDir folder;
        test::ServerProcess::Options options;
        options.dataFolder = folder.path().toStdString();
        options.benchLimits = true;
        std::string number;
        {
            test::ServerProcess process(options);
            QVERIFY2(process.start(), process.log().c_str());
            test::StudioPeer peer;
            QVERIFY(peer.attach(process.lock()));
            commerce::ShopOpened shop = demoShop(5);
            shop.catalogue.terms = test::demoTerms();
            peer.openShop(shop);
            QVERIFY(peer.waitForAck());
            test::HttpClient client(process.port());
            const std::string token = test::openSession(client);
            const auto placed =
                client.post("/api/orders", test::orderJson("sweep-key", "TOWEL", 1, 1450), token);
            QCOMPARE(placed.status, 201);
            number = test::jsonField(placed.body, "number");
            test::ServerProcess::Options beside = options;
            beside.more = {"--sweep"};
            test::ServerProcess busy(beside);
            QVERIFY(!busy.start());
            QCOMPARE(busy.waitForEnd(20'000), std::optional(3)); // served: left alone
            peer.endShow();
            QVERIFY(peer.waitForAck());
            process.terminate();
        }
        QVERIFY(exportBuyer(options.dataFolder, OrderNumber{number}));
        const auto sweep = [&](const char* days) {
            test::ServerProcess::Options once = options;
            once.more = {"--sweep", "--keep-buyers-days", days};
            test::ServerProcess process(once);
            return !process.start() && process.waitForEnd(20'000) == std::optional(0);
        };
        const auto hoursLater = [&] {
            const auto database = Database::open(options.dataFolder + "/store.sqlite", Database::Use::Write);
            QVERIFY(database);
            (*database)->execute("UPDATE sweep_verdict SET wall=wall-7200000, mono=mono-7200000");
        };
        QVERIFY(sweep("90") && sweep("0")); // the first look that finds it over
        QVERIFY(exportBuyer(options.dataFolder, OrderNumber{number}));
        hoursLater();
        QVERIFY(sweep("90"));
        QVERIFY(exportBuyer(options.dataFolder, OrderNumber{number})); // not over, and the look is forgotten
        QVERIFY(sweep("0"));
        hoursLater();
        QVERIFY(sweep("0"));
        QVERIFY(!exportBuyer(options.dataFolder, OrderNumber{number}));
    }
};

QTEST_GUILESS_MAIN(BuyersTest)
#include "BuyersTest.moc"
