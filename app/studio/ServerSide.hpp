// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.hpp"
#include "base/Result.hpp"
#include "commerce/ShopOrderTable.hpp"
#include "control/State.hpp"
#include "engine/WebFragment.hpp"
#include "journal/Journal.hpp"
#include "link/Link.hpp"
#include "link/PairedServer.hpp"
#include "protocol/Messages.hpp"
#include "record/Record.hpp"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vitrina::link {
class ServerChild;
} // namespace vitrina::link

namespace vitrina::studio {

/// The show server as the studio has it: the child process (or the one found running) and the link to it.
/// Calls may come from any thread; callbacks are made on threads of the link and of the child's watcher.
class ServerSide {
  public:
    struct Config {
        QString program;
        QString dataFolder;
        QString webFolder;
        QString assetsFolder; ///< pictures of the products; may not exist
        int port = 0;
        std::optional<link::PairedServer> elsewhere{}; ///< no child then
    };
    struct Callbacks {
        std::function<void(control::LinkHealth, const link::Status&)> health;
        std::function<void(std::vector<record::Record>)> records;
        std::function<void(std::optional<Error>)> fault; ///< nothing: it is over
        std::function<void(std::vector<protocol::BuyerOf>)> buyers;
        std::function<void(protocol::OutsideState)> outside;
        std::function<void(protocol::MailTested)> mailTested;
        std::function<void(protocol::Exported)> exported;
        std::function<void(const protocol::Tally&)> tally;
        std::function<void(const protocol::ShopOrdersTaken&)> shopOrders;
    };

    ServerSide(Config config, journal::JournalThread& journal);
    ~ServerSide();

    /// `epoch`: how often the run has moved.
    void start(const ShowId& show, const RunId& run, std::uint64_t epoch, Callbacks callbacks);
    // A run's way to another server; not on the GUI thread.
    /// Ends the link; the server is told nothing.
    void letGo();
    /// A server of this computer is there, or being started.
    void startChild();
    /// Links to the one that has the run now: nothing, this computer's own.
    void serveFrom(const std::optional<link::PairedServer>& elsewhere, std::uint64_t epoch);
    /// Records that are durable now. Requests among them are asked by the link.
    void publish(const std::vector<record::Record>& durable);
    void sendVideo(const std::shared_ptr<const engine::WebFragment>& fragment);
    /// A picture that was not there at the start; sent again with the others after a lost link.
    void putAsset(const QString& name, const QByteArray& bytes);
    /// Answered in parts by Callbacks::buyers; while the link is down not at all.
    void askBuyers(const std::vector<OrderNumber>& orders);
    void tellShopOrders(std::uint64_t part, const std::vector<commerce::TableOrder>& orders);
    void letPhonesIn(bool on);
    void setOutside(const protocol::Outside& outside);
    void testMail(const std::string& to);
    /// Before the request that sends them (protocol::ShopWords).
    void putWords(const std::string& key, const std::string& text);
    /// Answered by Callbacks::exported; while the link is down not at all.
    void askExport(const OrderNumber& order);
    /// Answered by Callbacks::tally.
    void askTally();
    void closeShow();
    /// The server holds the studio's records up to that seq. Looks it up behind the scenes: the answer may be
    /// 50 ms old.
    bool drained(std::uint64_t studioSeq);
    const QString& dataFolder() const { return config_.dataFolder; }
    /// Orderly end: the server ends too, with a show that is over or not begun. Blocks for at most some
    /// seconds.
    void stop();

  private:
    struct Parts;
    void sendAssets(Parts& parts);
    void say(const std::string& what, std::function<void(link::Link&)> wish);
    std::shared_ptr<Parts> parts() const;

    Config config_;
    journal::JournalThread& journal_;
    mutable std::mutex
        mutex_; ///< of the pointer: the muxing and the journal thread call while start() and stop() run
    std::shared_ptr<Parts> parts_;
    std::shared_ptr<link::ServerChild> child_; ///< once this computer has served the run
    /// What every server of the run is to know: said again to the next one.
    std::map<std::string, std::function<void(link::Link&)>> wishes_;
    ShowId show_;
    RunId run_;
    Callbacks callbacks_;
};

} // namespace vitrina::studio
