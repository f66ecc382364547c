// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
//
// A show moves from a studio's own server to one elsewhere (link.md, "Moving a show"), and each of the three
// is killed at each step. Afterwards exactly one server sells, with every order and checkout that there was,
// each once.
#include "link/PairedServer.hpp"
#include "link/ShowMove.hpp"
#include "link/support/Studio.hpp"
#include "server/store/Database.hpp"
#include "support/ChildProcess.hpp"
#include "support/server/Clients.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <unistd.h>

using namespace vitrina;
using test::eventually;

namespace {

const ShowId showId{"show"};
const RunId runId{"run"};
constexpr int longMs = 20'000;
constexpr std::int64_t pieces = 24;
constexpr const char* atMarket = "\"delivery\":{\"way\":\"market\"},\"payment\":\"at_collection\"";

/// Where the move of a studio has come to.
enum class Point { None, Asking, Leaving, Carrying, Arrived, Recorded, Greeted, Told, End };

Point pointOf(link::MoveStep step) {
    switch (step) {
    case link::MoveStep::Asking:
        return Point::Asking;
    case link::MoveStep::Leaving:
        return Point::Leaving;
    case link::MoveStep::Carrying:
        return Point::Carrying;
    case link::MoveStep::Arrived:
        return Point::Arrived;
    case link::MoveStep::None:
        break;
    }
    return Point::None;
}

std::string showFile(const std::string& folder) {
    return folder + "/show.vitrina";
}

link::ServerAddress pairedIn(const std::string& folder) {
    const auto server = link::readPairedServer(folder + "/paired.json");
    return server && *server ? (*server)->address : link::ServerAddress{};
}

/// What the journal says; nothing else counts after a kill.
std::uint64_t epochIn(const std::string& folder) {
    const auto file = journal::ShowFile::open(showFile(folder), true);
    const auto records = file ? (*file)->readRun(runId) : Result<std::vector<record::Record>>(file.error());
    std::uint64_t epoch = 0;
    if (!records)
        return epoch;
    for (const record::Record& record : *records) {
        if (const auto* moved = record::factAs<record::ShowMoved>(record.fact))
            epoch = moved->epoch;
    }
    return epoch;
}

tests::Studio::SetUp studioAt(const std::string& folder, std::uint64_t epoch) {
    return {showFile(folder),
            folder + "/own",
            showId,
            runId,
            {200, 1'000, 20, 200},
            epoch == 1 ? std::optional(pairedIn(folder)) : std::nullopt,
            epoch};
}

bool up(const tests::Studio& studio) {
    return eventually([&] { return studio.status().health == link::Health::Up; }, longMs);
}

/// As the studio does it. `at` is told each point that is reached. False: it has not come to its end.
bool moveShow(const std::string& folder, const std::function<void(Point)>& at) {
    const link::ShowMove move{{folder + "/own", {}}, {{}, pairedIn(folder)}, showId, runId, epochIn(folder)};
    const std::atomic<bool> never = false;
    const auto url = link::carryOver(move, never, [&](link::MoveStep step, int) { at(pointOf(step)); });
    if (!url || !*url)
        return false;
    {
        // Not linked to anybody: the record decides before anything is said.
        auto setUp = studioAt(folder, 0);
        setUp.serverFolder = folder + "/none";
        tests::Studio studio(setUp);
        studio.write(record::OwnFact(record::ShowMoved{**url, 1}));
        std::atomic<bool> written = false;
        studio.journal().run([&](journal::ShowFile&) { written = true; });
        if (!eventually([&] { return written.load(); }, longMs))
            return false;
    }
    at(Point::Recorded);
    tests::Studio studio(studioAt(folder, 1));
    if (!up(studio))
        return false;
    at(Point::Greeted);
    const link::MovedWord word(move, **url);
    if (!eventually([&] { return word.heard(); }, longMs))
        return false;
    at(Point::Told);
    return true;
}

int studioMain(const std::string& folder, int dieAt) {
    moveShow(folder, [dieAt](Point point) {
        if (int(point) == dieAt)
            std::raise(SIGKILL);
    });
    return 0;
}

std::int64_t number(const std::string& path, const std::string& sql) {
    const auto database = server::Database::open(path, server::Database::Use::Read);
    if (!database)
        return -1;
    server::Statement statement(**database, sql.c_str());
    return statement.row() ? statement.integer(0) : -1;
}

std::string checkoutJson(const std::string& key) {
    return R"({"key":")" + key + R"(","lines":[{"sku":"HONEY","quantity":2,"price":850}],"mediaMs":-1})";
}

std::string confirmJson(const std::string& key, const std::string& checkout) {
    return R"({"key":")" + key + R"(","checkout":")" + checkout +
           R"(","name":"Anna Ozola","contact":"anna@example.lv",)" + atMarket + R"(,"mediaMs":-1})";
}

} // namespace

class MoveTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<test::ServerProcess> own_;
    std::unique_ptr<test::ServerProcess> elsewhere_;
    std::string token_;    ///< of a viewer at the old server
    std::string order_;    ///< that was taken there
    std::string checkout_; ///< that is open there

    std::string path() const { return folder_->path().toStdString(); }
    bool start(std::unique_ptr<test::ServerProcess>& server) { return server->running() || server->start(); }
    /// Both servers, paired with, the shop open at the own one; an order and a checkout of one viewer.
    void begin() {
        folder_ = std::make_unique<QTemporaryDir>();
        const auto ran =
            test::run({VITRINA_BINARY_DIR "/vitrina-server", "setup", "--name", "localhost", "--data",
                       path() + "/elsewhere", "--port", std::to_string(test::freePort()), "--link-port",
                       std::to_string(test::freePort()), "--behind-proxy", "loopback"},
                      20);
        const std::size_t from = ran.output.find("    ") + 4;
        const auto code =
            protocol::decodePairingCode(ran.output.substr(from, ran.output.find('\n', from) - from));
        QVERIFY(code);
        own_ = std::make_unique<test::ServerProcess>(
            test::ServerProcess::Options{.dataFolder = path() + "/own", .benchLimits = true});
        elsewhere_ = std::make_unique<test::ServerProcess>(
            test::ServerProcess::Options{.dataFolder = path() + "/elsewhere", .benchLimits = true});
        QVERIFY2(own_->start(), own_->log().c_str());
        QVERIFY2(elsewhere_->start(), elsewhere_->log().c_str());
        const auto paired = link::pairWith(*code, longMs);
        QVERIFY(paired && link::keepPairedServer(path() + "/paired.json", *paired));
        tests::Studio studio(studioAt(path(), 0));
        studio.write(show::Fact(show::RunStarted{runId, false, {"first"}}));
        studio.write(commerce::Fact(test::demoShop(pieces)));
        studio.write(show::Fact(show::WentLive{}));
        QVERIFY(up(studio));
        test::HttpClient client(own_->port());
        QVERIFY(eventually([&] { return test::jsonField(client.get("/api/show").body, "state") == "live"; },
                           longMs));
        token_ = test::openSession(client);
        const auto placed =
            client.post("/api/orders", test::orderJson("order-before-1", "TOWEL", 3, 1450), token_);
        QCOMPARE(placed.status, 201);
        order_ = test::jsonField(placed.body, "number");
        const auto kept = client.post("/api/checkouts", checkoutJson("checkout-before"), token_);
        QVERIFY2(kept.status == 201, kept.body.c_str());
        checkout_ = test::jsonField(kept.body, "checkout");
        QVERIFY(eventually(
            [&] {
                return std::ranges::any_of(studio.heard(), [](const record::Record& record) {
                    return record::factAs<commerce::Reserved>(record.fact) != nullptr;
                });
            },
            longMs));
    }
    int orderAt(test::ServerProcess& server, const std::string& key) {
        test::HttpClient client(server.port());
        const std::string token = test::openSession(client);
        return client.post("/api/orders", test::orderJson(key, "CANDLE", 1, 690), token).status;
    }
    /// Both are up again and the studio is where its journal says.
    void everythingStandsAt(std::uint64_t epoch) {
        QVERIFY(start(own_) && start(elsewhere_));
        tests::Studio studio(studioAt(path(), epoch));
        QVERIFY2(up(studio), studio.status().error.detail.c_str());
        test::ServerProcess& sells = epoch == 0 ? *own_ : *elsewhere_;
        test::ServerProcess& other = epoch == 0 ? *elsewhere_ : *own_;
        QCOMPARE(orderAt(sells, "order-after-1"), 201);
        QVERIFY(orderAt(other, "order-after-2") != 201);
        // The viewer's checkout is his still, and becomes an order once.
        test::HttpClient client(sells.port());
        for (int i = 0; i < 2; ++i) {
            const auto placed =
                client.post("/api/orders", confirmJson("order-of-checkout", checkout_), token_);
            QVERIFY2(placed.status == 201, placed.body.c_str());
        }
        const std::string store = sells.storePath();
        QCOMPARE(number(store, "SELECT count(*) FROM orders"), 3);
        QCOMPARE(number(store, "SELECT count(*) FROM orders WHERE number = '" + order_ + "'"), 1);
        QCOMPARE(number(store, "SELECT count(*) FROM sealed_buyer"), 3);
        QCOMPARE(number(store, "SELECT count(*) FROM stock WHERE available < 0 OR allocated > 24"), 0);
        QCOMPARE(number(store, "SELECT sum(sold) FROM stock"), 3 + 1 + 2);
        QCOMPARE(number(store, "SELECT sum(reserved) FROM stock"), 0);
        // The buyer finds the order that was taken before, which is sealed with a key of this server's.
        const auto found = client.post(
            "/api/orders/find", R"({"number":")" + order_ + R"(","contact":"anna@example.lv"})", token_);
        QVERIFY2(found.status == 200, found.body.c_str());
        QCOMPARE(studio.status().health, link::Health::Up);
    }

  private slots:
    void cleanup() {
        own_.reset();
        elsewhere_.reset();
        folder_.reset();
    }

    void aShowMovesWithAllThatIsInIt() {
        begin();
        std::vector<Point> points;
        QVERIFY(moveShow(path(), [&](Point point) {
            if (points.empty() || points.back() != point)
                points.push_back(point);
        }));
        QCOMPARE(points, (std::vector{Point::Asking, Point::Leaving, Point::Carrying, Point::Arrived,
                                      Point::Recorded, Point::Greeted, Point::Told}));
        // The old one sends on, and holds nothing of anybody any more.
        test::HttpClient before(own_->port());
        const auto page = before.get("/");
        QCOMPARE(page.status, 307);
        QCOMPARE(page.headers.at("location"), std::string("https://localhost/"));
        QCOMPARE(number(own_->storePath(), "SELECT count(*) FROM sealed_buyer"), 0);
        const auto again =
            before.post("/api/orders", test::orderJson("order-before-1", "TOWEL", 3, 1450), token_);
        QCOMPARE(again.status, 201);
        QCOMPARE(test::jsonField(again.body, "number"), order_);
        const auto refused =
            before.post("/api/orders", test::orderJson("order-too-late", "TOWEL", 1, 1450), token_);
        QCOMPARE(refused.status, 409);
        QCOMPARE(test::jsonField(refused.body, "error"), std::string("show_moved"));
        everythingStandsAt(1);
    }

    void whoeverIsKilledExactlyOneSells_data() {
        QTest::addColumn<QString>("who");
        QTest::addColumn<int>("point");
        const std::array names{"", "asking", "leaving", "carrying", "arrived", "recorded", "greeted", "told"};
        for (const char* who : {"studio", "old", "new"}) {
            for (int point = int(Point::Asking); point < int(Point::End); ++point)
                QTest::addRow("%s at %s", who, names[std::size_t(point)])
                    << QString::fromLatin1(who) << point;
        }
    }
    void whoeverIsKilledExactlyOneSells() {
        QFETCH(const QString, who);
        QFETCH(const int, point);
        begin();
        if (who == QLatin1String("studio")) {
            QProcess studio;
            studio.start(
                QCoreApplication::applicationFilePath(),
                {QStringLiteral("--studio"), QString::fromStdString(path()), QString::number(point)});
            QVERIFY(studio.waitForFinished(60'000));
            QCOMPARE(studio.exitStatus(), QProcess::CrashExit);
        } else {
            test::ServerProcess& victim = who == QLatin1String("old") ? *own_ : *elsewhere_;
            bool killed = false;
            moveShow(path(), [&](Point reached) {
                if (int(reached) != point || std::exchange(killed, true))
                    return;
                victim.kill9();
                if (reached >= Point::Arrived)
                    victim.start(); // There is no way back: the studio waits for it.
            });
            QVERIFY(killed);
        }
        const std::uint64_t epoch = epochIn(path());
        // A server's kill does not undo what it has said before; the studio's own record decides.
        const Point last = who == QLatin1String("studio") ? Point::Recorded : Point::Arrived;
        QCOMPARE(epoch, point >= int(last) ? 1u : 0u);
        everythingStandsAt(epoch);
    }

    void aMoveThatIsCancelledLeavesTheShowWhereItIs() {
        begin();
        std::atomic<bool> cancelled = false;
        const auto url = link::carryOver(
            {{path() + "/own", {}}, {{}, pairedIn(path())}, showId, runId, 0}, cancelled,
            [&](link::MoveStep step, int) { cancelled = cancelled || step == link::MoveStep::Carrying; });
        QVERIFY(url && !*url);
        everythingStandsAt(0);
    }

    /// The shop is not closed for a server that is not there; and without the old one there is no ledger.
    void aServerThatIsNotThereIsSaid() {
        begin();
        const std::atomic<bool> never = false;
        const auto quiet = [](link::MoveStep, int) {
        };
        elsewhere_->terminate();
        const auto nowhere =
            link::carryOver({{path() + "/own", {}}, {{}, pairedIn(path())}, showId, runId, 0}, never, quiet);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::LinkDown);
        QCOMPARE(orderAt(*own_, "order-meanwhile"), 201);
        QVERIFY(start(elsewhere_));
        own_->kill9();
        const auto lost =
            link::carryOver({{path() + "/own", {}}, {{}, pairedIn(path())}, showId, runId, 0}, never, quiet);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::LinkDown);
    }

    /// Restored from a copy of before the move: it is told that it is old, and never sells again.
    void anOlderCopyNeverSellsAgain() {
        begin();
        QVERIFY(moveShow(path(), [](Point) {}));
        elsewhere_->terminate();
        // The new one is greeted with an epoch it can't know, as a copy of before would be.
        QVERIFY(start(elsewhere_));
        auto setUp = studioAt(path(), 1);
        setUp.epoch = 2;
        {
            tests::Studio studio(setUp);
            QVERIFY(eventually([&] { return studio.status().error.code == ErrorCode::ShowMoved; }, longMs));
        }
        QVERIFY(orderAt(*elsewhere_, "order-at-an-old-copy") != 201);
        // Not even for a studio that is old as well.
        tests::Studio old(studioAt(path(), 1));
        QVERIFY(eventually([&] { return old.status().error.code == ErrorCode::ShowMoved; }, longMs));
        QVERIFY(orderAt(*elsewhere_, "order-at-an-old-copy-2") != 201);
    }

    void aShowMovesBack() {
        begin();
        QVERIFY(moveShow(path(), [](Point) {}));
        const link::ShowMove back{{{}, pairedIn(path())}, {path() + "/own", {}}, showId, runId, 1};
        const std::atomic<bool> never = false;
        const auto url = link::carryOver(back, never, [](link::MoveStep, int) {});
        QVERIFY2(url && *url, url ? "" : url.error().detail.c_str());
        auto setUp = studioAt(path(), 0);
        setUp.epoch = 2;
        tests::Studio studio(setUp);
        QVERIFY2(up(studio), studio.status().error.detail.c_str());
        const link::MovedWord word(back, **url);
        QVERIFY(eventually([&] { return word.heard(); }, longMs));
        QCOMPARE(orderAt(*own_, "order-home-again"), 201);
        QVERIFY(orderAt(*elsewhere_, "order-elsewhere") != 201);
        QCOMPARE(number(own_->storePath(), "SELECT count(*) FROM orders WHERE number = '" + order_ + "'"), 1);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 4 && std::string_view(argv[1]) == "--studio")
        return studioMain(argv[2], std::atoi(argv[3]));
    MoveTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "MoveTest.moc"
