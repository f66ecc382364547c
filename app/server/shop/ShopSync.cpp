// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shop/ShopSync.hpp"

#include "base/Log.hpp"

#include <algorithm>
#include <chrono>

namespace vitrina::server {

namespace {

constexpr std::size_t namedMissing = 5;

/// What the studio is told of an error: whether to wait or to do something.
ErrorCode told(ErrorCode code) {
    return code == ErrorCode::Internal        ? ErrorCode::ShopUnreachable
           : code == ErrorCode::NotAuthorised ? ErrorCode::ShopRefused
                                              : code;
}

} // namespace

struct ShopSync::Gate {
    std::mutex mutex;
    std::condition_variable wake;
    bool stopping = false;
    bool poked = false;
    bool changed = false;
    std::optional<protocol::ShopBehind> wanted;
};

ShopSync::ShopSync(Parts parts) : parts_(std::move(parts)), gate_(std::make_shared<Gate>()) {
    thread_ = std::thread([this] { loop(); });
}

ShopSync::~ShopSync() {
    stopping_ = true;
    {
        const std::lock_guard lock(gate_->mutex);
        gate_->stopping = true;
    }
    gate_->wake.notify_all();
    thread_.join();
}

void ShopSync::set(std::optional<protocol::ShopBehind> shop) {
    {
        const std::lock_guard lock(gate_->mutex);
        gate_->wanted = std::move(shop);
        gate_->changed = true;
    }
    gate_->wake.notify_all();
}

protocol::OutsidePart ShopSync::state() const {
    const std::lock_guard lock(gate_->mutex);
    return said_;
}

void ShopSync::poke() {
    {
        const std::lock_guard lock(gate_->mutex);
        if (std::exchange(gate_->poked, true))
            return;
    }
    gate_->wake.notify_all();
}

void ShopSync::loop() {
    std::unique_lock lock(gate_->mutex);
    while (!gate_->stopping) {
        if (gate_->changed) {
            gate_->changed = false;
            auto wanted = gate_->wanted;
            lock.unlock();
            take(std::move(wanted));
            lock.lock();
            continue;
        }
        const std::int64_t now = parts_.clock.now().monoMs;
        const bool hurry = gate_->poked && failures_ == 0;
        const std::int64_t due = hurry ? std::min(restUntilMs_, roundAtMs_) : roundAtMs_;
        if (!shop_) {
            gate_->poked = false;
            gate_->wake.wait(lock);
        } else if (due > now) {
            gate_->wake.wait_for(lock, std::chrono::milliseconds(due - now));
        } else {
            gate_->poked = false;
            lock.unlock();
            round();
            lock.lock();
        }
    }
}

/// Nothing when this is being ended meanwhile.
template <class Job>
std::optional<decltype(Job::answer)> ShopSync::ask(Job job) {
    using Answer = decltype(Job::answer);
    const auto answer = std::make_shared<std::optional<Answer>>();
    job.done = [gate = gate_, answer](const Answer& said) {
        {
            const std::lock_guard lock(gate->mutex);
            *answer = said;
        }
        gate->wake.notify_all();
    };
    parts_.store.add(std::move(job));
    std::unique_lock lock(gate_->mutex);
    gate_->wake.wait(lock, [&] { return answer->has_value() || gate_->stopping; });
    return std::move(*answer);
}

void ShopSync::take(std::optional<protocol::ShopBehind> shop) {
    shop_.reset();
    missing_.clear();
    stuck_.clear();
    failures_ = 0;
    askAtMs_ = roundAtMs_ = 0;
    part_ = {};
    if (!shop) {
        ask(CapByShop{});
        tell();
        return;
    }
    auto made = parts_.connect(*shop, stopping_);
    if (made)
        shop_ = std::move(*made);
    else
        complain(made.error());
    tell();
}

void ShopSync::round() {
    const auto work = ask(AskShopWork{parts_.pace.batch, {}});
    if (!work)
        return;
    const std::int64_t now = parts_.clock.now().monoMs;
    restUntilMs_ = now + parts_.pace.restMs;
    roundAtMs_ = now + parts_.pace.askEveryMs;
    if (work->error != ErrorCode::None) {
        roundAtMs_ = now + parts_.pace.retryAfterMs.front();
        return;
    }
    if (!work->wired)
        return; // Nothing is told and nothing is asked.
    Error problem = carryOut(work->errands);
    // A fault with one order must not keep the shop's stock from being seen.
    const bool answers = problem.code == ErrorCode::None || problem.code == ErrorCode::Internal;
    if (answers && (!work->errands.empty() || now >= askAtMs_)) {
        askAtMs_ = now + parts_.pace.askEveryMs;
        const Error unseen = lookAtStock(*work);
        if (problem.code == ErrorCode::None)
            problem = unseen;
    }
    const bool more = work->errands.size() == parts_.pace.batch;
    roundAtMs_ = more ? restUntilMs_ : std::max(askAtMs_, restUntilMs_);
    settle(problem);
}

/// Until one has no answer.
Error ShopSync::carryOut(std::vector<ShopErrand> errands) {
    std::ranges::stable_sort(errands, {}, [this](const ShopErrand& errand) {
        const auto found = stuck_.find(errand.order.number);
        return found == stuck_.end() ? 0 : found->second;
    });
    Error last;
    for (ShopErrand& errand : errands) {
        const OrderNumber number = errand.order.number;
        Error problem = errand.cancel ? cancel(errand) : carryOut(std::move(errand));
        if (problem.code == ErrorCode::None) {
            stuck_.erase(number);
            continue;
        }
        last = std::move(problem);
        if (last.code != ErrorCode::Internal)
            return last;
        ++stuck_[number];
    }
    return last;
}

/// The reference is durable here before the shop is asked to take the order: who comes back after a crash
/// finds it, and complete() looks first what has become of it.
Error ShopSync::carryOut(ShopErrand errand) {
    if (errand.reference.empty()) {
        const auto begun = shop_->begin(errand.order);
        if (!begun && begun.error().code != ErrorCode::ShopRefused)
            return begun.error();
        if (!begun)
            return {note(errand, ForwardState::Refused, begun.error().detail), {}};
        errand.reference = *begun;
        const ErrorCode kept = note(errand, ForwardState::Begun, {});
        if (kept == ErrorCode::OrderFixed)
            return {}; // Cancelled meanwhile: the next round tells the shop.
        if (kept != ErrorCode::None)
            return {kept, {}};
    }
    const auto done = shop_->complete(errand.reference, errand.order);
    if (!done && done.error().code != ErrorCode::ShopRefused)
        return done.error();
    const ErrorCode kept = done ? note(errand, ForwardState::Done, {})
                                : note(errand, ForwardState::Refused, done.error().detail);
    if (done && kept != ErrorCode::Busy) {
        ++part_.done;
        part_.lastMs = parts_.clock.now().wallMs;
    }
    return {kept == ErrorCode::Busy ? kept : ErrorCode::None, {}};
}

Error ShopSync::cancel(const ShopErrand& errand) {
    const auto done = shop_->cancel(errand.reference);
    if (!done && done.error().code != ErrorCode::ShopRefused)
        return done.error();
    return {done ? note(errand, ForwardState::Cancelled, {})
                 : note(errand, ForwardState::CancelFailed, "it is not cancelled: " + done.error().detail),
            {}};
}

ErrorCode ShopSync::note(const ShopErrand& errand, ForwardState state, const std::string& detail) {
    return ask(NoteShopStep{errand.order.number, state, shop_->name(), errand.reference, detail, {}})
        .value_or(ErrorCode::Busy);
}

Error ShopSync::lookAtStock(const ShopWork& work) {
    auto free = shop_->freeStock(work.skus);
    if (!free)
        return free.error();
    std::string missing;
    std::size_t count = 0;
    for (const Sku& sku : work.skus) {
        if (!free->try_emplace(sku, 0).second)
            continue;
        if (++count <= namedMissing)
            missing += (missing.empty() ? "" : ", ") + sku.value;
    }
    missing_ = count == 0              ? std::string()
               : count <= namedMissing ? "not sold there: " + missing
                                       : "not sold there: " + missing + " …";
    return {ask(CapByShop{work.run, shop_->name(), std::move(*free), {}}).value_or(ErrorCode::Busy), {}};
}

void ShopSync::settle(const Error& problem) {
    const bool store = problem.code == ErrorCode::Busy;
    if (problem.code == ErrorCode::None) {
        failures_ = 0;
    } else {
        const auto& waits = parts_.pace.retryAfterMs;
        roundAtMs_ = parts_.clock.now().monoMs + waits[std::min(failures_, waits.size() - 1)];
        ++failures_;
    }
    if (store)
        return; // It says so itself.
    if (problem.code != ErrorCode::None) {
        complain(problem);
    } else {
        if (std::exchange(part_.error, ErrorCode::None) != ErrorCode::None)
            logInfo("shop", "it answers again");
        part_.detail = missing_;
    }
    tell();
}

/// Once in the log, however often it is tried.
void ShopSync::complain(const Error& problem) {
    if (std::exchange(part_.error, told(problem.code)) != told(problem.code))
        logWarning("shop", std::string(errorName(problem.code)) + ": " + problem.detail);
    part_.detail = problem.detail;
    part_.lastMs = parts_.clock.now().wallMs;
}

void ShopSync::tell() {
    const std::lock_guard lock(gate_->mutex);
    said_ = part_;
}

} // namespace vitrina::server
