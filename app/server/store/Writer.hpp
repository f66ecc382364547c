// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.hpp"
#include "server/store/Database.hpp"
#include "server/store/RunState.hpp"
#include "server/store/Store.hpp"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace vitrina::server {

/// Decides and writes, one transaction at a time; only the writer thread calls it. Between begin() and
/// commit() each job is judged against the state its predecessors left, and its answer is put into it. When
/// commit() says no, nothing happened and every job of the batch is to be refused.
class Writer {
  public:
    Writer(std::unique_ptr<Database> database, const Clock& clock);
    ~Writer();

    /// The run served last, if any.
    void resume();
    const RunState& state() const { return state_; }
    PageView view() { return loadView(*database_, state_); }

    bool begin();
    void work(Job& job);
    bool commit(Changes& changes);
    std::string problem() const { return database_->problem(); }

  private:
    struct Statements;
    struct Rollup {
        std::int64_t count = 0;
        std::int64_t units = 0;
        std::int64_t amount = 0;
    };

    void work(PlaceOrder& job);
    void work(PostMessage& job);
    void work(CountViewers& job);
    void work(OpenRun& job);
    void work(TakeRecords& job);
    void work(TakeRequest& job);
    void work(NoteAck& job);

    bool knownOrder(PlaceOrder& job, std::int64_t hash);
    Refusal judge(const PlaceOrder& job, commerce::Demand& demand) const;
    void sell(PlaceOrder& job, std::int64_t hash, const commerce::Demand& demand);
    void insertOrder(const PlaceOrder& job, std::int64_t hash);
    bool knownMessage(PostMessage& job);

    void apply(const record::Record& record, const std::string& json);
    void openShop(const commerce::ShopOpened& shop, const std::string& json);
    void takeItem(const show::ItemTaken& taken);
    void airItem(const show::ItemAired& aired);
    void setPhase(Phase phase);
    void switchSales(bool open);
    void switchSkus(const commerce::SwitchSkus& wish);
    void switchChat(bool open);
    ErrorCode refusalOf(const commerce::Request& request) const;
    void correct(const commerce::CorrectStock& correction, commerce::RequestAnswered& answered);
    void write(record::Fact fact);
    void writeRollups();

    std::unique_ptr<Database> database_;
    const Clock& clock_;
    std::string boot_;
    std::unique_ptr<Statements> statements_;
    RunState state_;
    bool stale_ = false; ///< a batch failed: state_ is to be read again
    Instant now_;        ///< of the batch
    Changes changes_;
    std::map<std::string, Rollup> minuteRollups_;
    std::map<Sku, Rollup> skuRollups_;
};

} // namespace vitrina::server
