// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/Messages.hpp"
#include "protocol/ServerLock.hpp"
#include "protocol/VideoHeader.hpp"
#include "record/Record.hpp"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace vitrina::test {

/// A small Latvian craft shop: `pieces` of each SKU. SKUs: EARRINGS-S, EARRINGS-M, TOWEL, CANDLE, HONEY.
/// Its terms are those of DemoTerms.hpp.
commerce::ShopOpened demoShop(std::int64_t pieces = 24);

/// The studio's end of the link, without a studio: keeps its records in memory, pings, acks what it gets.
/// Each connection has a reader and a pinger thread; every call may come from any thread.
class StudioPeer {
  public:
    explicit StudioPeer(RunId run = newId<RunId>(), ShowId show = ShowId{"demo-show"});
    ~StudioPeer();
    StudioPeer(const StudioPeer&) = delete;
    StudioPeer& operator=(const StudioPeer&) = delete;

    /// Connects and says hello; sends what the server lacks. False when it was refused.
    bool attach(const protocol::ServerLock& lock);
    void vanish(); ///< the connection breaks without a word
    void close();  ///< the show ends in order
    void quit();

    /// Appends a record and sends it.
    void write(record::Fact fact);
    void openShop(const commerce::ShopOpened& shop);
    void goLive();
    void endShow();
    /// Takes a product and has it confirmed.
    AiredId air(const ProductId& product, std::int64_t mediaMs = -1, bool disclosure = false);
    RequestId ask(commerce::Request body, std::int64_t validUntilMs = 0, RequestId id = newId<RequestId>());
    /// Whose these orders are, once the server has said so; fewer when the time is over before.
    std::vector<protocol::BuyerOf> askBuyers(const std::vector<OrderNumber>& orders, std::size_t wanted,
                                             int timeoutMs = 5'000);
    /// What the server says of them; of another part when the time is over before.
    protocol::ShopOrdersTaken shopOrders(const protocol::ShopOrders& orders, int timeoutMs = 10'000);
    void sendAsset(const std::string& name, const std::string& bytes);
    void setPinging(bool on) { pinging_ = on; }
    void letPhonesIn(bool on);
    /// What the server said last of how it is reached, once it says that phones may or may not come in.
    std::optional<protocol::Reach> reach(bool phones, int timeoutMs = 5'000) const;

    bool openVideo(const protocol::ServerLock& lock);
    bool sendVideo(const protocol::VideoHeader& header, std::string_view bytes);

    std::vector<record::Record> received() const; ///< the server's records, in order
    /// Waits for a server record that is so.
    bool waitFor(const std::function<bool(const record::Record&)>& wanted, int timeoutMs = 5'000) const;
    /// The answer to a request; nothing when none came in time.
    std::optional<commerce::RequestAnswered> answerTo(const RequestId& id, int timeoutMs = 5'000) const;
    bool waitForAck(int timeoutMs = 5'000) const; ///< all that was written is durable there
    ErrorCode refusal() const;
    const RunId& run() const { return run_; }

  private:
    void reader();
    void pinger();
    void handle(protocol::Message message);
    void sendNow(const protocol::Message& message);
    void disconnect();

    RunId run_;
    ShowId show_;
    std::string boot_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::mutex sending_;
    std::vector<record::Record> own_;
    std::vector<record::Record> others_;
    std::vector<protocol::BuyerOf> buyers_; ///< of the last question
    bool buyersTold_ = false;
    protocol::ShopOrdersTaken taken_; ///< the last
    std::uint64_t acked_ = 0;
    std::uint64_t have_ = 0; ///< what the welcome said
    std::optional<protocol::Reach> reach_;
    bool welcomed_ = false;
    bool over_ = true;
    ErrorCode refusal_ = ErrorCode::None;
    std::atomic<bool> pinging_ = true;
    int control_ = -1;
    int video_ = -1;
    std::thread readerThread_;
    std::thread pingerThread_;
};

} // namespace vitrina::test
