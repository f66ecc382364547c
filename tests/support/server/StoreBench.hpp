// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Database.hpp"
#include "server/store/Store.hpp"
#include "support/server/StudioPeer.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// For tests that link vitrina_server.
namespace vitrina::test {

/// A store with the io thread's part, and the studio's, played by the test.
class StoreBench {
  public:
    StoreBench(const std::string& path, const Clock& clock, const commerce::VelocityLimits& limits = {})
        : clock_(clock) {
        auto opened = server::Store::open(
            path, clock,
            [this](std::function<void()> what) {
                const std::lock_guard lock(mutex_);
                queue_.push_back(std::move(what));
                changed_.notify_all();
            },
            [this](const server::Changes& changes) {
                for (const auto& [sku, level] : changes.levels)
                    levels[sku] = level;
                told.push_back(changes);
            },
            limits);
        if (!opened)
            fail(opened.error().detail.c_str());
        store = std::move(opened->store);
        view = std::move(opened->view);
        seq = studioSeq();
    }
    explicit StoreBench(const std::string& path) : StoreBench(path, systemClock()) {}
    ~StoreBench() { store.reset(); }
    StoreBench(const StoreBench&) = delete;
    StoreBench& operator=(const StoreBench&) = delete;

    template <class Answer, class JobType>
    Answer ask(JobType job) {
        std::optional<Answer> answer;
        job.done = [&answer](const Answer& given) {
            answer = given;
        };
        store->add(std::move(job));
        pump([&] { return answer.has_value(); });
        return *answer;
    }
    template <class Condition>
    void pump(Condition condition) {
        while (!condition()) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait_for(lock, std::chrono::seconds(20), [this] { return !queue_.empty(); }))
                fail("the store did not answer");
            const auto what = std::move(queue_.front());
            queue_.pop_front();
            lock.unlock();
            what();
        }
    }
    bool openShop(const commerce::ShopOpened& shop) {
        const auto opened = ask<server::RunAnswer>(server::OpenRun{ShowId{"show"}, run, {}});
        return opened.error == ErrorCode::None && take(commerce::Fact(shop)).error == ErrorCode::None;
    }
    server::RunAnswer take(record::Fact fact) {
        record::Record record{ShowId{"show"}, run,    record::Origin::Studio, ++seq, 0,
                              clock_.now(),   "boot", std::move(fact)};
        return ask<server::RunAnswer>(server::TakeRecords{{record}, {}});
    }
    /// What the studio is answered in a record.
    commerce::RequestAnswered answerTo(commerce::Request body, RequestId id = newId<RequestId>()) {
        ask<server::RunAnswer>(server::TakeRequest{id, std::move(body), 0, {}});
        for (const auto& record : records()) {
            const auto* answered = record::factAs<commerce::RequestAnswered>(record.fact);
            if (answered && answered->request == id)
                return *answered;
        }
        return {id, ErrorCode::Internal, "no answer", {}};
    }
    ErrorCode request(const std::string& id, commerce::Request body) {
        return answerTo(std::move(body), RequestId{id}).error;
    }
    std::vector<record::Record> records() {
        std::vector<record::Record> all;
        while (true) {
            auto more = store->records(run, all.size(), 1'000);
            if (more.empty())
                return all;
            std::ranges::move(more, std::back_inserter(all));
        }
    }
    template <class Kind>
    std::vector<Kind> facts() {
        std::vector<Kind> found;
        for (const auto& record : records()) {
            if (const auto* fact = record::factAs<Kind>(record.fact))
                found.push_back(*fact);
        }
        return found;
    }
    template <class Kind>
    int count() {
        return static_cast<int>(facts<Kind>().size());
    }
    commerce::OrderAnswer order(const commerce::OrderRequest& request) {
        return ask<commerce::OrderAnswer>(server::PlaceOrder{request, {"Anna", "anna@example.lv"}, {}});
    }
    commerce::CheckoutAnswer reserve(const commerce::ReserveRequest& request) {
        return ask<commerce::CheckoutAnswer>(server::Reserve{request, {}});
    }
    /// Lets the store end what is due by its clock.
    void sweep() {
        store->add(server::Sweep{});
        ask<server::RunAnswer>(server::TakeRecords{{}, {}});
    }

    RunId run{"run-1"};
    std::uint64_t seq = 0;
    std::unique_ptr<server::Store> store;
    server::PageView view; ///< as it was when the store was opened
    std::map<Sku, commerce::StockLevel> levels;
    std::vector<server::Changes> told; ///< to the pages

  private:
    static const Clock& systemClock() {
        static const SystemClock clock;
        return clock;
    }
    [[noreturn]] static void fail(const char* why) {
        std::fprintf(stderr, "StoreBench: %s\n", why);
        std::abort();
    }
    std::uint64_t studioSeq() {
        return view.run.empty() ? 0 : ask<server::RunAnswer>(server::TakeRecords{{}, {}}).studioSeq;
    }

    const Clock& clock_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
};

/// The first number a query gives; −1: none.
inline std::int64_t number(const std::string& path, const std::string& sql) {
    const auto database = server::Database::open(path, server::Database::Use::Read);
    server::Statement statement(**database, sql.c_str());
    return statement.row() ? statement.integer(0) : -1;
}

} // namespace vitrina::test
