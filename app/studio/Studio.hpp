// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "control/Dispatcher.hpp"
#include "engine/Engine.hpp"
#include "insight/Summary.hpp"
#include "journal/Journal.hpp"
#include "studio/Battery.hpp"
#include "studio/EffectRunner.hpp"
#include "studio/OldShows.hpp"
#include "studio/OpenedShow.hpp"
#include "studio/Options.hpp"
#include "studio/OutsideKeeper.hpp"
#include "studio/PlanKeeper.hpp"
#include "studio/Reachable.hpp"
#include "studio/ServerSide.hpp"
#include "studio/SetUpKeeper.hpp"
#include "studio/ShopKeeper.hpp"
#include "studio/ShowFigures.hpp"
#include "studio/ShowMover.hpp"
#include "studio/Slides.hpp"
#include "studio/StayAwake.hpp"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace vitrina::studio {

/// The composition root: builds the parts, wires them, owns their threads and the order in which they end.
///
///   GUI thread: dispatcher, effects, window · engine's threads · journal thread · link's threads · server
///   child
///
/// What arrives on another thread is copied and queued to the GUI thread; the GUI thread waits for nobody but
/// in begin() and shutdown().
class Studio final : public QObject, private control::RecordSink {
    Q_OBJECT

  public:
    /// Opens the show and the set-up. Errors are for a person to read: wrong file, not ours, too new,
    /// damaged.
    static Result<std::unique_ptr<Studio>> open(const Options& options);
    ~Studio() override;

    /// The live run that broke off, with the title of what was on air; nothing when the last one ended in
    /// order.
    struct BrokenOff {
        journal::RunInfo run;
        QString onAir;
        int position = 0;            ///< of that item in the rundown, from 1; 0 when nothing was on air
        std::int64_t lastWallMs = 0; ///< when the journal was last written
    };
    std::optional<BrokenOff> brokenOff() const;

    /// Starts engine, journal, server and run. An engine or a server that can't be had is a fault on screen,
    /// not an error: the rest goes on. Error: the journal can't be written.
    Result<void> begin(bool resume);

    control::Dispatcher& dispatcher() { return *dispatcher_; }
    QString showTitle() const { return QString::fromStdString(opened_.document.show.title); }
    QString artFolder() const { return opened_.assets; }
    QString recordFolder() const;
    control::ReachPort& reach() { return *reachable_; }
    control::OutsidePort& outside() { return *outside_; }
    int localPort() const { return reachable_->localPort(); }
    /// Keeps what the host has set for himself on this machine, the keys first.
    QString settingsFile() const { return dataFolder_ + QStringLiteral("/settings.ini"); }
    /// The shop book of this machine; after begin().
    control::ShopBookPort* shop() { return shop_.get(); }
    engine::Engine* engine() { return engine_.get(); }
    const control::State& state() const { return dispatcher_->state(); }

    bool isReady() const;                                       ///< engine runs and the page is served
    std::int64_t readyAfterMs() const { return readyAfterMs_; } ///< since the process began; 0 before
    /// After the end: outputs are closed, both journals hold the same, nothing new for 700 ms.
    bool isQuiet() const;

    struct Tally {
        Count count;
        std::int64_t oversold = 0;
    };
    /// Counts the server's own tables: of one elsewhere by the link, `then` comes later or, when it is gone,
    /// never; of our own by asking its program, which blocks for some ms. For the end of a show.
    void readTally(std::function<void(const Result<Tally>&)> then);
    /// Reads the run's records of both origins, sums them up and writes the report, all on the journal
    /// thread; `then` is called on the GUI thread. FileUnwritable with the path; the file is whole or not
    /// there.
    void makeReport(QObject* context, const QString& path,
                    std::function<void(Result<insight::Summary>)> then);
    std::string recordingPath() const; ///< empty before one has begun
    QString reportPath() const;        ///< where an attended show's report goes

