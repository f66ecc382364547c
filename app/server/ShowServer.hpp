// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/Certificates.hpp"
#include "server/Listener.hpp"
#include "server/LockFile.hpp"
#include "server/Options.hpp"
#include "server/Outside.hpp"
#include "server/Pairing.hpp"
#include "server/control/Assets.hpp"
#include "server/control/StudioLink.hpp"
#include "server/http/Doorkeeper.hpp"
#include "server/http/HttpConnection.hpp"
#include "server/http/Site.hpp"
#include "server/http/Tokens.hpp"
#include "server/live/LiveHub.hpp"
#include "server/mail/Mailer.hpp"
#include "server/shop/ShopSync.hpp"
#include "server/store/Store.hpp"
#include "server/video/VideoHub.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace vitrina::server {

/// The show server: one io thread (run()'s caller), one writer thread in the store. It lives as long as a
/// studio is attached, and `graceMs` beyond when the studio has vanished.
class ShowServer {
  public:
    /// PortInUse: the folder is served by another process, or the show's port is taken; the detail says
    /// which.
    static Result<std::unique_ptr<ShowServer>> open(Options options);
    ~ShowServer();
    ShowServer(const ShowServer&) = delete;
    ShowServer& operator=(const ShowServer&) = delete;

    /// Until the studio ends it, the grace is over, or SIGTERM or SIGINT comes.
    void run();
    const std::string& url() const { return url_; }

  private:
    explicit ShowServer(Options options);
    Result<void> openStore();
    Result<void> listen();
    Result<void> listenControl();
    Result<void> listenLink();
    Result<void> openOutside();
    void plugShop();
    void takeOutside(protocol::Outside told);
    void testMail(const std::string& to);
    Result<void> openPhones();
    std::string makeUrl() const;
    void noteReach(const Error& error);
    void letPhonesIn(bool on);
    void keepCertificate(std::int64_t nowMs);
    void writeLock();
    void take(boost::asio::ip::tcp::socket socket, const std::shared_ptr<SSL_CTX>& tls);
    void takeStudio(boost::asio::ip::tcp::socket socket);
    void tick();
    void sweep();
    void committed(const Changes& changes);
    void attached(const ShowId& show, const RunId& run);
    void lost();
    void closeShow();
    void studioQuits();
    void finish(bool ended);
    void stop();

    Options options_;
    SystemClock clock_;
    std::unique_ptr<LockFile> lock_; // first to come, last to go: nobody else may have the folder meanwhile
    Doorkeeper door_;                // before the loop, whose last handlers hold places at it
    Doorkeeper studioDoor_;          ///< of the link port
    boost::asio::io_context io_;
    Listener pages_;
    Listener phones_;   ///< open while phones of this network are let in
    Listener linkDoor_; ///< open on a server that stands elsewhere
    boost::asio::steady_timer ticker_;
    boost::asio::steady_timer sweeper_;
    boost::asio::signal_set signals_;
    Certificates certificates_;
    std::int64_t certificateSeenMs_ = 0;
    std::unique_ptr<Pairing> pairing_;
    protocol::ServerLock lockContent_;
    std::string url_;
    std::unique_ptr<Tokens> tokens_;
    std::unique_ptr<LiveHub> live_;
    VideoHub video_;
    Assets assets_;
    PageView opened_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<StudioLink> link_;
    std::unique_ptr<Confirmations> confirmations_;
    Mailer mailer_; // after those it calls: its thread ends first
    Outside outside_;
    std::unique_ptr<ShopSync> shop_; ///< what we do with a shop behind us; idle while there is none
    std::unique_ptr<Site> site_;
    std::vector<std::weak_ptr<HttpConnection>> connections_;
    std::int64_t sweepBuyersAtMs_ = 0;
    bool everAttached_ = false;
    std::int64_t lostAtMs_ = 0;   ///< 0: a studio is attached
    bool closed_ = false;         ///< the show has ended in order
    std::int64_t finishAtMs_ = 0; ///< 0: not finishing; then the latest moment to go
    std::int64_t goneAtMs_ = 0;   ///< 0: pages not yet closed
};

} // namespace vitrina::server
