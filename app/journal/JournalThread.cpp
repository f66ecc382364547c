// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Journal.hpp"

#include "base/Log.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace vitrina::journal {

using Batch = std::vector<record::Record>;

struct JournalThread::Impl {
    Impl(std::unique_ptr<ShowFile> opened, Durable callback)
        : file(std::move(opened)), durable(std::move(callback)) {}

    void loop();
    bool write();
    void writeOneByOne();
    void tell(ErrorCode code, const std::string& detail);
    void tellDurable(Batch records);

    std::unique_ptr<ShowFile> file;
    Durable durable;
    ErrorCode told = ErrorCode::None; ///< the failure last told; journal thread only
    std::deque<Batch> writing;        ///< taken from `queued`; journal thread only

    std::mutex mutex;
    std::condition_variable woken;
    std::deque<Batch> queued;
    std::deque<std::function<void(ShowFile&)>> work;
    bool stopping = false;

    std::thread thread; ///< last: begins when all the rest is there
};

JournalThread::JournalThread(std::unique_ptr<ShowFile> file, Durable durable)
    : impl_(std::make_unique<Impl>(std::move(file), std::move(durable))) {
    impl_->thread = std::thread([impl = impl_.get()] { impl->loop(); });
}

JournalThread::~JournalThread() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->woken.notify_one();
    impl_->thread.join();
}

void JournalThread::append(std::vector<record::Record> records) {
    if (records.empty())
        return;
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->queued.push_back(std::move(records));
    }
    impl_->woken.notify_one();
}

void JournalThread::run(std::function<void(ShowFile&)> work) {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->work.push_back(std::move(work));
    }
    impl_->woken.notify_one();
}

void JournalThread::Impl::loop() {
    using namespace std::chrono;
    steady_clock::time_point retryAt{};
    std::unique_lock lock(mutex);
    while (true) {
        const auto due = [&] {
            return stopping || !work.empty() || (writing.empty() && !queued.empty());
        };
        if (writing.empty())
            woken.wait(lock, due);
        else
            woken.wait_until(lock, retryAt, due); // a failed batch waits for its next attempt
        const bool last = stopping;
        auto jobs = std::exchange(work, {});
        if (writing.empty() || steady_clock::now() >= retryAt || last) {
            for (Batch& batch : queued)
                writing.push_back(std::move(batch));
            queued.clear();
        }
        const bool attempt = !writing.empty() && (last || steady_clock::now() >= retryAt);
        lock.unlock();
        if (attempt && !write())
            retryAt = steady_clock::now() + seconds(1);
        for (const auto& job : jobs)
            job(*file);
        lock.lock();
        if (last && work.empty() && queued.empty())
            break;
    }
    if (!writing.empty())
        logError("journal", "closed with records that could not be written");
}

/// Everything waiting in one transaction: as many commits a second as the disk allows, however many records
/// there are.
bool JournalThread::Impl::write() {
    Batch all;
    for (const Batch& batch : writing)
        all.insert(all.end(), batch.begin(), batch.end());
    const Result<void> done = file->append(all);
    if (done) {
        writing.clear();
        tellDurable(std::move(all));
        return true;
    }
    if (done.error().code == ErrorCode::Internal) {
        writeOneByOne();
        return writing.empty();
    }
    tell(done.error().code, done.error().detail);
    return false;
}

/// Something in the batch breaks the rules and would be refused for ever: it must not hold up the others.
void JournalThread::Impl::writeOneByOne() {
    while (!writing.empty()) {
        const Result<void> done = file->append(writing.front());
        if (!done && done.error().code != ErrorCode::Internal) {
            tell(done.error().code, done.error().detail);
            return;
        }
        Batch batch = std::move(writing.front());
        writing.pop_front();
        if (done) {
            tellDurable(std::move(batch));
        } else {
            told = ErrorCode::None; // each dropped batch is told
            tell(ErrorCode::Internal, done.error().detail);
        }
    }
}

void JournalThread::Impl::tell(ErrorCode code, const std::string& detail) {
    if (code == told)
        return;
    told = code;
    logError("journal", std::string(errorName(code)) + ": " + detail);
    if (durable)
        durable(fail(code, detail));
}

void JournalThread::Impl::tellDurable(Batch records) {
    told = ErrorCode::None;
    if (durable)
        durable(std::move(records));
}

} // namespace vitrina::journal
