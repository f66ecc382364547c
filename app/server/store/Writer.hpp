// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/store/Database.hpp"
#include "server/store/OrderRows.hpp"
#include "server/store/RunState.hpp"
#include "server/store/Store.hpp"

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vitrina::server {

/// Decides and writes, one transaction at a time; only the writer thread calls it. Between begin() and
/// commit() each job is judged against the state its predecessors left, and its answer is put into it. When
/// commit() says no, nothing happened and every job of the batch is to be refused.
class Writer {
  public:
    /// `buyers` are of the same database.
    Writer(std::unique_ptr<Database> database, std::unique_ptr<BuyerTables> buyers, const Clock& clock,
           const commerce::VelocityLimits& limits);
    ~Writer();

    /// The run served last, if any, and who was fast lately.
    void resume();
    const RunState& state() const { return state_; }
    PageView view() { return loadView(*database_, state_); }

    bool begin();
    void work(Job& job);
    bool commit(Changes& changes);
    std::string problem() const { return database_->problem(); }
    Database& database() { return *database_; }
    /// When the next reservation or offer runs out, on the monotonic clock; the largest value: none does.
    std::int64_t nextDueMs() const;

  private:
    struct Statements;
    struct Rollup {
        std::int64_t count = 0;
        std::int64_t units = 0;
        std::int64_t amount = 0;
    };

    /// What the orders and checkouts of a batch change in the tables of stock and offers, until writeMoves().
    struct StockMove {
        std::int64_t reserved = 0;
        std::int64_t sold = 0;
    };
    struct OfferMove {
        std::int64_t taken = 0;
        std::int64_t bought = 0;
        std::vector<ViewerId> buyers; ///< whose pieces under it have changed
    };
    struct Moves {
        std::map<Sku, StockMove> stock;
        std::map<OfferId, OfferMove> offers;
    };

    void work(PlaceOrder& job);
    void work(TakeShopOrder& job);
    void work(Reserve& job);
    void work(ExtendCheckout& job);
    void work(ReleaseCheckout& job);
    void work(Sweep&) {} // begin() has done it
    void work(FindOrder& job);
    void work(WriteToShop& job);
    void work(AskBuyers& job);
    void work(ExportBuyer& job);
    void work(KeepWords& job);
    void work(ConfirmByMail& job) { confirmByMail_ = job.on; }
    void work(AskMailsDue& job);
    void work(MailTaken& job);
    void work(SweepBuyers& job);
    void work(PostMessage& job);
    void work(CountViewers& job);
    void work(OpenRun& job);
    void work(TakeRecords& job);
    void work(TakeRequest& job);
    void work(NoteAck& job);
    void work(AskTally& job);
    // Moving.cpp
    void work(LeaveRun& job);
    void work(ExportRun& job);
    void work(ImportRun& job);
    void work(NoteMoved& job);
    void workClosed(Job& job);
    bool replay(PlaceOrder& job);
    ErrorCode greet(std::uint64_t epoch);
    void setPlace(Place place, std::uint64_t epoch, const std::string& url);
    void work(AskShopWork& job);
    void work(NoteShopStep& job);
    void work(CapByShop& job);

    // Selling.cpp
    using Lines = std::vector<commerce::OrderLine>;
    using Levels = std::map<Sku, commerce::StockLevel>;
    bool knownOrder(PlaceOrder& job, std::int64_t hash);
    Refusal sellAtOnce(PlaceOrder& job, Levels& levels);
    Refusal sellCheckout(PlaceOrder& job, Levels& levels);
    void insertOrder(const PlaceOrder& job, std::int64_t hash, std::int64_t network = 0);
    void roll(const commerce::Order& order);

    // ShopOrders.cpp
    commerce::ShopWindow shopWindow();
    void placeShopOrder(TakeShopOrder& job, const commerce::ShopTold& known, Levels levels);
    void followShelf(const Levels& before);
    std::map<Sku, std::int64_t> addedForShops(const Levels& levels);

    // Moves.cpp: pieces in the tables and on the shelf together. Each gives the levels after it.
    Levels take(const ViewerId& viewer, const Lines& lines, commerce::Pieces as);
    Levels confirm(const Lines& lines);
    Levels giveBack(const ViewerId& viewer, const Lines& lines, commerce::Pieces from);
    void move(const Lines& lines, std::int64_t reserved, std::int64_t sold);
    void countOffers(const ViewerId& viewer, const Lines& lines, std::int64_t taken, std::int64_t bought);
    void writeMoves();
    Levels levelsOf(const Lines& lines);
    void disagree();

    // Checkout.cpp
    bool knownCheckout(Reserve& job, std::int64_t hash);
    void keep(Reserve& job, std::int64_t hash, const commerce::Priced& priced);
    RunState::Checkout* checkoutFor(const ReservationId& id, const ViewerId& viewer, Refusal& refusal);
    Refusal judgeInPlace(const ViewerId& viewer, const Lines& lines, const std::string& word,
                         commerce::Priced& priced);
    Levels endCheckout(const ReservationId& id, commerce::ReservationEnd how);
    void tellEnded(const ReservationId& id, commerce::ReservationEnd how);
    CheckoutAnswer answerOf(const commerce::Reservation& reservation, bool replayed) const;
    void sweep();

    // Orders.cpp
    void moveOrder(OrderRow& order, const commerce::OrderStanding& after);
    /// The note as it is meant for the buyer; empty: there is none. NotFound: its words are lost.
    Result<std::string> wordsOf(const std::string& note) const;
    void noteToBuyer(const OrderRow& order, const std::string& text);
    std::optional<OrderRow> buyersOrder(const OrderNumber& number, const std::string& contact);
    KnownOrder shown(const OrderRow& row);
    ErrorCode mayWrite(const WriteToShop& job, const OrderRow& order, const KnownOrder& known) const;

    void noteMailDue(const OrderNumber& order, const std::string& contact);
    // ShopBehind.cpp
    void findForwards();
    std::optional<ShopErrand> errandOf(const OrderNumber& number, std::string reference, bool cancel);
    void shopMoved(const OrderRow& order);

    // Buyers.cpp
    void eraseAll(const std::vector<OrderPlace>& orders);
    void writeInto(const RunId& run, record::Fact fact);
    // Retention.cpp
    bool buyersDue(const RunId& run, std::int64_t keepMs);
    bool secondVerdict(const RunId& run);
    /// Something happened with a run's orders: from here its buyers are kept.
    void noteLife(const RunId& run);
    void writeLife();
    // Pace.cpp: velocity, which is counted in memory and read back from the tables.
    std::int64_t networkMark(const std::string& address);
    static std::string networkName(std::int64_t mark);
    void noteExpired(const RunState::Checkout& checkout);
    void recallVelocity();
    void forgetNetworks();

    bool knownMessage(PostMessage& job);

    void apply(const record::Record& record, const std::string& json);
    void openShop(const commerce::ShopOpened& shop, const std::string& json);
    void takeItem(const show::ItemTaken& taken);
    void airItem(const show::ItemAired& aired);
    void setPhase(Phase phase);
    void switchSales(bool open);
    void tellSales();
    void leaveRun();
    void switchChat(bool open);
    // A studio's request, judged and done; what changed is told before its answer.
    using Answered = commerce::RequestAnswered;
    ErrorCode perform(const commerce::CorrectStock& wish, Answered& answered);
    ErrorCode perform(const commerce::SwitchSales& wish, Answered& answered);
    ErrorCode perform(const commerce::SwitchSkus& wish, Answered& answered);
    ErrorCode perform(const commerce::SwitchChat& wish, Answered& answered);
    ErrorCode perform(const commerce::PutProduct& wish, Answered& answered);
    ErrorCode perform(const commerce::SetTerms& wish, Answered& answered);
    ErrorCode perform(const commerce::StartOffer& wish, Answered& answered);
    ErrorCode perform(const commerce::ExtendOffer& wish, Answered& answered);
    ErrorCode perform(const commerce::StopOffer& wish, Answered& answered);
    ErrorCode perform(const commerce::ChangeOrder& wish, Answered& answered);
    ErrorCode perform(const commerce::VoidSince& wish, Answered& answered);
    ErrorCode perform(const commerce::EraseBuyer& wish, Answered& answered);

    // Offers.cpp
    void endOffer(const OfferId& offer, commerce::OfferEnd why);
    void endOffers(); ///< those that have to, now
    void endShow();
    void notePrices();
    /// Gives the record's text, as it is in the table.
    std::string write(record::Fact fact);
    void writeRollups();

    std::unique_ptr<Database> database_;
    std::unique_ptr<BuyerTables> buyers_;
    const Clock& clock_;
    std::string boot_;
    std::unique_ptr<Statements> statements_;
    RunState state_;
    commerce::Velocity velocity_;
    bool confirmByMail_ = false;
    std::deque<std::pair<std::string, std::string>> words_; ///< the shop's newest, by key
    bool wipe_ = false;   ///< something personal was deleted: its bytes are still in the log
    bool stale_ = false;  ///< a batch failed: state_ is to be read again
    Instant now_;         ///< of the batch
    bool lively_ = false; ///< noteLife() of the present run, to be written with the batch
    std::pair<std::string, std::int64_t> network_;   ///< the last one's mark: a rush comes from few addresses
    std::pair<RunId, commerce::Catalogue> otherRun_; ///< the last that an order was shown of
    Moves moves_;
    Changes changes_;
    bool offersChanged_ = false; ///< in this batch, as pages are told them
    std::map<std::string, Rollup> minuteRollups_;
    std::map<Sku, Rollup> skuRollups_;
};

} // namespace vitrina::server
