// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Store.hpp"
#include "support/ManualClock.hpp"
#include "support/server/StoreBench.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using namespace vitrina::server;
using test::number;
using test::StoreBench;

namespace {

constexpr std::int64_t dayMs = 86'400'000;
const commerce::OrderLine towel{Sku{"TOWEL"}, 1, 1450, {}};

struct End {
    explicit End(const std::string& path_, std::int64_t wallMs, const std::string& boot)
        : path(path_ + "/store.sqlite"), clock(boot) {
        clock.at.wallMs += wallMs;
        bench = std::make_unique<StoreBench>(path, clock);
    }
    MoveAnswer leave(std::uint64_t epoch = 0) {
        return bench->ask<MoveAnswer>(LeaveRun{bench->run, epoch, {}});
    }
    std::vector<std::string> parts() {
        std::vector<std::string> all;
        MoveAnswer got;
        do {
            got = bench->ask<MoveAnswer>(ExportRun{bench->run, got.next, {}});
            all.push_back(got.part);
        } while (!got.last && got.error == ErrorCode::None);
        return all;
    }
    MoveAnswer take(const std::vector<std::string>& parts, std::uint64_t epoch = 1) {
        return bench->ask<MoveAnswer>(ImportRun{bench->run, epoch, parts, {}});
    }
    ErrorCode greet(std::uint64_t epoch) {
        return bench->ask<RunAnswer>(OpenRun{ShowId{"show"}, bench->run, {}, epoch}).error;
    }
    commerce::CheckoutAnswer reserve(const std::string& viewer) {
        return bench->reserve({"key-" + viewer, ViewerId{viewer}, {towel}});
    }
    commerce::OrderAnswer buy(const std::string& viewer, const ReservationId& checkout) {
        commerce::OrderRequest request{"order-" + viewer, ViewerId{viewer}, {}};
        request.reservation = checkout;
        request.delivery = {"market", "", 0, commerce::PaymentWay::AtCollection};
        return bench->order(request);
    }
    void restart() {
        bench.reset();
        bench = std::make_unique<StoreBench>(path, clock);
    }

    std::string path;
    test::ManualClock clock;
    std::unique_ptr<StoreBench> bench;
};

} // namespace

