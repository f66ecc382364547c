// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "journal/Journal.hpp"
#include "link/ServerAddress.hpp"
#include "link/VideoQueue.hpp"
#include "protocol/Messages.hpp"
#include "record/Record.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// The studio's end of the wire to its show server.
namespace vitrina::link {

enum class Health { None, Connecting, Up, Down };

struct Status {
    Health health = Health::None;
    std::string url;                ///< of the viewers' page, as the server says; kept while down
    std::int64_t clockOffsetMs = 0; ///< server's wall clock minus the studio's
    std::int64_t roundTripMs = -1;  ///< of the ping the offset was taken from; -1 not measured yet
    std::string fingerprint;        ///< of the certificate viewers are shown, when it is the server's own
    std::string words;              ///< the same to be read aloud
    Error phones;                   ///< why phones of this network were not let in
    Error error; ///< why it is down: LinkDown, NotAuthorised, VersionMismatch, FileDamaged …
    bool operator==(const Status&) const = default;
};

struct Timing {
    std::int64_t pingMs = 1'000;
    std::int64_t lostAfterMs = 3'000; ///< without a word from the server
    std::int64_t retryFirstMs = 100;  ///< doubles up to retryMostMs
    std::int64_t retryMostMs = 2'000;
};

struct LinkSetUp {
    ShowId show;
    RunId run;
    std::string
        dataFolder; ///< the server's; its server.lock is read anew at every attempt, so a new child is found
    Timing timing;
    std::optional<ServerAddress> elsewhere{}; ///< a paired server; its secret and pin come with it
    std::uint64_t epoch = 0;                  ///< how often the run has moved
};

/// Both are called on the link's thread and must return at once (post to the thread that wants to know).
struct LinkListener {
    /// Records of the server in order, each once while this Link lives. They are on their way into the
    /// journal; after a restart those that did not get there come again.
    std::function<void(std::vector<record::Record>)> onRecords;
    /// At each change of health, address or error, and when the clock offset has moved by 20 ms or more.
    std::function<void(const Status&)> onStatus;
    /// A part of what askBuyers() asked for. It goes into no journal.
    std::function<void(std::vector<protocol::BuyerOf>)> onBuyers = {};
    /// How mail, webhooks and the shop behind the server do.
    std::function<void(protocol::OutsideState)> onOutside = {};
    std::function<void(protocol::MailTested)> onMailTested = {}; ///< what came of testMail()
    std::function<void(protocol::Exported)> onExported = {};     ///< what askExport() asked for; kept nowhere
    /// The answer to askTally().
    std::function<void(const protocol::Tally&)> onTally = {};
    /// What became of a part of tellShopOrders().
    std::function<void(protocol::ShopOrdersTaken)> onShopOrders = {};
};

/// Connects by the Unix socket named in server.lock, or to the paired server, again and again. Publishes the
/// studio's records once they are durable, takes the server's into the journal, asks what was recorded as
/// RequestMade, and sends assets and video. Runs on two threads of its own (control and video); every method
/// may be called from any thread and returns at once.
///
/// The composition root hands every durable batch on: JournalThread's callback calls durable(). A Link must
/// be destroyed before its JournalThread.
class Link {
  public:
    Link(LinkSetUp setUp, journal::JournalThread& journal, LinkListener listener);
    ~Link(); ///< closes; what was not sent stays in the journal for the next time

    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;

    /// Records that have just become durable, of both origins. Own ones go to the server, also requests: a
    /// RequestMade is asked (and asked again after a reconnect or restart) until its RequestAnswered or
    /// RequestLapsed.
    void durable(const std::vector<record::Record>& records);
    /// A picture for the page; kept and sent again to every server that answers. At most
    /// protocol::maxAssetBytes, else it is left out.
    void putAsset(std::string name, std::string type, std::string bytes);
    /// Whose these orders are: answered by onBuyers, or not at all while the link is down. Not asked again.
    void askBuyers(std::vector<OrderNumber> orders);
    /// What the server's own tables of the run come to: answered by onTally, or not while the link is down.
    void askTally();
    /// Orders of a shop elsewhere: answered by onShopOrders, or not at all while the link is down. Not said
    /// again.
    void tellShopOrders(protocol::ShopOrders orders);
    /// From the engine's muxing thread. Never blocks; the oldest go when the server does not keep up.
    void video(VideoPiece piece);

    /// Phones of this network are to be let in by TLS, or no more. Said again to every server that answers;
    /// what came of it is in the status.
    void letPhonesIn(bool on);

    /// What the server needs of the world beyond the show. Said again to every server that answers; how it
    /// does comes by onOutside.
    void setOutside(protocol::Outside outside);
    /// A mail to oneself, with what setOutside() said last: answered by onMailTested, at once while the link
    /// is down (LinkDown).
    void testMail(std::string to);
    /// Words to a buyer, to be called before their request is dispatched (protocol::ShopWords).
    void putWords(std::string key, std::string text);
    /// All that is held of an order's buyer: answered by onExported, or not at all while the link is down.
    void askExport(OrderNumber order);

    /// The show has ended in order. Goes out after all records that were appended to the journal before this
    /// call.
    void closeShow();
    /// The studio closes without a show on: the server ends. Wait for ServerChild to see it gone before
    /// destroying the Link, or the word may never leave.
    void quitServer();

    std::uint64_t videoDropped() const; ///< pieces that never left, for the log

    struct Impl;

  private:
    std::shared_ptr<Impl> impl_;
};

} // namespace vitrina::link
