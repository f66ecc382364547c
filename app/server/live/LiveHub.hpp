// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/Options.hpp"
#include "server/http/Doorkeeper.hpp"
#include "server/http/Tokens.hpp"
#include "server/live/PageJson.hpp"
#include "server/store/PageView.hpp"
#include "server/ws/PageSocket.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace vitrina::server {

/// The pages that are connected, and what they are told: a hello each, then the same patches for all, framed
/// once. Io thread only.
class LiveHub {
  public:
    /// `counted` is told how many watch, at most every second and when it changed.
    using Counted = std::function<void(std::int64_t)>;

    LiveHub(boost::asio::io_context& io, const Limits& limits, const Tokens& tokens, const Clock& clock,
            Counted counted);

    void begin(PageView view);
    void apply(const Changes& changes);
    void setAway(bool away);
    void setEnded();                      ///< whatever the run says: the server is about to go
    void setStarted() { ended_ = false; } ///< it stays after all, for another run
    const PageView& view() const { return view_; }
    std::shared_ptr<const std::string> snapshot();

    void adopt(wire::Channel channel, Doorkeeper::Slot slot, std::string early);
    void closeAll();
    void tick(std::int64_t nowMs); ///< once a second
    std::int64_t watching() const { return watching_; }

  private:
    struct Page {
        ws::PageSocket::Pointer socket;
        Doorkeeper::Slot slot;
        std::int64_t sinceMs = 0; ///< of the upgrade
        std::uint64_t joined = 0; ///< number of the last broadcast before its hello; meaningful when `inside`
        std::size_t spared = 0;   ///< bytes of a great frame under way, which are no sign of slowness
        bool inside = false;
        bool gone = false;
    };
    struct Broadcast {
        ws::SharedFrame frame;
        std::uint64_t number = 0;
        std::size_t next = 0; ///< index of the page that is to get it next
    };

    page::State state() const;
    const std::string& tail();
    void join(Page& page, std::string_view text);
    void left(Page& page);
    void broadcast(const std::string& json);
    void pump();
    bool deliver(Broadcast& broadcast, std::size_t& budget);
    void compact();
    void noteOnSale(const std::map<Sku, bool>& onSale);
    void noteShop(const Changes& changes);
    void noteChat(const Changes& changes);
    void noteStock(const std::map<Sku, commerce::StockLevel>& levels);
    void flushStock();
    void flushOffers();
    void flushChat();
    void after(boost::asio::steady_timer& timer, bool& armed, std::int64_t sinceMs, std::int64_t everyMs,
               void (LiveHub::*flush)());

    boost::asio::io_context& io_;
    const Limits& limits_;
    const Tokens& tokens_;
    const Clock& clock_;
    Counted counted_;
    PageView view_;
    bool away_ = true; ///< until the studio has come
    bool ended_ = false;
    std::uint64_t seq_ = 0; ///< of patches
    std::string tail_;
    bool tailStale_ = true;

    std::vector<std::unique_ptr<Page>> pages_;
    bool anyGone_ = false;
    std::deque<Broadcast> broadcasts_;
    int quietTicks_ = 0; ///< since the last broadcast
    std::uint64_t lastBroadcast_ = 0;
    bool pumping_ = false;
    std::int64_t watching_ = 0;
    std::int64_t told_ = -1; ///< viewers last told of

    std::set<Sku> dirtyStock_;
    bool offersDirty_ = false;
    std::vector<ChatLine> newChat_;
    boost::asio::steady_timer stockTimer_;
    boost::asio::steady_timer chatTimer_;
    bool stockArmed_ = false;
    bool chatArmed_ = false;
    std::int64_t stockAtMs_ = 0;
    std::int64_t chatAtMs_ = 0;
};

} // namespace vitrina::server
