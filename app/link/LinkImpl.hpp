// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "link/Connection.hpp"
#include "link/Link.hpp"
#include "link/OffsetMeter.hpp"
#include "link/VideoSender.hpp"
#include "protocol/Messages.hpp"
#include "protocol/Replicator.hpp"
#include "protocol/ServerLock.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace vitrina::link {

/// What a Link is on its control thread: everything but begin(), end() and afterAppended() happens there.
struct Link::Impl : protocol::ReplicatorPort, std::enable_shared_from_this<Link::Impl> {
    Impl(LinkSetUp given, journal::JournalThread& thread, LinkListener callbacks);

    void begin();
    void end();
    /// Runs `work` on the control thread once all that was appended to the journal before is durable.
    void afterAppended(std::function<void(Impl&)> work);

    // From the Link's callers
    void durable(const std::vector<record::Record>& records);
    void putAsset(protocol::Asset asset);
    void letPhonesIn(bool on);
    void setOutside(protocol::Outside wanted);
    void putWords(protocol::ShopWords one);
    void wish(protocol::Message message);

    // The connection's life
    void loaded(protocol::ReplicatorStart start);
    void connect();
    void opened();
    void framed(const protocol::Frame& frame);
    bool told(protocol::Message& message);
    void welcomed(const protocol::Welcome& welcome);
    void lost(Error error);
    void retryLater();
    void tick();
    void reached(const protocol::Reach& reach);
    void ponged(const protocol::Pong& pong);
    void sendWish();
    void noticeStall();
    void report(Health health, Error error);

    // protocol::ReplicatorPort
    void readOwn(std::uint64_t after, std::size_t limit) override;
    void storeOther(std::vector<record::Record> records) override;
    void peerHolds(std::uint64_t seq) override;
    void send(protocol::Message message) override;
    void requested(protocol::Request request) override;
    void requestOver(const RequestId& id, ErrorCode error) override;
    void broken(Error error) override;

    const LinkSetUp setUp;
    journal::JournalThread& journal;
    const LinkListener listener;
    const SystemClock clock;
    VideoSender videoSender;

    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work;
    boost::asio::steady_timer retryTimer;
    boost::asio::steady_timer tickTimer;
    std::optional<protocol::Replicator> replicator; ///< once the journal has been read
    std::shared_ptr<Connection> connection;
    ServerAddress address;                    ///< of the present attempt
    std::optional<bool> phones;               ///< as asked for; nothing: never
    std::optional<protocol::Outside> outside; ///< as said last; nothing: never
    std::deque<protocol::ShopWords> words;    ///< the newest, for a server that starts anew
    bool welcome = false;
    bool stalled = false; ///< connected, but the server waits for our disk
    Status status;
    OffsetMeter meter;
    std::int64_t retryMs = 0;
    std::int64_t heardMonoMs = 0;
    Instant pinged; ///< when the last ping left
    std::map<std::string, protocol::Asset> assets;
    std::optional<protocol::Message> wished; ///< Close or Quit, until it is sent
    std::uint64_t peerHeld = 0;
    std::uint64_t peerHeldSaved = 0;
    std::thread thread;
};

} // namespace vitrina::link