    /// Ends outputs, engine, journal, link and child in that order. Surfaces must be gone. Returns what the
    /// engine still holds: 0, or a leak.
    long shutdown();

    /// Whose these orders are; buyersTold() answers, in parts. What comes is kept nowhere here.
    void askBuyers(const std::vector<OrderNumber>& orders) { server_->askBuyers(orders); }
    /// All that is held of an order's buyer; exported() answers. What comes is kept nowhere here.
    void askExport(const OrderNumber& order) { server_->askExport(order); }
    /// Words to a buyer, before the request that sends them: they stand in no record.
    void putWords(const std::string& key, const std::string& text) { server_->putWords(key, text); }
    /// Orders of a shop elsewhere; shopOrdersTaken() answers. What is said is kept nowhere here.
    void tellShopOrders(std::uint64_t part, const std::vector<commerce::TableOrder>& orders) {
        server_->tellShopOrders(part, orders);
    }

  signals:
    void ready();
    void buyersTold(const std::vector<vitrina::protocol::BuyerOf>& buyers);
    void exported(const vitrina::protocol::Exported& held);
    void shopOrdersTaken(const vitrina::protocol::ShopOrdersTaken& part);
    /// An attended show has ended and its report is written.
    void reported(const vitrina::insight::Summary& summary, const QString& report);

  private:
    static constexpr const char* pairedName = "paired.json";

    Studio(const Options& options, QString dataFolder, OpenedShow opened, stage::SetUp setUp);

    void append(std::vector<record::Record> records) override; ///< RecordSink
    void makeDispatcher();
    void startEngine();
    void startServer(const std::optional<link::PairedServer>& elsewhere);
    void wireServer();
    void wireOutside(ServerSide::Callbacks& callbacks);
    Result<std::optional<link::PairedServer>> serverFor(const std::vector<record::Record>& past) const;
    QString runServerFile() const;
    QString pairedFile() const;
    void noteServer(const std::optional<link::PairedServer>& elsewhere) const;
    void makeMover();
    Result<Tally> ownTally() const;
    void noteRefusal(control::LinkHealth health, const Error& error);
    void durable(Result<std::vector<record::Record>> written);
    void enginePosted(engine::EngineEvent event);
    void noteReady();
    void careForPower();
    void setUpKept(const std::optional<Error>& fault);
    void planKept(const std::optional<Error>& fault);
    void missingGlyphs(const std::string& characters);
    void report();
    void presentSlides();
    void openShopBook();
    void followShopBook();
    void holdClaims();

    Options options_;
    QString dataFolder_;
    OpenedShow opened_;
    stage::SetUp setUpRead_; ///< what the machine's file says
    stage::SetUp setUp_;     ///< what the studio started with
    SystemClock clock_;
    std::unique_ptr<engine::Engine> engine_;
    std::unique_ptr<ServerSide> server_;
    std::unique_ptr<Reachable> reachable_;
    std::unique_ptr<OutsideKeeper> outside_;
    std::unique_ptr<OldShows> oldShows_;
    std::unique_ptr<ShowMover> mover_;
    std::unique_ptr<EffectRunner> effects_;
    std::unique_ptr<control::Dispatcher> dispatcher_;
    std::unique_ptr<journal::JournalThread> journal_;
    std::unique_ptr<StayAwake> awake_;
    std::unique_ptr<Battery> battery_;
    std::unique_ptr<PlanKeeper> planKeeper_;
    std::unique_ptr<Slides> slides_;
    std::unique_ptr<SetUpKeeper> setUpKeeper_;
    std::unique_ptr<ShopKeeper> shop_;
    std::function<void(const Result<Tally>&)> tallyWanted_;
    QTimer tick_;
    bool engineRuns_ = false;
    bool journalBroken_ = false;
    bool reported_ = false;
    std::int64_t readyAfterMs_ = 0;
    std::int64_t lastNewsMs_ = 0; ///< when a record of either origin was last added
};

} // namespace vitrina::studio
