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
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

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
        std::function<void(const protocol::ShopOrdersTaken&)> shopOrders;
    };

    ServerSide(Config config, journal::JournalThread& journal);
    ~ServerSide();

    void start(const ShowId& show, const RunId& run, Callbacks callbacks);
    /// Records that are durable now. Requests among them are asked by the link.
    void publish(const std::vector<record::Record>& durable);
    void sendVideo(const std::shared_ptr<const engine::WebFragment>& fragment);
    /// A picture that was not there at the start; sent again with the others after a lost link.
    void putAsset(const QString& name, const QByteArray& bytes);
    /// Answered in parts by Callbacks::buyers; while the link is down not at all.
    void askBuyers(const std::vector<OrderNumber>& orders);
    void tellShopOrders(std::uint64_t part, const std::vector<commerce::TableOrder>& orders);
    void letPhonesIn(bool on);
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
    std::shared_ptr<Parts> parts() const;

    Config config_;
    journal::JournalThread& journal_;
    mutable std::mutex
        mutex_; ///< of the pointer: the muxing and the journal thread call while start() and stop() run
    std::shared_ptr<Parts> parts_;
};

} // namespace vitrina::studio