/// A run's way from one store to another. The whole of it, with processes that are killed, is in
/// link/MoveTest.
class MovingTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> here_;
    std::unique_ptr<QTemporaryDir> there_;
    std::unique_ptr<End> old_;
    std::unique_ptr<End> new_;

  private slots:
    void init() {
        here_ = std::make_unique<QTemporaryDir>();
        there_ = std::make_unique<QTemporaryDir>();
        old_ = std::make_unique<End>(here_->path().toStdString(), 0, "boot-a");
        QVERIFY(old_->bench->openShop(test::demoShop(3)));
        // Its clock is a day ahead, and it was started at another time.
        new_ = std::make_unique<End>(there_->path().toStdString(), dayMs, "boot-b");
        new_->clock.at.monoMs = 5'000;
    }
    void cleanup() {
        old_.reset();
        new_.reset();
    }

    void checkoutsKeepTheTimeThatIsLeftWhateverTheClocksSay() {
        const auto one = old_->reserve("v");
        const auto two = old_->reserve("w");
        old_->clock.advance(400'000);
        QCOMPARE(old_->leave().error, ErrorCode::None);
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::None);
        QCOMPARE(new_->greet(1), ErrorCode::None);
        new_->clock.advance(199'999);
        QCOMPARE(new_->buy("v", one.reservation.id).refusal.code, ErrorCode::None);
        new_->clock.advance(1);
        new_->bench->sweep();
        QCOMPARE(new_->buy("w", two.reservation.id).refusal.code, ErrorCode::ReservationOver);
        QCOMPARE(number(new_->path, "SELECT sold FROM stock WHERE sku='TOWEL'"), 1);
        QCOMPARE(number(new_->path, "SELECT reserved FROM stock WHERE sku='TOWEL'"), 0);
    }

    /// What leaves sells nothing, not even by the passing of time, and what has arrived not yet.
    void betweenTheTwoNobodySells() {
        const auto kept = old_->reserve("v");
        QCOMPARE(old_->leave().error, ErrorCode::None);
        const auto seq = old_->bench->records().size();
        old_->clock.advance(2 * dayMs);
        old_->bench->sweep();
        QCOMPARE(old_->buy("v", kept.reservation.id).refusal.code, ErrorCode::Busy);
        QCOMPARE(old_->reserve("w").refusal.code, ErrorCode::Busy);
        QCOMPARE(old_->bench->records().size(), seq);
        old_->restart();
        QVERIFY(old_->bench->view.closed);
        QCOMPARE(old_->reserve("w").refusal.code, ErrorCode::Busy);
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::None);
        QVERIFY(new_->reserve("w").refusal.code != ErrorCode::None);
    }

    void aMoveThatIsGivenUpChangesNothing() {
        const auto kept = old_->reserve("v");
        QCOMPARE(old_->leave().error, ErrorCode::None);
        QCOMPARE(old_->leave().error, ErrorCode::None); // asked again
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::None);
        QCOMPARE(old_->greet(0), ErrorCode::None);
        QCOMPARE(old_->buy("v", kept.reservation.id).refusal.code, ErrorCode::None);
        // The next time the copy of before is replaced.
        QCOMPARE(old_->leave().error, ErrorCode::None);
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::None);
        QCOMPARE(number(new_->path, "SELECT count(*) FROM orders"), 1);
        QCOMPARE(new_->greet(1), ErrorCode::None);
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::ShowMoved); // it sells: nobody replaces it
    }

    void epochsSayWhoIsOld() {
        QCOMPARE(new_->greet(1), ErrorCode::ShowMoved); // of a run that it has never had
        QCOMPARE(old_->leave(1).error, ErrorCode::ShowMoved);
        QCOMPARE(old_->leave().error, ErrorCode::None);
        QCOMPARE(new_->take(old_->parts()).error, ErrorCode::None);
        QCOMPARE(new_->greet(0), ErrorCode::ShowMoved);
        QCOMPARE(new_->greet(1), ErrorCode::None);
        QCOMPARE(
            old_->bench->ask<MoveAnswer>(NoteMoved{old_->bench->run, 1, "https://shop.example/", {}}).error,
            ErrorCode::None);
        for (const std::uint64_t epoch : {0u, 1u})
            QCOMPARE(old_->greet(epoch), ErrorCode::ShowMoved);
        old_->restart();
        QCOMPARE(old_->bench->view.movedTo, std::string("https://shop.example/"));
        QCOMPARE(old_->reserve("w").refusal.code, ErrorCode::ShowMoved);
        // A word that comes late closes nothing that sells.
        QCOMPARE(new_->bench->ask<MoveAnswer>(NoteMoved{new_->bench->run, 1, "https://a.example/", {}}).error,
                 ErrorCode::ShowMoved);
        QCOMPARE(new_->reserve("w").refusal.code, ErrorCode::None);
    }

    void buyersAreSealedAnewAndWipedBefore() {
        const auto kept = old_->reserve("v");
        const auto placed = old_->buy("v", kept.reservation.id);
        const OrderNumber number_ = placed.order.number;
        const auto find = [&](End& at) {
            return at.bench->ask<KnownAnswer>(FindOrder{number_, "ANNA@example.lv", {}}).error;
        };
        old_->bench->ask<KnownAnswer>(WriteToShop{number_,
                                                  "anna@example.lv",
                                                  "word-0001",
                                                  commerce::BuyerWish::Question,
                                                  "Vai var piektdien?",
                                                  {}});
        QCOMPARE(old_->leave().error, ErrorCode::None);
        const auto parts = old_->parts();
        QCOMPARE(new_->take(parts).error, ErrorCode::None);
        QCOMPARE(new_->greet(1), ErrorCode::None);
        QCOMPARE(find(*new_), ErrorCode::None);
        const auto known = new_->bench->ask<KnownAnswer>(FindOrder{number_, "anna@example.lv", {}});
        QCOMPARE(known.order.notes.size(), std::size_t(1));
        QCOMPARE(known.order.notes.front().text, std::string("Vai var piektdien?"));
        old_->bench->ask<MoveAnswer>(NoteMoved{old_->bench->run, 1, "https://shop.example/", {}});
        QCOMPARE(number(old_->path, "SELECT count(*) FROM sealed_buyer"), 0);
        QVERIFY(find(*old_) != ErrorCode::None);
        // Neither file holds a word of anybody in the clear.
        for (End* end : {old_.get(), new_.get()}) {
            end->restart();
            for (const char* tail : {"", "-wal"}) {
                QFile file(QString::fromStdString(end->path + tail));
                if (file.open(QIODevice::ReadOnly)) {
                    const QByteArray bytes = file.readAll();
                    QVERIFY(!bytes.contains("anna@") && !bytes.contains("piektdien"));
                }
            }
        }
        // An order sent again where it was taken is answered as it was.
        const auto again = old_->buy("v", kept.reservation.id);
        QVERIFY(again.replayed);
        QCOMPARE(again.order.number, number_);
    }

    void halfAMoveIsNone() {
        old_->reserve("v");
        QCOMPARE(old_->leave().error, ErrorCode::None);
        const auto whole = old_->parts();
        auto parts = whole;
        parts.erase(parts.begin() + 1); // the run's own row
        QCOMPARE(new_->take(parts).error, ErrorCode::BadFormat);
        for (const char* spoilt : {"", "{}", "[1]", R"({"table":"meta","columns":["key"],"rows":[]})",
                                   R"({"table":"orders; DROP TABLE run","columns":[],"rows":[]})"}) {
            parts = whole;
            parts.back() = spoilt;
            QVERIFY(new_->take(parts).error != ErrorCode::None);
        }
        QCOMPARE(number(new_->path, "SELECT count(*) FROM run"), 0);
        QCOMPARE(new_->greet(1), ErrorCode::ShowMoved);
        QCOMPARE(new_->take(whole).error, ErrorCode::None);
        QCOMPARE(new_->greet(1), ErrorCode::None);
    }
};

QTEST_GUILESS_MAIN(MovingTest)
#include "MovingTest.moc"
