// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "protocol/Messages.hpp"
#include "record/Record.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace vitrina::protocol {

/// What a Replicator needs of its process. Every call comes from inside a call of the Replicator, on its
/// caller's thread; the answers (ownRead, otherStored) may be given at once or later.
class ReplicatorPort {
  public:
    virtual ~ReplicatorPort() = default;

    /// Read own records that are durable here, in order, the first `after` + 1, at most `limit` (fewer is
    /// fine); answer with ownRead(), with nothing when the read failed. One read is under way at a time.
    virtual void readOwn(std::uint64_t after, std::size_t limit) = 0;
    /// Store the other's records; they continue those given before. otherStored() when they are durable, and
    /// not before.
    virtual void storeOther(std::vector<record::Record> records) = 0;
    /// The peer holds our records up to seq, durable.
    virtual void peerHolds(std::uint64_t seq) = 0;
    /// Give to the wire. Only called between start() and stop(). May be lost: that is what the acks are for.
    virtual void send(Message message) = 0;
    /// A request has come; it may come again (reconnect). Answer it once per id, with a RequestAnswered
    /// record written in the same transaction as what it did. Expired by the own clock: answer with
    /// RequestExpired.
    virtual void requested(Request request) = 0;
    /// An own request is over: answered by a record (None), or given up before it ever left (RequestExpired).
    virtual void requestOver(const RequestId& id, ErrorCode error) = 0;
    /// The two sides can't be brought together (the peer holds more of ours than we do, records of another
    /// run): end the connection and tell a person. The Replicator has stopped.
    virtual void broken(Error error) = 0;
};

/// A request and the last own record it may build on: it goes out when the peer holds that one, for what it
/// speaks of (a SKU, an item) may have been told there only just before.
struct HeldRequest {
    Request request;
    std::uint64_t after = 0;
};

/// Where a Replicator begins, from the durable store of its side.
struct ReplicatorStart {
    ShowId show;
    RunId run;
    record::Origin own = record::Origin::None;
    std::uint64_t ownDurable = 0;
    std::uint64_t otherDurable = 0;
    std::vector<HeldRequest> requests; ///< own, not answered yet
};

/// Brings the own records to the other side and takes the other's, each once and in order, over any wire that
/// may lose, double, reorder and break. Pure: no threads, no sockets, no clock; one side of a link, both ends
/// use the same class.
///
///   connection up: exchange have() in hello and welcome ─► start(the peer's have)
///   own record durable ─► ownDurable ─► readOwn ─► ownRead ─► send Records
///   Records in ─► storeOther ─► otherStored ─► send Ack;   Ack in ─► peerHolds
class Replicator {
  public:
    static constexpr std::size_t batchRecords = 256;
    static constexpr std::uint64_t windowRecords = 4096; ///< sent and not yet acked, at most
    static constexpr std::int64_t resendFirstMs = 5'000; ///< without any ack; doubles up to eight times that

    Replicator(ReplicatorStart start, ReplicatorPort& port);

    /// For hello and welcome: the other's records that are durable here.
    std::uint64_t have() const { return otherDurable_; }
    /// The connection is up and the peer has our records up to `peerHas`. Sends what it lacks, and the open
    /// requests as soon as it holds what they build on.
    void start(std::uint64_t peerHas);
    void stop();
    bool up() const { return up_; }
    /// The peer holds everything that is durable here.
    bool settled() const { return up_ && acked_ >= ownDurable_; }
    /// How many of the other's records were given to storeOther and are not durable yet. At windowRecords the
    /// other stops sending.
    std::uint64_t unsaved() const { return accepted_ - otherDurable_; }

    /// From the own store.
    void ownDurable(std::uint64_t seq);
    void ownRead(std::vector<record::Record> records);
    void otherStored(std::uint64_t seq);

    /// From the wire. Messages of other kinds are not for the Replicator and are passed over.
    void received(Message message);

    /// Kept until its answer comes, sent again after each start(). Ids are the caller's and unique.
    void ask(HeldRequest request);
    /// The person has it back: it is not sent again. If it had left, its answer still comes as a record.
    void giveUp(const RequestId& id);
    std::vector<Request> openRequests() const;
    /// About once a second: gives up requests that expired before they were ever sent, sends again what was
    /// never acked.
    void tick(std::int64_t wallMs, std::int64_t monoMs);

  private:
    struct OpenRequest {
        HeldRequest held;
        bool sent = false;   ///< it may have arrived, so only the owner can say what became of it
        bool onWire = false; ///< sent over the connection that is up
    };

    void take(Records message);
    void take(Ack ack);
    void noteAck(std::uint64_t seq);
    void noteAnswers(const std::vector<record::Record>& records);
    void pump();
    void sendRequests();
    void breakOff(Error error);
    bool ours(const record::Record& record, record::Origin origin) const;

    ShowId show_;
    RunId run_;
    record::Origin own_;
    ReplicatorPort& port_;
    std::uint64_t ownDurable_;
    std::uint64_t otherDurable_;
    std::uint64_t accepted_; ///< the other's records given to storeOther
    std::uint64_t sent_ = 0;
    std::uint64_t acked_ = 0;
    std::map<RequestId, OpenRequest> requests_;
    std::vector<RequestId> order_; ///< in which they were asked
    bool up_ = false;
    bool reading_ = false;
    std::int64_t waitingSinceMs_ = -1; ///< monotonic; −1: nothing is waited for
    std::int64_t resendMs_ = resendFirstMs;
};

} // namespace vitrina::protocol
