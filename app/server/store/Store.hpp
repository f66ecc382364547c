// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "commerce/Facts.hpp"
#include "commerce/Shelf.hpp"
#include "commerce/ShopOrder.hpp"
#include "commerce/Velocity.hpp"
#include "record/Record.hpp"
#include "server/store/MoveJobs.hpp"
#include "server/store/OrderJobs.hpp"
#include "server/store/PageView.hpp"
#include "server/store/ShopJobs.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace vitrina::server {

using commerce::CheckoutAnswer;
using commerce::OrderAnswer;
using commerce::Refusal;

struct MessageAnswer {
    Refusal refusal;
    MessageId id;
    bool replayed = false;
};

struct RunAnswer {
    ErrorCode error = ErrorCode::None;
    std::uint64_t studioSeq = 0; ///< the studio's records held here
    std::uint64_t serverSeq = 0; ///< our own
};

// What the writer is asked to do. `done` runs on the io thread after the batch is durable, or has failed
// (Busy).
/// Who buys. Kept in a table of its own and in no record.
struct Buyer {
    std::string name;
    std::string contact;
    std::string phone{};
    std::string address{};
    std::string note{};

    bool operator==(const Buyer&) const = default;
};
struct PlaceOrder {
    commerce::OrderRequest request;
    Buyer buyer;
    std::function<void(const OrderAnswer&)> done;
    OrderAnswer answer{};
};
/// News of an order of a shop with a checkout of its own.
struct ShopAnswer {
    ErrorCode error = ErrorCode::None; ///< Busy: nothing was written, to be told again
    commerce::ShopNews news = commerce::ShopNews::None;
    OrderNumber number{}; ///< of one that is new here
};
struct TakeShopOrder {
    commerce::ShopOrder order; ///< within checkShopOrder()
    Buyer buyer;
    std::function<void(const ShopAnswer&)> done;
    ShopAnswer answer{};
};
struct Reserve {
    commerce::ReserveRequest request;
    std::function<void(const CheckoutAnswer&)> done;
    CheckoutAnswer answer{};
};
struct ExtendCheckout {
    ReservationId checkout;
    ViewerId viewer;
    std::function<void(const CheckoutAnswer&)> done;
    CheckoutAnswer answer{};
};
struct ReleaseCheckout {
    ReservationId checkout;
    ViewerId viewer;
    std::function<void(const CheckoutAnswer&)> done;
    CheckoutAnswer answer{};
};
/// Ends what is due; so does every batch before its first job.
struct Sweep {};
struct PostMessage {
    std::string key;
    audience::Message message; ///< id empty: the store makes it
    std::function<void(const MessageAnswer&)> done;
    MessageAnswer answer{};
};
struct CountViewers {
    std::int64_t watching = 0;
};
/// The studio has come with this run; a run not known is begun. ShowMoved: by its epoch the run is served
/// elsewhere.
struct OpenRun {
    ShowId show;
    RunId run;
    std::function<void(const RunAnswer&)> done;
    std::uint64_t epoch = 0;
    RunAnswer answer{};
};
struct TakeRecords {
    std::vector<record::Record> records;
    std::function<void(const RunAnswer&)> done;
    RunAnswer answer{};
};
struct TakeRequest {
    RequestId id;
    commerce::Request body;
    std::int64_t validUntilMs = 0;
    std::function<void(const RunAnswer&)> done; ///< Busy: nothing was written, ask again
    RunAnswer answer{};
};
/// What the tables of the run that is served come to.
struct AskTally {
    std::function<void(const protocol::Tally&)> done;
    protocol::Tally answer{};
};
struct NoteAck {
    std::uint64_t seq = 0;
};
using Job =
    std::variant<PlaceOrder, TakeShopOrder, Reserve, ExtendCheckout, ReleaseCheckout, Sweep, FindOrder,
                 WriteToShop, AskBuyers, ExportBuyer, KeepWords, ConfirmByMail, AskMailsDue, MailTaken,
                 SweepBuyers, PostMessage, CountViewers, OpenRun, TakeRecords, TakeRequest, NoteAck, AskTally,
                 LeaveRun, ExportRun, ImportRun, NoteMoved, AskShopWork, NoteShopStep, CapByShop>;

/// The server's store: one SQLite file, one writer thread that commits all that is queued in one transaction.
/// What is answered is durable. Broken (disk full, locked): every job is refused with Busy, and the next
/// batch tries again.
class Store {
  public:
    /// Runs a function on the io thread.
    using Post = std::function<void(std::function<void()>)>;
    using Listener = std::function<void(const Changes&)>;

    struct Opened {
        std::unique_ptr<Store> store;
        PageView view; ///< of the run served last; its id empty when there is none
    };
    /// `listener` is called on the io thread after each batch that changed something, before the batch's
    /// answers.
    static Result<Opened> open(const std::string& path, const Clock& clock, Post post, Listener listener,
                               const commerce::VelocityLimits& limits = {}, std::size_t batchMost = 1'024);
    ~Store(); ///< writes what is queued
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    void add(Job job); ///< any thread
    /// Adds a Sweep when a reservation or an offer is due by now; called a few times a second.
    void sweep(std::int64_t monoMs);
    /// Jobs not yet answered; beyond a bound the caller refuses by itself.
    std::size_t waiting() const;

    // On the io thread, through a connection of its own.
    /// Our records after `after`, oldest first; fewer than there are when one can't be read.
    std::vector<record::Record> records(const RunId& run, std::uint64_t after, std::size_t limit);
    std::string setting(const std::string& key);
    bool setSetting(const std::string& key, const std::string& value); ///< only before the first add()

  private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace vitrina::server
