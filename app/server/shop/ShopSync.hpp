// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "extension/ShopConnector.hpp"
#include "protocol/Messages.hpp"
#include "server/store/Store.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace vitrina::server {

struct ShopPace {
    std::int64_t askEveryMs = 5'000;                                     ///< its free stock
    std::int64_t restMs = 200;                                           ///< at least between two rounds
    std::vector<std::int64_t> retryAfterMs{1'000, 2'000, 5'000, 10'000}; ///< the last one again and again
    std::size_t batch = 32; ///< errands between two looks at the stock
};

/// Takes our orders to the shop behind the server and asks for its free pieces, in a thread of its own: a
/// shop that is slow or silent holds nothing up. What is where is in the store, so that nothing is handed on
/// twice or forgotten, whoever is killed when.
class ShopSync {
  public:
    /// The connector with everything it needs; `stopping` breaks off what it is doing.
    using Connect = std::function<Result<std::shared_ptr<extension::ShopConnector>>(
        const protocol::ShopBehind& shop, const std::atomic<bool>& stopping)>;
    struct Parts {
        Store& store; ///< its answers have to be served for as long as this is there
        const Clock& clock;
        Connect connect;
        ShopPace pace{};
    };

    explicit ShopSync(Parts parts);
    ~ShopSync(); ///< breaks off what is under way
    ShopSync(const ShopSync&) = delete;
    ShopSync& operator=(const ShopSync&) = delete;

    /// Any thread. Nothing: no shop; what it made us withhold is for sale again.
    void set(std::optional<protocol::ShopBehind> shop);
    /// Orders may have come or been cancelled. Any thread, as often as you like.
    void poke();
    /// How it does: the orders handed on in this process, or what is wrong. Any thread.
    protocol::OutsidePart state() const;

  private:
    struct Gate;
    void loop();
    void take(std::optional<protocol::ShopBehind> shop);
    void round();
    Error carryOut(std::vector<ShopErrand> errands);
    Error carryOut(ShopErrand errand);
    Error cancel(const ShopErrand& errand);
    Error lookAtStock(const ShopWork& work);
    ErrorCode note(const ShopErrand& errand, ForwardState state, const std::string& detail);
    void settle(const Error& problem);
    void complain(const Error& problem);
    void tell();
    template <class Job>
    std::optional<decltype(Job::answer)> ask(Job job);

    Parts parts_;
    std::shared_ptr<Gate> gate_; ///< what the store's answers wake; outlives this with them
    std::atomic<bool> stopping_ = false;

    // The thread's own.
    std::shared_ptr<extension::ShopConnector> shop_;
    protocol::OutsidePart part_;
    protocol::OutsidePart said_; ///< the same for state(); under the gate's mutex
    std::string missing_;        ///< SKUs the shop does not sell, as words
    std::size_t failures_ = 0;
    std::int64_t askAtMs_ = 0;   ///< monotonic: when the stock is due
    std::int64_t roundAtMs_ = 0; ///< when the next round is due
    std::int64_t restUntilMs_ = 0;
    std::map<OrderNumber, int>
        stuck_; ///< orders the shop has answered with faults; they go behind the others
    std::thread thread_;
};

/// The real thing: FOLDER/CONNECTOR.so with libcurl.
ShopSync::Connect connectByPlugin(std::string pluginFolder, const Clock& clock);
/// A JSON file {"connector", "url", "user", "password"}. FileUnreadable, BadFormat; NotAuthorised: others can
/// read it.
Result<protocol::ShopBehind> readShopBehind(const std::string& path);

} // namespace vitrina::server
